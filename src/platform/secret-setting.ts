import { readFileSync } from 'node:fs'
import { AppError } from './errors.ts'

/** Settings that must not be read by others; each may also stand in the file that `…_FILE` names. */
export type SecretName =
  | 'DATABASE_URL'
  | 'BETANG_KEY'
  | 'BETANG_BACKUP_PASSPHRASE'
  | 'BETANG_DUKCAPIL_TOKEN'
export const secretNames: readonly SecretName[] = [
  'DATABASE_URL',
  'BETANG_KEY',
  'BETANG_BACKUP_PASSPHRASE',
  'BETANG_DUKCAPIL_TOKEN',
]

export interface SecretSetting {
  readonly value: string
  /** Name of the variable, or path of the file, for messages. */
  readonly from: string
}

/**
 * A secret from the environment or from the file that the environment names, without the blanks and
 * line ends around it; undefined where neither is set.
 *
 * A file is better: other processes and crash reports see the environment.
 *
 * @throws AppError `secret-twice` when both are set, `secret-unreadable`.
 */
export function findSecret(
  name: SecretName,
  env: NodeJS.ProcessEnv = process.env,
): SecretSetting | undefined {
  const value = env[name]
  const file = secretFile(name, env)
  if (value && file) throw new AppError('secret-twice', { name })
  if (file) return { value: readSecretFile(file), from: file }
  return value ? { value: value.trim(), from: name } : undefined
}

/** The file that holds a secret, where one is named. */
export function secretFile(
  name: SecretName,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return env[`${name}_FILE`] || undefined
}

/** @throws AppError `secret-unreadable` when the file is not there, may not be read or is empty. */
export function readSecretFile(file: string): string {
  let text = ''
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new AppError('secret-unreadable', { path: file }, { cause })
  }
  if (text === '') throw new AppError('secret-unreadable', { path: file })
  return text
}

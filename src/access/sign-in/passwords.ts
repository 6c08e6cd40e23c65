import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#platform/errors'
import type { IsBreached } from './breached-passwords.ts'

/**
 * Argon2id, the library's default.
 *
 * @source OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane at the least.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const shortest = 10
const longest = 128

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password)
}

/**
 * Refuses a password that is short, long, what a stranger would try, or known to have leaked; asks
 * for no kinds of characters. `ownWords` are what is known of its owner, as the user name.
 *
 * @throws AppError `password-weak`
 * @source OWASP ASVS 5.0, V6.2.1, V6.2.4, V6.2.5, V6.2.9, V6.2.11, V6.2.12.
 */
export async function checkPassword(
  password: string,
  ownWords: readonly string[],
  isBreached?: IsBreached,
): Promise<void> {
  if ([...password].length < shortest) throw new AppError('password-weak', { reason: 'short' })
  if ([...password].length > longest) throw new AppError('password-weak', { reason: 'long' })
  const { isGuessable } = await import('./password-strength.ts')
  if (isGuessable(password, ownWords)) throw new AppError('password-weak', { reason: 'guessable' })
  if (await isBreached?.(password)) throw new AppError('password-weak', { reason: 'breached' })
}

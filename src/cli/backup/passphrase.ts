import { type BackupHead, isSecretOf, readBackupHead } from '#platform/backup/backup-file'
import { type BackupSecret, checkPassphrase } from '#platform/backup/backup-lock'
import { AppError } from '#platform/errors'
import { findSecret, readSecretFile } from '#platform/secret-setting'
import { findKeys, keyFilePath } from '#platform/store-key/key-files'

/** The passphrase of a file, else of the environment; undefined where none is set. */
export function findPassphrase(
  file: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  if (file !== undefined) return readSecretFile(file)
  return findSecret('BETANG_BACKUP_PASSPHRASE', env)?.value
}

/**
 * The passphrase for a backup that leaves the machine.
 *
 * @throws AppError `passphrase-missing`, `passphrase-weak`, `secret-unreadable`.
 */
export function getPassphrase(
  file: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const passphrase = findPassphrase(file, env)
  if (passphrase === undefined) throw new AppError('passphrase-missing', {})
  checkPassphrase(passphrase)
  return passphrase
}

/**
 * What opens a backup: the passphrase, or for a daily copy the key of its store on this machine, be it
 * the one in use or one of an earlier time.
 *
 * @throws AppError `passphrase-missing`, `key-missing`, `backup-key-lacking`, and what `readBackupHead` throws.
 */
export async function getSecretFor(
  file: string,
  passphraseFile: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ head: BackupHead; secret: BackupSecret }> {
  const head = await readBackupHead(file)
  if (head.lock.kind === 'passphrase') {
    const passphrase = findPassphrase(passphraseFile, env)
    if (passphrase === undefined) throw new AppError('passphrase-missing', {})
    return { head, secret: { passphrase } }
  }
  const keys = findKeys(head.storeId, env)
  for (const { bytes: storeKey } of keys) {
    if (await isSecretOf(file, { storeKey })) return { head, secret: { storeKey } }
  }
  if (keys.length === 0) throw new AppError('key-missing', { path: keyFilePath(head.storeId, env) })
  const { keyId = '?' } = head.lock
  throw new AppError('backup-key-lacking', { keyId, madeAt: head.madeAt })
}

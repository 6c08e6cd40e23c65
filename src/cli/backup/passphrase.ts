import { type BackupHead, readBackupHead } from '#platform/backup/backup-file'
import { type BackupSecret, checkPassphrase } from '#platform/backup/backup-lock'
import { AppError } from '#platform/errors'
import { findSecret, readSecretFile } from '#platform/secret-setting'
import { findStoreKey, keyFilePath } from '#platform/secrets'

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
 * What opens a backup: the passphrase, or for a daily copy the key of its store on this machine.
 *
 * @throws AppError `passphrase-missing`, `key-missing`, and what `readBackupHead` throws.
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
  const storeKey = findStoreKey(head.storeId, env)
  if (!storeKey) throw new AppError('key-missing', { path: keyFilePath(head.storeId, env) })
  return { head, secret: { storeKey } }
}

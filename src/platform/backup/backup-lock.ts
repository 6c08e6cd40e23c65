import { createHmac, hkdfSync, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { systemRandom } from '../random.ts'
import { toStoreKey } from '../store-key/store-key.ts'

/** What opens a backup: a passphrase that people keep, or the key that the store itself has. */
export type BackupSecret = { readonly passphrase: string } | { readonly storeKey: Uint8Array }

/** How the key of one file comes about; stands in the clear. */
export const BackupLock = z.strictObject({
  kind: z.enum(['passphrase', 'store-key']),
  salt: z.string().regex(/^[\w-]{22}$/),
  /** Of the kind `store-key`: which key of the store. */
  keyId: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional(),
})
export type BackupLock = z.infer<typeof BackupLock>

/** Two keys for one file: one seals its chunks, one proves the passphrase before any is read. */
export interface LockKeys {
  readonly sealKey: Uint8Array
  readonly headKey: Uint8Array
}

const saltBytes = 16
const keyBytes = 32
/**
 * 128 MiB and about half a second a try.
 *
 * @source OWASP Password Storage Cheat Sheet (2024): scrypt with N=2^17, r=8, p=1.
 */
const scryptCost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

const leastPassphrase = 12

/** A lock of its own for each file. */
export function newLock(secret: BackupSecret): BackupLock {
  return {
    kind: 'passphrase' in secret ? 'passphrase' : 'store-key',
    salt: Buffer.from(systemRandom(saltBytes)).toString('base64url'),
    ...('storeKey' in secret && { keyId: toStoreKey(secret.storeKey).id }),
  }
}

/** @throws AppError `passphrase-weak` under twelve characters. */
export function checkPassphrase(passphrase: string): void {
  if ([...passphrase].length < leastPassphrase) {
    throw new AppError('passphrase-weak', { least: leastPassphrase })
  }
}

export async function deriveKeys(lock: BackupLock, secret: BackupSecret): Promise<LockKeys> {
  const salt = Buffer.from(lock.salt, 'base64url')
  const bytes =
    'passphrase' in secret
      ? await scryptBytes(secret.passphrase.normalize('NFKC'), salt)
      : Buffer.from(hkdfSync('sha256', secret.storeKey, salt, 'betang backup', 2 * keyBytes))
  return { sealKey: bytes.subarray(0, keyBytes), headKey: bytes.subarray(keyBytes) }
}

function scryptBytes(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, 2 * keyBytes, scryptCost, (error, bytes) => {
      if (error) reject(error)
      else resolve(bytes)
    })
  })
}

/** 32 bytes that only who has the secret can make over these bytes. */
export function headMark({ headKey }: LockKeys, head: Uint8Array): Buffer {
  return createHmac('sha256', headKey).update(head).digest()
}

export function isHeadMark(keys: LockKeys, head: Uint8Array, mark: Uint8Array): boolean {
  return mark.length === keyBytes && timingSafeEqual(headMark(keys, head), mark)
}

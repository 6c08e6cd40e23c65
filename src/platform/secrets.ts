import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { AppError } from './errors.ts'
import { makeFolder } from './make-folder.ts'
import type { Store } from './open-store.ts'
import { type Random, systemRandom } from './random.ts'
import { findSecret } from './secret-setting.ts'

/** What the key of a store can do. The key itself never leaves this object. */
export interface Secrets {
  /** Encrypts text; the same text gives other bytes each time. */
  readonly seal: (text: string) => Uint8Array
  /** @throws when the bytes were changed or belong to another key. */
  readonly unseal: (sealed: Uint8Array) => string
  /** As `seal` and `unseal`, of bytes. */
  readonly sealBytes: (bytes: Uint8Array) => Uint8Array
  readonly unsealBytes: (sealed: Uint8Array) => Uint8Array
  /** Keyed HMAC-SHA-256, 32 bytes: finds a number without knowing it. Digits only are compared. */
  readonly hmacOf: (digits: string) => Uint8Array
  /** Keyed HMAC-SHA-256 over text as it stands, another for each purpose. */
  readonly textHmacOf: (purpose: string, text: string) => Uint8Array
}

const keyBytes = 32
const ivBytes = 12
const tagBytes = 16
/** First byte of every sealed value, so that another cipher can follow one day. */
const sealVersion = 1

/** Secrets over a master key of 32 bytes; encryption and HMAC use keys derived from it. */
export function makeSecrets(master: Uint8Array, random: Random = systemRandom): Secrets {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', master, new Uint8Array(0), `betang ${purpose}`, keyBytes))
  const sealKey = derive('seal')
  const hmacKey = derive('hmac')
  const textHmacKey = derive('text-hmac')

  function sealBytes(plain: Uint8Array): Uint8Array {
    const iv = random(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.from([sealVersion]), iv, body, cipher.getAuthTag()])
  }

  function unsealBytes(sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed)
    if (bytes[0] !== sealVersion) throw new Error('sealed value of an unknown version')
    const iv = bytes.subarray(1, 1 + ivBytes)
    const decipher = createDecipheriv('aes-256-gcm', sealKey, iv)
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
    const body = bytes.subarray(1 + ivBytes, bytes.length - tagBytes)
    return Buffer.concat([decipher.update(body), decipher.final()])
  }

  return {
    seal: (text) => sealBytes(Buffer.from(text, 'utf8')),
    unseal: (sealed) => unsealBytes(sealed).toString('utf8'),
    sealBytes,
    unsealBytes,
    hmacOf(digits) {
      return createHmac('sha256', hmacKey).update(digits.replace(/\D/g, '')).digest()
    },
    textHmacOf(purpose, text) {
      return createHmac('sha256', textHmacKey)
        .update(JSON.stringify([purpose, text]))
        .digest()
    },
  }
}

/** Where the key of a store lies: never in the data folder, so that a copy of it tells no NIK. */
export function keyFilePath(storeId: string, env: NodeJS.ProcessEnv = process.env): string {
  const home = env.BETANG_HOME ?? path.join(homedir(), '.betang')
  return path.join(home, `${storeId}.key`)
}

/** Shows later whether a key is the one that the store was written with. */
const checkText = 'betang key check'

/**
 * The secrets of a store: the key from `BETANG_KEY` (32 bytes in base64url), from the file that
 * `BETANG_KEY_FILE` names, or from its own file, which is made at the first start, readable by its
 * owner only.
 *
 * @throws AppError `key-missing` when the store was written with a key that is gone, `key-wrong`
 * when this is another one, `key-invalid` when it is no key, `folder-not-writable`, and what
 * `findSecret` throws.
 */
export async function openSecrets(
  store: Store,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Secrets> {
  const file = keyFilePath(store.storeId, env)
  const check = await findKeyCheck(store)
  const master = findStoreKey(store.storeId, env) ?? (check ? undefined : createKey(file))
  if (!master) throw new AppError('key-missing', { path: file })

  if (check) {
    if (!isKeyOf(check, master)) throw new AppError('key-wrong', { path: file })
  } else {
    await store.db
      .insertInto('run_state')
      .values({ key: 'key-check', value: JSON.stringify(keyMark(master).toString('base64url')) })
      .execute()
  }
  return makeSecrets(master)
}

/** The key by which a store was written, in 32 bytes; undefined where it lies nowhere. */
export function findStoreKey(
  storeId: string,
  env: NodeJS.ProcessEnv = process.env,
): Uint8Array | undefined {
  const setting = findSecret('BETANG_KEY', env)
  if (setting) return decodeKey(setting.value, setting.from)
  const file = keyFilePath(storeId, env)
  return existsSync(file) ? decodeKey(readFileSync(file, 'utf8'), file) : undefined
}

/**
 * Puts the key of a store where the store will look for it.
 *
 * @throws AppError `key-wrong` when another key lies there.
 */
export function keepStoreKey(
  storeId: string,
  key: Uint8Array,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const file = keyFilePath(storeId, env)
  const known = findStoreKey(storeId, env)
  if (!known) writeKey(file, key)
  else if (Buffer.compare(known, key) !== 0) {
    throw new AppError('key-wrong', { path: findSecret('BETANG_KEY', env)?.from ?? file })
  }
}

/** Whether a key is the one that the store was written with; no store was written without. */
export async function isStoreKey(store: Store, key: Uint8Array): Promise<boolean> {
  const check = await findKeyCheck(store)
  return check !== undefined && isKeyOf(check, key)
}

async function findKeyCheck({ db }: Store): Promise<Uint8Array | undefined> {
  const check = await db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', 'key-check')
    .executeTakeFirst()
  return check && Buffer.from(String(check.value), 'base64url')
}

function keyMark(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(checkText).digest()
}

function isKeyOf(check: Uint8Array, key: Uint8Array): boolean {
  const mark = keyMark(key)
  return check.length === mark.length && timingSafeEqual(check, mark)
}

function decodeKey(text: string, from: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== keyBytes) throw new AppError('key-invalid', { path: from })
  return key
}

function createKey(file: string): Uint8Array {
  const key = systemRandom(keyBytes)
  writeKey(file, key)
  return key
}

function writeKey(file: string, key: Uint8Array): void {
  try {
    makeFolder(path.dirname(file), 0o700)
    const text = `${Buffer.from(key).toString('base64url')}\n`
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    throw new AppError('folder-not-writable', { path: path.dirname(file) }, { cause })
  }
}

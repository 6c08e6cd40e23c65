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

/** What the key of a store can do. The key itself never leaves this object. */
export interface Secrets {
  /** Encrypts text; the same text gives other bytes each time. */
  readonly seal: (text: string) => Uint8Array
  /** @throws when the bytes were changed or belong to another key. */
  readonly unseal: (sealed: Uint8Array) => string
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

  return {
    seal(text) {
      const iv = random(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([sealVersion]), iv, body, cipher.getAuthTag()])
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed)
      if (bytes[0] !== sealVersion) throw new Error('sealed value of an unknown version')
      const iv = bytes.subarray(1, 1 + ivBytes)
      const decipher = createDecipheriv('aes-256-gcm', sealKey, iv)
      decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
      const body = bytes.subarray(1 + ivBytes, bytes.length - tagBytes)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
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
 * The secrets of a store: the key from `BETANG_KEY` (32 bytes in base64url) or its file, which is
 * made at the first start, readable by its owner only.
 *
 * @throws AppError `key-missing` when the store was written with a key that is gone, `key-wrong`
 * when this is another one, `key-invalid` when it is no key, `folder-not-writable`.
 */
export async function openSecrets(
  store: Store,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Secrets> {
  const file = keyFilePath(store.storeId, env)
  const check = await store.db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', 'key-check')
    .executeTakeFirst()

  const master = readKey(file, env) ?? (check ? undefined : createKey(file))
  if (!master) throw new AppError('key-missing', { path: file })
  const secrets = makeSecrets(master)
  const mark = createHmac('sha256', master).update(checkText).digest()

  if (!check) {
    await store.db
      .insertInto('run_state')
      .values({ key: 'key-check', value: JSON.stringify(mark.toString('base64url')) })
      .execute()
  } else {
    const expected = Buffer.from(String(check.value), 'base64url')
    if (expected.length !== mark.length || !timingSafeEqual(expected, mark)) {
      throw new AppError('key-wrong', { path: file })
    }
  }
  return secrets
}

function readKey(file: string, env: NodeJS.ProcessEnv): Uint8Array | undefined {
  const fromEnv = env.BETANG_KEY
  if (fromEnv === undefined && !existsSync(file)) return undefined
  const key = Buffer.from((fromEnv ?? readFileSync(file, 'utf8')).trim(), 'base64url')
  if (key.length !== keyBytes) {
    throw new AppError('key-invalid', { path: fromEnv === undefined ? file : 'BETANG_KEY' })
  }
  return key
}

function createKey(file: string): Uint8Array {
  const key = systemRandom(keyBytes)
  try {
    makeFolder(path.dirname(file), 0o700)
    const text = `${Buffer.from(key).toString('base64url')}\n`
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    throw new AppError('folder-not-writable', { path: path.dirname(file) }, { cause })
  }
  return key
}

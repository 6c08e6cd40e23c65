import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { type Random, systemRandom } from '../random.ts'
import { deriveKey, idBytes, type StoreKey } from './store-key.ts'

const ivBytes = 12
const tagBytes = 16
const hmacBytes = 32
/**
 * First byte of a sealed value. The first key of a store seals without its name, every later one with
 * it: version, id, nonce, body, tag.
 */
const sealVersion = { unnamed: 1, named: 2 } as const

/** The HMAC keys of earlier keys of a store, oldest first, in base64url. */
export const HmacChain = z.strictObject({
  first: z.strictObject({ id: z.string(), hmac: z.string(), textHmac: z.string() }),
  layers: z.array(z.strictObject({ id: z.string(), key: z.string() })),
})
export type HmacChain = z.infer<typeof HmacChain>

/** What the keys of a store can do. The keys themselves never leave this object. */
export interface Secrets {
  /** Encrypts text; the same text gives other bytes each time. */
  readonly seal: (text: string) => Uint8Array
  /** @throws when the bytes were changed; AppError `key-lacking` when they belong to another key. */
  readonly unseal: (sealed: Uint8Array) => string
  /** As `seal` and `unseal`, of bytes. */
  readonly sealBytes: (bytes: Uint8Array) => Uint8Array
  readonly unsealBytes: (sealed: Uint8Array) => Uint8Array
  /** Keyed HMAC-SHA-256, to be stored: finds a number without knowing it. Digits only are compared. */
  readonly hmacOf: (digits: string) => Uint8Array
  /** That, and as it stands where it was written under an earlier key: to search by. */
  readonly hmacsOf: (digits: string) => Uint8Array[]
  /** Keyed HMAC-SHA-256 over text as it stands, another for each purpose; to be stored. */
  readonly textHmacOf: (purpose: string, text: string) => Uint8Array
  /** That, and as it stands where it was written under an earlier key: to search by. */
  readonly textHmacsOf: (purpose: string, text: string) => Uint8Array[]
  /** A stored HMAC as it is under the newest key: to compare with one just made. */
  readonly renewHmac: (stored: Uint8Array) => Uint8Array
}

/**
 * The keys of a store, of which the newest seals.
 *
 * An HMAC under a later key is the HMAC of the one before: `HMAC(k3, HMAC(k2, HMAC(k1, text)))`, with
 * the id of the key behind it. So a stored one moves on to another key without the text, and whoever
 * has earlier keys cannot try numbers on it.
 */
export interface KeyRing extends Secrets {
  readonly newestId: () => string
  /** Takes a key that follows the newest. */
  readonly add: (key: StoreKey) => void
  /** The same value sealed by the newest key. */
  readonly reseal: (sealed: Uint8Array) => Uint8Array
  /** The HMAC keys of all keys before the newest, sealed by it. */
  readonly sealChain: () => Uint8Array
}

export interface RingParts {
  readonly key: StoreKey
  /** As `sealChain` gave it when `key` came into use; absent for the first key. */
  readonly chain?: Uint8Array | undefined
  /** Looks whether a key has come that follows the newest. */
  readonly look?: ((newestId: string) => StoreKey | undefined) | undefined
  readonly random?: Random
}

interface Generation {
  readonly id: string
  readonly idBytes: Buffer
  /** Absent where the key is gone. */
  readonly sealKey?: Buffer
}

/** Half a second: within it, other processes write and search with a key that has come. */
const lookEveryMs = 500

export function makeKeyRing({ key, chain, look, random = systemRandom }: RingParts): KeyRing {
  const past = chain && openChain(chain, key)
  const first = past
    ? { hmac: fromBase64(past.first.hmac), textHmac: fromBase64(past.first.textHmac) }
    : { hmac: deriveKey(key, 'hmac'), textHmac: deriveKey(key, 'text-hmac') }
  /** The key of a layer stands at the place of its generation less one. */
  const layers = past?.layers.map((layer) => fromBase64(layer.key)) ?? []
  const generations: Generation[] = past
    ? [past.first, ...past.layers].map(({ id }) => ({ id, idBytes: Buffer.from(id, 'hex') }))
    : []
  if (past) layers.push(deriveKey(key, 'hmac-layer'))
  generations.push(generationOf(key))

  let lookedMs = 0
  function lookAgain(isAsked: boolean): void {
    if (!look) return
    const nowMs = Date.now()
    if (!isAsked && Math.abs(nowMs - lookedMs) < lookEveryMs) return
    const found = look(newest().id)
    if (found) add(found)
    lookedMs = nowMs
  }
  function newest(): Generation & { readonly sealKey: Buffer } {
    const last = generations.at(-1)
    if (!last?.sealKey) throw new Error('a ring of keys is never empty')
    return { ...last, sealKey: last.sealKey }
  }
  function add(next: StoreKey): void {
    layers.push(deriveKey(next, 'hmac-layer'))
    generations.push(generationOf(next))
  }

  function sealBytes(plain: Uint8Array): Uint8Array {
    lookAgain(false)
    const { sealKey, idBytes: id } = newest()
    const head =
      generations.length === 1
        ? Buffer.from([sealVersion.unnamed])
        : Buffer.concat([Buffer.from([sealVersion.named]), id])
    return sealUnder(sealKey, head, plain, random)
  }
  function unsealBytes(sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed)
    return openUnder(sealKeyOf(bytes), bytes)
  }
  function sealKeyOf(sealed: Buffer): Buffer {
    const find = () =>
      sealed[0] === sealVersion.unnamed
        ? generations[0]
        : generations.find((one) => one.idBytes.equals(sealed.subarray(1, 1 + idBytes)))
    if (sealed[0] !== sealVersion.unnamed && sealed[0] !== sealVersion.named) {
      throw new Error('sealed value of an unknown version')
    }
    if (!find()) lookAgain(true)
    const found = find()
    if (found?.sealKey) return found.sealKey
    const keyId = found?.id ?? sealed.subarray(1, 1 + idBytes).toString('hex')
    throw new AppError('key-lacking', { keyId })
  }

  /** Under each key, newest first. */
  function layered(innermost: Buffer, from = 0): Buffer[] {
    const all = [from === 0 ? innermost : named(innermost, from)]
    let raw = innermost
    for (let place = from + 1; place < generations.length; place++) {
      raw = createHmac('sha256', layers[place - 1] ?? '')
        .update(raw)
        .digest()
      all.unshift(named(raw, place))
    }
    return all
  }
  function named(raw: Buffer, place: number): Buffer {
    return Buffer.concat([raw, generations[place]?.idBytes ?? Buffer.alloc(0)])
  }
  function hmacsOf(digits: string): Buffer[] {
    lookAgain(false)
    return layered(createHmac('sha256', first.hmac).update(digits.replace(/\D/g, '')).digest())
  }
  function textHmacsOf(purpose: string, text: string): Buffer[] {
    lookAgain(false)
    return layered(
      createHmac('sha256', first.textHmac)
        .update(JSON.stringify([purpose, text]))
        .digest(),
    )
  }

  return {
    seal: (text) => sealBytes(Buffer.from(text, 'utf8')),
    unseal: (sealed) => unsealBytes(sealed).toString('utf8'),
    sealBytes,
    unsealBytes,
    hmacOf: (digits) => firstOf(hmacsOf(digits)),
    hmacsOf,
    textHmacOf: (purpose, text) => firstOf(textHmacsOf(purpose, text)),
    textHmacsOf,
    renewHmac(stored) {
      lookAgain(false)
      const bytes = Buffer.from(stored)
      if (bytes.length !== hmacBytes + idBytes) return firstOf(layered(bytes))
      const find = () =>
        generations.findIndex((one) => one.idBytes.equals(bytes.subarray(hmacBytes)))
      if (find() === -1) lookAgain(true)
      const place = find()
      if (place === -1) {
        throw new AppError('key-lacking', { keyId: bytes.subarray(hmacBytes).toString('hex') })
      }
      return firstOf(layered(bytes.subarray(0, hmacBytes), place))
    },
    newestId: () => newest().id,
    add,
    reseal: (sealed) => sealBytes(unsealBytes(sealed)),
    sealChain() {
      const [oldest, ...later] = generations.slice(0, -1)
      if (!oldest) throw new Error('nothing comes before the first key')
      const all: HmacChain = {
        first: {
          id: oldest.id,
          hmac: first.hmac.toString('base64url'),
          textHmac: first.textHmac.toString('base64url'),
        },
        layers: later.map(({ id }, place) => ({
          id,
          key: (layers[place] ?? Buffer.alloc(0)).toString('base64url'),
        })),
      }
      return sealBytes(Buffer.from(JSON.stringify(all)))
    },
  }
}

/** What a value sealed by a later key begins with, in hexadecimal. */
export function sealedHeadOf(keyId: string): string {
  return `0${sealVersion.named}${keyId}`
}

function generationOf(key: StoreKey): Generation {
  return { id: key.id, idBytes: Buffer.from(key.id, 'hex'), sealKey: deriveKey(key, 'seal') }
}

function sealUnder(sealKey: Buffer, head: Buffer, plain: Uint8Array, random: Random): Buffer {
  const iv = random(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
  if (head.length > 1) cipher.setAAD(head)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([head, iv, body, cipher.getAuthTag()])
}

function openUnder(sealKey: Buffer, sealed: Buffer): Buffer {
  const headBytes = sealed[0] === sealVersion.unnamed ? 1 : 1 + idBytes
  const iv = sealed.subarray(headBytes, headBytes + ivBytes)
  const decipher = createDecipheriv('aes-256-gcm', sealKey, iv)
  if (headBytes > 1) decipher.setAAD(sealed.subarray(0, headBytes))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const body = sealed.subarray(headBytes + ivBytes, sealed.length - tagBytes)
  return Buffer.concat([decipher.update(body), decipher.final()])
}

function openChain(sealed: Uint8Array, key: StoreKey): HmacChain {
  return HmacChain.parse(
    JSON.parse(openUnder(deriveKey(key, 'seal'), Buffer.from(sealed)).toString()),
  )
}

function firstOf(values: readonly Buffer[]): Buffer {
  const [value] = values
  if (!value) throw new Error('a ring of keys is never empty')
  return value
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64url')
}

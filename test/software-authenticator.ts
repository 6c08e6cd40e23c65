import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import type { PasskeyProof, PasskeyRegistration } from '#access/schema'

/** The flags of authenticator data: present, verified by the device's own lock, key attached. */
const userPresent = 0x01
const userVerified = 0x04
const keyAttached = 0x40

interface Credential {
  readonly id: Buffer
  readonly privateKey: KeyObject
  readonly host: string
  readonly userHandle: string
  counter: number
}

/** What a test may make it do wrong. */
export interface Whim {
  readonly isUnlocked?: boolean
  readonly origin?: string
  readonly counter?: number
}

/**
 * A passkey authenticator in software: P-256 keys, COSE and CBOR as a device writes them.
 *
 * Holds one passkey a host and counts its uses.
 */
export class SoftwareAuthenticator {
  readonly #credentials = new Map<string, Credential>()

  /** Makes a passkey, as `navigator.credentials.create` does. */
  create(options: Record<string, unknown>, origin: string, whim: Whim = {}) {
    const host = new URL(origin).hostname
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const user = options.user
    const userHandle =
      typeof user === 'object' && user !== null && 'id' in user ? String(user.id) : ''
    const credential = { id: randomBytes(32), privateKey, host, userHandle, counter: 0 }
    this.#credentials.set(host, credential)

    const length = Buffer.alloc(2)
    length.writeUInt16BE(credential.id.length)
    const attached = [Buffer.alloc(16), length, credential.id, coseKey(privateKey)]
    const data = authenticatorData(credential, keyAttached | flagsOf(whim), attached)
    return {
      ...named(credential),
      response: {
        clientDataJSON: clientData('webauthn.create', options.challenge, whim.origin ?? origin),
        attestationObject: cbor(
          new Map<string, Encodable>([
            ['fmt', 'none'],
            ['attStmt', new Map()],
            ['authData', data],
          ]),
        ).toString('base64url'),
        transports: ['internal'],
        publicKeyAlgorithm: -7,
        authenticatorData: data.toString('base64url'),
      },
    } satisfies PasskeyRegistration['response']
  }

  /** Signs a challenge, as `navigator.credentials.get` does. */
  get(options: Record<string, unknown>, origin: string, whim: Whim = {}): PasskeyProof {
    const credential = this.#credentials.get(new URL(origin).hostname)
    if (!credential) throw new Error('no passkey for this host')
    credential.counter++
    const { counter } = { ...credential, ...whim }
    const data = authenticatorData({ ...credential, counter }, flagsOf(whim))
    const client = clientData('webauthn.get', options.challenge, whim.origin ?? origin)
    const clientHash = createHash('sha256').update(Buffer.from(client, 'base64url')).digest()
    const signature = sign('sha256', Buffer.concat([data, clientHash]), credential.privateKey)
    return {
      ...named(credential),
      response: {
        clientDataJSON: client,
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: credential.userHandle,
      },
    }
  }
}

function named({ id }: Credential) {
  const text = id.toString('base64url')
  return { id: text, rawId: text, type: 'public-key' as const, clientExtensionResults: {} }
}

function flagsOf({ isUnlocked = true }: Whim): number {
  return userPresent | (isUnlocked ? userVerified : 0)
}

function clientData(type: string, challenge: unknown, origin: string): string {
  const text = JSON.stringify({ type, challenge, origin, crossOrigin: false })
  return Buffer.from(text).toString('base64url')
}

/** @source W3C Web Authentication level 3, section 6.1. */
function authenticatorData(
  { host, counter }: Credential,
  flags: number,
  attached: readonly Buffer[] = [],
): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(flags)
  head.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(host).digest(), head, ...attached])
}

/** ES256 on P-256 (RFC 9053, section 2.1 and 7.1). */
function coseKey(privateKey: KeyObject): Buffer {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return cbor(
    new Map<number, Encodable>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}

type Encodable = number | string | Buffer | ReadonlyMap<number | string, Encodable>

/** CBOR (RFC 8949) of whole numbers, text, bytes and maps below 64 KiB. */
function cbor(value: Encodable): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') {
    const bytes = Buffer.from(value)
    return Buffer.concat([head(3, bytes.length), bytes])
  }
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, entry]) => [cbor(key), cbor(entry)])
  return Buffer.concat([head(5, value.size), ...entries])
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count])
  if (count < 256) return Buffer.from([(major << 5) | 24, count])
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255])
}

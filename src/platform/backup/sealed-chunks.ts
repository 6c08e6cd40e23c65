import { createCipheriv, createDecipheriv } from 'node:crypto'
import { AppError } from '../errors.ts'

const chunkBytes = 65_536
const tagBytes = 16

/** A key of 32 bytes that seals one file and no other, and the bytes that the file must begin with. */
export interface ChunkKey {
  readonly key: Uint8Array
  readonly head: Uint8Array
}

/**
 * Bytes of any length to AES-256-GCM chunks of 64 KiB that can be read one after another.
 *
 * The nonce of a chunk is its number and whether it is the last, so that none can be left out, moved
 * or put behind the end. It never repeats under a key, since a key serves one file.
 *
 * @source Hoang, Reyhanitabar, Rogaway and Vizár (2015), "Online Authenticated-Encryption and its
 * Nonce-Reuse Misuse-Resistance" (STREAM), as the age format uses it.
 */
export async function* sealChunks(
  source: AsyncIterable<Uint8Array>,
  key: ChunkKey,
): AsyncGenerator<Uint8Array> {
  let waiting = Buffer.alloc(0)
  let chunkNo = 0
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes])
    while (waiting.length > chunkBytes) {
      yield seal(key, chunkNo++, false, waiting.subarray(0, chunkBytes))
      waiting = waiting.subarray(chunkBytes)
    }
  }
  yield seal(key, chunkNo, true, waiting)
}

/**
 * What `sealChunks` was given. Nothing of a chunk is handed on before the whole chunk proved true.
 *
 * @throws AppError `backup-damaged` at the first byte that was changed, and where the end is missing.
 */
export async function* unsealChunks(
  source: AsyncIterable<Uint8Array>,
  key: ChunkKey,
): AsyncGenerator<Uint8Array> {
  const sealedBytes = chunkBytes + tagBytes
  let waiting = Buffer.alloc(0)
  let chunkNo = 0
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes])
    while (waiting.length > sealedBytes) {
      yield unseal(key, chunkNo++, false, waiting.subarray(0, sealedBytes))
      waiting = waiting.subarray(sealedBytes)
    }
  }
  yield unseal(key, chunkNo, true, waiting)
}

function seal({ key, head }: ChunkKey, no: number, isLast: boolean, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(no, isLast))
  cipher.setAAD(head)
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function unseal({ key, head }: ChunkKey, no: number, isLast: boolean, sealed: Buffer): Buffer {
  if (sealed.length < tagBytes) throw new AppError('backup-damaged', {})
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(no, isLast))
  decipher.setAAD(head)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch (cause) {
    throw new AppError('backup-damaged', {}, { cause })
  }
}

/** Twelve bytes: the number of the chunk, then 1 for the last. */
function nonce(no: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(no, 7)
  bytes[11] = isLast ? 1 : 0
  return bytes
}

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** 32 random bytes from which all that a store needs is derived, and the name by which they are told. */
export interface StoreKey {
  /** 8 hexadecimal digits that tell nothing of the bytes. */
  readonly id: string
  readonly bytes: Uint8Array
  /** The key before this one; absent for the first, and where it is not known. */
  readonly after?: string
}

export const keyBytes = 32
/** Bytes of an id. */
export const idBytes = 4

/** @param bytes 32 of them. */
export function toStoreKey(bytes: Uint8Array, after?: string): StoreKey {
  const id = createHmac('sha256', bytes)
    .update('betang key id')
    .digest('hex')
    .slice(0, 2 * idBytes)
  return { id, bytes, ...(after === undefined ? {} : { after }) }
}

/** Another key for each purpose. */
export function deriveKey({ bytes }: StoreKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, new Uint8Array(0), `betang ${purpose}`, keyBytes))
}

/** Shows later whether a key is the one that a store was written with. */
export function markOf({ bytes }: StoreKey): Buffer {
  return createHmac('sha256', bytes).update('betang key check').digest()
}

export function isMarkOf(mark: Uint8Array, key: StoreKey): boolean {
  const own = markOf(key)
  return mark.length === own.length && timingSafeEqual(mark, own)
}

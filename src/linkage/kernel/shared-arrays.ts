/** Typed arrays in memory that all threads share. */
export type SharedInt32 = Int32Array<SharedArrayBuffer>
export type SharedUint32 = Uint32Array<SharedArrayBuffer>

export function sharedInt32(length: number): SharedInt32 {
  return new Int32Array(new SharedArrayBuffer(length * 4))
}

export function sharedUint32(length: number): SharedUint32 {
  return new Uint32Array(new SharedArrayBuffer(length * 4))
}

/** A shared copy of whole numbers. */
export function shareInt32(values: ArrayLike<number>): SharedInt32 {
  const shared = sharedInt32(values.length)
  shared.set(values)
  return shared
}

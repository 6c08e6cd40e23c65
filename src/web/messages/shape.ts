import type { id } from './id/index.ts'

/** Every key that the app shows; Indonesian is the source. */
export type MessageKey = keyof typeof id
/** A complete catalogue: a language with a key missing does not compile. */
export type Messages = { readonly [Key in MessageKey]: string }

import { randomBytes } from 'node:crypto'

/** That many unpredictable bytes; handed in, so that a test can repeat itself. */
export type Random = (byteCount: number) => Uint8Array

/** The operating system's generator. */
export const systemRandom: Random = (byteCount) => randomBytes(byteCount)

// 32 letters and digits that cannot be misread aloud, so that five bits make one character.
const letters = 'abcdefghjkmnpqrstuvwxyz3456789AE'

/** A secret that a person can type: 28 characters in groups of four, 140 bits. */
export function randomPassword(random: Random): string {
  const characters = Array.from(random(28), (byte) => letters[byte % letters.length]).join('')
  return characters.replace(/.{4}(?=.)/g, '$&-')
}

/** An unguessable token of 256 bits, in letters that a cookie takes. */
export function randomToken(random: Random): string {
  return Buffer.from(random(32)).toString('base64url')
}

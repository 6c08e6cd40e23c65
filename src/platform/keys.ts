import { createHash } from 'node:crypto'

/** Letters and digits that cannot be misread aloud: no i, l, o, u, 0, 1. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789'

/**
 * A public key of 10 characters derived from text, the same on every machine.
 *
 * 30^10 is about 5.9e14 keys: among 3 million the chance of one collision is below 1 percent.
 */
export function publicKey(text: string): string {
  const digest = createHash('sha256').update(text).digest()
  let value = digest.readBigUInt64BE(0)
  let key = ''
  for (let place = 0; place < 10; place++) {
    key += alphabet[Number(value % 30n)]
    value /= 30n
  }
  return key
}

import { timingSafeEqual } from 'node:crypto'
import { type Random, randomToken } from '#platform/random'
import type { Secrets } from '#platform/secrets'

/**
 * The mark of a device on which this account signed in: a random word, and proof that we gave it.
 *
 * Failed attempts are counted apart for such a device, so that whoever guesses at a colleague's
 * password, from the same office even, does not make the colleague wait at the own desk.
 *
 * @source OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
 */
export function deviceMark(userName: string, secrets: Secrets, random: Random): string {
  const word = randomToken(random)
  const [proof = new Uint8Array(0)] = proofsOf(word, userName, secrets)
  return `${word}.${Buffer.from(proof).toString('base64url')}`
}

/** The random word of a device known for this account; undefined for any other. */
export function findKnownDevice(
  mark: string | undefined,
  userName: string,
  secrets: Secrets,
): string | undefined {
  const [word = '', proof = ''] = (mark ?? '').split('.')
  const given = Buffer.from(proof, 'base64url')
  const isOurs = proofsOf(word, userName, secrets).some(
    (expected) => given.length === expected.length && timingSafeEqual(given, expected),
  )
  return isOurs ? word : undefined
}

/** Under the key in use first; a device keeps the mark that it was given under an earlier one. */
function proofsOf(word: string, userName: string, secrets: Secrets): Uint8Array[] {
  return secrets.textHmacsOf('known-device', `${userName.toLowerCase()} ${word}`)
}

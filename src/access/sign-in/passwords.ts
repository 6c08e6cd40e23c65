import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#platform/errors'

/**
 * Argon2id, the library's default.
 *
 * @source OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane at the least.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const shortest = 10
const longest = 128
const fewestDifferent = 5
/** What a stranger tries first here; a password may hold them, but not consist of them. */
const guessable =
  /betang|palangka|raya|kalteng|kalimantan|dinsos|bapperida|tkpk|admin|petugas|rahasia|password|sandi|qwerty|asdf|123\d*|bismillah|indonesia|merdeka|20[0-4]\d/gi

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password)
}

/**
 * Refuses a password that is short, long or what a stranger would try; asks for no kinds of
 * characters.
 *
 * @throws AppError `password-weak`
 * @source OWASP ASVS 5.0, V6.2.1, V6.2.5, V6.2.9, V6.2.11.
 */
export function checkPassword(password: string, userName: string): void {
  if ([...password].length < shortest) throw new AppError('password-weak', { reason: 'short' })
  if ([...password].length > longest) throw new AppError('password-weak', { reason: 'long' })
  const rest = password.toLowerCase().replaceAll(userName.toLowerCase(), '').replace(guessable, '')
  if (new Set(rest.replace(/[\s\p{P}\p{S}]/gu, '')).size < fewestDifferent) {
    throw new AppError('password-weak', { reason: 'guessable' })
  }
}

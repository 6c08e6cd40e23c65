import { createHash, timingSafeEqual } from 'node:crypto'
import { type Random, randomToken } from '#platform/random'

/** A key as it is told, once: `btg_` prefix `_` secret. Programs that look for lost secrets know it. */
const keyText = /^btg_([a-f0-9]{12})_[A-Za-z0-9_-]{43}$/
const prefixBytes = 6

/** A key and what is kept of it. */
export interface FreshKey {
  /** Shown once. */
  readonly text: string
  readonly prefix: string
  readonly hash: string
}

/** An unguessable key of 256 bits under a prefix of its own. */
export function makeKey(random: Random): FreshKey {
  const prefix = Buffer.from(random(prefixBytes)).toString('hex')
  const text = `btg_${prefix}_${randomToken(random)}`
  return { text, prefix, hash: hashKey(text) }
}

/** The prefix of what came as `Authorization: Bearer …`, with the key; undefined for anything else. */
export function readBearer(
  authorization: string,
): { readonly text: string; readonly prefix: string } | undefined {
  const text = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
  const prefix = keyText.exec(text)?.[1]
  return prefix === undefined ? undefined : { text, prefix }
}

/** Whether a key is the one of which the hash is kept. */
export function isKey(text: string, hash: string): boolean {
  const given = Buffer.from(hashKey(text))
  const kept = Buffer.from(hash)
  return given.length === kept.length && timingSafeEqual(given, kept)
}

function hashKey(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

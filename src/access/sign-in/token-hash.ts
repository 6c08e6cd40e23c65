import { createHash } from 'node:crypto'

/** Only the hash of a token is kept: a copy of the store opens no session. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

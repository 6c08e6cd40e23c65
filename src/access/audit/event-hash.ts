import { createHash } from 'node:crypto'

/** An event as it is sealed: every column of `audit_event` as text. */
export interface EventText {
  readonly event_id: number
  /** `2026-07-01T03:00:00.123456Z`, in UTC with microseconds. */
  readonly at_text: string
  readonly account_id: string | null
  readonly organisation_id: string | null
  readonly role: string | null
  readonly action: string
  readonly purpose: string | null
  readonly subject_kind: string | null
  readonly subject_id: string | null
  readonly fields: readonly string[]
  readonly reason: string | null
  readonly request_id: string | null
  /** jsonb as PostgreSQL writes it: keys by length and then by bytes, `": "` and `", "` between. */
  readonly detail_text: string
}

/** What stands before the first entry of the chain. */
export const noHash: Uint8Array = new Uint8Array(32)

/**
 * SHA-256 of an entry of the chain.
 *
 * The bytes are the 32 of the previous entry's hash, then each column in the order of `EventText`.
 * A column is `-` for null, else its UTF-8 text as a netstring, `<bytes>:<text>,`; a list is the
 * netstring of its elements' netstrings. So no two events share their bytes, and anyone can work
 * the hash out again without Betang.
 */
export function hashEvent(previousHash: Uint8Array, event: EventText): Uint8Array {
  const columns = [
    netstring(String(event.event_id)),
    netstring(event.at_text),
    netstring(event.account_id),
    netstring(event.organisation_id),
    netstring(event.role),
    netstring(event.action),
    netstring(event.purpose),
    netstring(event.subject_kind),
    netstring(event.subject_id),
    netstring(event.fields.map(netstring).join('')),
    netstring(event.reason),
    netstring(event.request_id),
    netstring(event.detail_text),
  ]
  return createHash('sha256').update(previousHash).update(columns.join(''), 'utf8').digest()
}

function netstring(text: string | null): string {
  return text === null ? '-' : `${Buffer.byteLength(text)}:${text},`
}

/** A hash as people read and type it. */
export function toHex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex')
}

import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { SignedIn } from '#platform/http'
import type { Viewer } from '#platform/scoped-db'

/** Who acts, under which role and for what; null where nobody has signed in. */
export interface Asker {
  readonly accountId: string | null
  readonly organisationId: string | null
  readonly role: string | null
  readonly purpose: string | null
  readonly requestId: string | null
  /** Classes of data, or single fields, that are shown. */
  readonly fields: readonly string[]
}

/** Betang itself: the sealer, a job, a command on the server. */
export const bySystem: Asker = {
  accountId: null,
  organisationId: null,
  role: 'system',
  purpose: null,
  requestId: null,
  fields: [],
}

/** What is done, in words of one kind: `read`, `search`, `export`, `sign-in`, `refused`. */
interface Deed extends Asker {
  readonly action: string
  /** In the actor's own words; long numbers in it are blotted out. */
  readonly reason?: string | undefined
  /** Ids, numbers and counts. */
  readonly detail?: Detail | undefined
}
type Detail = Readonly<Record<string, DetailValue | readonly DetailValue[]>>
type DetailValue = string | number | boolean | null | undefined

/** Something that was done, or tried. */
export interface AuditEvent extends Deed {
  /** `person`, `family`, `account`, `audit`; absent where it is about none. */
  readonly subjectKind?: string
  /** The public key, never a NIK. */
  readonly subjectId?: string
}

/** A look at persons or families: an event each, so that each can be told who looked. */
export interface Reads extends Deed {
  readonly subjectKind: 'person' | 'family'
  readonly subjectIds: readonly string[]
}

/** The part of an event that a request knows: `recordEvent(db, { ...askedBy(request), action })`. */
export function askedBy(request: {
  readonly id: string
  readonly signedIn: SignedIn | null
  readonly viewer: Viewer | null
}): Asker {
  const { signedIn, viewer } = request
  return {
    accountId: signedIn?.accountId ?? null,
    organisationId: signedIn?.organisationId ?? null,
    role: viewer?.role ?? null,
    purpose: viewer?.purpose ?? null,
    requestId: request.id,
    fields: viewer?.dataClasses ?? [],
  }
}

/**
 * Writes one event. Call it with the transaction of what it tells, so that neither stands alone.
 *
 * @throws TypeError when `subjectId` or `detail` holds more than ids and numbers.
 */
export async function recordEvent(db: Db, event: AuditEvent): Promise<void> {
  await insertEvents(db, event, event.subjectKind ?? null, [event.subjectId ?? null])
}

/** Writes one event for each person or family looked at. Call it before the answer leaves. */
export async function recordReads(db: Db, reads: Reads): Promise<void> {
  const subjectIds = [...new Set(reads.subjectIds)]
  for (let from = 0; from < subjectIds.length; from += idsAStatement) {
    await insertEvents(db, reads, reads.subjectKind, subjectIds.slice(from, from + idsAStatement))
  }
}

const idsAStatement = 5000

async function insertEvents(
  db: Db,
  deed: Deed,
  subjectKind: string | null,
  subjectIds: readonly (string | null)[],
): Promise<void> {
  const detail = deed.detail ?? {}
  for (const id of subjectIds) refuseWords('subjectId', id)
  for (const [key, value] of Object.entries(detail)) refuseWords(key, value)
  // A viewer's own `audit_event` is the view that auditors read; events go to the table.
  await sql`
    insert into public.audit_event (account_id, organisation_id, role, action, purpose, subject_kind,
      subject_id, fields, reason, request_id, detail)
    select ${deed.accountId}::text, ${deed.organisationId}::text, ${deed.role}::text,
      ${deed.action}::text, ${deed.purpose}::text, ${subjectKind}::text, s.subject_id,
      ${deed.fields}::text[], ${blotNumbers(deed.reason)}::text, ${deed.requestId}::text,
      ${JSON.stringify(detail)}::jsonb
    from unnest(${subjectIds}::text[]) as s (subject_id)`.execute(db)
}

const idOnly = /^[\p{L}\w.:@/-]{0,100}$/u
/** One in 280 of them ends in twelve digits. */
const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g

/** A name has a blank in it, a NIK is a long run of digits: neither is an id. */
function refuseWords(key: string, value: DetailValue | readonly DetailValue[]): void {
  for (const single of typeof value === 'object' && value !== null ? value : [value]) {
    const isWords =
      typeof single === 'string' &&
      (!idOnly.test(single) || /\d{12}/.test(single.replace(uuid, '')))
    const isLong = typeof single === 'number' && Math.abs(single) >= 1e12
    if (isWords || isLong) throw new TypeError(`${key} of an audit event is not an id or a number`)
  }
}

/** NIK, family card and telephone numbers do not enter the trail, however they are spaced. */
function blotNumbers(reason: string | undefined): string | null {
  return reason?.replace(/\d(?:[ .-]?\d){9,}/g, '•').slice(0, 500) ?? null
}

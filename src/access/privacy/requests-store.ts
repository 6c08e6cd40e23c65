import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { fromCursor, toCursor } from '#platform/http'
import type { Secrets } from '#platform/secrets'
import { findPresentPersonId } from './present-person.ts'
import { getRight } from './privacy-files.ts'
import { nextStates } from './request-states.ts'
import {
  ChangeRequest,
  SubjectRequest,
  type SubjectRequestFilter,
  SubjectRequestLine,
  type SubjectRequestPage,
} from './schema.ts'
import { readTerm } from './term-clock.ts'

const pageSize = 50

/**
 * A page of requests: the open ones by the end of their term, so that late ones stand on top; the
 * closed ones latest first.
 *
 * @throws AppError `cursor-invalid`.
 */
export async function findRequests(
  db: Db,
  { state, kind, cursor }: SubjectRequestFilter,
  now: Date,
): Promise<SubjectRequestPage> {
  const isOpen = state === 'open'
  let query = db
    .selectFrom('subject_request')
    .selectAll()
    .where('closed_at', isOpen ? 'is' : 'is not', null)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (cursor !== undefined) {
    const [at, no] = fromCursor(cursor, 2)
    if (typeof at !== 'string' || typeof no !== 'number' || Number.isNaN(Date.parse(at))) {
      throw new AppError('cursor-invalid', {})
    }
    query = isOpen
      ? query.where(sql<boolean>`(due_at, request_no) > (${at}::timestamptz, ${no}::bigint)`)
      : query.where(sql<boolean>`(closed_at, request_no) < (${at}::timestamptz, ${no}::bigint)`)
  }
  const rows = await query
    .orderBy(isOpen ? 'due_at' : 'closed_at', isOpen ? 'asc' : 'desc')
    .orderBy('request_no', isOpen ? 'asc' : 'desc')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    requests: shown.map((row) => toLine(row, now)),
    ...(await countOpen(db, now)),
    nextCursor:
      rows.length > pageSize && last
        ? toCursor([isOpen ? last.due_at : last.closed_at, last.request_no])
        : null,
  }
}

async function countOpen(db: Db, now: Date): Promise<{ openCount: number; lateCount: number }> {
  return db
    .selectFrom('subject_request')
    .select([
      sql<number>`count(*)::integer`.as('openCount'),
      sql<number>`(count(*) filter (where due_at < ${now.toISOString()}::timestamptz))::integer`.as(
        'lateCount',
      ),
    ])
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
}

/** Requests that an account made itself, latest first. */
export async function findOwnRequests(
  db: Db,
  accountId: string,
  now: Date,
): Promise<SubjectRequestLine[]> {
  const rows = await db
    .selectFrom('subject_request')
    .selectAll()
    .where('entered_by', '=', accountId)
    .where('channel', '=', 'account')
    .orderBy('request_no', 'desc')
    .limit(pageSize)
    .execute()
  return rows.map((row) => toLine(row, now))
}

type RequestRow = Awaited<ReturnType<typeof getRequestRow>>

/** @throws AppError `subject-request-not-found`. */
export async function getRequestRow(db: Db, requestNo: number) {
  const row = await db
    .selectFrom('subject_request')
    .selectAll()
    .where('request_no', '=', requestNo)
    .executeTakeFirst()
  if (!row) throw new AppError('subject-request-not-found', { requestNo })
  return row
}

/**
 * A request with its log and the corrections it asks for.
 *
 * @throws AppError `subject-request-not-found`.
 */
export async function getRequest(
  db: Db,
  secrets: Secrets,
  requestNo: number,
  now: Date,
): Promise<SubjectRequest> {
  const row = await getRequestRow(db, requestNo)
  const steps = await db
    .selectFrom('subject_request_step as s')
    .leftJoin('audit_actor as a', 'a.account_id', 's.account_id')
    .select(['s.at', 's.state', 's.note', 's.ground', 'a.display_name', 's.account_id'])
    .where('s.request_no', '=', requestNo)
    .orderBy('s.step_no')
    .execute()
  const changes = await db
    .selectFrom('change_request')
    .selectAll()
    .where('request_no', '=', requestNo)
    .orderBy('change_no')
    .execute()
  const mark = await db
    .selectFrom('subject_mark as m')
    .leftJoin('audit_actor as a', 'a.account_id', 'm.ended_by')
    .select(['m.kind', 'm.since', 'm.ended_at', 'm.ended_by', 'm.ended_reason', 'a.display_name'])
    .where('m.request_no', '=', requestNo)
    .executeTakeFirst()
  const line = toLine(row, now)
  return SubjectRequest.parse({
    ...line,
    contact: row.contact,
    wish: row.wish,
    ...(await findStanding(db, row)),
    guardian: toGuardian(row),
    identityMeans: row.identity_means,
    identityCheckedAt: row.identity_checked_at,
    refusalGround: row.refusal_ground,
    steps: steps.map(({ display_name, account_id, ...step }) => ({
      ...step,
      by: display_name ?? account_id,
    })),
    changes: changes.map((change) =>
      ChangeRequest.parse({
        changeNo: change.change_no,
        subjectKind: change.subject_kind,
        field: change.field,
        asked: secrets.unseal(change.asked_cipher),
        state: change.state,
        notedAt: change.noted_at,
      }),
    ),
    mark: mark
      ? {
          kind: mark.kind,
          since: mark.since,
          endedAt: mark.ended_at,
          endedBy: mark.display_name ?? mark.ended_by,
          endedReason: mark.ended_reason,
        }
      : null,
    next: nextStates(line.state),
  })
}

/** Whose data it is about, under the ids of now; as written down where the record is in the register no more. */
async function findStanding(db: Db, { person_id, family_id }: RequestRow) {
  if (person_id === null) return { personId: null, familyId: family_id }
  const personId = await findPresentPersonId(db, person_id)
  const standing = await db
    .selectFrom('person')
    .select('family_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return { personId, familyId: standing?.family_id ?? family_id }
}

function toGuardian(row: RequestRow) {
  if (row.guardian_relation === null) return null
  return {
    relation: row.guardian_relation,
    proof: row.guardian_proof,
    personId: row.guardian_person_id,
  }
}

function toLine(row: RequestRow, now: Date): SubjectRequestLine {
  const kind = SubjectRequestLine.shape.kind.parse(row.kind)
  return SubjectRequestLine.parse({
    requestNo: row.request_no,
    kind,
    channel: row.channel,
    state: row.state,
    askerName: row.asker_name,
    isForChild: row.guardian_relation !== null,
    isIdentityChecked: row.identity_checked_at !== null,
    clock: readTerm(
      {
        receivedAt: row.received_at,
        dueAt: row.due_at,
        closedAt: row.closed_at,
        termArticle: getRight(kind).termArticle,
      },
      now,
    ),
    closedAt: row.closed_at,
  })
}

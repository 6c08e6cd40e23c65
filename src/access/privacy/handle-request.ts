import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import type { Instant } from '#platform/tables'
import { findPresentPersonId } from './present-person.ts'
import { getRight, rights } from './privacy-files.ts'
import { isClosed, markOf, nextStates } from './request-states.ts'
import { getRequestRow } from './requests-store.ts'
import {
  type IdentityCheck,
  type NewChange,
  type NewStep,
  type NewSubjectRequest,
  RequestKind,
  RequestState,
} from './schema.ts'
import { dueAt } from './term-clock.ts'

/** Who does something to a request, and when. */
export interface ByWhom {
  readonly accountId: string
  readonly at: Instant
}

/** A request as it comes in, from the desk or from an account whose person is known. */
export type IncomingRequest =
  | NewSubjectRequest
  | (Pick<NewSubjectRequest, 'kind' | 'wish' | 'askerName' | 'receivedAt'> & {
      readonly channel: 'account'
      readonly contact: ''
      readonly guardian: null
      readonly personId: string
    })

/**
 * Writes a request down and starts its clock; returns its number.
 *
 * @throws AppError `received-in-future`.
 */
export async function insertRequest(
  db: Db,
  asked: IncomingRequest,
  { accountId, at }: ByWhom,
): Promise<number> {
  if (Date.parse(asked.receivedAt) > Date.parse(at)) throw new AppError('received-in-future', {})
  const { termHours } = getRight(asked.kind)
  const own = asked.channel === 'account' ? await getPerson(db, asked.personId) : undefined
  const { request_no: requestNo } = await db
    .insertInto('subject_request')
    .values({
      kind: asked.kind,
      channel: asked.channel,
      asker_name: asked.askerName,
      contact: asked.contact,
      wish: asked.wish,
      guardian_relation: asked.guardian?.relation ?? null,
      guardian_proof: asked.guardian?.proof ?? null,
      guardian_person_id: asked.guardian?.personId ?? null,
      received_at: asked.receivedAt,
      due_at: dueAt(asked.receivedAt, termHours ?? rights().officeTermHours),
      entered_by: accountId,
      ...(own && {
        person_id: own.personId,
        family_id: own.familyId,
        identity_means: 'account',
        identity_checked_at: at,
        identity_checked_by: accountId,
      }),
    })
    .returning('request_no')
    .executeTakeFirstOrThrow()
  await insertStep(db, requestNo, { accountId, at }, { state: 'received', note: asked.channel })
  return requestNo
}

/**
 * Notes that the asker showed who they are and whose data it is about; the request goes into work.
 *
 * @throws AppError `subject-request-not-found`, `person-not-found`, `subject-request-step-refused`,
 * `subject-request-incomplete` when a child's request names no guardian.
 */
export async function checkIdentity(
  db: Db,
  requestNo: number,
  { means, personId }: IdentityCheck,
  who: ByWhom,
): Promise<void> {
  const row = await lockRequest(db, requestNo)
  refuseStep(RequestState.parse(row.state), 'in-work')
  const person = await getPerson(db, personId)
  if (person.isMinor && row.guardian_relation === null) {
    throw new AppError('subject-request-incomplete', { lacks: 'guardian' })
  }
  await db
    .updateTable('subject_request')
    .set({
      person_id: person.personId,
      family_id: person.familyId,
      identity_means: means,
      identity_checked_at: who.at,
      identity_checked_by: who.accountId,
      state: 'in-work',
    })
    .where('request_no', '=', requestNo)
    .execute()
  await insertStep(db, requestNo, who, { state: 'in-work', note: means })
}

/**
 * Takes a request one state further, with the reason; a granted objection or restriction marks the
 * family from then on.
 *
 * @throws AppError `subject-request-not-found`, `subject-request-step-refused`,
 * `refusal-ground-unfit`, `subject-request-incomplete`.
 */
export async function takeStep(
  db: Db,
  requestNo: number,
  step: NewStep,
  who: ByWhom,
): Promise<void> {
  const row = await lockRequest(db, requestNo)
  const kind = RequestKind.parse(row.kind)
  refuseStep(RequestState.parse(row.state), step.state)
  const { ground } = step
  if (ground !== undefined && !fits(ground, kind)) {
    throw new AppError('refusal-ground-unfit', { ground })
  }
  if (step.state === 'done') await refuseIncomplete(db, row)
  await db
    .updateTable('subject_request')
    .set({
      state: step.state,
      refusal_ground: ground ?? null,
      closed_at: isClosed(step.state) ? who.at : null,
    })
    .where('request_no', '=', requestNo)
    .execute()
  await insertStep(db, requestNo, who, step)
  if (step.state === 'done') await markFamily(db, { ...row, kind }, who.at)
}

function fits(ground: string, kind: RequestKind): boolean {
  return rights().grounds.some(({ code, kinds }) => code === ground && kinds.includes(kind))
}

async function refuseIncomplete(
  db: Db,
  row: Awaited<ReturnType<typeof getRequestRow>>,
): Promise<void> {
  if (row.identity_checked_at === null) {
    throw new AppError('subject-request-incomplete', { lacks: 'identity' })
  }
  if (row.kind !== 'correction') return
  const change = await db
    .selectFrom('change_request')
    .select('change_no')
    .where('request_no', '=', row.request_no)
    .executeTakeFirst()
  if (!change) throw new AppError('subject-request-incomplete', { lacks: 'change' })
}

async function markFamily(
  db: Db,
  row: {
    readonly request_no: number
    readonly kind: RequestKind
    readonly family_id: string | null
    readonly person_id: string | null
  },
  since: Instant,
): Promise<void> {
  const kind = markOf(row.kind)
  if (kind === undefined || row.family_id === null || row.person_id === null) return
  const personId = await findPresentPersonId(db, row.person_id)
  const present = await db
    .selectFrom('person')
    .select('family_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  await db
    .insertInto('subject_mark')
    .values({
      request_no: row.request_no,
      kind,
      family_id: present?.family_id ?? row.family_id,
      person_id: personId,
      since,
    })
    .execute()
}

/**
 * Notes what should become what; the register is not changed by it.
 *
 * @throws AppError `subject-request-not-found`, `subject-request-step-refused` on a closed request,
 * `subject-request-incomplete` while nobody knows whose data it is about.
 */
export async function insertChange(
  db: Db,
  secrets: Secrets,
  requestNo: number,
  change: NewChange,
  { accountId, at }: ByWhom,
): Promise<void> {
  const row = await lockRequest(db, requestNo)
  const state = RequestState.parse(row.state)
  if (isClosed(state)) throw new AppError('subject-request-step-refused', { state, next: state })
  if (row.person_id === null) throw new AppError('subject-request-incomplete', { lacks: 'person' })
  const present = await getPerson(db, row.person_id)
  const subjectId = change.subjectKind === 'person' ? present.personId : present.familyId
  await db
    .insertInto('change_request')
    .values({
      request_no: requestNo,
      subject_kind: change.subjectKind,
      subject_id: subjectId,
      field: change.field,
      asked_cipher: secrets.seal(change.asked),
      noted_at: at,
      noted_by: accountId,
    })
    .execute()
}

interface KnownPerson {
  readonly personId: string
  readonly familyId: string
  readonly isMinor: boolean
}

/** A person by an id of now or of before the record was joined with another. @throws AppError `person-not-found`. */
export async function getPerson(db: Db, askedId: string): Promise<KnownPerson> {
  const personId = await findPresentPersonId(db, askedId)
  const row = await db
    .selectFrom('person')
    .select(['family_id', sql<boolean>`is_minor(birth_date, birth_year, detail)`.as('is_minor')])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new AppError('person-not-found', { personId: askedId })
  return { personId, familyId: row.family_id, isMinor: row.is_minor }
}

/** Two officers at one request wait for each other. */
async function lockRequest(db: Db, requestNo: number) {
  await sql`select 1 from subject_request where request_no = ${requestNo} for update`.execute(db)
  return getRequestRow(db, requestNo)
}

function refuseStep(state: RequestState, next: RequestState): void {
  if (nextStates(state).includes(next)) return
  throw new AppError('subject-request-step-refused', { state, next })
}

async function insertStep(
  db: Db,
  requestNo: number,
  { accountId, at }: ByWhom,
  { state, note, ground }: Pick<NewStep, 'state' | 'note' | 'ground'>,
): Promise<void> {
  await db
    .insertInto('subject_request_step')
    .values({
      request_no: requestNo,
      at,
      account_id: accountId,
      state,
      note,
      ground: ground ?? null,
    })
    .execute()
}

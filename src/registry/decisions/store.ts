import { sql } from 'kysely'
import { z } from 'zod'
import { maskId } from '#intake'
import type { RowFields } from '#intake/schema'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { fromCursor, toCursor } from '#platform/http'
import type { Secrets } from '#platform/secrets'
import { isRegisterMade } from '../made-from.ts'
import type { NamedRow } from './find-rows.ts'
import { endJudgementsOf } from './judgement-store.ts'
import type { ChangesPage, ChangesQuery, ChangeView, Names, NewChange, Verdict } from './schema.ts'

const pageSize = 50

/** A change as it is kept. */
export interface FreshChange {
  readonly kind: NewChange['kind']
  readonly state: 'draft' | 'proposed' | 'in-force'
  readonly left?: NamedRow
  readonly right?: NamedRow
  /** Of families: further rows of each side. */
  readonly leftWith?: readonly NamedRow[]
  readonly rightWith?: readonly NamedRow[]
  readonly field?: string
  /** Of `value`: fields; of `added`: rows of fields. */
  readonly detail?: RowFields | readonly RowFields[]
  readonly reason: string
  readonly organisationId: string
  readonly madeBy: string
}

/** Keeps a change; its number. */
export async function insertChange(db: Db, secrets: Secrets, change: FreshChange): Promise<number> {
  const { left, right, leftWith = [], rightWith = [], detail, state } = change
  const families = [left, right, ...leftWith, ...rightWith].flatMap((row) => row?.familyId ?? [])
  const refsOf = (rows: readonly NamedRow[]) =>
    rows.length === 0 ? null : JSON.stringify(rows.map(({ ref }) => ref))
  const { change_no } = await db
    .insertInto('register_change')
    .values({
      kind: change.kind,
      state,
      left_ref: left ? JSON.stringify(left.ref) : null,
      right_ref: right ? JSON.stringify(right.ref) : null,
      left_with: refsOf(leftWith),
      right_with: refsOf(rightWith),
      field: change.field ?? null,
      detail_cipher: detail === undefined ? null : secrets.seal(JSON.stringify(detail)),
      reason: change.reason,
      family_ids: [...new Set(families)],
      ward: left?.ward ?? wardOf(detail),
      organisation_id: change.organisationId,
      made_by: change.madeBy,
      decided_by: state === 'in-force' ? change.madeBy : null,
      decided_at: state === 'in-force' ? sql`now()` : null,
      in_force_at: state === 'in-force' ? sql`clock_timestamp()` : null,
      decided_reason: null,
      ended_at: null,
      ended_by: null,
    })
    .returning('change_no')
    .executeTakeFirstOrThrow()
  return change_no
}

function wardOf(detail: FreshChange['detail']): string | null {
  const rows = Array.isArray(detail) ? detail : []
  return rows.map(({ ward }: RowFields) => ward).find((ward) => ward !== undefined) ?? null
}

/**
 * Decides about a change that is locked for it.
 *
 * @throws AppError `change-closed` when its state does not allow the verdict.
 */
export async function decideChange(
  tx: Db,
  change: ChangeView,
  { verdict, reason }: Verdict,
  accountId: string,
): Promise<void> {
  const { changeNo, state } = change
  const isFitting =
    verdict === 'withdraw'
      ? state === 'in-force' || state === 'proposed' || state === 'draft'
      : state === 'proposed' || (verdict === 'approve' && state === 'draft')
  if (!isFitting) throw new AppError('change-closed', { state })
  const now = sql<string>`clock_timestamp()`
  const decided = { decided_by: accountId, decided_at: now, decided_reason: reason }
  const values =
    verdict === 'approve'
      ? { state: 'in-force' as const, in_force_at: now, ...decided }
      : verdict === 'refuse'
        ? { state: 'refused' as const, ...decided }
        : {
            state: 'withdrawn' as const,
            ended_at: now,
            ended_by: accountId,
            decided_reason: reason,
          }
  await tx.updateTable('register_change').set(values).where('change_no', '=', changeNo).execute()
  if (verdict !== 'approve') await endJudgementsOf(tx, changeNo, accountId)
}

/** Locks a change until the transaction ends, before it is read and decided. */
export async function lockChange(tx: Db, changeNo: number): Promise<void> {
  await sql`select 1 from register_change where change_no = ${changeNo} for update`.execute(tx)
}

/** One change as the asker may see it. @throws AppError `change-not-found`. */
export async function getChange(
  scoped: Db,
  secrets: Secrets,
  changeNo: number,
): Promise<ChangeView> {
  const [change] = await findViews(scoped, secrets, sql`c.change_no = ${changeNo}`)
  if (!change) throw new AppError('change-not-found', {})
  return change
}

/**
 * A page of changes, the latest first.
 *
 * @throws AppError `cursor-invalid`.
 */
export async function findChanges(
  scoped: Db,
  secrets: Secrets,
  { state, familyId, cursor }: ChangesQuery,
): Promise<Omit<ChangesPage, 'isMade'>> {
  const before = cursor === undefined ? undefined : Number(fromCursor(cursor, 1)[0])
  const family = familyId ?? null
  const wanted = sql`(${state ?? null}::text is null or c.state = ${state ?? null})
    and (${family}::text is null or ${family} = any(c.family_ids)
      or exists (select 1 ${namedRows} where r.family_id = ${family}))`
  const page = sql`${wanted} and (${before ?? null}::integer is null or c.change_no < ${before ?? null})`
  const found = await findViews(scoped, secrets, page)
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from register_change c where ${wanted}`.execute(scoped)
  const changes = found.slice(0, pageSize)
  const last = found.length > pageSize ? changes.at(-1) : undefined
  return {
    changes,
    total: rows[0]?.total ?? 0,
    nextCursor: last ? toCursor([last.changeNo]) : null,
  }
}

/** Rows that a change names, as the lists in force have them. */
const namedRows = sql`
  from jsonb_array_elements(coalesce(c.left_with, '[]') || coalesce(c.right_with, '[]')
    || coalesce(c.left_ref, '[]') || coalesce(c.right_ref, '[]')) as named (ref)
  join list_sheet s on s.file = named.ref ->> 'file' and s.sheet = named.ref ->> 'sheet'
  join import_row r on r.sheet_no = s.sheet_no and r.row = (named.ref ->> 'row')::integer`

/** As `findChanges`, with whether all that is in force has been worked out. */
export async function findChangesPage(
  db: Db,
  page: Omit<ChangesPage, 'isMade'>,
): Promise<ChangesPage> {
  return { ...page, isMade: await isRegisterMade(db) }
}

interface ChangeRow {
  readonly change_no: number
  readonly kind: ChangeView['kind']
  readonly state: ChangeView['state']
  readonly left_person_id: string | null
  readonly left_name: string | null
  readonly right_person_id: string | null
  readonly right_name: string | null
  readonly left_with: Names[]
  readonly right_with: Names[]
  readonly field: string | null
  readonly detail_cipher: Uint8Array | null
  readonly present: string | null
  readonly reason: string
  readonly family_ids: readonly string[]
  readonly ward: string | null
  readonly organisation: string
  readonly made_by: string
  readonly made_at: string
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly decided_reason: string | null
  readonly ended_at: string | null
}

const rowOf = (side: 'left' | 'right') => sql`
  left join lateral (
    select r.person_id, r.family_id, p.name, p.detail as person_detail, f.detail as family_detail,
      to_jsonb(p) as person, to_jsonb(f) as family
    from import_row r
    join list_sheet s using (sheet_no)
    left join person p on p.person_id = r.person_id
    left join family f on f.family_id = r.family_id
    where s.file = ${sql.ref(`c.${side}_ref`)} ->> 'file' and s.sheet = ${sql.ref(`c.${side}_ref`)} ->> 'sheet'
      and r.row = (${sql.ref(`c.${side}_ref`)} ->> 'row')::integer limit 1
  ) as ${sql.raw(side)}_row on true`

const namesOf = (side: 'left' | 'right') => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('personId', r.person_id, 'name', p.name)
      order by r.row_no), '[]')
    from jsonb_array_elements(coalesce(${sql.ref(`c.${side}_with`)}, '[]')) as named (ref)
    join list_sheet s on s.file = named.ref ->> 'file' and s.sheet = named.ref ->> 'sheet'
    join import_row r on r.sheet_no = s.sheet_no and r.row = (named.ref ->> 'row')::integer
    left join person p on p.person_id = r.person_id) as ${sql.raw(`${side}_with`)}`

async function findViews(
  scoped: Db,
  secrets: Secrets,
  condition: ReturnType<typeof sql>,
): Promise<ChangeView[]> {
  const { rows } = await sql<ChangeRow>`
    select c.change_no, c.kind, c.state, c.field, c.detail_cipher, c.reason, c.family_ids, c.ward,
      left_row.person_id as left_person_id, left_row.name as left_name,
      right_row.person_id as right_person_id, right_row.name as right_name,
      ${namesOf('left')}, ${namesOf('right')},
      case when c.kind = 'value' then coalesce(
        left_row.person_detail ->> c.field, left_row.family_detail ->> c.field,
        left_row.person ->> c.field, left_row.family ->> c.field) end as present,
      o.name as organisation, c.made_by, c.made_at, c.decided_by, c.decided_at,
      c.decided_reason, c.ended_at
    from register_change c join organisation_name o using (organisation_id)
    ${rowOf('left')} ${rowOf('right')}
    where ${condition}
    order by c.change_no desc limit ${pageSize + 1}`.execute(scoped)
  return rows.map((row) => toView(row, secrets))
}

function toView(row: ChangeRow, secrets: Secrets): ChangeView {
  const person = (personId: string | null, name: string | null) =>
    personId === null ? null : { personId, name }
  return {
    changeNo: row.change_no,
    kind: row.kind,
    state: row.state,
    left: person(row.left_person_id, row.left_name),
    right: person(row.right_person_id, row.right_name),
    leftWith: row.left_with,
    rightWith: row.right_with,
    field: row.field,
    written: row.detail_cipher === null ? [] : writtenOf(secrets.unseal(row.detail_cipher)),
    present: row.present === null ? null : maskId(row.present),
    reason: row.reason,
    familyIds: [...row.family_ids],
    ward: row.ward,
    organisation: row.organisation,
    madeBy: row.made_by,
    madeAt: row.made_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decidedReason: row.decided_reason,
    endedAt: row.ended_at,
  }
}

const Written = z.union([
  z.record(z.string(), z.unknown()),
  z.array(z.record(z.string(), z.unknown())),
])

/** What was written, as text, identity numbers masked. */
function writtenOf(detail: string): Record<string, string>[] {
  const parsed = Written.parse(JSON.parse(detail))
  const rows = Array.isArray(parsed) ? parsed : [parsed]
  return rows.map((fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, maskId(String(value))]),
    ),
  )
}

import { sql } from 'kysely'
import { z } from 'zod'
import type { Intake, RowRef } from '#intake/schema'
import { type Db, insertMany } from '#platform/db'
import type { Instant } from '#platform/tables'
import type { Register } from '../schema.ts'

type Kind = 'person' | 'family'
interface Gone {
  readonly kind: Kind
  readonly subjectId: string
}

/** A subject that is no more, with the rows that it had. */
interface GoneSubject extends Gone {
  readonly rows: readonly RowRef[]
  /** Where its id leads now; undefined where nothing is written of it yet. */
  readonly open: { readonly aliasNo: number; readonly presentId: string | null } | undefined
}

const Refs = z.array(z.object({ file: z.string(), sheet: z.string(), row: z.number() }))

/**
 * Leads the ids that are no more to the persons and families that have most of their rows now. An id
 * that stands again leads nowhere else any more.
 *
 * @param gone ids of the register in the store that the new one does not have.
 */
export async function followIds(
  tx: Db,
  { register, intake }: { readonly register: Register; readonly intake: Intake },
  gone: readonly Gone[],
  at: Instant,
): Promise<void> {
  const subjects = await goneSubjects(tx, gone)
  if (subjects.length === 0) return
  const { persons, families } = register
  const standing = new Set([
    ...persons.map(({ personId }) => personId),
    ...families.map(({ familyId }) => familyId),
  ])
  const rowNoOf = new Map(intake.rows.map(({ ref }, rowNo) => [refKey(ref), rowNo]))
  const ended: number[] = []
  const begun: { subject: GoneSubject; presentId: string | null }[] = []
  for (const subject of subjects) {
    const { subjectId, kind, rows, open } = subject
    const idOfRow = (ref: RowRef): string | undefined => {
      const link = register.rowLinks[rowNoOf.get(refKey(ref)) ?? -1]
      return kind === 'person' ? link?.personId : link?.familyId
    }
    if (standing.has(subjectId)) {
      if (open) ended.push(open.aliasNo)
      continue
    }
    const before = open?.presentId ?? null
    const kept = before !== null && standing.has(before) ? before : null
    const presentId = mostFrequent(rows.flatMap((ref) => idOfRow(ref) ?? [])) ?? kept
    if (open && open.presentId === presentId) continue
    if (open) ended.push(open.aliasNo)
    begun.push({ subject, presentId })
  }
  await writeAliases(tx, { ended, begun, at })
}

/** The ids that went now with their rows in the store, and those that went before and lead somewhere. */
async function goneSubjects(tx: Db, gone: readonly Gone[]): Promise<GoneSubject[]> {
  const known = await tx
    .selectFrom('subject_alias')
    .select(['alias_no', 'kind', 'subject_id', 'present_id', 'rows'])
    .where('recorded_to', 'is', null)
    .execute()
  const before = known.map(
    ({ alias_no, kind, subject_id, present_id, rows }): GoneSubject => ({
      kind,
      subjectId: subject_id,
      rows: Refs.parse(rows),
      open: { aliasNo: alias_no, presentId: present_id },
    }),
  )
  if (gone.length === 0) return before
  const ids = gone.map(({ subjectId }) => subjectId)
  const { rows } = await sql<RowRef & { subject_id: string }>`
    select g.subject_id, s.file, s.sheet, r.row
    from unnest(${ids}::text[]) as g (subject_id)
    join import_row r on r.person_id = g.subject_id or r.family_id = g.subject_id
    join list_sheet s on s.sheet_no = r.sheet_no
    order by r.row_no`.execute(tx)
  const rowsOf = Map.groupBy(rows, ({ subject_id }) => subject_id)
  const now = gone.map(
    ({ kind, subjectId }): GoneSubject => ({
      kind,
      subjectId,
      rows: (rowsOf.get(subjectId) ?? []).map(({ file, sheet, row }) => ({ file, sheet, row })),
      open: undefined,
    }),
  )
  return [...before, ...now]
}

async function writeAliases(
  tx: Db,
  {
    ended,
    begun,
    at,
  }: {
    readonly ended: readonly number[]
    readonly begun: readonly { readonly subject: GoneSubject; readonly presentId: string | null }[]
    readonly at: Instant
  },
): Promise<void> {
  if (ended.length > 0) {
    await sql`
      update subject_alias set recorded_to = ${at}::timestamptz
      where alias_no = any(${`{${ended.join(',')}}`}::integer[])`.execute(tx)
  }
  await insertMany(
    tx,
    'subject_alias',
    ['kind', 'subject_id', 'present_id', 'rows', 'recorded_from'],
    begun.map(({ subject, presentId }) => ({
      kind: subject.kind,
      subject_id: subject.subjectId,
      present_id: presentId,
      rows: subject.rows.map((ref) => ({ ...ref })),
      recorded_from: at,
    })),
  )
}

/** Of two that come as often, the one that comes first. */
function mostFrequent(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  let best: string | undefined
  for (const [id, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = id
  }
  return best
}

function refKey({ file, sheet, row }: RowRef): string {
  return JSON.stringify([file, sheet, row])
}

import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Reviewer } from '#registry'
import { pairQueueSql } from './pair-queue.ts'
import type { Today, TodayItem } from './schema.ts'
import { findRunDay } from './store.ts'

/**
 * What waits for a person, most families changed first.
 *
 * @param reviewer where doubtful pairs are theirs to judge; else they are asked about them.
 */
export async function findToday(db: Db, reviewer: Reviewer | undefined): Promise<Today> {
  const on = await findRunDay(db)
  const pairs = reviewer ? await findPairsToday(db, reviewer) : await pairQuestions(db)
  const items = [
    ...(await filesInTrouble(db)),
    ...pairs.items,
    ...(await openQuestions(db)),
    ...(await offerQuestions(db)),
    ...(await unservedFamilies(db)),
  ].sort((left, right) => (right.familyCount ?? 0) - (left.familyCount ?? 0))
  return {
    on,
    items,
    counts: { ...(await openCounts(db)), pairs: pairs.count },
  }
}

/** All that is open by menu entry; of each kind the day shows only the most telling items. */
async function openCounts(db: Db): Promise<Omit<Today['counts'], 'pairs'>> {
  const { rows } = await sql<Omit<Today['counts'], 'pairs'>>`
    select
      ((select count(distinct f.file) from finding f join list_sheet using (file, sheet)
        where f.is_quarantine) + (select count(*) from file_fault))::integer as files,
      (select count(distinct fact) from question)::integer as questions,
      (select count(distinct offer_id) from offer_question)::integer as offers`.execute(db)
  return rows[0] ?? { files: 0, questions: 0, offers: 0 }
}

async function filesInTrouble(db: Db): Promise<TodayItem[]> {
  const { rows: held } = await sql<{ file: string; count: number; sheet_no: number }>`
    select f.file, count(*)::integer as count, min(s.sheet_no) as sheet_no
    from finding f join list_sheet s on s.file = f.file and s.sheet = f.sheet
    where f.is_quarantine group by f.file order by count desc, f.file limit 20`.execute(db)
  const faults = await db.selectFrom('file_fault').select('file').orderBy('file').execute()
  return [
    ...held.map(
      ({ file, count, sheet_no }): TodayItem => ({
        kind: 'quarantine',
        label: file,
        count,
        familyCount: count,
        href: `/berkas/${sheet_no}`,
      }),
    ),
    ...faults.map(
      ({ file }): TodayItem => ({
        kind: 'file-fault',
        label: file,
        count: 1,
        familyCount: null,
        href: '/berkas',
      }),
    ),
  ]
}

interface PairsToday {
  readonly count: number
  readonly items: TodayItem[]
}

/** Pairs that wait for their answer. */
async function findPairsToday(db: Db, reviewer: Reviewer): Promise<PairsToday> {
  const { rows } = await sql<{ count: number; families: number }>`
    ${pairQueueSql(reviewer)}
    select (select count(*) from queue)::integer as count, count(distinct family_id)::integer as families
    from import_row
    where row_no in (select left_row_no from queue union select right_row_no from queue)`.execute(
    db,
  )
  const { count = 0, families = 0 } = rows[0] ?? {}
  if (count === 0) return { count, items: [] }
  const item = { label: '', count, familyCount: families, href: '/pasangan' }
  return { count, items: [{ kind: 'pair', ...item }] }
}

async function pairQuestions(db: Db): Promise<PairsToday> {
  const { rows } = await sql<{ count: number; families: number }>`
    select count(distinct question_no)::integer as count, count(distinct family_id)::integer as families
    from pair_question, unnest(family_ids) as family_id where answer is null`.execute(db)
  const { count = 0, families = 0 } = rows[0] ?? {}
  if (count === 0) return { count, items: [] }
  const item = { label: '', count, familyCount: families, href: '/pasangan/pertanyaan' }
  return { count, items: [{ kind: 'pair-question', ...item }] }
}

async function openQuestions(db: Db): Promise<TodayItem[]> {
  const { rows } = await sql<{ fact: string; count: number; families: number }>`
    select fact, count(*)::integer as count, count(distinct family_id)::integer as families
    from question group by fact order by families desc, fact limit 5`.execute(db)
  return rows.map(
    ({ fact, count, families }): TodayItem => ({
      kind: 'question',
      label: fact,
      count,
      familyCount: families,
      href: '/pertanyaan',
    }),
  )
}

async function offerQuestions(db: Db): Promise<TodayItem[]> {
  const { rows } = await sql<{ provider: string; count: number }>`
    select o.provider, count(*)::integer as count
    from offer_question q join offer o using (offer_id)
    group by o.provider order by count desc, o.provider limit 5`.execute(db)
  return rows.map(
    ({ provider, count }): TodayItem => ({
      kind: 'offer-question',
      label: provider,
      count,
      familyCount: null,
      href: '/penawaran',
    }),
  )
}

async function unservedFamilies(db: Db): Promise<TodayItem[]> {
  const { count } = await db
    .selectFrom('family_line')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(sql<boolean>`cardinality(served_by) = 0 and cardinality(lacks) > 0`)
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  const href = '/keluarga?dilayani=belum'
  return [{ kind: 'unserved', label: '', count, familyCount: count, href }]
}

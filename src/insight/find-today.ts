import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Today, TodayItem } from './schema.ts'
import { findRunDay } from './store.ts'

/**
 * What waits for a person, most families changed first.
 *
 * @param judgesPairs whether doubtful pairs are theirs to judge; else they are asked about them.
 */
export async function findToday(db: Db, judgesPairs: boolean): Promise<Today> {
  const on = await findRunDay(db)
  const items = [
    ...(await filesInTrouble(db)),
    ...(await (judgesPairs ? doubtfulPairs(db) : pairQuestions(db))),
    ...(await openQuestions(db)),
    ...(await offerQuestions(db)),
    ...(await unservedFamilies(db)),
  ].sort((left, right) => (right.familyCount ?? 0) - (left.familyCount ?? 0))
  return {
    on,
    items,
    counts: await openCounts(db, judgesPairs),
  }
}

/** All that is open by menu entry; of each kind the day shows only the most telling items. */
async function openCounts(db: Db, judgesPairs: boolean): Promise<Today['counts']> {
  const { rows } = await sql<Today['counts']>`
    select
      ((select count(distinct f.file) from finding f join list_sheet using (file, sheet)
        where f.is_quarantine) + (select count(*) from file_fault))::integer as files,
      ${judgesPairs ? sql`(select count(*) from review_pair)` : sql`(select count(*) from pair_question where answer is null)`}::integer as pairs,
      (select count(distinct fact) from question)::integer as questions,
      (select count(distinct offer_id) from offer_question)::integer as offers`.execute(db)
  return rows[0] ?? { files: 0, pairs: 0, questions: 0, offers: 0 }
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

async function doubtfulPairs(db: Db): Promise<TodayItem[]> {
  const { rows } = await sql<{ count: number; families: number }>`
    select count(*)::integer as count,
      (select count(distinct family_id)::integer from person
       where person_id in (select left_person_id from review_pair
                           union select right_person_id from review_pair)) as families
    from review_pair`.execute(db)
  const [row] = rows
  if (!row || row.count === 0) return []
  const { count, families } = row
  return [{ kind: 'pair', label: '', count, familyCount: families, href: '/pasangan' }]
}

async function pairQuestions(db: Db): Promise<TodayItem[]> {
  const { rows } = await sql<{ count: number; families: number }>`
    select count(distinct question_no)::integer as count, count(distinct family_id)::integer as families
    from pair_question, unnest(family_ids) as family_id where answer is null`.execute(db)
  const [row] = rows
  if (!row || row.count === 0) return []
  const { count, families } = row
  const href = '/pasangan/pertanyaan'
  return [{ kind: 'pair-question', label: '', count, familyCount: families, href }]
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

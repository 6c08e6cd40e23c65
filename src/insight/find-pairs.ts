import { sql } from 'kysely'
import { z } from 'zod'
import { maskId } from '#intake'
import type { Db } from '#platform/db'
import { fromCursor, toCursor } from '#platform/http'
import type { Secrets } from '#platform/secrets'
import { regionName } from '#territory'
import { PairLine, type PairsPage } from './schema.ts'

const pageSize = 20

/** A decision about just these two rows that the register has yet to be made with. */
const decidedSince = sql`(
  select 1 from register_change c
  join import_row l on l.row_no = review_pair.left_row_no
  join list_sheet ls on ls.sheet_no = l.sheet_no
  join import_row r on r.row_no = review_pair.right_row_no
  join list_sheet rs on rs.sheet_no = r.sheet_no
  where c.kind in ('same-person', 'other-person') and c.state in ('in-force', 'proposed')
    and c.left_ref = jsonb_build_object('file', ls.file, 'sheet', ls.sheet, 'row', l.row)
    and c.right_ref = jsonb_build_object('file', rs.file, 'sheet', rs.sheet, 'row', r.row))`

const RowValues = z.object({
  name: z.string().optional(),
  birthDate: z.string().optional(),
  birthPrecision: z.string().optional(),
  ageYears: z.number().optional(),
  address: z.string().optional(),
  ward: z.string().optional(),
})

/** Pairs of records that a person should look at and nobody has decided, most doubtful first. */
export async function findPairs(
  db: Db,
  secrets: Secrets,
  cursor: string | undefined,
): Promise<PairsPage> {
  const after = cursor === undefined ? -1 : Number(fromCursor(cursor, 1)[0])
  const open = db.selectFrom('review_pair').where(sql<boolean>`not exists ${decidedSince}`)
  const pairs = await open
    .selectAll()
    .where('pair_no', '>', after)
    .orderBy('pair_no')
    .limit(pageSize + 1)
    .execute()
  const { count } = await open
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const shown = pairs.slice(0, pageSize)
  const sides = await findSides(
    db,
    secrets,
    shown.flatMap((pair) => [pair.left_row_no, pair.right_row_no]),
  )
  const questions = await findQuestions(
    db,
    shown.map(({ pair_no }) => pair_no),
  )
  const last = pairs.length > pageSize ? shown.at(-1) : undefined
  return {
    pairs: shown.map((pair) =>
      PairLine.parse({
        pairNo: pair.pair_no,
        percentSame: Math.round(pair.probability * 100),
        left: sides.get(pair.left_row_no),
        right: sides.get(pair.right_row_no),
        evidence: pair.evidence,
        question: questions.get(pair.pair_no) ?? null,
      }),
    ),
    total: count,
    nextCursor: last ? toCursor([last.pair_no]) : null,
  }
}

/** The latest question to a ward about each pair, by its number. */
async function findQuestions(db: Db, pairNos: readonly number[]) {
  const { rows } = await sql<{
    pair_no: number
    asked_at: string
    answer: string | null
    answered_at: string | null
  }>`
    select distinct on (p.pair_no) p.pair_no, q.asked_at, q.answer, q.answered_at
    from review_pair p
    join import_row l on l.row_no = p.left_row_no
    join list_sheet ls on ls.sheet_no = l.sheet_no
    join import_row r on r.row_no = p.right_row_no
    join list_sheet rs on rs.sheet_no = r.sheet_no
    cross join lateral (
      select jsonb_build_object('file', ls.file, 'sheet', ls.sheet, 'row', l.row) as left_ref,
        jsonb_build_object('file', rs.file, 'sheet', rs.sheet, 'row', r.row) as right_ref) as pair
    join pair_question q on (q.left_ref, q.right_ref) in
      ((pair.left_ref, pair.right_ref), (pair.right_ref, pair.left_ref))
    where p.pair_no = any(${[...pairNos]}::integer[])
    order by p.pair_no, q.question_no desc`.execute(db)
  return new Map(
    rows.map(({ pair_no, asked_at, answer, answered_at }) => [
      pair_no,
      { askedAt: asked_at, answer, answeredAt: answered_at },
    ]),
  )
}

/** The two records as their lists wrote them, numbers masked. */
async function findSides(db: Db, secrets: Secrets, rowNos: readonly number[]) {
  const { rows } = await sql<{
    row_no: number
    person_id: string
    family_id: string
    fields: unknown
    nik_cipher: Uint8Array | null
    kk_cipher: Uint8Array | null
    row: number
    file: string
    sheet: string
  }>`
    select r.row_no, r.person_id, r.family_id, r.fields, r.nik_cipher, r.kk_cipher, r.row,
      s.file, s.sheet
    from import_row r join list_sheet s using (sheet_no)
    where r.row_no = any(${[...rowNos]}::integer[])`.execute(db)
  const masked = (cipher: Uint8Array | null): string | null =>
    cipher ? maskId(secrets.unseal(cipher)) : null
  return new Map(
    rows.map((row) => {
      const values = RowValues.parse(row.fields)
      const side = {
        personId: row.person_id,
        familyId: row.family_id,
        name: values.name ?? '',
        birth: birthText(values),
        nikMasked: masked(row.nik_cipher),
        kkMasked: masked(row.kk_cipher),
        address: values.address ?? null,
        wardName: values.ward === undefined ? null : (regionName(values.ward) ?? values.ward),
        file: row.file,
        sheet: row.sheet,
        row: row.row,
      }
      return [row.row_no, side] as const
    }),
  )
}

function birthText({ birthDate, birthPrecision, ageYears }: z.infer<typeof RowValues>) {
  if (birthDate !== undefined) return birthPrecision === 'year' ? birthDate.slice(0, 4) : birthDate
  return ageYears === undefined ? null : `± ${ageYears}`
}

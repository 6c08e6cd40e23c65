import { sql } from 'kysely'
import { z } from 'zod'
import { maskId } from '#intake'
import type { Db } from '#platform/db'
import { fromCursor, toCursor } from '#platform/http'
import { publicKey } from '#platform/keys'
import type { Secrets } from '#platform/secrets'
import type { Reviewer } from '#registry'
import { regionName } from '#territory'
import { countPairQueue, pairQueueSql } from './pair-queue.ts'
import { PairLine, type PairsPage } from './schema.ts'

const pageSize = 20
/** Help of one programme within so many days is one season, as in the ledger's overlaps. */
const seasonDays = 92
/** Steps that a reviewer may take back. */
const mostUndone = 10

const RowValues = z.object({
  name: z.string().optional(),
  birthDate: z.string().optional(),
  birthPrecision: z.string().optional(),
  ageYears: z.number().optional(),
  address: z.string().optional(),
  ward: z.string().optional(),
  sex: z.string().optional(),
  motherName: z.string().optional(),
  headName: z.string().optional(),
  guardianName: z.string().optional(),
})

const QueueRow = z.object({
  total: z.number(),
  rank: z.number(),
  joined: z.number(),
  doubled: z.number(),
  doubt: z.number(),
  no: z.number(),
  left_row_no: z.number(),
  right_row_no: z.number(),
  probability: z.number(),
  evidence: z.unknown(),
  answers: z.array(z.object({ answer: z.string(), organisationId: z.string(), at: z.string() })),
})
type QueueRow = z.infer<typeof QueueRow>

/** A page of pairs, and whose persons it told of. */
export interface TracedPairs {
  readonly page: PairsPage
  readonly personIds: readonly string[]
}

/** Pairs of records that wait for a reviewer, those first of which an answer changes most. */
export async function findPairs(
  db: Db,
  secrets: Secrets,
  { reviewer, cursor }: { readonly reviewer: Reviewer; readonly cursor: string | undefined },
): Promise<TracedPairs> {
  const found = await findQueue(db, reviewer, cursor)
  const shown = found.slice(0, pageSize)
  const sides = await findSides(
    db,
    secrets,
    shown.flatMap((pair) => [pair.left_row_no, pair.right_row_no]),
  )
  const questions = await findQuestions(
    db,
    shown.flatMap((pair) => [pair.left_row_no, pair.right_row_no]),
  )
  const names = await findNames(
    db,
    shown.flatMap(({ answers }) => answers.map(({ organisationId }) => organisationId)),
  )
  const last = found.length > pageSize ? shown.at(-1) : undefined
  const pairs = shown.map((pair) => {
    const look = lookOfRank[pair.rank]
    // Once the first answer is worked out, ids would tell it.
    const sideOf = (rowNo: number) => {
      const side = sides.get(rowNo)
      return look === 'second' && side
        ? { ...side, personId: null, familyId: null, memberCount: null }
        : side
    }
    return PairLine.parse({
      pairKey: pairKeyOf(sides.get(pair.left_row_no), sides.get(pair.right_row_no)),
      look,
      percentSame: Math.round(pair.probability * 100),
      left: sideOf(pair.left_row_no),
      right: sideOf(pair.right_row_no),
      evidence: pair.evidence,
      answers: pair.answers.map(({ organisationId, ...said }) => ({
        ...said,
        organisation: names.get(organisationId) ?? '',
      })),
      question: questions.get(questionKey(pair.left_row_no, pair.right_row_no)) ?? null,
    })
  })
  return {
    page: {
      pairs,
      total: found[0]?.total ?? (await countPairQueue(db, reviewer)),
      nextCursor: last ? toCursor(orderOf(last)) : null,
      done: await findDone(db, reviewer.accountId),
    },
    personIds: [...sides.values()].flatMap(({ personId }) => personId),
  }
}

interface Place {
  readonly file: string
  readonly sheet: string
  readonly row: number
}

/** Of the places of both rows, whichever is named first. */
function pairKeyOf(...sides: readonly (Place | undefined)[]): string {
  const places = sides.map((side) => JSON.stringify([side?.file, side?.sheet, side?.row]))
  return publicKey(places.sort().join('\n'))
}

const lookOfRank = ['third', 'second', 'first'] as const

function orderOf({ rank, joined, doubled, doubt, no }: QueueRow): number[] {
  return [rank, -joined, -doubled, doubt, no]
}

/**
 * A page of the queue. Of the doubtful pairs first those that would join two families, then those whose
 * families got the same help in one season, then the most doubtful.
 */
async function findQueue(
  db: Db,
  reviewer: Reviewer,
  cursor: string | undefined,
): Promise<readonly QueueRow[]> {
  const after = cursor === undefined ? [-1, 0, 0, 0, 0] : fromCursor(cursor, 5).map(Number)
  const order = sql`rank, -joined, -doubled, doubt, no`
  const { rows } = await sql`
    ${pairQueueSql(reviewer)},
    doubled as materialized (
      select q.no, count(distinct one.programme)::integer as doubled
      from queue q
      join received one on one.family_id = q.left_family_id
      join received other on other.family_id = q.right_family_id and other.programme = one.programme
      where q.joined = 1 and (one.received_on is null or other.received_on is null
        or abs(one.received_on - other.received_on) <= ${seasonDays})
      group by q.no)
    select *, (select count(*)::integer from queue) as total from (
      select q.*, coalesce(d.doubled, 0) as doubled
      from queue q left join doubled d on q.joined = 1 and d.no = q.no) as q
    where (${order}) > (${sql.join(after)}) order by ${order}
    limit ${pageSize + 1}`.execute(db)
  return z.array(QueueRow).parse(rows)
}

/** Names of offices, by their ids. */
async function findNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ organisation_id: string; name: string }>`
    select organisation_id, name from organisation_name
    where organisation_id = any(${[...ids]}::text[])`.execute(db)
  return new Map(rows.map(({ organisation_id, name }) => [organisation_id, name]))
}

/** What the reviewer answered today, and what of it can still be taken back, the latest first. */
async function findDone(db: Db, accountId: string): Promise<PairsPage['done']> {
  const { rows } = await sql<{ judged: number; same: number; latest: number[] }>`
    select count(*)::integer as judged,
      (count(*) filter (where j.answer = 'same-person'))::integer as same,
      coalesce(jsonb_agg(j.judgement_no order by j.judgement_no desc) filter (where not exists (
        select 1 from pair_judgement n
        where n.left_ref = j.left_ref and n.right_ref = j.right_ref and n.turn > j.turn
          and n.ended_at is null)), '[]') as latest
    from pair_judgement j
    where j.judged_by = ${accountId} and j.ended_at is null
      and (j.judged_at at time zone 'Asia/Jakarta')::date = (now() at time zone 'Asia/Jakarta')::date`.execute(
    db,
  )
  const { judged = 0, same = 0, latest = [] } = rows[0] ?? {}
  return { judged, same, latest: latest.slice(0, mostUndone) }
}

const questionKey = (one: number, other: number) =>
  `${Math.min(one, other)} ${Math.max(one, other)}`

/** The latest question to a ward about each pair of these rows. */
async function findQuestions(db: Db, rowNos: readonly number[]) {
  const { rows } = await sql<{
    left_row_no: number
    right_row_no: number
    asked_at: string
    answer: string | null
    answered_at: string | null
  }>`
    with side as (
      select r.row_no, jsonb_build_object('file', s.file, 'sheet', s.sheet, 'row', r.row) as ref
      from import_row r join list_sheet s using (sheet_no)
      where r.row_no = any(${[...rowNos]}::integer[]))
    select l.row_no as left_row_no, r.row_no as right_row_no, q.asked_at, q.answer, q.answered_at
    from pair_question q join side l on l.ref = q.left_ref join side r on r.ref = q.right_ref
    order by q.question_no`.execute(db)
  return new Map(
    rows.map((row) => [
      questionKey(row.left_row_no, row.right_row_no),
      { askedAt: row.asked_at, answer: row.answer, answeredAt: row.answered_at },
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
    member_count: number | null
  }>`
    select r.row_no, r.person_id, r.family_id, r.fields, r.nik_cipher, r.kk_cipher, r.row,
      s.file, s.sheet, f.member_count
    from import_row r join list_sheet s using (sheet_no) left join family f using (family_id)
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
        sex: values.sex ?? null,
        motherOrHead: values.motherName ?? values.headName ?? values.guardianName ?? null,
        memberCount: row.member_count,
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

import { sql } from 'kysely'
import { z } from 'zod'
import type { RowRef } from '#intake/schema'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import { type AnswerTable, agreementOf } from './agreement.ts'
import type { JudgedPair } from './calibration.ts'
import { type Agreement, type Judgement, looks, type PairVerdict } from './judgement-schema.ts'
import { drawOf } from './second-look.ts'

/** Who answers, and what of the queue is theirs. */
export interface Reviewer {
  readonly accountId: string
  /** May settle where two others differ. */
  readonly maySettle: boolean
  /** Share of the pairs decided that another looks at again, 0 to 1. */
  readonly secondShare: number
}

/** An answer that stands. */
interface Standing {
  readonly turn: number
  readonly answer: PairVerdict
  readonly judged_by: string
  readonly change_no: number | null
  readonly draw: number | null
  /** State of the decision that it made. */
  readonly state: string | null
}

export type PairOfRows = readonly [RowRef, RowRef]

/** Whichever of the two is named first, the lesser is the left. */
const orderedSql = ([one, other]: PairOfRows) => {
  const [left, right] = [refText(one), refText(other)]
  return {
    left: sql`least(${left}::jsonb, ${right}::jsonb)`,
    right: sql`greatest(${left}::jsonb, ${right}::jsonb)`,
  }
}

function refText({ file, sheet, row }: RowRef): string {
  return JSON.stringify({ file, sheet, row })
}

/** The answers about a pair that stand, the first first. */
export async function findStanding(db: Db, pair: PairOfRows): Promise<readonly Standing[]> {
  const { left, right } = orderedSql(pair)
  const { rows } = await sql<Standing>`
    select j.turn, j.answer, j.judged_by, j.change_no, j.draw, c.state
    from pair_judgement j left join register_change c using (change_no)
    where j.left_ref = ${left} and j.right_ref = ${right} and j.ended_at is null
    order by j.turn for update of j`.execute(db)
  return rows
}

/** Nobody answers after a judgement while it is taken back. */
export async function lockJudgement(tx: Db, judgementNo: number): Promise<void> {
  await sql`select 1 from pair_judgement where judgement_no = ${judgementNo} for update`.execute(tx)
}

/**
 * Which look at a pair waits for a reviewer, 1 to 3, by the answers that stand.
 *
 * @throws AppError `pair-not-waiting` where none does.
 */
export function turnOf(standing: readonly Standing[], reviewer: Reviewer): 1 | 2 | 3 {
  const [first, second, third] = standing
  const isOwn = standing.some(({ judged_by }) => judged_by === reviewer.accountId)
  if (!first) return 1
  if (!second && !isOwn && (first.draw ?? 1) < reviewer.secondShare) return 2
  const isOpen = second && !third && second.answer !== first.answer
  if (isOpen && !isOwn && reviewer.maySettle) return 3
  throw new AppError('pair-not-waiting', {})
}

/** What the linkage showed about a pair that waits. */
export interface PairEvidence {
  readonly weight_bits: number
  readonly probability: number
  readonly evidence: unknown
}

/**
 * The evidence of a doubtful pair that nobody has decided.
 *
 * @param scoped the asker's view. @throws AppError `pair-not-waiting`.
 */
export async function getOpenEvidence(scoped: Db, pair: PairOfRows): Promise<PairEvidence> {
  const { left, right } = orderedSql(pair)
  const { rows } = await sql<PairEvidence>`
    select p.weight_bits, p.probability, p.evidence
    from review_pair p join ${rowAt(pair[0])} one on true join ${rowAt(pair[1])} other on true
    where (p.left_row_no, p.right_row_no) in (
        (one.row_no, other.row_no), (other.row_no, one.row_no))
      and not exists (
        select 1 from register_change c
        where c.kind in ('same-person', 'other-person') and c.state in ('in-force', 'proposed')
          and least(c.left_ref, c.right_ref) = ${left} and greatest(c.left_ref, c.right_ref) = ${right})
    limit 1`.execute(scoped)
  const [row] = rows
  if (!row) throw new AppError('pair-not-waiting', {})
  return row
}

/** The row of a list at a place, and whose it is. */
function rowAt({ file, sheet, row }: RowRef) {
  return sql`(
    select r.row_no, r.person_id from list_sheet s join import_row r using (sheet_no)
    where s.file = ${file} and s.sheet = ${sheet} and r.row = ${row}::integer)`
}

interface FreshJudgement {
  readonly pair: PairOfRows
  readonly turn: 1 | 2 | 3
  readonly answer: PairVerdict
  readonly changeNo: number | null
  /** Of the first look. */
  readonly evidence: PairEvidence | null
  readonly organisationId: string
  readonly accountId: string
}

/** Keeps an answer; its number. @throws AppError `pair-not-waiting` where somebody was faster. */
export async function insertJudgement(
  tx: Db,
  secrets: Secrets,
  fresh: FreshJudgement,
): Promise<number> {
  const { left, right } = orderedSql(fresh.pair)
  const { evidence } = fresh
  const draw = evidence && drawOf(secrets, fresh.pair)
  const { rows } = await sql<{ judgement_no: number }>`
    insert into pair_judgement (left_ref, right_ref, turn, answer, change_no, weight_bits, probability,
      evidence, draw, organisation_id, judged_by)
    values (${left}, ${right}, ${fresh.turn}, ${fresh.answer}, ${fresh.changeNo},
      ${evidence?.weight_bits ?? null}, ${evidence?.probability ?? null},
      ${evidence && JSON.stringify(evidence.evidence)}::jsonb, ${draw},
      ${fresh.organisationId}, ${fresh.accountId})
    on conflict (left_ref, right_ref, turn) where ended_at is null do nothing
    returning judgement_no`.execute(tx)
  const [made] = rows
  if (!made) throw new AppError('pair-not-waiting', {})
  return made.judgement_no
}

/** A judgement as it is kept. */
export interface KeptJudgement {
  readonly judgement: Judgement
  readonly changeNo: number | null
  readonly judgedBy: string
  readonly personIds: readonly string[]
  /** Somebody has answered about the pair since. */
  readonly isFollowed: boolean
}

/** @param scoped the asker's view. @throws AppError `pair-judgement-not-found`. */
export async function getJudgement(scoped: Db, judgementNo: number): Promise<KeptJudgement> {
  const { rows } = await sql<{
    turn: number
    answer: PairVerdict
    change_no: number | null
    state: string | null
    judged_by: string
    is_ended: boolean
    is_followed: boolean
    left_ref: unknown
    right_ref: unknown
  }>`
    select j.turn, j.answer, j.change_no, c.state, j.judged_by, j.ended_at is not null as is_ended,
      exists (
        select 1 from pair_judgement n
        where n.left_ref = j.left_ref and n.right_ref = j.right_ref and n.turn > j.turn
          and n.ended_at is null) as is_followed,
      j.left_ref, j.right_ref
    from pair_judgement j left join register_change c using (change_no)
    where j.judgement_no = ${judgementNo}`.execute(scoped)
  const [row] = rows
  if (!row) throw new AppError('pair-judgement-not-found', {})
  return {
    judgement: {
      judgementNo,
      look: looks[row.turn - 1] ?? 'first',
      answer: row.answer,
      changeState: row.state === 'in-force' || row.state === 'proposed' ? row.state : null,
      isWithdrawn: row.is_ended,
    },
    changeNo: row.change_no,
    judgedBy: row.judged_by,
    personIds: await findPersonIds(scoped, [Ref.parse(row.left_ref), Ref.parse(row.right_ref)]),
    isFollowed: row.is_followed,
  }
}

const Ref = z.object({ file: z.string(), sheet: z.string(), row: z.number() })

/** Who both rows are about. */
async function findPersonIds(scoped: Db, [one, other]: PairOfRows): Promise<string[]> {
  const { rows } = await sql<{ person_id: string | null }>`
    select person_id from ${rowAt(one)} o union select person_id from ${rowAt(other)} o`.execute(
    scoped,
  )
  return rows.flatMap(({ person_id }) => person_id ?? [])
}

/** Ends an answer that made no decision of the register. */
export async function endJudgement(tx: Db, judgementNo: number, accountId: string): Promise<void> {
  await sql`
    update pair_judgement set ended_at = now(), ended_by = ${accountId}
    where judgement_no = ${judgementNo} and ended_at is null`.execute(tx)
}

/**
 * Ends the answer that made a decision which is no more. Where that was the first, those that looked at it
 * again have nothing left to be about.
 */
export async function endJudgementsOf(tx: Db, changeNo: number, accountId: string): Promise<void> {
  await sql`
    update pair_judgement j set ended_at = now(), ended_by = ${accountId}
    from pair_judgement made
    where made.change_no = ${changeNo} and made.ended_at is null and j.ended_at is null
      and j.left_ref = made.left_ref and j.right_ref = made.right_ref
      and (j.judgement_no = made.judgement_no or made.turn = 1)`.execute(tx)
}

const Counts = z.object({
  same_same: z.number(),
  same_other: z.number(),
  other_same: z.number(),
  other_other: z.number(),
  waiting: z.number(),
  open: z.number(),
  settled: z.number(),
})

/** How far two reviewers agree about the pairs that the asker may see. */
export async function findAgreement(scoped: Db, secondShare: number): Promise<Agreement> {
  const count = (condition: ReturnType<typeof sql>) =>
    sql`(count(*) filter (where ${condition}))::integer`
  const answers = (first: PairVerdict, second: PairVerdict) =>
    count(sql`f.answer = ${first} and s.answer = ${second}`)
  const { rows } = await sql`
    select ${answers('same-person', 'same-person')} as same_same,
      ${answers('same-person', 'other-person')} as same_other,
      ${answers('other-person', 'same-person')} as other_same,
      ${answers('other-person', 'other-person')} as other_other,
      ${count(sql`s.answer is null and f.draw < ${secondShare}`)} as waiting,
      ${count(sql`s.answer <> f.answer and t.answer is null`)} as open,
      ${count(sql`s.answer <> f.answer and t.answer is not null`)} as settled
    from pair_judgement f ${laterLooks}
    where f.turn = 1 and f.ended_at is null`.execute(scoped)
  const counts = Counts.parse(rows[0])
  const table: AnswerTable = {
    sameSame: counts.same_same,
    sameOther: counts.same_other,
    otherSame: counts.other_same,
    otherOther: counts.other_other,
  }
  const { waiting, open, settled } = counts
  return { ...agreementOf(table), waiting, open, settled }
}

/**
 * Pairs that people judged and the asker may see, as the model weighed them then. Where two differ the third
 * counts, and without one the pair is left out.
 */
export async function findJudgedPairs(scoped: Db): Promise<readonly JudgedPair[]> {
  const { rows } = await sql<{ weight_bits: number; is_same: boolean }>`
    select f.weight_bits, coalesce(t.answer, f.answer) = 'same-person' as is_same
    from pair_judgement f ${laterLooks}
    where f.turn = 1 and f.ended_at is null
      and (s.answer is null or s.answer = f.answer or t.answer is not null)`.execute(scoped)
  return rows.map((row) => ({ weightBits: row.weight_bits, isSame: row.is_same }))
}

/** The answers of the second and the third to the first look `f`, where they stand. */
const laterLooks = sql`
  left join pair_judgement s on s.left_ref = f.left_ref and s.right_ref = f.right_ref
    and s.turn = 2 and s.ended_at is null
  left join pair_judgement t on t.left_ref = f.left_ref and t.right_ref = f.right_ref
    and t.turn = 3 and t.ended_at is null`

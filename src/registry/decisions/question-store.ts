import { sql } from 'kysely'
import { z } from 'zod'
import type { RowRef } from '#intake/schema'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import { regionName } from '#territory'
import { AskedSide, type PairAnswer, type PairQuestion } from './question-schema.ts'

const Told = z.object({
  name: z.string().default(''),
  address: z.string().optional(),
  ward: z.string().optional(),
})
const Sides = z.object({ left: AskedSide, right: AskedSide })

/** A row of a pair with what the ward may be told of it. */
export interface AskedRow {
  readonly ref: RowRef
  readonly personId: string
  readonly familyId: string
  readonly side: z.infer<typeof AskedSide>
}

/** @param scoped the asker's view. @throws AppError `change-subject-unknown`. */
export async function getAskedRow(scoped: Db, ref: RowRef): Promise<AskedRow> {
  const { rows } = await sql<{ person_id: string; family_id: string; fields: unknown }>`
    select r.person_id, r.family_id, r.fields from import_row r join list_sheet s using (sheet_no)
    where s.file = ${ref.file} and s.sheet = ${ref.sheet} and r.row = ${ref.row}
      and r.person_id is not null and r.family_id is not null`.execute(scoped)
  const [row] = rows
  if (!row) throw new AppError('change-subject-unknown', {})
  const { name, address, ward } = Told.parse(row.fields)
  const place = [address, ward === undefined ? undefined : (regionName(ward) ?? ward)]
  return {
    ref: { file: ref.file, sheet: ref.sheet, row: ref.row },
    personId: row.person_id,
    familyId: row.family_id,
    side: { name, place: place.filter(Boolean).join(', ') },
  }
}

/**
 * Asks; the number of the question. Whichever of the two is named first, it is one pair.
 *
 * @throws AppError `change-subject-unknown` where both are one row; `pair-question-open` while another
 * question waits.
 */
export async function insertQuestion(
  tx: Db,
  secrets: Secrets,
  question: {
    readonly rows: readonly [AskedRow, AskedRow]
    readonly organisationId: string
    readonly askedBy: string
  },
): Promise<number> {
  const [one, other] = question.rows
  if (JSON.stringify(one.ref) === JSON.stringify(other.ref)) {
    throw new AppError('change-subject-unknown', {})
  }
  const isInOrder = JSON.stringify(one.ref) < JSON.stringify(other.ref)
  const [left, right] = isInOrder ? [one, other] : [other, one]
  const sides = secrets.seal(JSON.stringify({ left: left.side, right: right.side }))
  const made = await tx
    .insertInto('pair_question')
    .values({
      left_ref: JSON.stringify(left.ref),
      right_ref: JSON.stringify(right.ref),
      family_ids: [...new Set([left.familyId, right.familyId])],
      person_ids: [...new Set([left.personId, right.personId])],
      sides_cipher: sides,
      organisation_id: question.organisationId,
      asked_by: question.askedBy,
      answer: null,
      answered_by: null,
      answered_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['left_ref', 'right_ref']).where('answer', 'is', null).doNothing(),
    )
    .returning('question_no')
    .executeTakeFirst()
  if (!made) throw new AppError('pair-question-open', {})
  return made.question_no
}

/** Keeps the answer. @throws AppError `pair-question-answered` where one stands. */
export async function answerQuestion(
  tx: Db,
  questionNo: number,
  answer: PairAnswer,
  accountId: string,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('pair_question')
    .set({ answer, answered_by: accountId, answered_at: sql<string>`now()` })
    .where('question_no', '=', questionNo)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('pair-question-answered', {})
}

/** @throws AppError `pair-question-not-found` where the asker sees none of that number. */
export async function getQuestion(
  scoped: Db,
  secrets: Secrets,
  questionNo: number,
): Promise<TracedQuestion> {
  const [question] = await findQuestions(scoped, secrets, sql`q.question_no = ${questionNo}`)
  if (!question) throw new AppError('pair-question-not-found', {})
  return question
}

/** Questions that wait, the oldest first; those whose pair somebody has decided since wait for nothing. */
export function findOpenQuestions(scoped: Db, secrets: Secrets): Promise<TracedQuestion[]> {
  const isDecided = sql`exists (
    select 1 from register_change c
    where c.kind in ('same-person', 'other-person') and c.state = 'in-force' and c.made_at >= q.asked_at
      and c.left_ref in (q.left_ref, q.right_ref) and c.right_ref in (q.left_ref, q.right_ref))`
  return findQuestions(scoped, secrets, sql`q.answer is null and not ${isDecided}`)
}

/** A question, and the persons whom it tells of: for the trail. */
interface TracedQuestion {
  readonly question: PairQuestion
  readonly personIds: readonly string[]
}

const mostShown = 200

async function findQuestions(
  scoped: Db,
  secrets: Secrets,
  condition: ReturnType<typeof sql>,
): Promise<TracedQuestion[]> {
  const { rows } = await sql<{
    question_no: number
    person_ids: readonly string[]
    sides_cipher: Uint8Array
    organisation: string
    asked_at: string
    answer: PairAnswer | null
    answered_at: string | null
  }>`
    select q.question_no, q.person_ids, q.sides_cipher, o.name as organisation, q.asked_at, q.answer, q.answered_at
    from pair_question q join organisation_name o using (organisation_id)
    where ${condition} order by q.question_no limit ${mostShown}`.execute(scoped)
  return rows.map((row) => ({
    personIds: row.person_ids,
    question: {
      questionNo: row.question_no,
      ...Sides.parse(JSON.parse(secrets.unseal(row.sides_cipher))),
      organisation: row.organisation,
      askedAt: row.asked_at,
      answer: row.answer,
      answeredAt: row.answered_at,
    },
  }))
}

import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Instant } from '#platform/tables'
import { type MarkEnd, SubjectMark } from './schema.ts'

/**
 * What members of a family asked for and still holds, oldest first: `objects-automated` means that
 * scores and rules decide nothing about it and a person does, `restricted` that its data rests.
 */
export async function findMarks(db: Db, familyId: string): Promise<SubjectMark[]> {
  // A mark is the person's: it goes along when the record is joined with another or changes family.
  const { rows } = await sql`
    select m.kind, m.since, m.request_no as "requestNo" from subject_mark m
    where m.ended_at is null and (
      coalesce(
        (select p.family_id from person p where p.person_id = m.person_id),
        (select p.family_id from subject_alias a join person p on p.person_id = a.present_id
          where a.subject_id = m.person_id and a.recorded_to is null),
        (select a.present_id from subject_alias a
          where a.subject_id = m.family_id and a.recorded_to is null
            and not exists (select 1 from family f where f.family_id = m.family_id)),
        m.family_id) = ${familyId})
    order by m.since, m.request_no`.execute(db)
  return z.array(SubjectMark).parse(rows)
}

/**
 * Ends the mark of a request, with the reason: who asked took it back, or what stood behind it is over.
 *
 * @throws AppError `subject-request-step-refused` where the request left no mark, or it has ended.
 */
export async function endMark(
  db: Db,
  requestNo: number,
  { reason }: MarkEnd,
  { accountId, at }: { readonly accountId: string; readonly at: Instant },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('subject_mark')
    .set({ ended_at: at, ended_by: accountId, ended_reason: reason })
    .where('request_no', '=', requestNo)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) {
    throw new AppError('subject-request-step-refused', { state: 'done', next: 'mark-ended' })
  }
}

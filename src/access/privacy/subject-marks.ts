import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { SubjectMark } from './schema.ts'

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

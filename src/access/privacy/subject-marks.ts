import { z } from 'zod'
import type { Db } from '#platform/db'
import { SubjectMark } from './schema.ts'

/**
 * What members of a family asked for and still holds, oldest first: `objects-automated` means that
 * scores and rules decide nothing about it and a person does, `restricted` that its data rests.
 */
export async function findMarks(db: Db, familyId: string): Promise<SubjectMark[]> {
  const rows = await db
    .selectFrom('subject_mark')
    .select(['kind', 'since', 'request_no as requestNo'])
    .where('family_id', '=', familyId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .orderBy('request_no')
    .execute()
  return z.array(SubjectMark).parse(rows)
}

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

/** Of these families, the ones that object to automated assessment. */
export async function findObjectors(
  db: Db,
  familyIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (familyIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('subject_mark')
    .select('family_id')
    .distinct()
    .where('kind', '=', 'objects-automated')
    .where('ended_at', 'is', null)
    .where('family_id', 'in', [...familyIds])
    .execute()
  return new Set(rows.map(({ family_id }) => family_id))
}

import { sql } from 'kysely'
import type { Db } from '#platform/db'

/**
 * The id under which a person stands in the register now: the same, or the one into which the record was
 * joined since. An id that leads nowhere stays itself.
 */
export async function findPresentPersonId(db: Db, personId: string): Promise<string> {
  // Not by the function present_person: it reads tables, and here a viewer's rights may be in force.
  const { rows } = await sql<{ id: string }>`
    select present_id as id from subject_alias
    where subject_id = ${personId} and kind = 'person' and recorded_to is null and present_id is not null`.execute(
    db,
  )
  return rows[0]?.id ?? personId
}

/** Ids of a person who stands in the register: the present one, and those that lead to it. */
export async function findPersonIds(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from subject_alias
    where present_id = ${personId} and kind = 'person' and recorded_to is null order by alias_no`.execute(
    db,
  )
  return [personId, ...rows.map(({ id }) => id)]
}

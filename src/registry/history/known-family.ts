import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { Instant } from '#platform/tables'
import { findVersions } from './find-versions.ts'
import type { FamilyVersions, KnownFamily } from './schema.ts'

/** A family as the register knew it at a moment; undefined where it knew none under this id. */
export async function findFamilyKnownAt(
  db: Db,
  secrets: Secrets,
  familyId: string,
  at: Instant,
): Promise<KnownFamily | undefined> {
  return familyAt(await findVersions(db, secrets, familyId, { at }), at)
}

/** The family among its versions that held at a moment. */
export function familyAt(
  { families, persons }: FamilyVersions,
  at: Instant,
): KnownFamily | undefined {
  const family = families.find((version) => holdsAt(version, at))
  if (!family) return undefined
  const members = persons
    .filter((version) => holdsAt(version, at))
    .sort((left, right) => (left.personId < right.personId ? -1 : 1))
  return { ...family, persons: members }
}

function holdsAt(
  { recordedFrom, recordedTo }: { recordedFrom: Instant; recordedTo: Instant | null },
  at: Instant,
): boolean {
  // Both are ISO texts in UTC with milliseconds: they stand in the order of time.
  return recordedFrom <= at && (recordedTo === null || recordedTo > at)
}

/** The present id of a family or person that is no more; undefined where none is told. */
export async function findPresentId(db: Db, subjectId: string): Promise<string | undefined> {
  const alias = await db
    .selectFrom('subject_alias')
    .select('present_id')
    .where('subject_id', '=', subjectId)
    .where('recorded_to', 'is', null)
    .executeTakeFirst()
  return alias?.present_id ?? undefined
}

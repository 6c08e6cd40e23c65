import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import type { ExportSubject } from './export-parts.ts'

/** What tells of other people than the one whose data leaves. */
export interface Others {
  /** Their names and keys. */
  readonly words: readonly string[]
  /** The person's own names: never blotted out, even where another's is a part of them. */
  readonly ownNames: readonly string[]
  /** Rows of lists that are about others, as `file|sheet|row`. */
  readonly refs: ReadonlySet<string>
}

/** What stands in the place of another person. */
const blot = '[orang lain]'
/** Fields in which a row names another person than its own. */
const namingFields: ReadonlySet<string> = new Set(['headName', 'motherName', 'guardianName'])
const leastNameLength = 3

/** The people of the family, and those whom its rows and pairs name. */
export async function findOthers(db: Db, { personId, familyId }: ExportSubject): Promise<Others> {
  const { rows: named } = await sql<{ is_own: boolean; word: string | null }>`
    select person_id = ${personId} as is_own, name as word from person where family_id = ${familyId}
    union select false, person_id from person where family_id = ${familyId} and person_id <> ${personId}
    union select coalesce(head_person_id = ${personId}, false), head_name from family where family_id = ${familyId}
    union select person_id is not distinct from ${personId}, fields ->> 'name' from import_row
      where family_id = ${familyId} or person_id = ${personId}
    union select false, case when left_person_id = ${personId} then right_person_id else left_person_id end
      from review_pair where left_person_id = ${personId} or right_person_id = ${personId}`.execute(
    db,
  )
  const { rows: refs } = await sql<{ ref: string }>`
    select s.file || '|' || s.sheet || '|' || r.row as ref
    from import_row r join list_sheet s using (sheet_no)
    where r.family_id = ${familyId} and r.person_id <> ${personId}`.execute(db)
  const wordsOf = (isOwn: boolean) =>
    named
      .filter(({ is_own, word }) => is_own === isOwn && (word?.length ?? 0) >= leastNameLength)
      .map(({ word }) => word ?? '')
  const ownNames = wordsOf(true)
  return {
    ownNames,
    words: [...new Set(wordsOf(false))].filter((word) => !ownNames.includes(word)),
    refs: new Set(refs.map(({ ref }) => ref)),
  }
}

const FromRow = z.looseObject({
  ref: z.object({ file: z.string(), sheet: z.string(), row: z.number() }),
})

/** The value without the names, keys and facts of others. */
export function hideOthers(value: unknown, others: Others): unknown {
  if (typeof value === 'string') return hideWords(value, others)
  if (Array.isArray(value)) return value.map((item) => hideOthers(item, others))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const shown = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      namingFields.has(key) && !isOwnName(inner, others) ? blot : hideOthers(inner, others),
    ]),
  )
  const { data: fact } = FromRow.safeParse(value)
  if (!fact || !others.refs.has(`${fact.ref.file}|${fact.ref.sheet}|${fact.ref.row}`)) return shown
  return { ...shown, value: blot }
}

function isOwnName(value: unknown, { ownNames }: Others): boolean {
  return typeof value === 'string' && ownNames.includes(value)
}

/**
 * Words where they stand alone, in any case of letters; the longest first, so that "Siti" of a sister
 * does not blot out half of an own "Siti Aminah".
 */
function hideWords(text: string, { words, ownNames }: Others): string {
  const all = [...words, ...ownNames].sort((left, right) => right.length - left.length)
  if (all.length === 0) return text
  const own = new Set(ownNames.map((name) => name.toLowerCase()))
  const literals = all.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${literals.join('|')})(?![\\p{L}\\d])`, 'giu')
  return text.replace(pattern, (found) => (own.has(found.toLowerCase()) ? found : blot))
}

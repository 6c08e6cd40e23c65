import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { fromCursor, toCursor } from '#platform/http'
import type { FoundFamily } from '#registry'
import { filteredLines, pageSize, toLine } from './family-lines.ts'
import type { FoundFamilies } from './family-search.ts'
import type { FamilyFilter, FamilyLine, FamilyPageOfLines } from './schema.ts'

/**
 * One page of the families that words or a number found, best first.
 *
 * The index of the search may be a moment old: the asker's view has the last word on each family, and
 * on the name of whoever was hit.
 *
 * @throws AppError `cursor-invalid`.
 */
export async function findFoundFamilies(
  db: Db,
  filter: FamilyFilter,
  found: FoundFamilies,
): Promise<FamilyPageOfLines> {
  const { families, isCut } = found
  const offset = filter.cursor === undefined ? 0 : offsetOf(filter.cursor)
  const hits = sql<{ family_id: string; person_id: string | null; place: number }>`(
    select * from unnest(${families.map(({ familyId }) => familyId)}::text[],
      ${families.map(({ personId }) => personId)}::text[]) with ordinality as u (family_id, person_id, place))`
  const page = db
    .selectFrom(filteredLines(db, filter, found).as('line'))
    .innerJoin(hits.as('hit'), 'hit.family_id', 'line.family_id')
    .selectAll('line')
    .select(['hit.person_id', 'hit.place', sql<number>`(count(*) over ())::integer`.as('total')])
    .orderBy('hit.place')
    .offset(offset)
    .limit(pageSize + 1)
  const rows = await db
    .selectFrom(page.as('l'))
    .leftJoin('person as p', (join) =>
      join.onRef('p.person_id', '=', 'l.person_id').onRef('p.family_id', '=', 'l.family_id'),
    )
    .leftJoin('family as f', 'f.family_id', 'l.family_id')
    .selectAll('l')
    .select(['p.name as hit_name', 'f.head_person_id'])
    .orderBy('l.place')
    .execute()

  const byId = new Map(families.map((family) => [family.familyId, family]))
  return {
    lines: rows
      .slice(0, pageSize)
      // Who was hit is no longer there, or no longer shown to the asker.
      .filter(({ person_id, hit_name }) => person_id === null || hit_name !== null)
      .map((row) => toLine(row, matchedOf(byId.get(row.family_id), row))),
    total: rows[0]?.total ?? 0,
    isCut,
    nextCursor: rows.length > pageSize ? toCursor([offset + pageSize]) : null,
  }
}

/** Names the member that was hit, where it is not the head, whose name the line has already. */
function matchedOf(
  family: FoundFamily | undefined,
  row: { person_id: string | null; hit_name: string | null; head_person_id: string | null },
): FamilyLine['matched'] {
  const memberName = row.person_id === row.head_person_id ? null : row.hit_name
  return (family?.parts ?? []).map((part) => ({
    part,
    memberName: part === 'address' || part === 'kk' ? null : memberName,
  }))
}

const Offset = z.tuple([z.number().int().min(0).max(10_000)])

function offsetOf(cursor: string): number {
  const read = Offset.safeParse(fromCursor(cursor, 1))
  if (!read.success) throw new AppError('cursor-invalid', {})
  return read.data[0]
}

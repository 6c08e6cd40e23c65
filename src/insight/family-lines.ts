import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { regionName } from '#territory'
import type { FoundFamilies } from './family-search.ts'
import { type FamilyFilter, FamilyLine } from './schema.ts'

/** Families a page of the list. */
export const pageSize = 50

/** Lines of families that a filter takes. */
export function filteredLines(
  db: Db,
  filter: Omit<FamilyFilter, 'q' | 'sort' | 'cursor'>,
  found: FoundFamilies | undefined,
) {
  let query = db.selectFrom('family_line').selectAll()
  if (found)
    query = query.where(
      sql<boolean>`family_id = any(${found.families.map(({ familyId }) => familyId)}::text[])`,
    )
  if (filter.ward !== undefined) query = query.where('ward', '=', filter.ward)
  if (filter.district !== undefined) query = query.where('district', '=', filter.district)
  if (filter.decile === 'unknown') query = query.where('decile', 'is', null)
  else if (filter.decile !== undefined) query = query.where('decile', '=', filter.decile)
  // Written into the text, where a kept plan finds the index of just this sector or indicator.
  if (filter.sector) {
    query = query.where(sql<boolean>`sectors @> array[${sql.lit(filter.sector)}::text]`)
  }
  if (filter.indicator) {
    query = query.where(sql<boolean>`lacks @> array[${sql.lit(filter.indicator)}::text]`)
  }
  if (filter.served) query = query.where(servedCondition(filter.served))
  return query
}

function servedCondition(served: NonNullable<FamilyFilter['served']>) {
  if (served === 'none') return sql<boolean>`cardinality(served_by) = 0 and cardinality(lacks) > 0`
  if (served === 'one') return sql<boolean>`cardinality(served_by) = 1`
  return sql<boolean>`cardinality(served_by) > 1`
}

type LinesQuery = ReturnType<typeof filteredLines>
export type LineRow = Awaited<ReturnType<LinesQuery['execute']>>[number]

/** @param matched by what words found it; nothing where none were asked. */
export function toLine(row: LineRow, matched: FamilyLine['matched'] = []): FamilyLine {
  return FamilyLine.parse({
    familyId: row.family_id,
    headName: row.head_name,
    wardName: row.ward === null ? null : (regionName(row.ward) ?? row.ward),
    rt: row.rt,
    memberCount: row.member_count,
    decile: row.decile,
    lacks: row.lacks,
    topScore: row.lacks.length === 0 ? null : row.top_score,
    servedBy: row.served_by,
    listCount: row.list_count,
    matched,
  })
}

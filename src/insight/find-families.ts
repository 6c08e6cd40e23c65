import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { fromCursor, toCursor } from '#platform/http'
import { regionName } from '#territory'
import { type FamilyFilter, FamilyLine, type FamilyPageOfLines } from './schema.ts'

const pageSize = 50
const exactUpTo = 10_000

/** Families that a search by words or number found, best first; undefined when nothing was asked for. */
export type FoundFamilies = readonly string[] | undefined

/**
 * One page of families, by urgency, name or ward.
 *
 * @param found ids from the search by name or number; then they come in its order and on one page.
 * @throws AppError `cursor-invalid`.
 */
export async function findFamilies(
  db: Db,
  filter: FamilyFilter,
  found: FoundFamilies,
): Promise<FamilyPageOfLines> {
  const matching = filteredLines(db, filter, found)
  // Counting stops where the page stops telling: of a large city it takes longer than the page.
  const { count } = await db
    .selectFrom(
      matching
        .clearSelect()
        .select('family_id')
        .limit(exactUpTo + 1)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()

  const rows = await pageOf(matching, filter, found).execute()
  const lines = rows.slice(0, pageSize).map(toLine)
  if (found) {
    const place = new Map(found.map((familyId, no) => [familyId, no]))
    lines.sort((a, b) => (place.get(a.familyId) ?? 0) - (place.get(b.familyId) ?? 0))
  }
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    lines,
    total: count > exactUpTo ? null : count,
    nextCursor: last ? toCursor([...sortValues(last, filter.sort), last.family_id]) : null,
  }
}

/** Lines of families that a filter takes. */
export function filteredLines(
  db: Db,
  filter: Omit<FamilyFilter, 'q' | 'sort' | 'cursor'>,
  found: FoundFamilies,
) {
  let query = db.selectFrom('family_line').selectAll()
  if (found) query = query.where(sql<boolean>`family_id = any(${[...found]}::text[])`)
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
type LineRow = Awaited<ReturnType<LinesQuery['execute']>>[number]

function pageOf(
  query: LinesQuery,
  { sort, cursor }: FamilyFilter,
  found: FoundFamilies,
): LinesQuery {
  const limited = query.limit(found ? 200 : pageSize + 1)
  if (sort === 'name') {
    const after = cursor === undefined ? undefined : fromCursor(cursor, 2)
    const rest = after
      ? limited.where(sql<boolean>`(head_name, family_id) > (${after[0]}::text, ${after[1]}::text)`)
      : limited
    return rest.orderBy('head_name').orderBy('family_id')
  }
  if (sort === 'ward') {
    const after = cursor === undefined ? undefined : fromCursor(cursor, 3)
    const rest = after
      ? limited.where(
          sql<boolean>`(coalesce(ward, '~'), -top_score, family_id) > (${after[0]}::text, ${after[1]}::integer, ${after[2]}::text)`,
        )
      : limited
    return rest.orderBy(sql`coalesce(ward, '~')`).orderBy('top_score', 'desc').orderBy('family_id')
  }
  const after = cursor === undefined ? undefined : fromCursor(cursor, 2)
  const rest = after
    ? limited.where(
        sql<boolean>`(-top_score, family_id) > (${after[0]}::integer, ${after[1]}::text)`,
      )
    : limited
  return rest.orderBy('top_score', 'desc').orderBy('family_id')
}

function sortValues(row: LineRow, sort: FamilyFilter['sort']): (string | number)[] {
  if (sort === 'name') return [row.head_name]
  if (sort === 'ward') return [row.ward ?? '~', -row.top_score]
  return [-row.top_score]
}

function toLine(row: LineRow): FamilyLine {
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
  })
}

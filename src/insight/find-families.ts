import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { fromCursor, toCursor } from '#platform/http'
import { filteredLines, type LineRow, pageSize, toLine } from './family-lines.ts'
import type { FamilyFilter, FamilyPageOfLines } from './schema.ts'

const exactUpTo = 10_000

/**
 * One page of families, by urgency, name or ward.
 *
 * @throws AppError `cursor-invalid`.
 */
export async function findFamilies(db: Db, filter: FamilyFilter): Promise<FamilyPageOfLines> {
  const matching = filteredLines(db, filter, undefined)
  // Counting stops where the page stops telling: of a large city it takes longer than the page.
  const counted = db
    .selectFrom(
      matching
        .clearSelect()
        .select('family_id')
        .limit(exactUpTo + 1)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
  const [{ count }, rows] = await Promise.all([
    counted.executeTakeFirstOrThrow(),
    pageOf(matching, filter).execute(),
  ])
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    lines: rows.slice(0, pageSize).map((row) => toLine(row)),
    total: count > exactUpTo ? null : count,
    isCut: false,
    nextCursor: last ? toCursor([...sortValues(last, filter.sort), last.family_id]) : null,
  }
}

type LinesQuery = ReturnType<typeof filteredLines>

function pageOf(query: LinesQuery, { sort, cursor }: FamilyFilter): LinesQuery {
  const limited = query.limit(pageSize + 1)
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

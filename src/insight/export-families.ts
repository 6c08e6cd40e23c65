import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { maskId } from '#intake'
import { type CsvValue, toCsvRecords } from '#platform/csv'
import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { readInBatches } from '#platform/sql-cursor'
import { regionName } from '#territory'
import { filteredLines } from './family-lines.ts'
import type { FoundFamilies } from './family-search.ts'
import type { FamilyFilter } from './schema.ts'

/** Rows held at a time. */
const batchRows = 250

/** Which families an export holds: a filter of the list, and what its words found. */
export interface ExportedFamilies {
  readonly filter: Omit<FamilyFilter, 'q' | 'sort' | 'cursor'>
  readonly found: FoundFamilies | undefined
}

const headings = [
  'family_id',
  'head_name',
  'head_nik',
  'kk',
  'ward',
  'ward_name',
  'district',
  'rt',
  'members',
  'decile',
  'lacks',
  'score',
  'served_by',
  'lists',
] as const

/** How many families an export would hold. */
export async function countExported(
  scoped: Db,
  { filter, found }: ExportedFamilies,
): Promise<number> {
  const { count } = await filteredLines(scoped, filter, found)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Writes families as CSV into `out`, in the order of their keys, as fast as it is read, and leaves
 * it open. Numbers of NIK and KK are masked; nothing in a cell runs in a spreadsheet.
 *
 * @param note called with the keys of each batch before it leaves.
 */
export async function writeFamilies(
  scoped: Db,
  families: ExportedFamilies,
  out: NodeJS.WritableStream,
  { secrets, note }: { secrets: Secrets; note: (familyIds: readonly string[]) => Promise<void> },
): Promise<void> {
  async function* texts() {
    yield toCsvRecords([headings])
    for await (const rows of readInBatches(scoped, exportedRows(scoped, families), batchRows)) {
      await note(rows.map(({ family_id }) => family_id))
      yield toCsvRecords(rows.map((row) => toCells(row, secrets)))
    }
  }
  await pipeline(Readable.from(texts(), { highWaterMark: 1 }), out, { end: false })
}

function exportedRows(scoped: Db, { filter, found }: ExportedFamilies) {
  return scoped
    .selectFrom(filteredLines(scoped, filter, found).as('l'))
    .leftJoin('family as f', 'f.family_id', 'l.family_id')
    .leftJoin('person as head', 'head.person_id', 'f.head_person_id')
    .select([
      'l.family_id',
      'l.head_name',
      'l.ward',
      'l.district',
      'l.rt',
      'l.member_count',
      'l.decile',
      sql<string>`array_to_string(l.lacks, ' ')`.as('lacks'),
      'l.top_score',
      sql<string>`array_to_string(l.served_by, '; ')`.as('served_by'),
      'l.list_count',
      'f.kk_cipher',
      'head.nik_cipher',
    ])
    .orderBy('l.family_id')
}

type Row = Awaited<ReturnType<ReturnType<typeof exportedRows>['execute']>>[number]

function toCells(row: Row, secrets: Secrets): CsvValue[] {
  const masked = (cipher: Uint8Array | null) => (cipher ? maskId(secrets.unseal(cipher)) : null)
  return [
    row.family_id,
    row.head_name,
    masked(row.nik_cipher),
    masked(row.kk_cipher),
    row.ward,
    row.ward === null ? null : (regionName(row.ward) ?? row.ward),
    row.district,
    row.rt,
    row.member_count,
    row.decile,
    row.lacks,
    row.lacks === '' ? null : row.top_score,
    row.served_by,
    row.list_count,
  ]
}

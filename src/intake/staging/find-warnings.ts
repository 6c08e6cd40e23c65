import { sql } from 'kysely'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { headingMeanings } from '../columns/heading-rules.ts'
import type { ColumnMeaning } from '../schema.ts'
import { type FileReading, findReading } from './file-reading.ts'
import type { FileWarning } from './schema.ts'
import type { StagedReading, StagedSheet } from './staged-reading.ts'

const texts = {
  'rows-known-already': {
    id: 'Sedikitnya separuh baris berkas ini sudah ada, sama persis, dalam berkas lain dari dinas yang sama. Mungkin berkas lama terkirim lagi.',
    en: 'At least half of its rows stand, word for word, in another file of the same office. An old file may have been sent again.',
  },
  'period-of-another-year': {
    id: 'Tahun di judul berkas ini lebih lama daripada daftar serupa yang sudah diterima. Periksa apakah berkasnya benar.',
    en: 'The year in its titles is earlier than that of a like list that counts already. Check that it is the right file.',
  },
  'columns-shifted': {
    id: 'Isi beberapa kolom tidak sesuai dengan judulnya; mungkin kolom bergeser. Periksa bacaan kolom sebelum menerima.',
    en: 'The values of several columns do not fit their headings; columns may have shifted. Check them before accepting.',
  },
  'sheet-without-names': {
    id: 'Lembar ini tidak berisi kolom nama orang. Periksa apakah lembarnya benar, atau tunjuk kolom namanya.',
    en: 'This sheet has no column of names. Check that it is the right sheet, or say which column holds the names.',
  },
} as const
/** `period-of-another-year` where no like list counts yet. */
const notThisYear = {
  id: 'Tahun di judul berkas ini bukan tahun ini. Periksa apakah berkasnya benar.',
  en: 'The year in its titles is not this year. Check that it is the right file.',
}

/** Fewer rows than this can be alike by chance. */
const fewestRows = 10
/** Share of rows with a name below which a sheet is taken for one without. */
const leastNamed = 0.1
/** From this month on a list of the year before is late. */
const lateMonth = 4

function warn(
  code: keyof typeof texts,
  facts: Partial<Pick<FileWarning, 'sheetPlace' | 'otherFileId' | 'count' | 'of'>>,
  { id, en }: { readonly id: string; readonly en: string } = texts[code],
): FileWarning {
  return {
    code,
    hintId: id,
    hintEn: en,
    sheetPlace: facts.sheetPlace ?? null,
    otherFileId: facts.otherFileId ?? null,
    count: facts.count ?? null,
    of: facts.of ?? null,
  }
}

interface WarnedFile {
  readonly fileId: string
  readonly organisationId: string | null
  readonly replaces: string | null
  readonly today: IsoDate
}

/** Why somebody should look before the file is accepted; call it when its rows are stored. */
export async function findWarnings(
  db: Db,
  file: WarnedFile,
  reading: StagedReading,
  counts: FileReading,
): Promise<FileWarning[]> {
  return [
    ...(await findKnownRows(db, file, counts)),
    ...(await findOtherYear(db, file, counts)),
    ...reading.sheets.flatMap(warnSheet),
  ]
}

async function findKnownRows(
  db: Db,
  { fileId, organisationId, replaces }: WarnedFile,
  { counts }: FileReading,
): Promise<FileWarning[]> {
  const { rows } = await sql<{ file_id: string; count: number }>`
    select f.file_id, count(*)::integer as count
    from intake_row mine
    join intake_row other on other.row_hmac = mine.row_hmac and other.file_id <> mine.file_id
    join intake_file f on f.file_id = other.file_id
    where mine.file_id = ${fileId} and f.state = 'accepted'
      and f.organisation_id is not distinct from ${organisationId}::text
      and f.file_id is distinct from ${replaces}::text
    group by f.file_id order by count(*) desc limit 1`.execute(db)
  const [most] = rows
  if (!most || counts.rows < fewestRows || most.count * 2 < counts.rows) return []
  const count = Math.min(most.count, counts.rows)
  return [warn('rows-known-already', { otherFileId: most.file_id, count, of: counts.rows })]
}

async function findOtherYear(
  db: Db,
  { fileId, organisationId, today }: WarnedFile,
  { period, kinds, lists }: FileReading,
): Promise<FileWarning[]> {
  if (period === null || kinds.every((kind) => kind === 'budget' || kind === 'offers')) return []
  const others = await db
    .selectFrom('intake_file')
    .select(['file_id', 'reading'])
    .where('state', '=', 'accepted')
    .where('file_id', '<>', fileId)
    .where('organisation_id', 'is not distinct from', organisationId)
    .execute()
  const latest = others
    .flatMap(({ file_id, reading }) => {
      const other = findReading(reading)
      const isAlike = other?.lists.some((list) => lists.includes(list))
      return isAlike && other?.period ? [{ fileId: file_id, year: yearOf(other.period.to) }] : []
    })
    .toSorted((left, right) => right.year - left.year)
    .at(0)
  const year = yearOf(period.to)
  const now = yearOf(today)
  if (latest && year < latest.year) {
    return [warn('period-of-another-year', { otherFileId: latest.fileId })]
  }
  const isOfLastYear = year === now - 1 && Number(today.slice(5, 7)) < lateMonth
  return year === now || isOfLastYear || year === latest?.year
    ? []
    : [warn('period-of-another-year', {}, notThisYear)]
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

function warnSheet({ sheet, rows: said }: StagedSheet, sheetPlace: number): FileWarning[] {
  const { kind, columns, account } = sheet
  if (kind === 'offers' || kind === 'budget') return []
  const shifted = countShifted(columns)
  const rows = account.data + account.quarantined
  const named = said.filter(({ fields }) => fields.name ?? fields.headName)
  const isNameless = rows >= fewestRows && named.length < rows * leastNamed
  return [
    ...(shifted.count >= 3 && shifted.count * 5 >= shifted.of * 2
      ? [warn('columns-shifted', { sheetPlace, ...shifted })]
      : []),
    ...(isNameless ? [warn('sheet-without-names', { sheetPlace })] : []),
  ]
}

/** Columns whose values say something else than their headings, of those that have a known heading. */
export function countShifted(columns: readonly ColumnMeaning[]): { count: number; of: number } {
  let count = 0
  let of = 0
  for (const { heading, meaning } of columns) {
    const said = heading === '' ? [] : headingMeanings(heading.replaceAll(' / ', ' | '))
    if (said.length === 0) continue
    of++
    if (!said.some((one) => one.meaning === meaning)) count++
  }
  return { count, of }
}

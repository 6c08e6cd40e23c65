import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import { ListMapping, saidMeanings } from '../columns/list-mapping.ts'
import { nextBatch } from './mends.ts'
import { MappingDocument, type MappingLine } from './schema.ts'
import type { StagedReading } from './staged-reading.ts'

/** What `intake_sheet.mapping` holds. */
export const SaidMapping = ListMapping.extend({
  remembered: z.object({ version: z.number().int(), at: z.string() }).optional(),
})
type SaidMapping = z.infer<typeof SaidMapping>

interface Heading {
  readonly column: number
  readonly heading: string
}

/** Headings by column, empty where a column has none. */
export function headingsOf(columns: readonly Heading[]): string[] {
  const width = Math.max(0, ...columns.map(({ column }) => column + 1))
  return Array.from(
    { length: width },
    (_, column) => columns.find((one) => one.column === column)?.heading ?? '',
  )
}

/** By which the headings of a sheet are known again: a heading may hold a name. */
export function headingsHmac(secrets: Secrets, columns: readonly Heading[]): Uint8Array {
  const folded = headingsOf(columns).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  )
  return secrets.textHmacOf('headings', JSON.stringify(folded))
}

/** The mappings that hold for a file, each named for its sheet. */
export async function findMappings(db: Db, fileId: string): Promise<ListMapping[]> {
  const rows = await db
    .selectFrom('intake_sheet')
    .select(['sheet', 'mapping'])
    .where('file_id', '=', fileId)
    .where('mapping', 'is not', null)
    .orderBy('sheet_place')
    .execute()
  return rows.map(({ sheet, mapping }) => ({ ...ListMapping.parse(mapping), sheet }))
}

/** @throws AppError `mapping-unfit` for a heading that the sheet does not have. */
export function expectFit(mapping: MappingDocument, columns: readonly Heading[]): void {
  const headings = headingsOf(columns)
  const unfit = Object.entries(mapping.columns).filter(([heading, meaning]) => {
    const said = saidMeanings(headings, { columns: { [heading]: meaning } })
    return ![...said.keys()].some((column) => column < headings.length)
  })
  if (unfit.length === 0) return
  const fields = unfit.map(([path]) => ({ path, message: 'no such heading' }))
  throw new AppError('mapping-unfit', { fields })
}

interface MappedSheet {
  readonly fileId: string
  readonly sheetPlace: number
  readonly accountId: string
  readonly columns: readonly Heading[]
}

/**
 * Says what a sheet means, and remembers it for the next file of the office with these headings; null
 * takes it back for this sheet alone.
 */
export async function saveMapping(
  tx: Db,
  secrets: Secrets,
  { fileId, sheetPlace, accountId, columns }: MappedSheet,
  mapping: MappingDocument | null,
): Promise<void> {
  await nextBatch(tx, fileId)
  await tx
    .updateTable('intake_sheet')
    .set({ mapping: mapping === null ? null : JSON.stringify(mapping) })
    .where('file_id', '=', fileId)
    .where('sheet_place', '=', sheetPlace)
    .execute()
  const { organisation_id } = await tx
    .selectFrom('intake_file')
    .select('organisation_id')
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow()
  if (mapping === null || organisation_id === null) return
  const hmac = headingsHmac(secrets, columns)
  await sql`select pg_advisory_xact_lock(hashtext('betang mapping ' || ${organisation_id}::text))`.execute(
    tx,
  )
  const { version } = await tx
    .selectFrom('list_mapping')
    .select(({ fn }) => fn.coalesce(fn.max('version'), sql<number>`0`).as('version'))
    .where('organisation_id', '=', organisation_id)
    .where('headings_hmac', '=', hmac)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('list_mapping')
    .values({
      organisation_id,
      headings_hmac: hmac,
      version: version + 1,
      mapping: JSON.stringify(mapping),
      file_id: fileId,
      made_by: accountId,
    })
    .execute()
}

/** What an office's headings were said to mean, the latest first. */
export async function findVersions(
  db: Db,
  secrets: Secrets,
  organisationId: string | null,
  columns: readonly Heading[],
): Promise<MappingLine[]> {
  if (organisationId === null) return []
  const rows = await db
    .selectFrom('list_mapping')
    .select(['version', 'mapping', 'file_id', 'made_by', 'made_at'])
    .where('organisation_id', '=', organisationId)
    .where('headings_hmac', '=', headingsHmac(secrets, columns))
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ version, mapping, file_id, made_by, made_at }) => ({
    version,
    made: { at: made_at, by: made_by },
    fileId: file_id,
    mapping: MappingDocument.parse(mapping),
  }))
}

/** What is remembered of an office's headings for the sheets of a file that was just read first. */
export async function findRemembered(
  db: Db,
  secrets: Secrets,
  organisationId: string | null,
  reading: StagedReading,
): Promise<Map<number, SaidMapping>> {
  const found = new Map<number, SaidMapping>()
  for (const [place, { sheet }] of reading.sheets.entries()) {
    if (sheet.columns.length === 0) continue
    const [latest] = await findVersions(db, secrets, organisationId, sheet.columns)
    if (!latest) continue
    const { version, made, mapping } = latest
    found.set(place, {
      ...mapping,
      sheet: sheet.sheet,
      remembered: { version, at: made.at },
    })
  }
  return found
}

import { z } from 'zod'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { saidMeanings } from '../columns/list-mapping.ts'
import { listKinds } from '../schema.ts'
import { findReading } from './file-reading.ts'
import type { SheetOf } from './find-cells.ts'
import { headingsOf, SaidMapping } from './mappings.ts'
import { type IntakeSheet, MappingDocument, type WrittenColumn } from './schema.ts'

const Period = z.object({ from: z.string(), to: z.string() })
/** What `intake_sheet.proposal` holds: `ListSheet` with three values a column. */
const StoredSheet = z.object({
  kind: z.enum(listKinds),
  title: z.string(),
  provider: z.string().optional(),
  programme: z.string().optional(),
  period: Period.optional(),
  headerRow: z.number().int(),
  columns: z.array(
    z.object({
      column: z.number().int(),
      heading: z.string(),
      field: z.string().optional(),
      meaning: z.string().optional(),
      confidence: z.number(),
      secondBest: z.object({ meaning: z.string(), confidence: z.number() }).optional(),
    }),
  ),
  account: z.object({ lastRow: z.number().int() }),
  samples: z.array(z.array(z.string())).default([]),
})

const noCounts = { rows: 0, ready: 0, look: 0, held: 0, tidied: 0, other: 0 }

/** The sheets of a file, each with what its columns were taken for. */
export async function findSheets(db: Db, fileId: string): Promise<IntakeSheet[]> {
  const file = await db
    .selectFrom('intake_file')
    .select('reading')
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  const reading = findReading(file?.reading)
  const rows = await db
    .selectFrom('intake_sheet')
    .selectAll()
    .where('file_id', '=', fileId)
    .orderBy('sheet_place')
    .execute()
  return rows.map((row) => {
    const stored = StoredSheet.parse(row.proposal)
    const said = row.mapping === null ? undefined : SaidMapping.parse(row.mapping)
    const corrected = saidMeanings(headingsOf(stored.columns), said)
    return {
      sheetPlace: row.sheet_place,
      sheet: row.sheet,
      kind: stored.kind,
      title: stored.title,
      programme: stored.programme ?? null,
      provider: stored.provider ?? null,
      period: stored.period ?? null,
      headerRow: stored.headerRow,
      lastRow: stored.account.lastRow,
      columns: stored.columns.map(
        (column, no): WrittenColumn => ({
          column: column.column,
          letter: columnLetter(column.column),
          heading: column.heading,
          meaning: column.meaning ?? null,
          field: column.field ?? null,
          confidence: column.confidence,
          secondBest: column.secondBest ?? null,
          samples: stored.samples[no] ?? [],
          isCorrected: corrected.has(column.column),
        }),
      ),
      counts: reading?.sheets[row.sheet_place] ?? noCounts,
      mapping: said ? MappingDocument.parse(said) : null,
      remembered: said?.remembered ?? null,
    }
  })
}

/** One sheet of them. @throws AppError `intake-sheet-not-found`. */
export async function getSheet(db: Db, { fileId, sheetPlace }: SheetOf): Promise<IntakeSheet> {
  const sheets = await findSheets(db, fileId)
  const sheet = sheets.find((one) => one.sheetPlace === sheetPlace)
  if (!sheet) throw new AppError('intake-sheet-not-found', { sheetNo: sheetPlace })
  return sheet
}

/** `A` for 0, `AA` for 26. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return rest === 0 ? letter : `${columnLetter(rest - 1)}${letter}`
}

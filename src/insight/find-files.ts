import { sql } from 'kysely'
import { z } from 'zod'
import { findingTexts } from '#intake'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { FileLine, FilesPage, FindingGroup } from './schema.ts'

/** English hints by code; what is known of one case stands only behind the Indonesian one. */
const englishHints: Readonly<Record<string, { readonly en: string }>> = findingTexts

/** The part of `list_sheet.detail` that the page shows. */
const SheetDetail = z.object({
  headerRow: z.number().int(),
  columns: z.array(
    z.object({
      column: z.number().int(),
      heading: z.string(),
      field: z.string().optional(),
      confidence: z.number(),
    }),
  ),
  account: z.object({
    lastRow: z.number().int(),
    data: z.number().int(),
    quarantined: z.number().int(),
  }),
})

/** Every sheet that was read, in reading order, with how its rows add up, and the files that could not be read. */
export async function findFiles(db: Db): Promise<FilesPage> {
  const sheets = await db.selectFrom('list_sheet').selectAll().orderBy('sheet_no').execute()
  const { rows: counts } = await sql<{ file: string; sheet: string; findings: number }>`
    select file, sheet, count(*)::integer as findings
    from finding where not is_quarantine group by file, sheet`.execute(db)
  const findings = new Map(counts.map((row) => [`${row.file}\n${row.sheet}`, row.findings]))
  const faults = await db.selectFrom('file_fault').selectAll().orderBy('file').execute()

  return {
    files: sheets.map((row): FileLine => {
      const { headerRow, columns, account } = SheetDetail.parse(row.detail)
      return {
        sheetNo: row.sheet_no,
        file: row.file,
        sheet: row.sheet,
        kind: row.kind,
        title: row.title,
        provider: row.provider,
        programme: row.programme,
        headerRow,
        dataRows: account.data,
        quarantined: account.quarantined,
        otherRows: account.lastRow - account.data - account.quarantined,
        findings: findings.get(`${row.file}\n${row.sheet}`) ?? 0,
        columns: columns.map(({ field, ...column }) => ({ ...column, field: field ?? null })),
      }
    }),
    faults: faults.map(({ file, code, hint_id, hint_en }) => ({
      file,
      code,
      hintId: hint_id,
      hintEn: hint_en,
    })),
  }
}

/**
 * Findings of one sheet by cause, most rows first, three examples each.
 *
 * @throws AppError `sheet-not-found`.
 */
export async function findFindingGroups(db: Db, sheetNo: number): Promise<FindingGroup[]> {
  const sheet = await db
    .selectFrom('list_sheet')
    .select(['file', 'sheet'])
    .where('sheet_no', '=', sheetNo)
    .executeTakeFirst()
  if (!sheet) throw new AppError('sheet-not-found', { sheetNo })
  const { rows } = await sql<{
    code: string
    is_quarantine: boolean
    count: number
    hint: string
    examples: FindingGroup['examples']
  }>`
    select code, is_quarantine, count(*)::integer as count, min(hint) as hint,
      (array_agg(jsonb_build_object('row', row, 'column', column_heading, 'value', value)
                 order by row))[1:3] as examples
    from finding where file = ${sheet.file} and sheet = ${sheet.sheet}
    group by code, is_quarantine
    order by is_quarantine desc, count desc, code`.execute(db)
  return rows.map(({ code, is_quarantine, count, hint, examples }) => ({
    code,
    isQuarantine: is_quarantine,
    count,
    hintId: hint,
    hintEn: englishHints[code]?.en ?? code,
    examples,
  }))
}

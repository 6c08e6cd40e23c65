import type { Db } from '#platform/db'
import { insertMany, inTransaction } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { maskId } from './mask-id.ts'
import type { Finding, Intake, IntakeRow, RowFields } from './schema.ts'

/** The person and family of each row, parallel to `Intake.rows`. */
export type RowOwners = readonly { readonly personId: string; readonly familyId: string }[]

/**
 * Replaces what was read with one folder's lists. NIK and KK are sealed and found by HMAC; they
 * stand neither in the stored fields nor in the findings.
 */
export async function saveIntake(
  db: Db,
  secrets: Secrets,
  intake: Intake,
  owners: RowOwners,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('finding').execute()
    await tx.deleteFrom('file_fault').execute()
    await tx.deleteFrom('import_row').execute()
    await tx.deleteFrom('list_sheet').execute()
    await insertMany(
      tx,
      'list_sheet',
      ['sheet_no', 'file', 'sheet', 'kind', 'title', 'provider', 'programme', 'detail'],
      intake.sheets.map(
        ({ file, sheet, kind, title, provider, programme, ...detail }, sheetNo) => ({
          sheet_no: sheetNo,
          file,
          sheet,
          kind,
          title,
          provider: provider ?? null,
          programme: programme ?? null,
          detail: { ...detail },
        }),
      ),
    )
    await insertMany(
      tx,
      'import_row',
      [
        'row_no',
        'sheet_no',
        'row',
        'person_id',
        'family_id',
        'fields',
        'nik_cipher',
        'nik_hmac',
        'kk_cipher',
        'kk_hmac',
      ],
      intake.rows.map((row, rowNo) => toRowRecord(row, rowNo, owners, secrets)),
    )
    await insertMany(
      tx,
      'finding',
      ['is_quarantine', 'file', 'sheet', 'row', 'code', 'column_heading', 'value', 'hint'],
      [
        ...intake.quarantine.map((finding) => toFindingRecord(finding, true)),
        ...intake.findings.map((finding) => toFindingRecord(finding, false)),
      ],
    )
    await insertMany(
      tx,
      'file_fault',
      ['file', 'code', 'hint_id', 'hint_en'],
      intake.faults.map(({ file, code, hintId, hintEn }) => ({
        file,
        code,
        hint_id: hintId,
        hint_en: hintEn,
      })),
    )
  })
}

function toRowRecord(row: IntakeRow, rowNo: number, owners: RowOwners, secrets: Secrets) {
  const { nik, nikPrefix, nikAsWritten, kk, kkPrefix, ...fields }: RowFields = row.fields
  const wholeNik = nik ?? nikPrefix ?? nikAsWritten
  const wholeKk = kk ?? kkPrefix
  return {
    row_no: rowNo,
    sheet_no: row.sheetNo,
    row: row.ref.row,
    person_id: owners[rowNo]?.personId ?? null,
    family_id: owners[rowNo]?.familyId ?? null,
    fields: withoutNumbers(fields),
    nik_cipher: wholeNik === undefined ? null : secrets.seal(wholeNik),
    nik_hmac: nik === undefined ? null : secrets.hmacOf(nik),
    kk_cipher: wholeKk === undefined ? null : secrets.seal(wholeKk),
    kk_hmac: kk === undefined ? null : secrets.hmacOf(kk),
  }
}

/** Long digits that are no identity numbers and are needed as they are. */
const otherNumbers: ReadonlySet<string> = new Set(['phone', 'meterId'])

/** The fields with every identity number in free words masked: clerks put them into remarks too. */
function withoutNumbers(fields: RowFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && !otherNumbers.has(name) ? maskId(value) : value,
    ]),
  )
}

function toFindingRecord(finding: Finding, isQuarantine: boolean) {
  const { file, sheet, row, code, column, value, hint } = finding
  return {
    is_quarantine: isQuarantine,
    file,
    sheet,
    row,
    code,
    column_heading: column,
    value: maskId(value),
    hint,
  }
}

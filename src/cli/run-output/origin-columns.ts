import type { Intake } from '#intake/schema'
import type { CsvValue } from '#platform/csv'
import type { ValueOrigin } from '#registry/schema'

/** A value column of persons.csv or families.csv, followed by the column of the list it came from. */
export interface ValueColumn<Subject> {
  readonly heading: string
  /** Fields whose origin tells where the value came from; the first that has one counts. */
  readonly fields: readonly string[]
  readonly value: (subject: Subject) => CsvValue
}

/** `name, name_from, birth_date, birth_date_from, …` */
export function originHeadings<Subject>(columns: readonly ValueColumn<Subject>[]): string[] {
  return columns.flatMap(({ heading }) => [heading, `${heading}_from`])
}

/** The values and, beside each, the file, sheet and row that it was taken from. */
export function originCells<Subject extends { readonly origins: readonly ValueOrigin[] }>(
  columns: readonly ValueColumn<Subject>[],
  subject: Subject,
  intake: Intake,
): CsvValue[] {
  const rowNoByField = new Map<string, number>(
    subject.origins.map(({ field, rowNo }) => [field, rowNo]),
  )
  return columns.flatMap(({ fields, value }) => {
    const shown = value(subject)
    if (shown === undefined || shown === null || shown === '') return ['', '']
    const field = fields.find((name) => rowNoByField.has(name))
    const rowNo = field === undefined ? undefined : rowNoByField.get(field)
    return [shown, rowNo === undefined ? '' : rowPlace(intake, rowNo)]
  })
}

/** `01_DTSEN.xlsx/individu:12`; a text file has no sheet: `04_PBIJK.txt:7`. */
export function rowPlace(intake: Intake, rowNo: number): string {
  const ref = intake.rows[rowNo]?.ref
  if (!ref) return ''
  return ref.sheet === '' ? `${ref.file}:${ref.row}` : `${ref.file}/${ref.sheet}:${ref.row}`
}

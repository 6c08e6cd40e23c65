import type { Intake, IntakeRow, ListKind, ListSheet, RowFields } from '#intake/schema'

/** Rows of one list for a test. */
export interface TestList {
  readonly file: string
  readonly kind: ListKind
  readonly rows: readonly RowFields[]
}

/** An intake of a few lists, for tests: rows are numbered from 2, below a heading. */
export function anIntake(lists: readonly TestList[]): Intake {
  const sheets = lists.map(({ file, kind, rows }): ListSheet => {
    const data = rows.length
    const account = {
      lastRow: data + 1,
      title: 0,
      heading: 1,
      blank: 0,
      section: 0,
      total: 0,
      footer: 0,
      data,
      quarantined: 0,
    }
    return { file, sheet: '', kind, title: '', headerRow: 1, columns: [], account }
  })
  const rows = lists.flatMap(({ file, rows: fields }, sheetNo) =>
    fields.map(
      (own, place): IntakeRow => ({
        ref: { file, sheet: '', row: place + 2 },
        sheetNo,
        fields: own,
      }),
    ),
  )
  return {
    sheets,
    rows,
    quarantinedRefs: [],
    quarantine: [],
    findings: [],
    faults: [],
    ignored: [],
    offers: [],
    budgets: [],
    latestDate: '2025-07-01',
  }
}

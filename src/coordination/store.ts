import { type Db, insertMany, inTransaction } from '#platform/db'
import type { Matrix } from './schema.ts'

/** Replaces the budget lines of the matrix at hand, each with the findings of its row. */
export async function saveMatrix(db: Db, matrix: Matrix): Promise<void> {
  const lines = matrix.groups.flatMap((group) => group.lines)
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('budget_line').execute()
    await insertMany(
      tx,
      'budget_line',
      ['line_no', 'cells', 'findings', 'families_reached'],
      lines.map((line) => ({
        line_no: line.no,
        cells: { ...line },
        findings: matrix.findings
          .filter(
            ({ file, sheet, row }) =>
              line.source?.file === file && line.source.sheet === sheet && line.source.row === row,
          )
          .map((finding) => ({ ...finding })),
        families_reached: line.familiesReached ?? null,
      })),
    )
  })
}

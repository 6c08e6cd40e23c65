import { sql } from 'kysely'
import { type Db, insertMany, inTransaction } from '#platform/db'
import type { Matrix } from './schema.ts'
import { matrixWorkbook } from './write-xlsx.ts'

/** Replaces the budget lines of the matrix at hand, each with the findings of its row, and its workbook. */
export async function saveMatrix(db: Db, matrix: Matrix): Promise<void> {
  const lines = matrix.groups.flatMap((group) => group.lines)
  const workbook = Buffer.from(await matrixWorkbook(matrix)).toString('base64')
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
    await sql`
      insert into run_state (key, value) values ('oppkpke-workbook', to_jsonb(${workbook}::text))
      on conflict (key) do update set value = excluded.value`.execute(tx)
  })
}

/** The workbook of the matrix at hand; undefined before the first run. */
export async function findMatrixWorkbook(db: Db): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', 'oppkpke-workbook')
    .executeTakeFirst()
  return typeof row?.value === 'string' ? Buffer.from(row.value, 'base64') : undefined
}

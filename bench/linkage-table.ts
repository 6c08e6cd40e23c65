/**
 * One table of persons' rows with their truth, for benches of linkage: the lists of synthetic cities as
 * the intake reads them, in one Parquet file.
 *
 * Many cities of one size stand in for a large one: a sample city's lists of aid do not grow with it.
 *
 * `node bench/linkage-table.ts RECORDS FILE`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFolder } from '#intake'
import type { RowFields } from '#intake/schema'
import { type InputColumn, openBatch } from '#platform/duckdb'
import { writeSample } from '#sample'
import { normalWords } from '../src/linkage/tables/normal-text.ts'
import { readTrueRows, truthOfRows } from './true-register.ts'

interface PersonRow {
  readonly id: string
  readonly personId: string
  readonly fields: RowFields
}

const personsOfCity = 20_000

async function readCity(seed: number): Promise<readonly PersonRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'betang-bench-'))
  try {
    await writeSample({ persons: personsOfCity, seed, out: folder })
    const intake = await readFolder(folder)
    const truth = truthOfRows(intake, readTrueRows(folder) ?? new Map())
    return intake.rows.flatMap(({ sheetNo, fields }, rowNo) => {
      const personId = truth[rowNo]?.personId
      const isOfFamily = intake.sheets[sheetNo]?.kind === 'register-family'
      const id = `c${seed}r${rowNo}`
      return personId && !isOfFamily ? [{ id, personId: `c${seed}${personId}`, fields }] : []
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function text(told: (fields: RowFields) => string | number | undefined): InputColumn<PersonRow> {
  return { type: 'varchar', valueOf: ({ fields }) => told(fields)?.toString() || null }
}

const [records = '30000', file = 'linkage-table.parquet'] = process.argv.slice(2)
const wanted = Number(records)
const parts = mkdtempSync(join(tmpdir(), 'betang-bench-'))
const batch = await openBatch({ memoryMb: 2000, threads: 2 })
try {
  let made = 0
  for (let seed = 1; made < wanted; seed++) {
    const rows = await readCity(seed)
    const columns = {
      unique_id: { type: 'varchar', valueOf: ({ id }: PersonRow) => id },
      person: { type: 'varchar', valueOf: ({ personId }: PersonRow) => personId },
      name: text(({ name }) => normalWords(name ?? '')),
      nik: text(({ nik }) => nik),
      kk: text(({ kk }) => kk),
      birth_date: text(({ birthDate, birthPrecision }) =>
        birthPrecision === 'year' ? undefined : birthDate,
      ),
      sex: text(({ sex }) => sex),
      address: text(({ address }) => normalWords(address ?? '')),
      rt: text(({ rt }) => rt),
      ward: text(({ ward }) => ward),
    } satisfies Record<string, InputColumn<PersonRow>>
    await batch.load({ name: 'person_row', columns }, rows.slice(0, wanted - made))
    await batch.writeParquet(join(parts, `${seed}.parquet`), 'select * from person_row')
    made += Math.min(rows.length, wanted - made)
    process.stderr.write(`${made} of ${wanted} records\n`)
  }
  await batch.writeParquet(file, `select * from read_parquet('${parts}/*.parquet')`)
} finally {
  batch.close()
  rmSync(parts, { recursive: true })
}

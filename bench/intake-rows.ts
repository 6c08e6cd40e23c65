/** Rows of the files themselves, and what is known of them by the truth. */
import type { Intake, IntakeRow } from '#intake/schema'
import type { RawCell, RawSheet } from '../src/intake/files/raw-sheet.ts'
import { readTable } from './true-register.ts'

export type RawFiles = ReadonlyMap<string, readonly RawSheet[]>

type Ref = IntakeRow['ref']

function keyOf({ file, sheet, row }: Ref): string {
  return `${file}|${sheet}|${row}`
}

/** What stands in a cell, spaces and all. */
export function rawText(cell: RawCell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return 'text' in cell ? cell.text : ''
  return typeof cell === 'number' && Number.isInteger(cell) ? BigInt(cell).toString() : String(cell)
}

function rawSheet(files: RawFiles, file: string, sheet: string): RawSheet | undefined {
  return files.get(file)?.find((raw) => raw.sheet === sheet)
}

/** The cells of a row as the file has them. */
export function rawRow(files: RawFiles, { file, sheet, row }: Ref): readonly RawCell[] {
  return rawSheet(files, file, sheet)?.rows[row - 1] ?? []
}

/** That every physical row is in one class, and every record of the truth is read once. */
export function printRows(intake: Intake, files: RawFiles, folder: string) {
  let physical = 0
  let classed = 0
  for (const { file, sheet, account } of intake.sheets) {
    physical += rawSheet(files, file, sheet)?.rows.length ?? 0
    const { lastRow, ...parts } = account
    const sum = Object.values(parts).reduce((total, part) => total + part, 0)
    classed += sum
    if (sum !== lastRow) console.log(`  ${file} ${sheet}: classes do not add up to ${lastRow}`)
  }
  console.log(`\nrows: ${physical} in the files, ${classed} in one class each`)
  const read = [...intake.rows.map(({ ref }) => ref), ...intake.quarantinedRefs].map(keyOf)
  const truth = readTruth(folder).map(({ ref }) => keyOf(ref))
  const wanted = new Set(truth)
  const found = new Set(read)
  const lost = truth.filter((key) => !found.has(key)).length
  const added = read.filter((key) => !wanted.has(key)).length
  console.log(
    `  records by the truth ${truth.length}, read ${found.size}, read twice ${read.length - found.size}, lost ${lost}, taken for records ${added}`,
  )
}

/** What the truth says of one record: what was done to it, and whom it means. */
export interface TrueRecord {
  readonly ref: Ref
  readonly tags: ReadonlySet<string>
  readonly born: string
  readonly sex: string
}

export function readTruth(folder: string): readonly TrueRecord[] {
  const persons = new Map(
    readTable(`${folder}/truth/persons.csv`).map((person) => [person.person_id, person]),
  )
  return readTable(`${folder}/truth/rows.csv`).map((row) => {
    const person = persons.get(row.person_id)
    if (row.person_id && person?.dob === undefined) {
      throw new Error(`truth/persons.csv has no dob of ${row.person_id}`)
    }
    return {
      ref: { file: row.file ?? '', sheet: row.sheet ?? '', row: Number(row.row) },
      tags: new Set((row.tags ?? '').split(';')),
      born: person?.dob ?? '',
      sex: person?.sex === 'L' ? 'male' : 'female',
    }
  })
}

/** Values against the cells of their row: each is a cell's text, or says what changed it. */
import { type Normalisation, normalisations } from '#intake'
import type { FieldName, Intake, IntakeRow } from '#intake/schema'
import { type RawFiles, rawRow, rawText } from './intake-rows.ts'

/** Whether a change by this name can have made the value from one of the row's cells. */
const keepsItsWord: Partial<
  Record<Normalisation, (value: string, cells: readonly string[]) => boolean>
> = {
  tidied: (value, cells) => cells.some((cell) => letters(cell) === letters(value)),
  'lower-case': (value, cells) =>
    cells.some((cell) => letters(cell.toLowerCase()) === letters(value)),
  'digits-only': (value, cells) => cells.some((cell) => digits(cell).includes(value)),
  'letters-as-digits': (value, cells) =>
    cells.some(
      (cell) => !/^\d*$/.test(cell) && cell.replace(/[\s.'-]/g, '').length === value.length,
    ),
  'lost-digits-cut': (value, cells) => cells.some((cell) => digits(cell).startsWith(value)),
  'phone-national': (value, cells) => cells.some((cell) => digits(cell).includes(value.slice(-8))),
  'date-form': isDateIn,
  'date-order': isDateIn,
  'date-month-name': (value, cells) =>
    cells.some(
      (cell) => numbersOf(cell).includes(Number(value.slice(8))) && /[a-z]{3}/i.test(cell),
    ),
  'date-part': (value, cells) =>
    cells.some((cell) => cell.includes(value.slice(0, 4)) || cell.includes(value.slice(2, 4))),
  'date-serial': (value, cells) =>
    cells.some((cell) => Number(cell) * 86_400_000 - 2_209_161_600_000 === Date.parse(value)),
  rupiah: (value, cells) =>
    cells.some(
      (cell) => /\d/.test(cell) && digits(value).startsWith(digits(cell).replace(/0+$/, '')),
    ),
  'unit-number': (value, cells) => cells.some((cell) => numbersOf(cell).includes(Number(value))),
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '')
}

function digits(text: string): string {
  return text.replace(/\D/g, '')
}

function numbersOf(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number)
}

function isDateIn(value: string, cells: readonly string[]): boolean {
  const [year = '', month = '', day = ''] = value.split('-')
  return cells.some((cell) => {
    if (digits(cell) === `${year}${month}${day}` || digits(cell) === `${day}${month}${year}`)
      return true
    const numbers = numbersOf(cell)
    const hasYear = numbers.includes(Number(year)) || numbers.includes(Number(year.slice(2)))
    return hasYear && numbers.includes(Number(month)) && numbers.includes(Number(day))
  })
}

const known: ReadonlySet<string> = new Set(Object.keys(normalisations))

function valuesOf(row: IntakeRow): [FieldName, string][] {
  const values: [FieldName, string][] = []
  const note = (field: FieldName, value: unknown) => {
    if (value !== undefined) values.push([field, String(value)])
  }
  const { assets, components, ...plain } = row.fields
  const names = Object.keys(plain).filter((name): name is keyof typeof plain => name in plain)
  for (const name of names) note(name, plain[name])
  for (const held of Object.values(assets ?? {})) note('assets', held)
  for (const held of Object.values(components ?? {})) note('components', held)
  return values
}

/** How many values are as written, how many were changed by which name, and any that say nothing. */
export function printValues(intake: Intake, files: RawFiles) {
  let asWritten = 0
  let silent = 0
  const countByName = new Map<string, number>()
  const broken: string[] = []
  for (const row of intake.rows) {
    const cells = rawRow(files, row.ref).map(rawText)
    const texts = new Set(cells)
    for (const [field, value] of valuesOf(row)) {
      const names = row.normalised?.[field] ?? []
      for (const name of names) countByName.set(name, (countByName.get(name) ?? 0) + 1)
      const place = `${row.ref.file} ${row.ref.sheet} ${row.ref.row} ${field}`
      if (names.length === 0) {
        if (texts.has(value)) asWritten++
        else {
          silent++
          broken.push(`${place}: differs and says nothing`)
        }
        continue
      }
      const unknown = names.find((name) => !known.has(name))
      const [only] = names
      const isOne = names.length === 1 && only !== undefined
      const keeps = isOne ? keepsItsWord[only] : undefined
      if (unknown) broken.push(`${place}: ${unknown} is not in the list`)
      else if (keeps && !keeps(value, cells)) broken.push(`${place}: not made by ${only}`)
    }
  }
  const changes = [...countByName].sort((left, right) => right[1] - left[1])
  console.log(`\nvalues: ${asWritten} as written, ${silent} changed without a name, by name:`)
  console.log(`  ${changes.map(([name, count]) => `${name} ${count}`).join(', ')}`)
  console.log(`  changes that their name does not explain: ${broken.length}`)
  for (const what of broken.slice(0, 12)) console.log(`  ${what}`)
}

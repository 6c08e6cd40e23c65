import type { AssignedColumn } from '../columns/assign-meanings.ts'
import type { Block } from '../sheets/class-rows.ts'
import type { CellReader } from '../sheets/fill-down.ts'
import {
  type Cell,
  type CellContext,
  decideCodes,
  decideDateOrder,
  decideDigitLoss,
  decideStatusCodes,
  isCodedField,
  type Meaning,
} from '../values/index.ts'
import { toCell } from './to-cell.ts'

const dateMeanings: ReadonlySet<Meaning> = new Set<Meaning>([
  'birthDate',
  'placeAndBirthDate',
  'birthDateOrAge',
  'aidDate',
  'eventDate',
  'surveyDate',
])

/**
 * What one column's cells can only tell together: the order of day and month, whether its numbers
 * are codes, whether its long numbers have lost digits, what 0 and 1 mean.
 *
 * @param jknReasons one a row: the reason for leaving the insurance, empty where none is stated.
 */
export function columnContext(
  { column, meaning }: Pick<AssignedColumn, 'column' | 'meaning'>,
  block: Block,
  read: CellReader,
  jknReasons: readonly string[],
): CellContext {
  if (!meaning) return {}
  if (meaning === 'jknStatus') {
    const texts = block.rows.map((row) => read(row, column).text)
    const statusCodes = decideStatusCodes(texts, jknReasons)
    return statusCodes ? { statusCodes } : {}
  }
  if (dateMeanings.has(meaning)) {
    return { dateOrder: decideDateOrder(textsOf(block, read, column)) }
  }
  if (meaning === 'nik' || meaning === 'kk' || meaning === 'nikOrKk') {
    const digitLoss = decideDigitLoss(cellsOf(block, read, column))
    return digitLoss ? { digitLoss } : {}
  }
  if (!isCodedField(meaning)) return {}
  const codes = decideCodes(meaning, [...textsOf(block, read, column)])
  return codes ? { codes } : {}
}

/** One after another: a long column is not held a second time. */
function* cellsOf(block: Block, read: CellReader, column: number): Generator<Cell> {
  for (const row of block.rows) {
    const cell = toCell(read(row, column))
    if (typeof cell !== 'string') yield cell
  }
}

function* textsOf(block: Block, read: CellReader, column: number): Generator<string> {
  for (const row of block.rows) yield read(row, column).text
}

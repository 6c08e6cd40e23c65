import type { AssignedColumn } from '../columns/assign-meanings.ts'
import type { Block } from '../sheets/class-rows.ts'
import type { CellReader } from '../sheets/fill-down.ts'
import {
  type CellContext,
  decideCodes,
  decideDateOrder,
  decideDigitLoss,
  decideStatusCodes,
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
  const cells = block.rows.map((row) => toCell(read(row, column)))
  const readable = cells.filter((cell) => typeof cell !== 'string')
  const texts = readable.map(({ text }) => text)
  if (dateMeanings.has(meaning)) return { dateOrder: decideDateOrder(texts) }
  if (meaning === 'nik' || meaning === 'kk' || meaning === 'nikOrKk') {
    const digitLoss = decideDigitLoss(readable)
    return digitLoss ? { digitLoss } : {}
  }
  const codes = decideCodes(meaning, texts)
  return codes ? { codes } : {}
}

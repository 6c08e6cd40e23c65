import type { AssignedColumn } from '../columns/assign-meanings.ts'
import type { Block } from '../sheets/class-rows.ts'
import type { CellReader } from '../sheets/fill-down.ts'
import { decideCodes } from '../values/dtsen-codes.ts'
import type { CellContext } from '../values/index.ts'
import { toCell } from './to-cell.ts'

export function columnContext(
  { column, meaning }: Pick<AssignedColumn, 'column' | 'meaning'>,
  block: Block,
  read: CellReader,
  _jknReasons: readonly string[],
): CellContext {
  if (!meaning) return {}
  const cells = block.rows.map((row) => toCell(read(row, column)))
  const texts = cells.filter((cell) => typeof cell !== 'string').map(({ text }) => text)
  const codes = decideCodes(meaning, texts)
  return codes ? { codes } : {}
}

import type { Cell, CellContext, ParsedCell } from './cell.ts'
import type { Meaning } from './meaning.ts'

/**
 * What a cell says about the row, given what its column means.
 *
 * Never throws and never guesses silently: what cannot be read becomes a finding and no field, what
 * was repaired becomes a finding and a field. An empty cell says nothing.
 */
export function parseCell(meaning: Meaning, cell: Cell, _context: CellContext = {}): ParsedCell {
  if (cell.kind === 'empty' || meaning === 'rowNumber' || meaning === 'ignored') {
    return { fields: {}, findings: [] }
  }
  return { fields: {}, findings: [] }
}

import type { KernelColumn } from './columns.ts'
import { valueComparer } from './compare-values.ts'
import { wordComparer } from './compare-words.ts'
import { compareDates } from './dates.ts'

/** Level of one comparison for a pair of records; 0 where either says nothing. */
export type LevelOf = (left: number, right: number) => number

/** One function a column, in the columns' order. */
export function levelFunctions(columns: readonly KernelColumn[]): readonly LevelOf[] {
  return columns.map((column) => {
    const { codes } = column
    const compare = comparerOf(column)
    return (left, right) => {
      const leftCode = codes[left] ?? -1
      const rightCode = codes[right] ?? -1
      return leftCode < 0 || rightCode < 0 ? 0 : compare(leftCode, rightCode)
    }
  })
}

function comparerOf(column: KernelColumn): (left: number, right: number) => number {
  switch (column.form) {
    case 'words':
      return wordComparer(column.words)
    case 'dates':
      return (left, right) => compareDates(column.dates[left] ?? 0, column.dates[right] ?? 0)
    case 'values':
      return valueComparer(column)
  }
}

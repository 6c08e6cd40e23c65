import type { LinkTable } from '../tables/read-tables.ts'
import { shown } from './mask-numbers.ts'

/** A row as the report names it: its list and id. */
export function rowName({ sourceNames, sources, ids }: LinkTable, record: number): string {
  const id = shown(ids[record] ?? '')
  if (sourceNames.length === 1) return id
  return `${id} (${shown(sourceNames[sources[record] ?? 0] ?? '')})`
}

/** What a row says in some columns; empty ones left out. */
export function rowValues(
  { columns }: LinkTable,
  record: number,
  names: readonly string[],
): string {
  return names
    .flatMap((name) => {
      const column = columns.find((known) => known.name === name)
      const text = column?.texts[column.codes[record] ?? -1]
      return text === undefined ? [] : [shown(text)]
    })
    .join(' · ')
}

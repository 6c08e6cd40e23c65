import type { ComparisonKind } from '../kernel/levels.ts'
import { findKind } from '../tables/column-kind.ts'
import { normaliseColumn } from '../tables/encode-column.ts'
import type { LinkTable, TextColumn } from '../tables/read-tables.ts'

/** Columns of several files that hold the same thing under other headings, as one column. */
export interface AlignedColumn {
  readonly column: TextColumn
  /** Headings, in the table's order. */
  readonly inputs: readonly string[]
}

/** Share of the shorter column's values that stand in the other too, from which they hold the same. */
const leastOverlap = 0.05
/** Of these kinds a list of persons has one: with one on each side no common value is needed. */
const singleKinds: ReadonlySet<ComparisonKind> = new Set(['date', 'email'])

interface Part {
  readonly column: TextColumn
  readonly kind: ComparisonKind
  readonly files: ReadonlySet<number>
  readonly values: () => ReadonlySet<string>
}

/**
 * Puts columns together that never stand in one file, hold one kind of value and have values in common,
 * most in common first. Persons' names stay apart: they are compared as one text anyway.
 */
export function alignColumns(table: LinkTable): readonly AlignedColumn[] {
  if (table.sourceNames.length < 2) return table.columns.map(alone)
  const parts = table.columns.map((column) => toPart(table, column))
  const groups = parts.map((part) => [part])
  for (;;) {
    const best = bestPair(groups)
    if (!best) break
    const [left, right] = best
    groups[left]?.push(...(groups[right] ?? []))
    groups.splice(right, 1)
  }
  return groups.map((group) => {
    const columns = group.map(({ column }) => column)
    return {
      column: columns.length === 1 && columns[0] ? columns[0] : mergeTexts(columns),
      inputs: columns.map(({ name }) => name),
    }
  })
}

function alone(column: TextColumn): AlignedColumn {
  return { column, inputs: [column.name] }
}

function toPart(table: LinkTable, column: TextColumn): Part {
  const kind = findKind(column)
  const files = new Set<number>()
  column.codes.forEach((code, record) => {
    if (code >= 0) files.add(table.sources[record] ?? 0)
  })
  let known: ReadonlySet<string> | undefined
  const values = () => {
    known ??= new Set(normaliseColumn(column, kind).texts)
    return known
  }
  return { column, kind, files, values }
}

/** Places of the two groups that have most in common; the first of equals. */
function bestPair(groups: readonly (readonly Part[])[]): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined
  let most = 0
  groups.forEach((left, place) => {
    for (let other = place + 1; other < groups.length; other++) {
      const right = groups[other] ?? []
      if (!mayBeOne(left, right)) continue
      const found = overlapOf(left, right)
      const isOnly = isOnlyOfKind(groups, left) && isOnlyOfKind(groups, right)
      const worth = found >= leastOverlap ? 1 + found : isOnly ? 1 : 0
      if (worth > most) {
        best = [place, other]
        most = worth
      }
    }
  })
  return best
}

function mayBeOne(left: readonly Part[], right: readonly Part[]): boolean {
  const kind = left[0]?.kind
  if (kind === undefined || kind === 'name' || right[0]?.kind !== kind) return false
  return left.every((one) => right.every((other) => isApart(one.files, other.files)))
}

function isApart(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  for (const file of left) if (right.has(file)) return false
  return left.size > 0 && right.size > 0
}

/** Whether no other column of the kind stands in the same files. */
function isOnlyOfKind(groups: readonly (readonly Part[])[], group: readonly Part[]): boolean {
  const kind = group[0]?.kind
  if (kind === undefined || !singleKinds.has(kind)) return false
  return groups.every(
    (other) =>
      other === group ||
      other[0]?.kind !== kind ||
      other.every((one) => group.every((own) => isApart(one.files, own.files))),
  )
}

function overlapOf(left: readonly Part[], right: readonly Part[]): number {
  let most = 0
  for (const one of left) {
    for (const other of right) {
      const [few, many] =
        one.values().size <= other.values().size
          ? [one.values(), other.values()]
          : [other.values(), one.values()]
      let common = 0
      for (const value of few) if (many.has(value)) common++
      if (few.size > 0) most = Math.max(most, common / few.size)
    }
  }
  return most
}

function mergeTexts(columns: readonly TextColumn[]): TextColumn {
  const texts = [...new Set(columns.flatMap((column) => column.texts))].sort()
  const codeByText = new Map(texts.map((text, code) => [text, code]))
  const codes = new Int32Array(columns[0]?.codes.length ?? 0).fill(-1)
  for (const column of columns) {
    const recoded = column.texts.map((text) => codeByText.get(text) ?? -1)
    column.codes.forEach((code, record) => {
      if (code >= 0) codes[record] = recoded[code] ?? -1
    })
  }
  return { name: columns[0]?.name ?? '', codes, texts }
}

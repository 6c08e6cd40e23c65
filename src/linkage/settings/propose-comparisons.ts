import { type ColumnProfile, profileColumn } from '../tables/column-kind.ts'
import { type NormalColumn, normaliseColumn } from '../tables/encode-column.ts'
import type { LinkTable, TextColumn } from '../tables/read-tables.ts'
import { alignColumns } from './align-columns.ts'
import type { ComparisonSettings } from './link-settings.ts'

/** Proposed comparisons, and what is known of every column, also of those left out. */
export interface ProposedComparisons {
  readonly comparisons: readonly ComparisonSettings[]
  readonly profiles: readonly ColumnProfile[]
}

const mostComparisons = 10
/** Of rows with one number, the share with other names from which a family shares it. */
const leastShared = 0.35
/** Share of records whose words all stand in another column too. */
const containedShare = 0.75
const pairsLooked = 5000

/**
 * What to compare, from the columns' values and names.
 *
 * Columns under other headings in other files are one where they hold the same.
 * Columns of persons' names are compared as one text, so that words may change places between them;
 * a column whose words stand in others already is left out, since it would tell the same twice.
 */
export function proposeComparisons(table: LinkTable): ProposedComparisons {
  const aligned = alignColumns(table).map(({ column, inputs }) => ({
    profile: profileColumn(column),
    column,
    inputs,
  }))
  const usable = aligned
    .flatMap(({ profile, column, inputs }) =>
      profile.kind ? [{ profile, column, inputs, kind: profile.kind }] : [],
    )
    .sort((one, other) => tellingOf(other.profile) - tellingOf(one.profile))
  const names = withoutContained(usable.filter(({ kind }) => kind === 'name'))
  const rest = withoutContained(usable.filter(({ kind }) => kind !== 'name')).map((one) =>
    one.kind === 'identifier' && isShared(one.column, names)
      ? { ...one, kind: 'shared_identifier' as const }
      : one,
  )
  const comparisons: ComparisonSettings[] = []
  if (names.length > 0) {
    const own = names.map(({ column }) => column.name).sort(inTableOrder(table))
    comparisons.push({
      output_column_name: names.length === 1 ? (own[0] ?? 'name') : 'name',
      kind: 'name',
      input_columns: own,
      month_first: false,
    })
  }
  for (const { column, inputs, kind, profile } of rest.slice(
    0,
    mostComparisons - comparisons.length,
  )) {
    comparisons.push({
      output_column_name: column.name,
      kind,
      input_columns: [...inputs],
      month_first: profile.isMonthFirst,
    })
  }
  return {
    comparisons,
    profiles: aligned.flatMap(({ profile, inputs }) =>
      inputs.map((name) => {
        const used = comparisons.find(({ input_columns: inputs }) => inputs.includes(name))
        return { ...profile, name, ...(used && { kind: used.kind }) }
      }),
    ),
  }
}

/** Whether rows with the same number bear other names: a family card, not a person's. */
function isShared(column: TextColumn, names: readonly Usable[]): boolean {
  const namesOf = names.map(({ column: name }) => normaliseColumn(name, 'name'))
  if (namesOf.length === 0) return false
  const wordsOf = (record: number) =>
    namesOf.flatMap(({ codes, texts }) => texts[codes[record] ?? -1]?.split(' ') ?? [])
  const lastWith = new Map<number, number>()
  let pairs = 0
  let others = 0
  for (let record = 0; record < column.codes.length && pairs < pairsLooked; record++) {
    const code = column.codes[record] ?? -1
    const before = code < 0 ? undefined : lastWith.get(code)
    lastWith.set(code, record)
    if (before === undefined) continue
    const left = wordsOf(before)
    const right = wordsOf(record)
    if (left.length === 0 || right.length === 0) continue
    pairs++
    if (!isOfOnePerson(left, right)) others++
  }
  return pairs > 10 && others >= leastShared * pairs
}

/** Whether each word of the shorter name begins like one of the longer. */
function isOfOnePerson(left: readonly string[], right: readonly string[]): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  const starts = new Set(long.map((word) => word.slice(0, 2)))
  return short.every((word) => starts.has(word.slice(0, 2)))
}

function inTableOrder(table: LinkTable): (one: string, other: string) => number {
  const placeOf = new Map(table.columns.map(({ name }, place) => [name, place]))
  return (one, other) => (placeOf.get(one) ?? 0) - (placeOf.get(other) ?? 0)
}

/** How much a column can tell: values that are many and there. */
function tellingOf({ filled, distinct }: ColumnProfile): number {
  return filled * Math.log2(1 + distinct)
}

interface Usable {
  readonly profile: ColumnProfile
  readonly column: TextColumn
  /** Headings under which the files have it. */
  readonly inputs: readonly string[]
  readonly kind: NonNullable<ColumnProfile['kind']>
}

/** Leaves out each column that holds what smaller columns hold together. */
function withoutContained(columns: readonly Usable[]): readonly Usable[] {
  const words = columns.map(({ column, kind }) => wordsByRecord(normaliseColumn(column, kind)))
  const kept = columns.map(() => true)
  // The column with most words first: whole names go before their parts do.
  const places = columns
    .map((_, place) => place)
    .sort((one, other) => wordCount(words[other]) - wordCount(words[one]))
  for (const place of places) {
    const others = words.filter((_, other) => other !== place && kept[other])
    if (others.length === 0 || !isWordKind(columns[place]?.kind)) continue
    const parts = others.filter((other) => isMostly(other, [words[place] ?? []]))
    if (parts.length > 0 && (parts.length > 1 || isMostly(words[place] ?? [], parts))) {
      kept[place] = false
    }
  }
  return columns.filter((_, place) => kept[place])
}

function isWordKind(kind: Usable['kind'] | undefined): boolean {
  return kind === 'name' || kind === 'text' || kind === 'address'
}

type RecordWords = readonly (readonly string[])[]

function wordsByRecord({ codes, texts }: NormalColumn): RecordWords {
  const step = Math.max(1, Math.floor(codes.length / pairsLooked))
  const records: string[][] = []
  for (let record = 0; record < codes.length; record += step) {
    const text = texts[codes[record] ?? -1]
    records.push(text ? text.split(' ') : [])
  }
  return records
}

function wordCount(records: RecordWords | undefined): number {
  return (records ?? []).reduce((sum, { length }) => sum + length, 0)
}

/** Whether most records that have words here have all of them in the others together. */
function isMostly(records: RecordWords, others: readonly RecordWords[]): boolean {
  let looked = 0
  let contained = 0
  records.forEach((words, no) => {
    if (words.length === 0) return
    const all = others.flatMap((other) => other[no] ?? [])
    if (all.length === 0) return
    looked++
    if (words.every((word) => all.includes(word))) contained++
  })
  return looked > 0 && contained >= containedShare * looked
}

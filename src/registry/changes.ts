import type { Intake, IntakeRow, ListSheet, RowFields, RowRef } from '#intake/schema'

/** A decision of a person about the register, in force. Rows are named, since they stay what they are. */
export type RegisterChange =
  | {
      readonly changeNo: number
      readonly kind: 'same-person' | 'other-person' | 'same-family' | 'other-family'
      readonly left: RowRef
      readonly right: RowRef
      /** Of families: further rows of each side, all of whom the decision is about. */
      readonly leftWith?: readonly RowRef[]
      readonly rightWith?: readonly RowRef[]
    }
  /** What stands for the person or family of a row, whatever the lists say. */
  | {
      readonly changeNo: number
      readonly kind: 'value'
      readonly left: RowRef
      readonly fields: RowFields
      /** The office whose officer wrote it. */
      readonly provider: string
    }
  /** Persons that no list has, a row each. */
  | {
      readonly changeNo: number
      readonly kind: 'added'
      readonly rows: readonly RowFields[]
      readonly provider: string
    }

/** The name by which rows written by officers refer to their list. */
export const byHandFile = 'isian-petugas'
/** Rows of one change are numbered from its number times this. */
const rowsPerChange = 100

/** The lists with what officers wrote by hand as one more sheet an office, after all others. */
export function withRowsByHand(intake: Intake, changes: readonly RegisterChange[]): Intake {
  const written = new Map<string, WrittenRow[]>()
  for (const change of changes) {
    if (change.kind !== 'value' && change.kind !== 'added') continue
    const rows = change.kind === 'value' ? [change.fields] : change.rows
    const own = written.get(change.provider) ?? []
    written.set(change.provider, own)
    rows.forEach((fields, place) => {
      own.push({ row: rowOfChange(change.changeNo, place), fields })
    })
  }
  if (written.size === 0) return intake
  const sheets: ListSheet[] = [...intake.sheets]
  const rows: IntakeRow[] = [...intake.rows]
  for (const provider of [...written.keys()].sort()) {
    const own = written.get(provider) ?? []
    const sheetNo = sheets.length
    sheets.push(sheetByHand(provider, own))
    for (const { row, fields } of own) {
      rows.push({ ref: { file: byHandFile, sheet: provider, row }, sheetNo, fields })
    }
  }
  return { ...intake, sheets, rows }
}

interface WrittenRow {
  readonly row: number
  readonly fields: RowFields
}

/** Number of a row of a change, by its place in it. */
export function rowOfChange(changeNo: number, place: number): number {
  return changeNo * rowsPerChange + place
}

/** The change that a row by hand belongs to. */
export function changeOfRow(row: number): number {
  return Math.floor(row / rowsPerChange)
}

function sheetByHand(provider: string, rows: readonly WrittenRow[]): ListSheet {
  const none = { title: 0, heading: 0, section: 0, total: 0, footer: 0, quarantined: 0 }
  const lastRow = rows.at(-1)?.row ?? 0
  return {
    file: byHandFile,
    sheet: provider,
    kind: 'by-hand',
    title: 'Isian petugas',
    provider,
    headerRow: 0,
    columns: [],
    account: { ...none, lastRow, blank: lastRow - rows.length, data: rows.length },
  }
}

/** Two rows, as indexes into `Intake.rows`. */
export type RowPair = readonly [number, number]

/** What people decided, in row numbers of an intake. */
export interface Decided {
  readonly samePersons: readonly RowPair[]
  readonly otherPersons: readonly RowPair[]
  readonly sameFamilies: readonly RowPair[]
  readonly otherFamilies: readonly RowPair[]
  /** The row of a value that stands, and the row whose person it is about. */
  readonly ownerOfValue: ReadonlyMap<number, number>
}

export const nothingDecided: Decided = {
  samePersons: [],
  otherPersons: [],
  sameFamilies: [],
  otherFamilies: [],
  ownerOfValue: new Map(),
}

/**
 * The changes as numbers of rows. Of two about one pair the later stands; a change about a row that is
 * in no accepted list rests until the list comes back.
 *
 * @param intake with the rows by hand.
 */
export function decidedOn(intake: Intake, changes: readonly RegisterChange[]): Decided {
  if (changes.length === 0) return nothingDecided
  const rowNoOf = new Map(intake.rows.map(({ ref }, rowNo) => [refKey(ref), rowNo]))
  const persons = new Map<string, { pair: RowPair; isSame: boolean }>()
  const families = new Map<string, { pair: RowPair; isSame: boolean }>()
  const ownerOfValue = new Map<number, number>()
  for (const change of changes) {
    if (change.kind === 'added') continue
    const left = rowNoOf.get(refKey(change.left))
    if (change.kind === 'value') {
      const row = rowOfChange(change.changeNo, 0)
      const own = rowNoOf.get(refKey({ file: byHandFile, sheet: change.provider, row }))
      if (left !== undefined && own !== undefined) ownerOfValue.set(own, left)
      continue
    }
    const isAboutPersons = change.kind === 'same-person' || change.kind === 'other-person'
    const isSame = change.kind === 'same-person' || change.kind === 'same-family'
    const pairs = isAboutPersons ? persons : families
    const decide = (one: number, other: number, areSame: boolean) => {
      if (one === other) return
      const pair: RowPair = one < other ? [one, other] : [other, one]
      pairs.delete(pair.join(' ')) // the later keeps the later place
      pairs.set(pair.join(' '), { pair, isSame: areSame })
    }
    const known = (refs: readonly RowRef[]) => refs.flatMap((ref) => rowNoOf.get(refKey(ref)) ?? [])
    const lefts = known([change.left, ...(change.leftWith ?? [])])
    const rights = known([change.right, ...(change.rightWith ?? [])])
    for (const one of lefts) for (const other of rights) decide(one, other, isSame)
    // Who leaves a family together stays together.
    if (!isSame) for (const other of rights.slice(1)) decide(rights[0] ?? other, other, true)
  }
  const pairsOf = (all: typeof persons, isSame: boolean) =>
    [...all.values()].filter((entry) => entry.isSame === isSame).map(({ pair }) => pair)
  return {
    samePersons: pairsOf(persons, true),
    otherPersons: pairsOf(persons, false),
    sameFamilies: pairsOf(families, true),
    otherFamilies: pairsOf(families, false),
    ownerOfValue,
  }
}

function refKey({ file, sheet, row }: RowRef): string {
  return JSON.stringify([file, sheet, row])
}

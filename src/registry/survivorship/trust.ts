import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Intake, IntakeRow } from '#intake/schema'
import { Survivorship } from './schema.ts'

/** The policy in force. It is part of the programme: one that does not fit is found by the tests. */
export const survivorship = Survivorship.parse(
  parse(readFileSync(new URL('./survivorship.yaml', import.meta.url), 'utf8')),
)

const listsByField = new Map(
  survivorship.orders.flatMap(({ fields, lists }) => fields.map((field) => [field, lists])),
)

/** Place of a row in the order of belief for a field: 0 is believed first. */
export function trustPlace(intake: Intake, row: IntakeRow, field: string): number {
  const lists = listsByField.get(field) ?? survivorship.otherwise
  const kind = intake.sheets[row.sheetNo]?.kind ?? 'other'
  const place = lists.indexOf(kind)
  return place < 0 ? lists.length : place
}

/** Weight of a row by its place in the order of belief: one believed list outweighs two copies. */
export function trustWeight(place: number): number {
  return survivorship.weights[place] ?? survivorship.weights.at(-1) ?? 1
}

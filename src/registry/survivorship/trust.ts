import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Intake, IntakeRow } from '#intake/schema'
import { ageYears, type IsoDate } from '#platform/dates'
import { Survivorship } from './schema.ts'

/** The policy in force. It is part of the programme: one that does not fit is found by the tests. */
export const survivorship = Survivorship.parse(
  parse(readFileSync(new URL('./survivorship.yaml', import.meta.url), 'utf8')),
)

const orderByField = new Map(
  survivorship.orders.flatMap((order) => order.fields.map((field) => [field, order])),
)

/** The day of which a row speaks: its own, else the first of its list's time; undefined where neither is told. */
export function dayOfRow({ sheets }: Intake, { fields, sheetNo }: IntakeRow): IsoDate | undefined {
  return fields.surveyDate ?? fields.eventDate ?? fields.aidDate ?? sheets[sheetNo]?.period?.from
}

/** Place of a row in the order of belief for a field: 0 is believed first. */
export function trustPlace(intake: Intake, row: IntakeRow, field: string): number {
  const lists = orderByField.get(field)?.lists ?? survivorship.otherwise
  const kind = intake.sheets[row.sheetNo]?.kind ?? 'other'
  const place = lists.indexOf(kind)
  return place < 0 ? lists.length : place
}

/**
 * Whether a row is too old for a field beside the newest one that tells it, and so stands with the lists
 * that are not named.
 *
 * @param day the day of which the row speaks, `newest` that of the newest row; empty where none is told.
 */
export function isStale(field: string, day: string, newest: string): boolean {
  const years = orderByField.get(field)?.staleAfterYears
  return years !== undefined && day !== '' && ageYears(day, newest) >= years
}

/** Place after all lists that are named for a field. */
export function lastPlace(field: string): number {
  return (orderByField.get(field)?.lists ?? survivorship.otherwise).length
}

/** Weight of a row by its place in the order of belief: one believed list outweighs two copies. */
export function trustWeight(place: number): number {
  return survivorship.weights[place] ?? survivorship.weights.at(-1) ?? 1
}

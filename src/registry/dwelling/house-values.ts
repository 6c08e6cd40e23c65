import type { FamilyFields } from '#intake/schema'
import { normaliseAddresses } from '#linkage'
import { localDoor } from '../door-book.ts'
import type { DwellingEvidence } from './schema.ts'

/** What tells the house of a family. */
export interface HouseValues {
  readonly door?: { readonly place: string; readonly local: string } | undefined
  readonly meter?: string | undefined
  readonly point?: { readonly latitude: number; readonly longitude: number } | undefined
}

/** Two points at most this far apart are one house; surveys write five digits of a degree, 1.1 m. */
const sameHouseM = 2
const metresPerDegree = 111_320

/** What the record of a family says of its house. */
export function houseValues(fields: FamilyFields): HouseValues {
  const { ward, rt, meterId, latitude, longitude } = fields
  const local = localDoor(normaliseAddresses([fields.address])[0])
  return {
    ...(local === undefined || ward === undefined || rt === undefined
      ? {}
      : { door: { place: `${ward} ${rt}`, local } }),
    ...(isMeter(meterId) ? { meter: meterId } : {}),
    ...(latitude === undefined || longitude === undefined
      ? {}
      : { point: { latitude, longitude } }),
  }
}

/** Whether a text is the number of a meter and no remark. */
export function isMeter(meterId: string | undefined): meterId is string {
  return /\d{6}/.test(meterId ?? '')
}

/** By which of some values the house of one is that of the other; points count unless doors say otherwise. */
export function sameBy(
  one: HouseValues,
  other: HouseValues,
  kinds: readonly DwellingEvidence[],
): DwellingEvidence[] {
  return kinds.filter((kind) => {
    if (kind === 'meter') return one.meter !== undefined && one.meter === other.meter
    if (kind === 'door') return one.door !== undefined && doorText(one) === doorText(other)
    return isOnePoint(one, other)
  })
}

/** Ward, RT, street and number as one text; undefined where one is missing. */
export function doorText({ door }: HouseValues): string | undefined {
  return door && `${door.place} ${door.local}`
}

export function isOnePoint(one: HouseValues, other: HouseValues): boolean {
  if (!one.point || !other.point) return false
  if (one.door && other.door && one.door.local !== other.door.local) return false
  const up = (one.point.latitude - other.point.latitude) * metresPerDegree
  // The city lies two degrees from the equator: a degree of longitude is as long.
  const right = (one.point.longitude - other.point.longitude) * metresPerDegree
  return Math.hypot(up, right) <= sameHouseM
}

/** The squares around a point within which all that is one house with it lies; its own is in the middle. */
export function cellsAround({ latitude, longitude }: NonNullable<HouseValues['point']>): string[] {
  const [row = 0, column = 0] = cellOf(latitude, longitude)
  return [-1, 0, 1].flatMap((up) => [-1, 0, 1].map((right) => `${row + up} ${column + right}`))
}

/** The square of a house's size in which a point lies. */
export function ownCell({ latitude, longitude }: NonNullable<HouseValues['point']>): string {
  return cellOf(latitude, longitude).join(' ')
}

function cellOf(...degrees: readonly number[]): number[] {
  return degrees.map((degree) => Math.floor((degree * metresPerDegree) / sameHouseM))
}

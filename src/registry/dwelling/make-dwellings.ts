import type { Intake } from '#intake/schema'
import type { NormalAddress } from '#linkage'
import { localDoor } from '../door-book.ts'
import { rowAddresses } from '../person-facts.ts'
import { KeyMaker } from '../public-keys.ts'
import type { Family, Register } from '../schema.ts'
import { Union } from '../union.ts'
import {
  cellsAround,
  doorText,
  type HouseValues,
  isMeter,
  isOnePoint,
  ownCell,
} from './house-values.ts'
import { type DwellingEvidence, dwellingEvidence } from './schema.ts'

/** A house in which a family lives. */
export interface DwellingOfFamily {
  readonly familyId: string
  readonly dwellingId: string
  /** By what it shares the house with others, and the row that says so; empty where it shares it with none. */
  readonly shared: readonly { readonly by: DwellingEvidence; readonly rowNo: number }[]
}

/** What more families than this have in common is no house but an estate, or a value copied down. */
const mostFamilies = 12

/** What is known of the house of a family, and by which rows. */
export interface House {
  readonly family: Family
  readonly rowNos: Partial<Record<DwellingEvidence, number>>
  readonly values: HouseValues
}

export type Addresses = readonly (NormalAddress | undefined)[]

/**
 * The house of each family of which a list tells it: several families live in one where its door (ward, RT,
 * street and number), meter or point is the same. Families that a list gives different meters, or of which
 * it says that one family lives in the house, share none; neither do those without any of the three.
 *
 * It rests on the values that survived. The order of files and rows decides nothing beyond those but the
 * key, as with persons and families.
 */
export function makeDwellings(
  intake: Intake,
  { families, persons }: Pick<Register, 'families' | 'persons'>,
  addresses: Addresses = rowAddresses(intake),
): readonly DwellingOfFamily[] {
  const lived = new Set(persons.flatMap((one) => (one.status === 'active' ? one.familyId : [])))
  const houses = families
    .filter(({ familyId }) => lived.has(familyId))
    .map((family) => readHouse(family, addresses))
    .filter(({ rowNos }) => Object.keys(rowNos).length > 0)
  const anchors = houses.map(({ family }) => anchorOf(intake, family))
  const order = houses
    .map((_, no) => no)
    .sort((a, b) => (textOf(anchors, a) < textOf(anchors, b) ? -1 : 1))
  const ties = tiesOf(houses, order)
  const union = new Union(houses.length)
  for (const { left, right } of ties)
    if (!mayShare(houses[left], houses[right])) union.keepApart(left, right)
  for (const { left, right } of ties) union.join(left, right)
  return withKeys(intake, houses, ties, union)
}

function textOf(anchors: readonly string[], no: number): string {
  return anchors[no] ?? ''
}

/** A name of the family that no order of rows changes. */
function anchorOf(intake: Intake, { rowNos }: Family): string {
  return rowNos
    .map((rowNo) => JSON.stringify(intake.rows[rowNo]?.ref))
    .reduce((least, text) => (text < least ? text : least))
}

/** What the register says of the house of a family, and by which rows. */
export function readHouse(family: Family, addresses: Addresses): House {
  const rowOf = (field: 'address' | 'meterId' | 'latitude') =>
    family.origins.find((origin) => origin.field === field)?.rowNo
  const addressRow = rowOf('address')
  const local = addressRow === undefined ? undefined : localDoor(addresses[addressRow])
  const { ward, rt, meterId, latitude, longitude } = family
  const isDoor = local !== undefined && ward !== undefined && rt !== undefined
  const meterRow = isMeter(meterId) ? rowOf('meterId') : undefined
  const isPoint = latitude !== undefined && longitude !== undefined
  const pointRow = isPoint ? rowOf('latitude') : undefined
  return {
    family,
    rowNos: {
      ...(isDoor && addressRow !== undefined ? { door: addressRow } : {}),
      ...(meterRow === undefined ? {} : { meter: meterRow }),
      ...(pointRow === undefined ? {} : { point: pointRow }),
    },
    values: {
      ...(isDoor ? { door: { place: `${ward} ${rt}`, local } } : {}),
      ...(meterRow === undefined ? {} : { meter: meterId }),
      ...(isPoint && pointRow !== undefined ? { point: { latitude, longitude } } : {}),
    },
  }
}

interface Tie {
  readonly by: DwellingEvidence
  readonly left: number
  readonly right: number
}

/** Pairs of houses with something in common, in an order that the order of rows does not change. */
function tiesOf(houses: readonly House[], order: readonly number[]): readonly Tie[] {
  const byValue = (by: DwellingEvidence, asValue: (house: House) => string | undefined) => {
    const sharing = new Map<string, number[]>()
    for (const no of order) {
      const house = houses[no]
      const value = house?.rowNos[by] === undefined ? undefined : asValue(house)
      if (value === undefined) continue
      const known = sharing.get(value)
      if (known) known.push(no)
      else sharing.set(value, [no])
    }
    return [...sharing.values()].flatMap((nos) =>
      nos.length > mostFamilies ? [] : pairsOf(by, nos),
    )
  }
  return [
    ...byValue('meter', ({ values }) => values.meter),
    ...byValue('door', ({ values }) => doorText(values)),
    ...pointTies(houses, order),
  ]
}

function pairsOf(by: DwellingEvidence, nos: readonly number[]): Tie[] {
  return nos.flatMap((left, place) => nos.slice(place + 1).map((right) => ({ by, left, right })))
}

/** Houses a step apart, unless their doors say otherwise. */
function pointTies(houses: readonly House[], order: readonly number[]): Tie[] {
  const cells = new Map<string, number[]>()
  const near = new Map<number, number[]>()
  for (const no of order) {
    const point = houses[no]?.values.point
    if (!point) continue
    const others = cellsAround(point).flatMap((cell) => cells.get(cell) ?? [])
    const own = ownCell(point)
    cells.set(own, [...(cells.get(own) ?? []), no])
    near.set(no, others)
  }
  const crowded = new Set(
    [...cells.values()].flatMap((nos) => (nos.length > mostFamilies ? nos : [])),
  )
  return [...near].flatMap(([right, others]) =>
    others.flatMap((left): Tie[] => {
      const [one, other] = [houses[left], houses[right]]
      if (!one || !other || crowded.has(left) || crowded.has(right)) return []
      return isOnePoint(one.values, other.values) ? [{ by: 'point', left, right }] : []
    }),
  )
}

function mayShare(one: House | undefined, other: House | undefined): boolean {
  if (!one || !other) return false
  if (one.family.familiesInHouse === 1 || other.family.familiesInHouse === 1) return false
  const [own, others] = [one.values.meter, other.values.meter]
  return own === undefined || others === undefined || own === others
}

function withKeys(
  intake: Intake,
  houses: readonly House[],
  ties: readonly Tie[],
  union: Union,
): DwellingOfFamily[] {
  const sharedBy = new Map<number, Set<DwellingEvidence>>()
  for (const { by, left, right } of ties) {
    if (union.rootOf(left) !== union.rootOf(right)) continue
    for (const no of [left, right]) sharedBy.set(no, (sharedBy.get(no) ?? new Set()).add(by))
  }
  const keys = new KeyMaker(intake)
  const rowsOfHouse = new Map<number, number[]>()
  houses.forEach(({ family }, no) => {
    const root = union.rootOf(no)
    const first = family.rowNos.reduce((least, rowNo) => Math.min(least, rowNo))
    rowsOfHouse.set(root, [...(rowsOfHouse.get(root) ?? []), first])
  })
  const idOf = new Map([...rowsOfHouse].map(([root, rows]) => [root, keys.make('dwelling', rows)]))
  return houses.map(({ family, rowNos }, no) => ({
    familyId: family.familyId,
    dwellingId: idOf.get(union.rootOf(no)) ?? '',
    shared: dwellingEvidence.flatMap((by) => {
      const rowNo = rowNos[by]
      return rowNo !== undefined && sharedBy.get(no)?.has(by) ? [{ by, rowNo }] : []
    }),
  }))
}

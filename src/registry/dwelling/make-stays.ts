import type { Intake, RowRef } from '#intake/schema'
import { localDoor } from '../door-book.ts'
import type { Family, Register } from '../schema.ts'
import {
  cellsAround,
  doorText,
  type HouseValues,
  isMeter,
  isOnePoint,
  ownCell,
} from './house-values.ts'
import { type Addresses, type DwellingOfFamily, readHouse } from './make-dwellings.ts'
import { type DwellingEvidence, dwellingEvidence } from './schema.ts'

/** What a register says of a family and a house. */
export interface DwellingStay {
  readonly familyId: string
  readonly dwellingId: string
  /** False where a row of the family tells this house and what is believed of it another or none. */
  readonly isHome: boolean
  readonly shared: readonly (RowRef & { readonly by: DwellingEvidence })[]
  /** Values of the family that no other house has. */
  readonly knownBy: readonly DwellingEvidence[]
}

/**
 * The families of each house, and those that a row tells to have lived in it: whoever asks for a past day
 * asks among them. A value that several houses have tells none of them.
 */
export function makeStays(
  intake: Intake,
  { families }: Pick<Register, 'families'>,
  dwellings: readonly DwellingOfFamily[],
  addresses: Addresses,
): readonly DwellingStay[] {
  const dwellingOf = new Map(dwellings.map((line) => [line.familyId, line]))
  const houses = families.flatMap((family) => {
    const line = dwellingOf.get(family.familyId)
    return line ? [{ line, values: readHouse(family, addresses).values }] : []
  })
  const book = new HouseBook()
  for (const { line, values } of houses) book.add(line.dwellingId, values)
  const homes = houses.map(
    ({ line: { familyId, dwellingId, shared }, values }): DwellingStay => ({
      familyId,
      dwellingId,
      isHome: true,
      shared: shared.flatMap(({ by, rowNo }) => {
        const ref = intake.rows[rowNo]?.ref
        return ref ? [{ by, file: ref.file, sheet: ref.sheet, row: ref.row }] : []
      }),
      knownBy: dwellingEvidence.filter((by) => book.isOnly(dwellingId, by, values)),
    }),
  )
  const told = families.flatMap((family) => {
    const own = dwellingOf.get(family.familyId)?.dwellingId
    const ids = new Set(toldValues(intake, family, addresses).flatMap((one) => book.find(one)))
    return [...ids]
      .filter((dwellingId) => dwellingId !== own)
      .sort()
      .map(
        (dwellingId): DwellingStay => ({
          familyId: family.familyId,
          dwellingId,
          isHome: false,
          shared: [],
          knownBy: [],
        }),
      )
  })
  return [...homes, ...told]
}

/** Every door, meter and point that values of the family's rows can make. */
function toldValues(intake: Intake, { rowNos }: Family, addresses: Addresses): HouseValues[] {
  const wards = new Set<string>()
  const rts = new Set<number>()
  const locals = new Set<string>()
  const meters = new Set<string>()
  const latitudes = new Set<number>()
  const longitudes = new Set<number>()
  for (const rowNo of rowNos) {
    const { ward, rt, meterId, latitude, longitude } = intake.rows[rowNo]?.fields ?? {}
    const local = localDoor(addresses[rowNo])
    if (ward !== undefined) wards.add(ward)
    if (rt !== undefined) rts.add(rt)
    if (local !== undefined) locals.add(local)
    if (isMeter(meterId)) meters.add(meterId)
    if (latitude !== undefined) latitudes.add(latitude)
    if (longitude !== undefined) longitudes.add(longitude)
  }
  const places = [...wards].flatMap((ward) => [...rts].map((rt) => `${ward} ${rt}`))
  return [
    ...places.flatMap((place) => [...locals].map((local) => ({ door: { place, local } }))),
    ...[...meters].map((meter) => ({ meter })),
    ...[...latitudes].flatMap((latitude) =>
      [...longitudes].map((longitude) => ({ point: { latitude, longitude } })),
    ),
  ]
}

/** Which house has which door, meter and point. */
class HouseBook {
  /** Null where several houses have it. */
  readonly #doors = new Map<string, string | null>()
  readonly #meters = new Map<string, string | null>()
  readonly #points = new Map<string, { readonly id: string; readonly values: HouseValues }[]>()

  add(id: string, values: HouseValues): void {
    note(this.#doors, doorText(values), id)
    note(this.#meters, values.meter, id)
    if (!values.point) return
    const cell = ownCell(values.point)
    const known = this.#points.get(cell)
    if (known) known.push({ id, values: { point: values.point } })
    else this.#points.set(cell, [{ id, values: { point: values.point } }])
  }

  isOnly(id: string, by: DwellingEvidence, values: HouseValues): boolean {
    if (by === 'door') return this.#doors.get(doorText(values) ?? '') === id
    if (by === 'meter') return this.#meters.get(values.meter ?? '') === id
    const near = this.#near(values)
    return near.length > 0 && near.every((other) => other === id)
  }

  find(values: HouseValues): string[] {
    const found = [this.#doors.get(doorText(values) ?? ''), this.#meters.get(values.meter ?? '')]
    return [...found.flatMap((id) => id ?? []), ...this.#near(values)]
  }

  /** Houses at the point, whatever their doors. */
  #near({ point }: HouseValues): string[] {
    if (!point) return []
    return cellsAround(point).flatMap((cell) =>
      (this.#points.get(cell) ?? []).flatMap(({ id, values }) =>
        isOnePoint(values, { point }) ? id : [],
      ),
    )
  }
}

function note(known: Map<string, string | null>, value: string | undefined, id: string): void {
  if (value === undefined) return
  const other = known.get(value)
  known.set(value, other === undefined || other === id ? id : null)
}

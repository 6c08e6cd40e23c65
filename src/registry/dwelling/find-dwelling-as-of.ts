import { sql } from 'kysely'
import type { FamilyFields, RowRef } from '#intake/schema'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import { endOfDay, findDay, present } from '../history/find-history.ts'
import { findFamilyKnownAt } from '../history/known-family.ts'
import type { KnownFamily, KnownOrigin } from '../history/schema.ts'
import { toldValues } from '../history/told-values.ts'
import { type Day, familyValidOn } from '../history/valid-family.ts'
import { type HouseValues, houseValues, sameBy } from './house-values.ts'
import { type DwellingAsOf, type DwellingEvidence, dwellingEvidence } from './schema.ts'

interface StayLine {
  readonly familyId: string
  readonly isHome: boolean
  readonly shared: readonly (RowRef & { readonly by: DwellingEvidence })[]
  readonly knownBy: readonly DwellingEvidence[]
}

/** A family that a house is asked about, as it was known. */
export interface KnownStay extends Pick<StayLine, 'isHome' | 'shared' | 'knownBy'> {
  readonly family: KnownFamily
}

/**
 * A house as it was known at the end of one day: who lived in it then and, where a second day is given, on
 * that one, and what its address and point were. Read with the rights of a viewer it has whom the viewer
 * may see.
 *
 * @throws AppError `dwelling-not-found` where the viewer of `db` may see nobody who ever lived there.
 */
export async function findDwellingAsOf(
  db: Db,
  secrets: Secrets,
  dwellingId: string,
  {
    knownOn,
    validOn,
  }: { readonly knownOn?: IsoDate | undefined; readonly validOn?: IsoDate | undefined },
): Promise<DwellingAsOf> {
  const at = knownOn === undefined ? present : endOfDay(knownOn)
  const { rows } = await sql<StayLine & { isKnown: boolean }>`
    select family_id as "familyId", is_home as "isHome", shared, known_by as "knownBy",
      recorded_from <= ${at}::timestamptz
        and (recorded_to is null or recorded_to > ${at}::timestamptz) as "isKnown"
    from dwelling_stay where dwelling_id = ${dwellingId} order by family_id`.execute(db)
  if (!rows.some(({ isHome }) => isHome)) throw new AppError('dwelling-not-found', { dwellingId })
  const stays: KnownStay[] = []
  for (const { familyId, isKnown, ...line } of rows) {
    const family = isKnown ? await findFamilyKnownAt(db, secrets, familyId, at) : undefined
    if (family) stays.push({ ...line, family })
  }
  const isKnown = stays.some(({ isHome }) => isHome)
  const asked = { dwellingId, knownOn: knownOn ?? null, validOn: validOn ?? null, isKnown }
  if (!isKnown) return { ...asked, families: [], absent: [] }
  if (validOn !== undefined) return { ...asked, ...whoLivedOn(stays, await findDay(db, validOn)) }
  const homes = stays.filter(({ isHome }) => isHome)
  return { ...asked, families: homes.map(tellKnown), absent: [] }
}

function tellKnown({ family, shared }: KnownStay): DwellingAsOf['families'][number] {
  return {
    familyId: family.familyId,
    headName: family.fields.headName ?? null,
    memberCount: family.memberCount,
    shared: shared.map(({ by, file, sheet, row }) => ({ by, source: { file, sheet, row } })),
    values: toldOfHouse(family.fields, family.origins),
  }
}

/**
 * Who of some families lived in the house on a day: of whom the rows of that day and of those before tell
 * one of its doors, meters or points that no other house has, or what is believed of the family's own home.
 */
export function whoLivedOn(
  stays: readonly KnownStay[],
  day: Day,
): Pick<DwellingAsOf, 'families' | 'absent'> {
  const homes = stays.flatMap(({ family, isHome, knownBy }) =>
    isHome ? [{ familyId: family.familyId, values: houseValues(family.fields), knownBy }] : [],
  )
  const families: DwellingAsOf['families'] = []
  const absent: DwellingAsOf['absent'] = []
  for (const { family, isHome } of stays) {
    const { familyId } = family
    const { fields, origins, persons } = familyValidOn(family, day)
    const headName = fields.headName ?? family.fields.headName ?? null
    const living = persons.filter(({ status }) => status === 'active')
    const own = houseValues(fields)
    const by = byWhat(own, familyId, homes)
    if (living.length > 0 && by.length > 0) {
      const shared = by.map((kind) => ({ by: kind, source: sourceOf(kind, origins) }))
      const values = toldOfHouse(fields, origins)
      families.push({ familyId, headName, memberCount: living.length, shared, values })
    } else if (isHome) {
      const reason = persons.length === 0 ? 'no-row' : living.length === 0 ? 'nobody' : undefined
      const isTold = Object.keys(own).length > 0
      absent.push({ familyId, headName, reason: reason ?? (isTold ? 'elsewhere' : 'no-row') })
    }
  }
  return { families, absent }
}

function byWhat(
  own: HouseValues,
  familyId: string,
  homes: readonly {
    readonly familyId: string
    readonly values: HouseValues
    readonly knownBy: readonly DwellingEvidence[]
  }[],
): DwellingEvidence[] {
  const found = new Set(
    homes.flatMap((home) =>
      sameBy(own, home.values, home.familyId === familyId ? dwellingEvidence : home.knownBy),
    ),
  )
  return dwellingEvidence.filter((kind) => found.has(kind))
}

const fieldOf = { door: 'address', meter: 'meterId', point: 'latitude' } as const

function sourceOf(kind: DwellingEvidence, origins: readonly KnownOrigin[]) {
  return origins.find(({ field }) => field === fieldOf[kind])?.ref ?? null
}

function toldOfHouse(fields: FamilyFields, origins: readonly KnownOrigin[]) {
  const { address, rt, rw, ward, district, latitude, longitude, meterId } = fields
  return toldValues({ address, rt, rw, ward, district, latitude, longitude, meterId }, origins)
}

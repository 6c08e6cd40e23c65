import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveIntake } from '#intake'
import type { FamilyFields } from '#intake/schema'
import { normaliseAddresses } from '#linkage'
import type { Db } from '#platform/db'
import { asViewer, type Viewer } from '#platform/scoped-db'
import { testSecrets, withApi } from '../../../test/api.ts'
import { engines, withDatabase } from '../../../test/database.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { MadeRegister } from '../history/keep-past.ts'
import { makeRegister, type Sources, someSources } from '../history/random-registers.ts'
import type { KnownFamily } from '../history/schema.ts'
import { familyValidOn } from '../history/valid-family.ts'
import { saveRegister } from '../store.ts'
import { findDwellingAsOf } from './find-dwelling-as-of.ts'
import { makeDwellings } from './make-dwellings.ts'
import { DwellingAsOf } from './schema.ts'

const dayOf = (no: number) => `2026-01-${String(no + 1).padStart(2, '0')}`

async function save(db: Db, made: MadeRegister, no: number): Promise<void> {
  await saveRegister(db, testSecrets, made, `${dayOf(no)}T02:00:00.000Z`)
  await saveIntake(db, testSecrets, made.intake, made.register.rowLinks)
}

/** The families of a register with their raw rows, without a store. */
function rawFamilies({ intake, register }: MadeRegister): readonly KnownFamily[] {
  const always = { recordedFrom: '', recordedTo: null }
  return register.families.map((family) => {
    const {
      familyId,
      headPersonId,
      memberIds,
      rowNos: _r,
      listCount,
      origins: _o,
      ...fields
    } = family
    const persons = register.persons.filter((person) => person.familyId === familyId)
    return {
      ...always,
      familyId,
      headPersonId: headPersonId ?? null,
      fields,
      listCount,
      memberCount: memberIds.length,
      origins: [],
      persons: persons
        .sort((left, right) => (left.personId < right.personId ? -1 : 1))
        .map((person) => ({
          ...always,
          personId: person.personId,
          familyId,
          fields: {},
          birthYear: null,
          status: person.status,
          statusDate: null,
          validFrom: null,
          validTo: null,
          origins: [],
          rows: person.rowNos.flatMap((place) => {
            const row = intake.rows[place]
            const sheet = intake.sheets[row?.sheetNo ?? -1]
            if (!row || !sheet) return []
            const { kind, title, provider = null, period = null } = sheet
            return [{ place, ref: row.ref, kind, title, provider, period, fields: row.fields }]
          }),
        })),
    }
  })
}

type House = Partial<Record<'door' | 'local' | 'meter' | 'latitude', string>>

function houseOf({ ward, rt, address, meterId, latitude }: FamilyFields, hasPoint: boolean): House {
  const door = normaliseAddresses([address])[0]
  const local = door?.number === undefined ? undefined : `${door.street} ${door.number}`
  return {
    ...(local === undefined ? {} : { local }),
    ...(local && ward && rt !== undefined ? { door: `${ward} ${rt} ${local}` } : {}),
    ...(meterId === undefined ? {} : { meter: meterId }),
    ...(latitude === undefined || !hasPoint ? {} : { latitude: String(latitude) }),
  }
}

const house = (fields: FamilyFields) => houseOf(fields, fields.longitude !== undefined)
/** A hundred-thousandth of a degree is 1.1 m, and two metres are one house. */
const isNear = (one: House, other: House) =>
  one.latitude !== undefined &&
  other.latitude !== undefined &&
  Math.abs(Number(one.latitude) - Number(other.latitude)) < 0.000_018
const isSame = {
  door: (one: House, other: House) => one.door !== undefined && one.door === other.door,
  meter: (one: House, other: House) => one.meter !== undefined && one.meter === other.meter,
  point: (one: House, other: House) =>
    isNear(one, other) && (!one.door || !other.door || one.local === other.local),
}
const kinds = ['door', 'meter', 'point'] as const

/** Who lived in each house on a day, from the raw rows of a whole register. */
function replay(made: MadeRegister, validOn: string): Map<string, string[]> {
  const lines = makeDwellings(made.intake, made.register)
  const homeOf = new Map(lines.map(({ familyId, dwellingId }) => [familyId, dwellingId]))
  const all = rawFamilies(made)
  const homes = all.flatMap(({ familyId, fields }) => {
    const dwellingId = homeOf.get(familyId)
    return dwellingId === undefined ? [] : [{ familyId, dwellingId, at: house(fields) }]
  })
  const isOnly = (kind: (typeof kinds)[number], home: (typeof homes)[number]) =>
    homes.every(
      (other) =>
        other.dwellingId === home.dwellingId ||
        !(kind === 'point' ? isNear(home.at, other.at) : isSame[kind](home.at, other.at)),
    )
  const lived = new Map(homes.map(({ dwellingId }) => [dwellingId, [] as string[]]))
  for (const family of all) {
    const day = { validOn, listDay: validOn, dayOfChange: () => undefined }
    const { fields, persons } = familyValidOn(family, day)
    if (!persons.some(({ status }) => status === 'active')) continue
    for (const [dwellingId, names] of lived) {
      const isThere = homes
        .filter((home) => home.dwellingId === dwellingId)
        .some((home) =>
          kinds.some(
            (kind) =>
              isSame[kind](house(fields), home.at) &&
              (home.familyId === family.familyId || isOnly(kind, home)),
          ),
        )
      if (isThere) names.push(family.familyId)
    }
  }
  return lived
}

describe.each(engines)('the past of houses on %s', (engine) => {
  it('is, for each day, that of the raw rows which were known then', () =>
    fc.assert(
      fc.asyncProperty(
        someSources,
        fc.constantFrom('2024-01-01', '2024-06-01', '2025-02-10', '2025-06-30'),
        (steps, validOn) =>
          withDatabase(engine, async (db) => {
            const made = steps.map(makeRegister)
            for (const [no, one] of made.entries()) await save(db, one, no)
            const ids = new Set(
              made.flatMap(({ intake, register }) =>
                makeDwellings(intake, register).map(({ dwellingId }) => dwellingId),
              ),
            )
            for (const [no, one] of made.entries()) {
              const knownOn = dayOf(no)
              const lines = makeDwellings(one.intake, one.register)
              const lived = replay(one, validOn)
              for (const id of ids) {
                const known = await findDwellingAsOf(db, testSecrets, id, { knownOn })
                const homes = lines.filter(({ dwellingId }) => dwellingId === id)
                expect(known.isKnown).toBe(homes.length > 0)
                expect(known.families.map(told)).toEqual(homes.map(toldBy(one)).sort(byFamily))
                const valid = await findDwellingAsOf(db, testSecrets, id, { knownOn, validOn })
                const there = valid.families.map(({ familyId }) => familyId)
                expect(there).toEqual((lived.get(id) ?? []).sort())
                expect([...there, ...valid.absent.map(({ familyId }) => familyId)]).toEqual(
                  expect.arrayContaining(homes.map(({ familyId }) => familyId)),
                )
              }
            }
          }),
      ),
      { numRuns: propertyRuns(12) },
    ))

  it('grows by nothing when a register is saved as it is', () =>
    fc.assert(
      fc.asyncProperty(someSources, ([step]) =>
        withDatabase(engine, async (db) => {
          const sources: Sources = step ?? { lists: [], changes: [] }
          const stays = () =>
            db.selectFrom('dwelling_stay').selectAll().orderBy('stay_no').execute()
          await save(db, makeRegister(sources), 0)
          const before = await stays()
          await save(db, makeRegister(sources), 1)
          expect(await stays()).toEqual(before)
        }),
      ),
      { numRuns: propertyRuns(6) },
    ))

  it('tells who moved in after a day and who has moved away since, over the API', () =>
    withApi(engine, async ({ api, db, signIn }) => {
      const place = { ward: '62.71.01.1001', district: '62.71.01', rt: 2 }
      const norlela = { name: 'NORLELA', kk: '6271013004210030', ...place }
      const rusdi = { name: 'RUSDI HADI', kk: '6271010911160004', ...place }
      const kaca = { address: 'Jl. Bangka No. 38' }
      const lists = [
        {
          file: 'survei.csv',
          kind: 'housing-survey',
          rows: [
            { ...norlela, ...kaca, surveyDate: '2024-02-01' },
            { ...norlela, address: 'Jl. Seram No. 4', surveyDate: '2025-03-01' },
            { ...rusdi, ...kaca, surveyDate: '2025-04-01' },
          ],
        },
      ] as const
      await save(db, makeRegister({ lists, changes: [] }), 0)
      const homes = await db.selectFrom('dwelling_family').selectAll().execute()
      const families = await db.selectFrom('family').selectAll().execute()
      const idOf = (head: string) => families.find((one) => one.head_name === head)?.family_id
      const home = homes.find(({ family_id }) => family_id === idOf('RUSDI HADI'))
      const headers = await signIn()
      const url = `/api/v1/dwellings/${home?.dwelling_id}/as-of`
      const read = async (query: string) =>
        DwellingAsOf.parse((await api.inject({ url: `${url}${query}`, headers })).json())
      expect((await read('')).families).toMatchObject([{ headName: 'RUSDI HADI', shared: [] }])
      const then = await read('?validOn=2024-06-01')
      expect(then).toMatchObject({
        families: [
          {
            headName: 'NORLELA',
            memberCount: 1,
            shared: [{ by: 'door', source: { file: 'survei.csv', row: 2 } }],
          },
        ],
        absent: [{ headName: 'RUSDI HADI', reason: 'no-row' }],
      })
      expect(then.families[0]?.values).toContainEqual({
        field: 'address',
        value: 'Jl. Bangka No. 38',
        source: { file: 'survei.csv', sheet: '', row: 2 },
        otherCount: 0,
      })
      expect(await read('?knownOn=2025-12-31')).toMatchObject({ isKnown: false, families: [] })
      const seen = asViewer(db, nowhere, (scoped) =>
        findDwellingAsOf(scoped, testSecrets, home?.dwelling_id ?? '', {}),
      )
      await expect(seen).rejects.toMatchObject({ code: 'dwelling-not-found' })
    }))
})

const nowhere: Viewer = {
  accountId: 'a',
  grantId: 'g',
  role: 'ward-officer',
  organisationId: 'kelurahan',
  isOwnOrganisation: false,
  regions: ['62.71.03.1002'],
  dataClasses: ['general', 'family'],
  purpose: 'test',
}

type Told = Pick<DwellingAsOf['families'][number], 'familyId' | 'memberCount'> & {
  readonly shared: readonly unknown[]
  readonly house: Readonly<Record<string, string>>
}

function told({ familyId, memberCount, shared, values }: DwellingAsOf['families'][number]): Told {
  const house_ = Object.fromEntries(
    values.flatMap(({ field, value }) => (placed.has(field) ? [[field, value]] : [])),
  )
  return { familyId, memberCount, shared, house: house_ }
}

const placed: ReadonlySet<string> = new Set(['address', 'rt', 'latitude', 'longitude', 'meterId'])

function toldBy({ register, intake }: MadeRegister) {
  return (line: ReturnType<typeof makeDwellings>[number]): Told => {
    const family = register.families.find(({ familyId }) => familyId === line.familyId)
    const { address, rt, latitude, longitude, meterId } = family ?? {}
    const fields = Object.entries({ address, rt, latitude, longitude, meterId })
    return {
      familyId: line.familyId,
      memberCount: family?.memberIds.length ?? -1,
      shared: line.shared.map(({ by, rowNo }) => ({ by, source: intake.rows[rowNo]?.ref })),
      house: Object.fromEntries(
        fields.flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]])),
      ),
    }
  }
}

const byFamily = (left: Told, right: Told) => (left.familyId < right.familyId ? -1 : 1)

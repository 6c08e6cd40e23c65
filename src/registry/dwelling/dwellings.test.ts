import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveIntake } from '#intake'
import type { RowFields } from '#intake/schema'
import { asViewer, type Viewer } from '#platform/scoped-db'
import { testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import { buildRegister } from '../build-register.ts'
import { anIntake, type TestList } from '../intake-builder.ts'
import { saveRegister } from '../store.ts'
import { findDwellingOf } from './find-dwelling.ts'
import { makeDwellings } from './make-dwellings.ts'
import { Dwelling } from './schema.ts'

const home = { ward: '62.71.01.1001', district: '62.71.01', rt: 2, address: 'Jl. Bangka No. 38' }
const norlela = { name: 'NORLELA', kk: '6271013004210030', nik: '6271014306800003', ...home }
const rusdi = { name: 'RUSDI HADI', kk: '6271010911160004', nik: '6271011101890005', ...home }
const survey = (...rows: readonly RowFields[]): TestList => ({
  file: 'survei.csv',
  kind: 'register-family',
  rows,
})

/** Names of the first rows of the families in each house, and by what they share it. */
function houses(lists: readonly TestList[]) {
  const intake = anIntake(lists)
  const register = buildRegister(intake)
  const nameOf = new Map(
    register.families.map(({ familyId, rowNos }) => [
      familyId,
      rowNos.map((no) => intake.rows[no]?.fields.name ?? '').sort()[0] ?? '',
    ]),
  )
  const made = Map.groupBy(makeDwellings(intake, register), ({ dwellingId }) => dwellingId)
  return [...made.values()]
    .map((lines) => ({
      names: lines.map(({ familyId }) => nameOf.get(familyId) ?? '').sort(),
      by: [...new Set(lines.flatMap(({ shared }) => shared.map(({ by }) => by)))].sort(),
    }))
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
}

describe('makeDwellings', () => {
  it.each([
    { what: 'one door', one: {}, other: {}, by: ['door'] },
    { what: 'one door in two RT', one: {}, other: { rt: 3 }, by: [] },
    {
      what: 'one door, of which one family says it lives alone',
      one: { familiesInHouse: 1 },
      other: {},
      by: [],
    },
    {
      what: 'one door with two meters',
      one: { meterId: '14000000011' },
      other: { meterId: '14000000022' },
      by: [],
    },
    {
      what: 'one meter at two doors',
      one: { meterId: '14000000011' },
      other: { meterId: '14000000011', address: 'Jl. Bangka No. 40' },
      by: ['meter'],
    },
    {
      what: 'one point where one door is not known',
      one: { latitude: -2.20669, longitude: 113.9333 },
      other: { latitude: -2.20668, longitude: 113.9333, address: 'belakang pasar' },
      by: ['point'],
    },
    {
      what: 'two points ten metres apart',
      one: { latitude: -2.20669, longitude: 113.9333 },
      other: { latitude: -2.2066, longitude: 113.9333, address: 'belakang pasar' },
      by: [],
    },
    {
      what: 'one point at two doors',
      one: { latitude: -2.20669, longitude: 113.9333 },
      other: { latitude: -2.20669, longitude: 113.9333, address: 'Jl. Bangka No. 40' },
      by: [],
    },
  ])('tells two cards with $what by $by', ({ one, other, by }) => {
    const found = houses([survey({ ...norlela, ...one }, { ...rusdi, ...other })])
    expect(found.flatMap((house) => house.by)).toEqual(by)
    expect(found).toHaveLength(by.length === 0 ? 2 : 1)
  })

  it('knows no house of a family of which no list tells one', () => {
    expect(houses([survey({ name: 'NORLELA', kk: norlela.kk, ward: home.ward })])).toEqual([])
  })

  it('takes a value copied down a list for no house', () => {
    const rows = Array.from({ length: 13 }, (_, no) => ({
      name: `WARGA ${'ABCDEFGHIJKLM'[no]}`,
      kk: `62710109111600${no + 10}`,
      ...home,
      address: `Jl. Bangka No. ${no + 1}`,
      meterId: '12345678901',
    }))
    expect(houses([survey(...rows)])).toHaveLength(13)
  })

  it('makes the same houses of the rows and lists in any order', () =>
    fc.assert(
      fc.property(someLists, fc.infiniteStream(fc.nat()), (lists, places) => {
        const shuffled = (items: readonly TestList[]) =>
          items
            .map((list) => ({ list, at: places.next().value }))
            .sort((left, right) => left.at - right.at)
            .map(({ list }) => list)
        // A row a list: the order of lists is the order of rows.
        const single = lists.flatMap(({ kind, rows }, no) =>
          rows.map((row, place) => ({ file: `${no}-${place}.csv`, kind, rows: [row] })),
        )
        expect(houses(shuffled(single))).toEqual(houses(single))
      }),
      { numRuns: propertyRuns(60) },
    ))

  it('keeps the key of a house when a list comes', () => {
    const dwellingOf = (lists: readonly TestList[]) => {
      const intake = anIntake(lists)
      return makeDwellings(intake, buildRegister(intake))[0]?.dwellingId
    }
    const first = survey(norlela)
    const later: TestList = { file: 'b.csv', kind: 'register-family', rows: [rusdi] }
    expect(dwellingOf([first, later])).toBe(dwellingOf([first]))
  })
})

const someHouse = fc.record(
  {
    meterId: fc.constantFrom('14000000011', '14000000022'),
    latitude: fc.constantFrom(-2.20669, -2.20668, -2.20667),
    familiesInHouse: fc.constantFrom(1, 2),
  },
  { requiredKeys: [] },
)
// A family a row: which of two rows of a family is believed is not asked here.
const someLists = fc.uniqueArray(
  fc
    .record({
      no: fc.integer({ min: 0, max: 7 }),
      door: fc.constantFrom('Jl. Bangka No. 38', 'Jl. Bangka No. 40', 'belakang pasar'),
      house: someHouse,
    })
    .map(({ no, door, house }) => {
      const row: RowFields = {
        name:
          ['ANI', 'BUDIMAN', 'CITRA', 'DARMA', 'EKOWATI', 'FAJAR', 'GUNTUR', 'HERLINA'][no] ?? '',
        kk: `627101091116000${no}`,
        ...home,
        address: door,
        ...house,
        ...(house.latitude === undefined ? {} : { longitude: 113.9333 }),
      }
      return survey(row)
    }),
  { minLength: 2, maxLength: 8, selector: ({ rows }) => rows[0]?.kk },
)

const elsewhere: Viewer = {
  accountId: 'a',
  grantId: 'g',
  role: 'ward-officer',
  organisationId: 'kelurahan',
  isOwnOrganisation: false,
  regions: ['62.71.01.1001'],
  dataClasses: ['general', 'family'],
  purpose: 'test',
}

describe.each(engines)('a house on %s', (engine) => {
  it('is told with each family that the asker may see, and by which rows', () =>
    withApi(engine, async ({ api, db, signIn }) => {
      const meter = { meterId: '14000000011' }
      const far = { ward: '62.71.03.1002', district: '62.71.03' }
      const intake = anIntake([survey({ ...norlela, ...meter }, { ...rusdi, ...meter, ...far })])
      const register = buildRegister(intake)
      await saveRegister(db, testSecrets, { intake, register }, '2026-01-05T02:00:00.000Z')
      await saveIntake(db, testSecrets, intake, register.rowLinks)
      const [one] = register.families
      const headers = await signIn()
      const page = await api.inject({ url: `/api/v1/families/${one?.familyId}`, headers })
      const { dwelling } = page.json()
      const answer = await api.inject({ url: `/api/v1/dwellings/${dwelling.dwellingId}`, headers })
      expect(Dwelling.parse(answer.json())).toEqual(dwelling)
      expect(dwelling.families).toHaveLength(2)
      expect(dwelling.families).toContainEqual(
        expect.objectContaining({
          familyId: one?.familyId,
          shared: [{ by: 'meter', source: { file: 'survei.csv', sheet: '', row: 2 } }],
        }),
      )
      const seen = await asViewer(db, elsewhere, (scoped) =>
        findDwellingOf(scoped, one?.familyId ?? ''),
      )
      expect(seen?.families.map(({ familyId }) => familyId)).toEqual([one?.familyId])
      const none = await api.inject({ url: '/api/v1/dwellings/aaaaaaaaaa', headers })
      expect(none.json()).toMatchObject({ code: 'dwelling-not-found' })
    }))
})

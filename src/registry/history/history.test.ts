import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { saveIntake } from '#intake'
import type { RowRef } from '#intake/schema'
import type { Db } from '#platform/db'
import { asViewer, type Viewer } from '#platform/scoped-db'
import { testSecrets } from '../../../test/api.ts'
import { engines, withDatabase } from '../../../test/database.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { TestList } from '../intake-builder.ts'
import type { Family, ValueOrigin } from '../schema.ts'
import { saveRegister } from '../store.ts'
import { findVersions } from './find-versions.ts'
import type { MadeRegister } from './keep-past.ts'
import { findFamilyKnownAt, findPresentId } from './known-family.ts'
import { makeRegister, type Sources, someSources } from './random-registers.ts'
import type { FamilyVersions, KnownFamily } from './schema.ts'
import { timelineOf } from './timeline.ts'
import { familyValidOn } from './valid-family.ts'

const dayOf = (no: number) => `2026-01-${String(no + 1).padStart(2, '0')}T02:00:00.000Z`

async function save(db: Db, made: MadeRegister, no: number): Promise<void> {
  await saveRegister(db, testSecrets, made, dayOf(no))
  await saveIntake(db, testSecrets, made.intake, made.register.rowLinks)
}

/** A family as the register says it, in the words of what is read of the past. */
function toldBy({ register, intake }: MadeRegister, family: Family) {
  const refOf = (rowNo: number): RowRef | undefined => intake.rows[rowNo]?.ref
  const originsOf = (origins: readonly ValueOrigin[]) =>
    origins
      .map(({ field, rowNo, otherRowNos }) => ({
        field: String(field),
        ref: refOf(rowNo),
        others: otherRowNos.map(refOf),
      }))
      .sort((left, right) => (left.field < right.field ? -1 : 1))
  const { familyId, headPersonId, memberIds, rowNos: _, listCount, origins, ...fields } = family
  return {
    familyId,
    headPersonId: headPersonId ?? null,
    memberIds: [...memberIds].sort(),
    listCount,
    fields,
    origins: originsOf(origins),
    persons: register.persons
      .filter((person) => person.familyId === familyId)
      .sort((left, right) => (left.personId < right.personId ? -1 : 1))
      .map((person) => {
        const { birthYear, status, statusDate, rowNos, origins: ownOrigins, ...rest } = person
        const { personId, familyId: _family, ...ownFields } = rest
        return {
          personId,
          fields: ownFields,
          birthYear: birthYear ?? null,
          status,
          statusDate: statusDate ?? null,
          origins: originsOf(ownOrigins),
          rows: rowNos.map((rowNo) => ({ ref: refOf(rowNo), fields: intake.rows[rowNo]?.fields })),
        }
      }),
  }
}

function known(family: KnownFamily | undefined) {
  if (!family) return undefined
  const { familyId, headPersonId, listCount, fields, origins, persons } = family
  return {
    familyId,
    headPersonId,
    memberIds: persons.map(({ personId }) => personId),
    listCount,
    fields,
    origins: byField(origins),
    persons: persons.map((person) => ({
      personId: person.personId,
      fields: person.fields,
      birthYear: person.birthYear,
      status: person.status,
      statusDate: person.statusDate,
      origins: byField(person.origins),
      rows: person.rows.map(({ ref, fields: own }) => ({ ref, fields: own })),
    })),
  }
}
const byField = (origins: KnownFamily['origins']) =>
  [...origins].sort((left, right) => (left.field < right.field ? -1 : 1))

async function countVersions(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from subject_version)::integer + (select count(*) from subject_alias)::integer
      + (select count(*) from subject_version where recorded_to is not null)::integer as n`.execute(
    db,
  )
  return rows[0]?.n ?? -1
}

describe.each(engines)('the past of the register on %s', (engine) => {
  it('is, for each day, the register that was saved then, field by field', () =>
    fc.assert(
      fc.asyncProperty(someSources, (steps) =>
        withDatabase(engine, async (db) => {
          const made = steps.map(makeRegister)
          for (const [no, one] of made.entries()) await save(db, one, no)
          for (const [no, one] of made.entries()) {
            const at = dayOf(no)
            for (const family of one.register.families) {
              const found = await findFamilyKnownAt(db, testSecrets, family.familyId, at)
              expect(known(found)).toEqual(toldBy(one, family))
            }
            const standing = new Set(one.register.families.map(({ familyId }) => familyId))
            for (const { familyId } of made.flatMap(({ register }) => register.families)) {
              if (standing.has(familyId)) continue
              expect(await findFamilyKnownAt(db, testSecrets, familyId, at)).toBeUndefined()
            }
          }
        }),
      ),
      { numRuns: propertyRuns(engine === 'PGlite' ? 12 : 20) },
    ))

  it('grows by nothing when a register is saved as it is', () =>
    fc.assert(
      fc.asyncProperty(someSources, (steps) =>
        withDatabase(engine, async (db) => {
          let no = 0
          for (const step of steps) {
            const one = makeRegister(step)
            await save(db, one, no++)
            const before = await countVersions(db)
            await save(db, makeRegister(step), no++)
            expect(await countVersions(db)).toBe(before)
          }
        }),
      ),
      { numRuns: propertyRuns(6) },
    ))

  it('leads every id that went to the one with most of its rows, until it stands again', () =>
    fc.assert(
      fc.asyncProperty(someSources, (steps) =>
        withDatabase(engine, async (db) => {
          const ids = new Map<string, readonly RowRef[]>()
          for (const [no, step] of [...steps, ...steps.slice(0, 1)].entries()) {
            const one = makeRegister(step)
            await save(db, one, no)
            const { register, intake } = one
            const familyOf = new Map(
              intake.rows.map(({ ref }, rowNo) => [
                JSON.stringify(ref),
                register.rowLinks[rowNo]?.familyId,
              ]),
            )
            for (const { familyId, rowNos } of register.families) {
              ids.set(
                familyId,
                rowNos.flatMap((rowNo) => intake.rows[rowNo]?.ref ?? []),
              )
              expect(await findPresentId(db, familyId)).toBeUndefined()
            }
            const standing = new Set(register.families.map(({ familyId }) => familyId))
            for (const [id, refs] of ids) {
              if (standing.has(id)) continue
              const homes = refs.flatMap((ref) => familyOf.get(JSON.stringify(ref)) ?? [])
              const led = await findPresentId(db, id)
              if (homes.length === 0) {
                if (led !== undefined) expect(standing).toContain(led)
                continue
              }
              const times = (home: string) => homes.filter((one_) => one_ === home).length
              expect(times(led ?? '')).toBe(Math.max(...homes.map(times)))
            }
          }
        }),
      ),
      { numRuns: propertyRuns(6) },
    ))
})

const card = '6271013004210030'
const ani = { name: 'ANI', nik: '6271034806030010', birthDate: '2003-06-08', kk: card } as const
const one: TestList = { file: 'a.csv', kind: 'register-person', rows: [{ ...ani, decile: 3 }] }
const two: TestList = {
  file: 'b.csv',
  kind: 'aid',
  rows: [{ name: 'BUDI SANTOSO', phone: '0811' }],
}
const same = {
  changeNo: 1,
  kind: 'same-person',
  left: { file: 'a.csv', sheet: '', row: 2 },
  right: { file: 'b.csv', sheet: '', row: 2 },
} as const

describe.each(engines)('a merge on %s', (engine) => {
  it('leads the id that went to the other, and is taken back with nothing lost', () =>
    withDatabase(engine, async (db) => {
      const apart: Sources = { lists: [one, two], changes: [] }
      const [ani_, budi] = makeRegister(apart).register.persons
      await save(db, makeRegister(apart), 0)
      await save(db, makeRegister({ lists: [one, two], changes: [same] }), 1)
      expect(await findPresentId(db, budi?.personId ?? '')).toBe(ani_?.personId)
      expect(await findPresentId(db, budi?.familyId ?? '')).toBe(ani_?.familyId)

      const back = makeRegister(apart)
      await save(db, back, 2)
      expect(await findPresentId(db, budi?.personId ?? '')).toBeUndefined()
      for (const family of back.register.families) {
        const found = await findFamilyKnownAt(db, testSecrets, family.familyId, dayOf(2))
        expect(known(found)).toEqual(toldBy(back, family))
      }
      const past = await findFamilyKnownAt(db, testSecrets, ani_?.familyId ?? '', dayOf(1))
      expect(past?.persons[0]?.rows).toHaveLength(2)
    }))

  it('holds one moment after another where the clock was put back', () =>
    withDatabase(engine, async (db) => {
      await save(db, makeRegister({ lists: [one], changes: [] }), 5)
      await save(db, makeRegister({ lists: [one, two], changes: [same] }), 1)
      const versions = await db
        .selectFrom('subject_version')
        .select(['recorded_from', 'recorded_to'])
        .where('kind', '=', 'person')
        .orderBy('version_no')
        .execute()
      expect(versions[0]?.recorded_to).toBe('2026-01-06T02:00:00.001Z')
      expect(versions[1]?.recorded_from).toBe('2026-01-06T02:00:00.001Z')
    }))
})

const listDay = '2025-07-01' // latest date of the lists that the builder makes
const noChange = () => undefined

describe('a family on a day', () => {
  it('is, once every row speaks, the record of the register', () =>
    fc.assert(
      fc.asyncProperty(someSources, ([step]) =>
        withDatabase('PGlite', async (db) => {
          const made = makeRegister(step ?? { lists: [], changes: [] })
          await save(db, made, 0)
          for (const family of made.register.families) {
            const found = await findFamilyKnownAt(db, testSecrets, family.familyId, dayOf(0))
            if (!found) throw new Error('the family is not there')
            const day = { validOn: '2030-01-01', listDay, dayOfChange: noChange }
            const valid = familyValidOn(found, day)
            const told = toldBy(made, family)
            expect(valid.fields).toEqual(told.fields)
            expect(valid.headPersonId).toBe(told.headPersonId)
            expect(byField(valid.origins)).toEqual(told.origins)
            expect(valid.persons.map(({ personId }) => personId)).toEqual(family.memberIds)
            for (const person of valid.persons) {
              const own = told.persons.find(({ personId }) => personId === person.personId)
              const { fields, birthYear, status, statusDate } = person
              expect({ fields, birthYear, status, statusDate }).toEqual({
                fields: own?.fields,
                birthYear: own?.birthYear,
                status: own?.status,
                statusDate: own?.statusDate,
              })
              expect(byField(person.origins)).toEqual(own?.origins)
            }
          }
        }),
      ),
      { numRuns: propertyRuns(10) },
    ))

  it('rests on rows of that day and of those before alone', () =>
    fc.assert(
      fc.asyncProperty(
        someSources,
        fc.constantFrom('2024-01-01', '2024-06-01', '2025-02-10', '2025-06-10'),
        ([step], validOn) =>
          withDatabase('PGlite', async (db) => {
            const made = makeRegister(step ?? { lists: [], changes: [] })
            await save(db, made, 0)
            for (const { familyId } of made.register.families) {
              const found = await findFamilyKnownAt(db, testSecrets, familyId, dayOf(0))
              if (!found) throw new Error('the family is not there')
              const valid = familyValidOn(found, { validOn, listDay, dayOfChange: noChange })
              const counted = valid.rows.filter(({ isCounted }) => isCounted)
              for (const { on } of counted) expect(on === null || on <= validOn).toBe(true)
              const refs = counted.map(({ ref }) => ref)
              for (const { ref } of [
                ...valid.origins,
                ...valid.persons.flatMap(({ origins }) => origins),
              ]) {
                expect(refs).toContainEqual(ref)
              }
              const gone = valid.persons.filter(({ status }) => status !== 'active')
              for (const { statusDate } of gone) expect((statusDate ?? '') <= validOn).toBe(true)
              const all = [...valid.persons, ...valid.absent].map(({ personId }) => personId)
              expect(all.sort()).toEqual(found.persons.map(({ personId }) => personId))
            }
          }),
      ),
      { numRuns: propertyRuns(10) },
    ))

  it('tells who was not yet there, who had not died yet, and where the family lived', () =>
    withDatabase('PGlite', async (db) => {
      const lists: TestList[] = [
        {
          file: 'survei.csv',
          kind: 'housing-survey',
          rows: [
            { ...ani, ward: '62.71.01.1001', surveyDate: '2024-02-01', floor: 'earth' },
            { ...ani, ward: '62.71.03.1002', surveyDate: '2025-02-01', floor: 'cement' },
          ],
        },
        {
          file: 'dukcapil.csv',
          kind: 'vital-events',
          rows: [{ ...ani, event: 'death', eventDate: '2025-05-01' }],
        },
      ]
      const made = makeRegister({ lists, changes: [] })
      await save(db, made, 0)
      const familyId = made.register.families[0]?.familyId ?? ''
      const found = await findFamilyKnownAt(db, testSecrets, familyId, dayOf(0))
      if (!found) throw new Error('the family is not there')
      const on = (validOn: string) =>
        familyValidOn(found, { validOn, listDay, dayOfChange: noChange })
      expect(on('2023-01-01').absent).toMatchObject([{ reason: 'no-row' }])
      expect(on('2024-06-01')).toMatchObject({
        fields: { floor: 'earth', ward: '62.71.01.1001' },
        persons: [{ status: 'active', periods: [{ to: '2025-05-01', end: 'death' }] }],
        dwellings: [
          { ward: '62.71.01.1001', from: '2024-02-01', to: '2025-02-01' },
          { ward: '62.71.03.1002', from: '2025-02-01' },
        ],
      })
      expect(on('2025-05-01').persons).toMatchObject([{ status: 'dead', statusDate: '2025-05-01' }])
    }))
})

describe('the timeline of a family', () => {
  it('has a step for each run that changed it, with rows and values', () =>
    withDatabase('PGlite', async (db) => {
      const more: TestList = {
        file: 'c.csv',
        kind: 'register-person',
        rows: [{ ...ani, phone: '081234567890' }],
      }
      const first = makeRegister({ lists: [one], changes: [] })
      await save(db, first, 0)
      await save(db, makeRegister({ lists: [one], changes: [] }), 1)
      await save(db, makeRegister({ lists: [one, more], changes: [] }), 2)
      await save(db, makeRegister({ lists: [one], changes: [] }), 3)
      const [family] = first.register.families
      const personId = family?.memberIds[0]
      const steps = timelineOf(await findVersions(db, testSecrets, family?.familyId ?? ''))
      const phone = '081234567890'
      expect(steps).toMatchObject([
        { at: dayOf(0), before: undefined, rows: [{ isAdded: true, ref: { file: 'a.csv' } }] },
        {
          at: dayOf(2),
          fields: [{ subjectId: personId, field: 'phone', from: undefined, to: phone }],
          rows: [{ isAdded: true, ref: { file: 'c.csv' } }],
        },
        {
          at: dayOf(3),
          fields: [{ subjectId: personId, field: 'phone', from: phone, to: undefined }],
          rows: [{ isAdded: false, ref: { file: 'c.csv' } }],
        },
      ])
    }))
})

describe.each(engines)('the past that a scoped reader sees on %s', (engine) => {
  it('has no family outside the places, and no field outside the classes', () =>
    fc.assert(
      fc.asyncProperty(someSources, someViewer, (steps, viewer) =>
        withDatabase(engine, async (db) => {
          const made = steps.map(makeRegister)
          for (const [no, step] of made.entries()) await save(db, step, no)
          const present = new Set(made.at(-1)?.register.families.map(({ familyId }) => familyId))
          const ids = new Set(
            made.flatMap(({ register }) => register.families.map(({ familyId }) => familyId)),
          )
          const whole = new Map<string, FamilyVersions>()
          for (const id of ids) whole.set(id, await findVersions(db, testSecrets, id))
          const seen = await asViewer(db, viewer, async (scoped) => {
            const found = new Map<string, FamilyVersions>()
            for (const id of ids) found.set(id, await findVersions(scoped, testSecrets, id))
            return found
          })
          for (const [id, { families, persons }] of seen) {
            for (const { fields } of families) {
              expect(viewer.regions).toContain(fields.ward)
              expect(hiddenFields(viewer).filter((field) => field in fields)).toEqual([])
            }
            for (const { fields, rows, origins } of persons) {
              for (const told of [fields, ...rows.map((row) => row.fields)]) {
                expect(hiddenFields(viewer).filter((field) => field in told)).toEqual([])
              }
              const hidden: readonly string[] = hiddenFields(viewer)
              expect(origins.filter(({ field }) => hidden.includes(field))).toEqual([])
            }
            const now = whole.get(id)?.families.find(({ recordedTo }) => recordedTo === null)
            const isOutside = present.has(id) && !viewer.regions?.includes(now?.fields.ward ?? '')
            if (isOutside) expect([families, persons]).toEqual([[], []])
          }
        }),
      ),
      { numRuns: propertyRuns(20) },
    ))
})

const byClass = {
  health: ['jknStatus'],
  disability: ['disability'],
  children: ['schoolName'],
  finances: ['hasDebt'],
} as const
const specific = ['health', 'disability', 'children', 'finances'] as const

function hiddenFields({ dataClasses }: Viewer) {
  return specific.filter((name) => !dataClasses.includes(name)).flatMap((name) => byClass[name])
}

const someViewer: fc.Arbitrary<Viewer> = fc
  .record({
    regions: fc.subarray(['62.71.01.1001', '62.71.01.1003', '62.71.03.1002'], {
      minLength: 1,
      maxLength: 2,
    }),
    held: fc.subarray([...specific]),
  })
  .map(({ regions, held }) => ({
    accountId: 'a',
    grantId: 'g',
    role: 'ward-officer',
    organisationId: 'kelurahan',
    isOwnOrganisation: false,
    regions,
    dataClasses: ['general', 'family', ...held],
    purpose: 'test',
  }))

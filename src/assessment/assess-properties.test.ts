import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator } from '#ledger/schema'
import { propertyRuns } from '../../test/property-runs.ts'
import { assessFamily, type FamilySketch, lacksOf } from './builders.ts'
import { points } from './points.ts'

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })

const familyModel = {
  decile: maybe(fc.integer({ min: 1, max: 10 })),
  houseTenure: maybe(fc.constantFrom('owned', 'rented', 'free-family')),
  floor: maybe(fc.constantFrom('wood', 'earth')),
  wall: maybe(fc.constantFrom('wood', 'bamboo')),
  roof: maybe(fc.constantFrom('zinc', 'thatch')),
  floorCondition: maybe(fc.constantFrom('sound', 'damaged')),
  wallCondition: maybe(fc.constantFrom('sound', 'damaged')),
  roofCondition: maybe(fc.constantFrom('sound', 'damaged')),
  houseCondition: maybe(fc.constantFrom('good', 'light', 'heavy')),
  floorAreaM2: maybe(fc.integer({ min: 6, max: 60 })),
  occupants: maybe(fc.integer({ min: 1, max: 6 })),
  water: maybe(fc.constantFrom('surface', 'refill', 'borehole', 'other', 'rain')),
  wellToCesspitM: maybe(fc.integer({ min: 2, max: 20 })),
  lighting: maybe(fc.constantFrom('grid-meter', 'grid-no-meter', 'none')),
  toilet: maybe(fc.constantFrom('own', 'none', 'public')),
  closet: maybe(fc.constantFrom('goose-neck', 'direct')),
  wasteDisposal: maybe(fc.constantFrom('septic', 'water-body')),
  hasDebt: maybe(fc.boolean()),
}

const memberModel = {
  birthDate: maybe(
    fc.constantFrom(
      '1940-01-01',
      '1962-01-01',
      '1985-01-01',
      '2004-06-01',
      '2013-01-01',
      '2022-01-01',
    ),
  ),
  sex: maybe(fc.constantFrom('male', 'female')),
  nik: maybe(fc.constant('6271010101850001')),
  schoolParticipation: maybe(fc.constantFrom('never', 'attending', 'left')),
  education: maybe(fc.constantFrom('none', 'junior', 'senior')),
  occupation: maybe(fc.constantFrom('menganggur', 'tidak bekerja', 'ojek', 'penjual kue', 'guru')),
  ownsBusiness: maybe(fc.boolean()),
  disability: maybe(fc.constantFrom('none', 'physical')),
  disabilitySeverity: maybe(fc.constantFrom('mild', 'severe')),
  chronicIllness: maybe(fc.constantFrom('none', 'TBC')),
  isPregnant: maybe(fc.boolean()),
  hasBirthCertificate: maybe(fc.boolean()),
  nutrition: maybe(fc.constantFrom('normal', 'stunted')),
  jknStatus: maybe(fc.constantFrom('active', 'inactive')),
  status: fc.constantFrom('active', 'active', 'active', 'dead', 'moved-out'),
}

const remarks = [
  'rumah mau roboh, BPJS mati',
  'janda anak 3',
  'ada anggota cacat',
  'hidup sendiri',
  'anak putus sekolah',
]

const sketches = fc.record({
  family: fc.record(familyModel),
  members: fc.array(fc.record(memberModel), { minLength: 1, maxLength: 4 }),
  isRegistered: fc.boolean(),
  remark: maybe(fc.constantFrom(...remarks)),
})

const familyNames = Object.keys(familyModel)
const memberNames = Object.keys(memberModel).filter((name) => name !== 'status')

type Drawn = typeof sketches extends fc.Arbitrary<infer T> ? T : never

function sketchOf(drawn: Drawn): FamilySketch {
  const others = drawn.remark === undefined ? [] : [proposal(drawn.remark)]
  return {
    family: drawn.family,
    members: drawn.members,
    isRegistered: drawn.isRegistered,
    others,
  }
}

/** The same family when nobody tells this fact of it, or of the member at this place. */
function forget(drawn: Drawn, fact: string, place: number): Drawn {
  if (familyNames.includes(fact))
    return { ...drawn, family: { ...drawn.family, [fact]: undefined } }
  const members = drawn.members.map((member, at) =>
    at === place % drawn.members.length ? { ...member, [fact]: undefined } : member,
  )
  return { ...drawn, members }
}

function proposal(note: string) {
  return { kind: 'proposal' as const, fields: { note } }
}

describe('assess, for any family', () => {
  it('never turns an unknown or a lack into a "no" when a fact is taken away', () => {
    const facts = fc.constantFrom(...familyNames, ...memberNames)
    fc.assert(
      fc.property(sketches, facts, fc.nat(3), (drawn, fact, place) => {
        const before = lacksOf(sketchOf(drawn))
        const after = lacksOf(sketchOf(forget(drawn, fact, place)))
        const turned = (Object.keys(before) as Indicator[]).filter(
          (indicator) => before[indicator] !== false && after[indicator] === false,
        )
        expect(turned).toEqual([])
      }),
      { numRuns: propertyRuns(1000) },
    )
  })

  it.each<{ what: string; fact: string; family: FamilySketch['family'] }>([
    {
      what: 'a verdict on the house whose parts are sound',
      fact: 'houseCondition',
      family: {
        floorCondition: 'sound',
        wallCondition: 'sound',
        roofCondition: 'sound',
        houseCondition: 'heavy',
        floorAreaM2: 60,
        occupants: 1,
      },
    },
    {
      what: 'occupants beyond the family itself',
      fact: 'occupants',
      family: { houseCondition: 'good', floorAreaM2: 8, occupants: 2 },
    },
  ])('keeps the house open when nobody tells $what', ({ fact, family }) => {
    const told: FamilySketch = {
      family: {
        decile: 1,
        houseTenure: 'owned',
        floor: 'wood',
        wall: 'wood',
        roof: 'zinc',
        ...family,
      },
      members: [{ status: 'active' }],
      isRegistered: true,
      others: [],
    }
    expect(lacksOf(told).HOUSING).toBe(true)
    const untold = { ...told, family: { ...told.family, [fact]: undefined } }
    expect(lacksOf(untold).HOUSING).toBeNull()
  })

  it('makes needs with evidence, whose score is the sum of their published points', () => {
    fc.assert(
      fc.property(sketches, (drawn) => {
        const { needs, profiles } = assessFamily(sketchOf(drawn))
        for (const need of needs) {
          expect(need.evidence.length).toBeGreaterThan(0)
          expect(need.score).toBe(need.points.reduce((sum, line) => sum + line.points, 0))
          for (const line of need.points) expect(points).toHaveProperty(line.reason)
          expect(profiles[0]?.lacks[need.indicator]).toBe(true)
        }
        expect(new Set(needs.map(({ needId }) => needId)).size).toBe(needs.length)
      }),
      { numRuns: propertyRuns() },
    )
  })

  it('makes no need of somebody who died or left', () => {
    fc.assert(
      fc.property(sketches, (drawn) => {
        const gone = drawn.members.flatMap(({ status }, place) =>
          status === 'active' ? [] : [`p${place}`],
        )
        const { needs, questions } = assessFamily(sketchOf(drawn))
        for (const { personId } of [...needs, ...questions]) expect(gone).not.toContain(personId)
      }),
      { numRuns: propertyRuns() },
    )
  })

  it('says "does not lack" only where nothing is left to ask', () => {
    fc.assert(
      fc.property(sketches, (drawn) => {
        const { profiles, questions } = assessFamily(sketchOf(drawn))
        for (const { indicator } of questions) {
          expect(profiles[0]?.lacks[indicator]).not.toBe(false)
        }
        expect(new Set(questions.map((question) => JSON.stringify(question))).size).toBe(
          questions.length,
        )
      }),
      { numRuns: propertyRuns() },
    )
  })
})

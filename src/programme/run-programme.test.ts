import { describe, expect, it } from 'vitest'
import type { Assessment } from '#assessment/schema'
import type { Received } from '#ledger/schema'
import type { Family, Person, Register } from '#registry/schema'
import { loadProgrammes } from './load-programmes.ts'
import { decideAll } from './run-programme.ts'

const programmes = await loadProgrammes(new URL('../../programmes/', import.meta.url).pathname)
const on = '2025-07-01'

type PersonSketch = Partial<Person> & { readonly personId: string }

function aPerson(sketch: PersonSketch): Person {
  return { familyId: 'f1', status: 'active', rowNos: [], origins: [], ...sketch }
}

function aRegister(family: Partial<Family>, sketches: readonly PersonSketch[]): Register {
  const persons = sketches.map(aPerson)
  return {
    persons,
    families: [
      {
        familyId: 'f1',
        memberIds: persons.map(({ personId }) => personId),
        rowNos: [],
        listCount: 1,
        origins: [],
        ...family,
      },
    ],
    rowLinks: [],
    review: [],
    linkageSummary: { pairsCompared: 0, clusterCount: 0, doubtfulCount: 0 },
  }
}

const assessment: Assessment = { on, needs: [], questions: [], profiles: [] }
const mother = {
  personId: 'p1',
  name: 'HJ. SITI AISYAH, S.Pd',
  relation: 'head',
  sex: 'female',
  birthDate: '1985-03-01',
  isPregnant: false,
  disability: 'none',
  schoolParticipation: 'left',
  occupation: 'pedagang sayur',
  nik: '6271014103850001',
  marital: 'widowed',
} as const
const pupil = {
  personId: 'p2',
  name: 'AULIA',
  relation: 'child',
  sex: 'female',
  birthDate: '2009-05-05',
  isPregnant: false,
  disability: 'none',
  schoolParticipation: 'attending',
  education: 'junior',
  occupation: 'pelajar',
} as const

/** A register lists the family; no row is known by number. */
const listed = { completeRosters: new Set(['f1']), refOf: () => undefined }

function decide(register: Register, received: readonly Received[] = []) {
  const decisions = decideAll({ programmes, register, assessment, received, on, ...listed })
  return (programme: string, personId?: string) =>
    decisions.find((decision) => decision.programme === programme && decision.personId === personId)
}

function aGift(programme: string, personId: string): Received {
  const ref = { file: 'a.csv', sheet: '', row: 2 }
  return {
    rowNo: 0,
    ref,
    personId,
    familyId: 'f1',
    sector: 'basic',
    indicator: 'INCOME',
    programme,
    provider: 'Dinas Sosial',
    status: 'received',
  }
}

describe('decideAll', () => {
  it('decides for the family and for each person whom a programme concerns', () => {
    const found = decide(aRegister({ decile: 2 }, [mother, pupil]))
    expect(found('PKH')).toMatchObject({ result: 'eligible', amountRp: 2_000_000 })
    expect(found('PIP', 'p2')).toMatchObject({
      result: 'eligible',
      reasonId: 'Bisa mendapat PIP karena Aulia berumur 16 tahun dan keluarga ini di desil 2.',
    })
    expect(found('PIP', 'p1')).toBeUndefined()
    expect(found('JAMSOS-TK', 'p1')?.result).toBe('eligible')
    expect(found('JAMSOS-TK', 'p2')).toBeUndefined()
    expect(found('PBI-JK', 'p2')).toMatchObject({ result: 'unknown', missing: ['has_nik'] })
    // The card of the province did not exist on this day.
    expect(found('KHBS')).toBeUndefined()
  })

  it('does not count the dead and those who moved out, and skips a family of whom none is left', () => {
    const alone = decide(aRegister({ decile: 2 }, [mother, { ...pupil, status: 'dead' }]))
    expect(alone('PKH')).toMatchObject({ result: 'ineligible', reasonCode: 'component' })
    expect(alone('PIP', 'p2')).toBeUndefined()
    const gone = decide(aRegister({ decile: 2 }, [{ ...mother, status: 'moved-out' }]))
    expect(gone('PKH')).toBeUndefined()
  })

  it('leaves open what members nobody listed may change', () => {
    // A list of heads alone says who the head is and not who else lives there.
    const resultOf = (decile: number, completeRosters: ReadonlySet<string>) =>
      decideAll({
        programmes,
        register: aRegister({ decile }, [mother]),
        assessment,
        received: [],
        on,
        refOf: () => undefined,
        completeRosters,
      }).find(({ programme }) => programme === 'PKH')
    expect(resultOf(2, new Set())).toMatchObject({ result: 'unknown', reasonCode: 'members' })
    expect(resultOf(8, new Set())?.result).toBe('ineligible')
    expect(resultOf(2, new Set(['f1']))?.result).toBe('ineligible')
  })

  it('reads an age from a year alone as far as it goes', () => {
    const { birthDate: _, ...undated } = mother
    const age = (birthYear: number) =>
      decide(aRegister({ decile: 2 }, [{ ...undated, birthYear }]))('PKH')?.result
    expect([age(1960), age(1964), age(1965), age(1970)]).toEqual([
      'eligible',
      'eligible',
      'unknown',
      'ineligible',
    ])
  })

  it('marks who receives, a person for a person and the family for a family', () => {
    const register = aRegister({ decile: 2 }, [mother, pupil])
    const found = decide(register, [aGift('PBI-JK', 'p1'), aGift('PKH', 'p1')])
    expect(found('PBI-JK', 'p1')?.isReceiving).toBe(true)
    expect(found('PBI-JK', 'p2')?.isReceiving).toBe(false)
    expect(found('PKH')?.isReceiving).toBe(true)
  })

  it('names the row of each family that a fact was read from, also under a shared reason', () => {
    const origins = [{ field: 'decile', rowNo: 7, otherRowNos: [] }] as const
    const one = aRegister({ decile: 9, origins }, [mother])
    const [family] = one.families
    const other = {
      ...family,
      familyId: 'f2',
      memberIds: ['p9'],
      rowNos: [],
      listCount: 1,
      decile: 9,
      origins: [{ field: 'decile', rowNo: 8, otherRowNos: [] }],
    } as const
    const register: Register = {
      ...one,
      persons: [...one.persons, aPerson({ ...mother, personId: 'p9', familyId: 'f2' })],
      families: [...one.families, other],
    }
    const decisions = decideAll({
      programmes,
      register,
      assessment,
      received: [],
      on,
      refOf: (rowNo) => ({ file: 'dtsen.xlsx', sheet: 'keluarga', row: rowNo + 2 }),
      completeRosters: new Set(['f1', 'f2']),
    })
    const facts = decisions
      .filter(({ programme }) => programme === 'SEMBAKO')
      .map(({ outcomes }) => outcomes[0]?.facts)
    const decileAt = (row: number) => [
      { field: 'decile', value: '9', ref: { file: 'dtsen.xlsx', sheet: 'keluarga', row } },
    ]
    expect(facts).toEqual([decileAt(9), decileAt(10)])
  })

  it('uses the assessment where a rule speaks of a need', () => {
    const register = aRegister({ decile: 9 }, [mother])
    const profiles = [{ familyId: 'f1', lacks: { SANI: true } }]
    const decisions = decideAll({
      programmes,
      register,
      assessment: { ...assessment, profiles: profiles.map(withAllIndicators) },
      received: [],
      on,
      ...listed,
    })
    expect(decisions.find(({ programme }) => programme === 'SANI')?.result).toBe('eligible')
  })
})

function withAllIndicators(profile: {
  readonly familyId: string
  readonly lacks: { readonly SANI: boolean }
}) {
  const unknown = {
    INCOME: null,
    ELDER: null,
    NEGLECT: null,
    DOC: null,
    ATS: null,
    EDU_COST: null,
    JKN: null,
    NUTR: null,
    PREG: null,
    DISAB: null,
    WATER: null,
    SANI: null,
    HOUSING: null,
    ELEC: null,
    WORK: null,
    CAPITAL: null,
    JAMSOS: null,
    PEKKA: null,
    DEBT: null,
  }
  return { ...profile, lacks: { ...unknown, ...profile.lacks } }
}

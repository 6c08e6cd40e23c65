import { describe, expect, it } from 'vitest'
import { indicatorsBySector } from '#ledger/schema'
import { assessFamily, type FamilySketch, lacksOf, needsOf } from './builders.ts'

const poor = { decile: 1 }
const child = { birthDate: '2014-03-01', relation: 'child', sex: 'female' } as const
const mother = { sex: 'female', relation: 'head', birthDate: '1990-05-05' } as const

describe('assess: money', () => {
  it('lacks income by decile 1 or 2, and by 3 or 4 with a second sign', () => {
    const proposed = [{ kind: 'proposal', fields: {} }] as const
    const income = (decile: number | undefined, others: typeof proposed | [] = []) =>
      lacksOf({ family: decile === undefined ? {} : { decile }, others }).INCOME
    expect([income(1), income(2), income(3), income(9)]).toEqual([true, true, false, false])
    expect(income(3, proposed)).toBe(true)
    expect(income(undefined)).toBeNull()
    expect(income(undefined, proposed)).toBe(true)
  })

  it('asks for a visit where ward and decile disagree', () => {
    const { profiles, questions } = assessFamily({
      family: { decile: 8 },
      others: [{ kind: 'proposal', fields: {} }],
    })
    expect(profiles[0]?.lacks.INCOME).toBeNull()
    expect(questions).toContainEqual({ familyId: 'f', indicator: 'INCOME', fact: 'fieldCheck' })
  })

  it('keeps income a need while help flows, with fewer points', () => {
    const [alone] = needsOf({ family: poor }, 'INCOME')
    const [helped] = needsOf({ family: poor, received: [{}] }, 'INCOME')
    expect(helped?.severity).toBe(alone?.severity)
    expect(helped?.score).toBeLessThan(alone?.score ?? 0)
  })
})

describe('assess: age and papers', () => {
  it('cares for an old person alone up to decile 6, and for two only near poverty', () => {
    const old = { birthDate: '1950-01-01' }
    expect(lacksOf({ family: { decile: 6 }, members: [old] }).ELDER).toBe(true)
    expect(lacksOf({ family: { decile: 6 }, members: [old, old] }).ELDER).toBe(false)
    expect(needsOf({ family: poor, members: [old, old] }, 'ELDER')).toHaveLength(2)
    expect(lacksOf({ family: { decile: 8 }, members: [old] }).ELDER).toBe(false)
    expect(lacksOf({ family: poor, members: [old, {}] }).ELDER).toBe(false)
  })

  it('does not call somebody alone whom no register lists', () => {
    const sketch = { members: [{ birthDate: '1950-01-01' }], family: poor, isRegistered: false }
    expect(lacksOf(sketch).ELDER).toBeNull()
    expect(lacksOf({ ...sketch, family: { decile: 1, occupants: 1 } }).ELDER).toBe(true)
  })

  it('finds a child without adult, and a poor ill old person alone', () => {
    expect(needsOf({ members: [{ birthDate: '2015-01-01' }] }, 'NEGLECT')[0]?.severity).toBe(4)
    const ill = { birthDate: '1945-01-01', chronicIllness: 'stroke' }
    expect(lacksOf({ family: poor, members: [ill] }).NEGLECT).toBe(true)
    expect(lacksOf({ family: poor, members: [{ ...ill, chronicIllness: 'none' }] }).NEGLECT).toBe(
      false,
    )
    const lost = { birthDate: '2015-01-01', relation: 'child' } as const
    expect(lacksOf({ members: [lost] }).NEGLECT).toBeNull()
  })

  it('asks for a NIK that no list tells, and believes a remark about papers', () => {
    expect(lacksOf({}).DOC).toBeNull()
    expect(lacksOf({ members: [{ nik: '6271010101850001' }] }).DOC).toBe(false)
    const others = [{ kind: 'proposal', fields: { note: 'belum punya KTP' } }] as const
    expect(lacksOf({ others }).DOC).toBe(true)
    const without = { ...child, nik: '6271014103140001', hasBirthCertificate: false }
    expect(needsOf({ members: [{}, without] }, 'DOC')[0]?.personId).toBe('p1')
  })
})

describe('assess: school', () => {
  it('finds the child out of school, not the grown-up or the one who finished', () => {
    const left = { ...child, schoolParticipation: 'left' } as const
    expect(needsOf({ members: [{}, left] }, 'ATS')[0]).toMatchObject({
      personId: 'p1',
      severity: 4,
    })
    const done = { ...left, birthDate: '2007-01-01', education: 'senior' } as const
    expect(lacksOf({ members: [{}, done] }).ATS).toBe(false)
    expect(lacksOf({ members: [{}, child] }).ATS).toBeNull()
    expect(lacksOf({ members: [{}, { ...child, birthDate: '2021-01-01' }] }).ATS).toBe(false)
  })

  it('asks when a school names a child that the register says has left', () => {
    const named = { ...child, schoolParticipation: 'left', schoolName: 'SDN 3' } as const
    expect(lacksOf({ members: [{}, named] }).ATS).toBeNull()
  })

  it('counts the cost of school for each pupil of a near-poor family', () => {
    const pupil = { ...child, schoolParticipation: 'attending' } as const
    const members = [{}, pupil, pupil]
    expect(needsOf({ family: { decile: 4 }, members }, 'EDU_COST')).toHaveLength(2)
    expect(lacksOf({ family: { decile: 5 }, members }).EDU_COST).toBe(false)
    expect(lacksOf({ members }).EDU_COST).toBeNull()
  })
})

describe('assess: health', () => {
  it('needs a list that says the cover ended; absence from lists is a question', () => {
    expect(lacksOf({ family: poor, members: [{}] }).JKN).toBeNull()
    expect(lacksOf({ family: poor, members: [{ jknStatus: 'active' }] }).JKN).toBe(false)
    const ended = { jknStatus: 'inactive', jknReason: 'NIK TIDAK PADAN' } as const
    expect(lacksOf({ family: poor, members: [ended] }).JKN).toBe(true)
    expect(lacksOf({ family: poor, members: [{ ...ended, jknReason: 'PINDAH SEGMEN' }] }).JKN).toBe(
      null,
    )
    const ill = { ...ended, chronicIllness: 'kanker' }
    expect(needsOf({ family: { decile: 7 }, members: [ill] }, 'JKN')[0]?.severity).toBe(4)
    const note = [{ kind: 'proposal', fields: { note: 'BPJS mati' } }] as const
    expect(lacksOf({ family: poor, others: note }).JKN).toBe(true)
  })

  it('takes a counted pregnancy as hers when only she can be meant', () => {
    const others = [{ kind: 'aid', fields: { components: { pregnant: 1 } } }] as const
    expect(needsOf({ family: poor, members: [mother], others }, 'PREG')[0]?.personId).toBe('p0')
    const sister = { ...mother, relation: 'other' } as const
    const [counted] = needsOf({ family: poor, members: [mother, sister], others }, 'PREG')
    expect(counted?.personId).toBeUndefined()
    expect(lacksOf({ family: poor }).PREG).toBe(false)
  })

  it('finds a disabled person near poverty, and a severely disabled one in any decile', () => {
    const disabled = { disability: 'physical', disabilitySeverity: 'moderate' } as const
    expect(lacksOf({ family: { decile: 3 }, members: [disabled] }).DISAB).toBe(true)
    expect(lacksOf({ family: { decile: 8 }, members: [disabled] }).DISAB).toBe(false)
    const severe = { ...disabled, disabilitySeverity: 'severe' } as const
    expect(lacksOf({ family: { decile: 8 }, members: [severe] }).DISAB).toBe(true)
    expect(lacksOf({ family: { decile: 3 } }).DISAB).toBeNull()
  })

  it('finds a small child below its growth line', () => {
    const small = { ...child, birthDate: '2023-01-01', nutrition: 'stunted' } as const
    expect(needsOf({ members: [{}, small] }, 'NUTR')[0]?.personId).toBe('p1')
    expect(lacksOf({ members: [{}, { ...small, nutrition: 'normal' }] }).NUTR).toBe(false)
  })
})

describe('assess: water and house', () => {
  it('counts river and open well as unsafe, rain as safe, bought water near poverty as a question', () => {
    const water = (source: 'surface' | 'rain' | 'refill', decile: number) =>
      lacksOf({ family: { water: source, decile } }).WATER
    expect(water('surface', 9)).toBe(true)
    expect(water('rain', 1)).toBe(false)
    expect(water('refill', 1)).toBeNull()
    expect(water('refill', 8)).toBe(false)
    expect(lacksOf({ family: { water: 'borehole', wellToCesspitM: 6 } }).WATER).toBeNull()
  })

  it('needs toilet, closet and pit to be safe; one that fails decides', () => {
    const safe = { toilet: 'own', closet: 'goose-neck', wasteDisposal: 'septic' } as const
    expect(lacksOf({ family: safe }).SANI).toBe(false)
    expect(lacksOf({ family: { ...safe, wasteDisposal: 'water-body' } }).SANI).toBe(true)
    expect(lacksOf({ family: { toilet: 'none' } }).SANI).toBe(true)
    expect(lacksOf({ family: { toilet: 'own', closet: 'goose-neck' } }).SANI).toBeNull()
  })

  it('judges planks by their condition, not as a material', () => {
    const planks = {
      ...poor,
      floor: 'wood',
      wall: 'wood',
      roof: 'zinc',
      houseTenure: 'owned',
    } as const
    const roomy = { floorAreaM2: 40, occupants: 4 }
    expect(lacksOf({ family: { ...planks, ...roomy, houseCondition: 'good' } }).HOUSING).toBe(false)
    expect(lacksOf({ family: { ...planks, ...roomy, wallCondition: 'damaged' } }).HOUSING).toBe(
      true,
    )
    expect(lacksOf({ family: { ...planks, ...roomy } }).HOUSING).toBeNull()
    expect(lacksOf({ family: { ...planks, floorAreaM2: 28, occupants: 4 } }).HOUSING).toBe(true)
  })

  it('leaves a rented house to its owner', () => {
    const rented = { ...poor, wallCondition: 'damaged', houseTenure: 'rented' } as const
    expect(lacksOf({ family: rented }).HOUSING).toBe(false)
  })

  it('takes a rebuilt house back into a question, unless the look came later', () => {
    const family = { ...poor, wallCondition: 'damaged', houseTenure: 'owned' } as const
    const rebuilt = { indicator: 'HOUSING', programme: 'BSPS', date: '2025-05-01' } as const
    expect(lacksOf({ family, received: [rebuilt] }).HOUSING).toBeNull()
    expect(lacksOf({ family, received: [{ ...rebuilt, indicator: 'SANI' }] }).HOUSING).toBe(true)
    const told = { ...rebuilt, date: undefined }
    expect(lacksOf({ family, received: [withoutDate(told)] }).HOUSING).toBe(true)
  })

  it('lacks light off the grid, and with a borrowed line only when poor', () => {
    expect(lacksOf({ family: { lighting: 'off-grid', decile: 9 } }).ELEC).toBe(true)
    expect(lacksOf({ family: { lighting: 'grid-no-meter', decile: 9 } }).ELEC).toBe(false)
    expect(lacksOf({ family: { lighting: 'grid-no-meter', ...poor } }).ELEC).toBe(true)
  })
})

describe('assess: livelihood', () => {
  it('reads work, trade and cover from occupations', () => {
    const of = (occupation: string) => lacksOf({ family: poor, members: [{ occupation }] })
    expect(of('menganggur').WORK).toBe(true)
    expect(of('tidak bekerja').WORK).toBeNull()
    expect(of('guru').WORK).toBe(false)
    expect(of('pedagang kaki lima')).toMatchObject({ CAPITAL: true, JAMSOS: true, WORK: false })
    expect(of('buruh bangunan')).toMatchObject({ JAMSOS: true })
    expect(of('karyawan toko')).toMatchObject({ JAMSOS: false })
  })

  it('counts a woman who heads others, not one alone or with her husband', () => {
    expect(needsOf({ family: poor, members: [mother, child] }, 'PEKKA')[0]?.personId).toBe('p0')
    expect(lacksOf({ family: poor, members: [mother] }).PEKKA).toBe(false)
    const husband = { relation: 'spouse' } as const
    expect(lacksOf({ family: poor, members: [mother, husband] }).PEKKA).toBe(false)
  })

  it('counts debt of the poor', () => {
    expect(lacksOf({ family: { ...poor, hasDebt: true } }).DEBT).toBe(true)
    expect(lacksOf({ family: { decile: 9, hasDebt: true } }).DEBT).toBe(false)
    expect(lacksOf({ family: poor }).DEBT).toBeNull()
  })
})

describe('assess: needs', () => {
  it('makes none of the dead and of those who left', () => {
    const gone = [
      { ...mother, status: 'dead', occupation: 'menganggur', disability: 'physical' },
      { ...child, status: 'moved-out', schoolParticipation: 'left' },
    ] as const
    const { needs, questions } = assessFamily({
      family: { ...poor, water: 'surface' },
      members: gone,
    })
    expect([needs, questions]).toEqual([[], []])
  })

  it('carry row, date, facts and a key that stays', () => {
    const sketch = {
      family: { ...poor, water: 'surface', ward: '62.71.05.1004' },
      received: [{ programme: 'PKH' }],
    } as const
    const [need] = needsOf(sketch, 'WATER')
    expect(need?.evidence).toEqual([
      {
        fact: 'water',
        value: 'surface',
        ref: { file: 'register-family.xlsx', sheet: 'S', row: 3 },
      },
    ])
    expect(need?.facts).toMatchObject({
      decile: 1,
      area_type: 'remote',
      receives: ['PKH'],
      sex: 'L',
    })
    expect(need?.points).toContainEqual({ reason: 'river-only', points: 40 })
    expect(needsOf(sketch, 'WATER')[0]?.needId).toBe(need?.needId)
  })

  it('wait since the first look', () => {
    const others = [
      { kind: 'proposal', fields: { note: 'menganggur' }, period: '2023-06-01' },
    ] as const
    const [need] = needsOf({ others }, 'INCOME')
    expect(need?.since).toBe('2023-06-01')
    expect(need?.points).toContainEqual({ reason: 'waiting', points: 40 })
  })

  it('wait since the day on which the row looked, whatever its list is called', () => {
    const others = [
      {
        kind: 'water-survey',
        fields: { water: 'surface', surveyDate: '2024-02-03' },
        period: '2022-01-01',
      },
    ] as const
    const family = {
      ...poor,
      water: 'surface',
      origins: [{ field: 'water', rowNo: 2, otherRowNos: [] }],
    } satisfies FamilySketch['family']
    expect(needsOf({ family, others }, 'WATER')[0]?.since).toBe('2024-02-03')
    const proposed = [
      { kind: 'proposal', fields: { note: 'menganggur', surveyDate: '2024-03-01' } },
    ] as const
    expect(needsOf({ others: proposed }, 'INCOME')[0]?.since).toBe('2024-03-01')
  })

  it('profile every indicator of the closed list', () => {
    const names = Object.values(indicatorsBySector).flat()
    expect(Object.keys(lacksOf({})).sort()).toEqual([...names].sort())
  })
})

function withoutDate<T extends { date?: unknown }>({ date: _date, ...rest }: T): Omit<T, 'date'> {
  return rest
}

import { describe, expect, it } from 'vitest'
import type { Family, Person } from '#registry/schema'
import { memberRow } from './person-facts.ts'

const family: Family = { familyId: 'f1', memberIds: [], rowNos: [], listCount: 1, origins: [] }

function aPerson(sketch: Partial<Person>): Person {
  return { personId: 'p1', familyId: 'f1', status: 'active', rowNos: [], origins: [], ...sketch }
}

function row(sketch: Partial<Person>, listed: readonly Person[] = []) {
  return memberRow(aPerson(sketch), { family, listed, on: '2025-07-01', told: undefined })
}

describe('memberRow', () => {
  it.each([
    [{ birthDate: '2009-07-01' }, 16],
    [{ birthDate: '2009-07-02' }, 15],
    [
      { birthDate: '2009-01-01', birthPrecision: 'year' },
      { lo: 15, hi: 16 },
    ],
    [{ birthYear: 2009 }, { lo: 15, hi: 16 }],
    [{ ageYears: 16 }, { lo: 15, hi: 17 }],
    [{ nik: '6271014107090001' }, 16],
    [{ nik: '6271010107490001' }, 76],
    [
      { nik: '6271010107490001', birthYear: 1950 },
      { lo: 74, hi: 75 },
    ],
    [{ nik: '6271010131020001' }, null],
    [{}, null],
  ] as const)('knows the age from %j as %j', (sketch, age) => {
    expect(row(sketch).age_years).toEqual(age)
  })

  it('reads the sex out of a NIK where no list tells it', () => {
    expect(row({ nik: '6271014107090001' }).sex).toBe('P')
    expect(row({ nik: '6271010107090001' }).sex).toBe('L')
    expect(row({ nik: '6271014107090001', sex: 'male' }).sex).toBe('L')
    expect(row({}).sex).toBeNull()
  })

  it.each([
    [{ schoolParticipation: 'attending', education: 'none', birthDate: '2015-01-01' }, true, 'SD'],
    [{ schoolParticipation: 'attending', education: 'none', birthDate: '2019-01-01' }, true, null],
    [{ schoolParticipation: 'attending', education: 'primary' }, true, 'SMP'],
    [{ schoolParticipation: 'attending', education: 'senior' }, true, 'PT'],
    [{ schoolName: 'SMPN 3 Palangka Raya' }, true, 'SMP'],
    [{ schoolName: 'MA Muslimat', schoolClass: 2 }, true, 'SMA'],
    [{ schoolClass: 8 }, true, 'SMP'],
    [{ schoolClass: 2 }, true, null],
    [{ schoolParticipation: 'left', schoolName: 'SDN 1 Langkai' }, null, 'SD'],
    [{ schoolParticipation: 'left' }, false, null],
    [{ birthDate: '2024-01-01' }, false, null],
    [{}, null, null],
  ] as const)('knows the school from %j', (sketch, inSchool, level) => {
    const found = row(sketch)
    expect([found.in_school, found.school_level]).toEqual([inSchool, level])
  })

  it('counts the class from 1 to 12 where a list counts each level from 1', () => {
    expect(row({ schoolName: 'SMAN 2', schoolClass: 3 }).school_class).toBe(12)
    expect(row({ schoolLevel: 'SD', schoolClass: 3 }).school_class).toBe(3)
  })

  it.each([
    [{ sex: 'male' }, false],
    [{ sex: 'female', birthDate: '1950-01-01' }, false],
    [{ sex: 'female', birthDate: '1995-01-01' }, null],
    [{ sex: 'female', isPregnant: true }, true],
    [{ birthDate: '2020-01-01' }, false],
    [{}, null],
  ] as const)('knows of a pregnancy from %j as %s', (sketch, expected) => {
    expect(row(sketch).pregnant).toBe(expected)
  })

  it('takes disability from the register, and a severity only where one is told', () => {
    expect(row({ disability: 'none' }).severe_disability).toBe(false)
    expect(row({ disability: 'visual' }).severe_disability).toBeNull()
    expect(row({ disability: 'visual', disabilitySeverity: 'severe' }).severe_disability).toBe(true)
    expect(row({}).has_disability).toBeNull()
  })

  it('knows an orphan as far as the family card shows it', () => {
    const father = aPerson({ personId: 'p2', relation: 'head' })
    const mother = aPerson({ personId: 'p3', relation: 'spouse' })
    const child = { relation: 'child' } as const
    expect(row(child, [father, mother]).orphan).toBe(false)
    expect(row(child, [{ ...father, status: 'dead' }, mother]).orphan).toBe(true)
    expect(row(child, [mother]).orphan).toBeNull()
    expect(row({ relation: 'grandchild' }, [father, mother]).orphan).toBeNull()
  })

  it('never says that somebody has no NIK because no list shows one', () => {
    expect(row({}).has_nik).toBeNull()
    expect(row({ nikPrefix: '62710141070' }).has_nik).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import type { RowFields } from '#intake/schema'
import { buildRegister } from './build-register.ts'
import { findCompleteRosters } from './complete-rosters.ts'
import { anIntake, type TestList } from './intake-builder.ts'

const head: RowFields = {
  name: 'FAJAR TOENDAN',
  nik: '6271010206980006',
  birthDate: '1998-06-02',
  birthPrecision: 'day',
  sex: 'male',
  relation: 'head',
  address: 'Jl. Bangka No. 38',
  ward: '62.71.01.1001',
}

function countComplete(...lists: readonly TestList[]): number {
  const intake = anIntake(lists)
  return findCompleteRosters(intake, buildRegister(intake)).size
}

describe('findCompleteRosters', () => {
  it('believes a register that names the head', () => {
    expect(countComplete({ file: 'a.xlsx', kind: 'register-person', rows: [head] })).toBe(1)
  })

  it('does not take a list of heads for a list of families', () => {
    expect(countComplete({ file: 'a.xlsx', kind: 'water-survey', rows: [head] })).toBe(0)
    expect(countComplete({ file: 'a.xlsx', kind: 'aid', rows: [head] })).toBe(0)
  })

  it('believes a list that counts as many in the house as it names', () => {
    const list = (occupants: number): TestList => ({
      file: 'a.xlsx',
      kind: 'water-survey',
      rows: [{ ...head, occupants }],
    })
    expect(countComplete(list(1))).toBe(1)
    expect(countComplete(list(3))).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { refuseUnfit, withGeneral } from './fit-grant.ts'

const today = '2026-07-01'
const secretariat = {
  role: 'secretariat',
  regions: null,
  isOwnOrganisation: false,
  dataClasses: ['general', 'family'],
  validFrom: today,
  validTo: null,
} as const

describe('refuseUnfit', () => {
  it.each([
    ['a whole city for a ward officer', { role: 'ward-officer' }, 'regions'],
    ['a whole city for a field worker', { role: 'field-worker' }, 'regions'],
    ['every offer for a partner', { role: 'partner', dataClasses: ['general'] }, 'organisation'],
    ['families for an administrator', { role: 'administrator' }, 'data-classes'],
    ['a day that has passed', { validFrom: '2026-06-30' }, 'period'],
    ['an end before its beginning', { validTo: today }, 'period'],
  ] as const)('refuses %s', (_, change, part) => {
    expect(() => refuseUnfit({ ...secretariat, ...change }, today)).toThrow(
      expect.objectContaining({ code: 'grant-unfit', details: expect.objectContaining({ part }) }),
    )
  })

  it.each([
    { validTo: '2026-07-02' },
    { role: 'ward-officer', regions: ['62.71.01.1001'] },
    { role: 'partner', isOwnOrganisation: true, dataClasses: ['general'] },
  ] as const)('takes %o', (change) => {
    expect(() => refuseUnfit({ ...secretariat, ...change }, today)).not.toThrow()
  })
})

describe('withGeneral', () => {
  it('adds the general class and keeps one order', () => {
    expect(withGeneral(['finances', 'family', 'family'])).toEqual(['general', 'family', 'finances'])
  })
})

import { describe, expect, it } from 'vitest'
import { membershipPeriods } from './membership-periods.ts'

describe('the times in which a person lived with a family', () => {
  it('are one without an end where no list tells of an event', () => {
    expect(membershipPeriods([{ name: 'Ani' }])).toEqual([{}])
  })

  it('begin with moving in and end with moving out or death', () => {
    expect(
      membershipPeriods([
        { event: 'move-out', eventDate: '2024-05-01' },
        { event: 'move-in', eventDate: '2025-02-01' },
        { event: 'death', eventDate: '2026-03-01' },
      ]),
    ).toEqual([
      { to: '2024-05-01', end: 'move-out' },
      { from: '2025-02-01', to: '2026-03-01', end: 'death' },
    ])
  })

  it('have an end without a day where the list says none', () => {
    expect(membershipPeriods([{ event: 'death' }])).toEqual([{ end: 'death' }])
  })

  it('hold nobody after a death, whatever a later list tells', () => {
    expect(
      membershipPeriods([
        { event: 'death', eventDate: '2024-05-01' },
        { event: 'move-in', eventDate: '2024-01-01' },
      ]),
    ).toEqual([{ from: '2024-01-01', to: '2024-05-01', end: 'death' }])
  })
})

import { describe, expect, it } from 'vitest'
import { latestOfAll, latestWithCompany } from './list-dates.ts'

const today = '2026-11-24'

describe('latestWithCompany', () => {
  const may = ['2025-05-01', '2025-05-09', '2025-05-20', '2025-05-28', '2025-06-12']
  it('is the last date that others come close to', () => {
    expect(latestWithCompany(may, today)).toBe('2025-06-12')
  })
  it('leaves out a year typed wrongly and days that have not come', () => {
    expect(latestWithCompany([...may, '2026-05-12'], today)).toBe('2025-06-12')
    expect(latestWithCompany([...may, '2052-05-12'], today)).toBe('2025-06-12')
  })
  it('believes a short column', () => {
    expect(latestWithCompany(['2024-01-01', '2025-06-30'], today)).toBe('2025-06-30')
    expect(latestWithCompany([], today)).toBeUndefined()
  })
})

describe('latestOfAll', () => {
  it('takes the end of a period only when it is at hand', () => {
    expect(latestOfAll(['2025-06-12'], ['2025-06-30', '2025-12-31'], today)).toBe('2025-06-30')
    expect(latestOfAll([], ['2025-06-30'], today)).toBe('2025-06-30')
    expect(latestOfAll([], [], today)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { readDayRange, readDays } from './day-text.ts'

describe('readDays', () => {
  it.each([
    ['2025-06-28', '2025-06-28', '2025-06-28'],
    ['28/06/2025', '2025-06-28', '2025-06-28'],
    ['1-3-25', '2025-03-01', '2025-03-01'],
    ['5 Agustus 2025', '2025-08-05', '2025-08-05'],
    ['Feb 2024', '2024-02-01', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['Tahun Anggaran 2025', '2025-01-01', '2025-12-31'],
    ['Triwulan II 2025', '2025-04-01', '2025-06-30'],
    ['Semester 2 2025', '2025-07-01', '2025-12-31'],
    ['45658', '2025-01-01', '2025-01-01'],
  ])('reads "%s"', (text, from, to) => {
    expect(readDays(text)).toEqual({ from, to })
  })

  it.each(['', '31/02/2025', 'segera', 'TW 5 2025', '12 Foo 2025'])('refuses "%s"', (text) => {
    expect(readDays(text)).toBeUndefined()
  })
})

describe('readDayRange', () => {
  it.each([
    ['1 Januari s.d. 30 Juni 2025', '2025-01-01', '2025-06-30'],
    ['Jan-Jun 2025', '2025-01-01', '2025-06-30'],
    ['2025-01-01 s/d 2025-06-28', '2025-01-01', '2025-06-28'],
    ['Maret 2025 sampai Mei 2025', '2025-03-01', '2025-05-31'],
    ['2025', '2025-01-01', '2025-12-31'],
  ])('reads "%s"', (text, from, to) => {
    expect(readDayRange(text)).toEqual({ from, to })
  })

  it.each(['Juni-Januari 2025', 'nanti', '2025-05-01 s/d'])('refuses "%s"', (text) => {
    expect(readDayRange(text)).toBeUndefined()
  })
})

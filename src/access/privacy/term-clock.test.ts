import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt, readTerm } from './term-clock.ts'

const anInstant = fc
  .date({
    min: new Date('2024-10-17T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString())
const term = (receivedAt: string, closedAt: string | null = null) => ({
  receivedAt,
  dueAt: dueAt(receivedAt, 72),
  closedAt,
  termArticle: 'Pasal 32 ayat (2)',
})

describe('a term of 3 × 24 hours', () => {
  it('ends exactly 259,200 seconds after receipt, whatever day that is', () => {
    fc.assert(
      fc.property(anInstant, (receivedAt) => {
        const passedMs = Date.parse(dueAt(receivedAt, 72)) - Date.parse(receivedAt)
        expect(passedMs).toBe(259_200_000)
      }),
    )
  })

  it('counts the weekend and the new year', () => {
    // A Friday afternoon in Palangka Raya (WIB, UTC+7) and the last day of a year.
    expect(dueAt('2026-11-27T16:30:00+07:00', 72)).toBe('2026-11-30T09:30:00.000Z')
    expect(dueAt('2026-12-31T10:00:00Z', 72)).toBe('2027-01-03T10:00:00.000Z')
  })

  it('is the same where clocks are put back and forth', () => {
    const before = process.env.TZ
    try {
      const ends = ['Asia/Jakarta', 'Europe/Berlin', 'America/New_York'].map((zone) => {
        process.env.TZ = zone
        return [dueAt('2026-03-27T12:00:00Z', 72), dueAt('2026-10-31T12:00:00Z', 72)]
      })
      expect(new Set(ends.map(String)).size).toBe(1)
      expect(ends[0]).toEqual(['2026-03-30T12:00:00.000Z', '2026-11-03T12:00:00.000Z'])
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  it('is late after its last moment and not at it', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: -400_000, max: 400_000 }), (receivedAt, seconds) => {
        const now = new Date(Date.parse(dueAt(receivedAt, 72)) + seconds * 1000)
        const { secondsLeft, isLate } = readTerm(term(receivedAt), now)
        expect(secondsLeft).toBe(0 - seconds)
        expect(isLate).toBe(seconds > 0)
      }),
    )
  })

  it('stops when the request is closed, and stays late if it was', () => {
    const now = new Date('2030-01-01T00:00:00Z')
    const inTime = readTerm(term('2026-11-24T00:00:00Z', '2026-11-26T00:00:00.000Z'), now)
    const tooLate = readTerm(term('2026-11-24T00:00:00Z', '2026-11-28T00:00:00.000Z'), now)
    expect([inTime.isLate, inTime.secondsLeft]).toEqual([false, null])
    expect([tooLate.isLate, tooLate.secondsLeft]).toEqual([true, null])
  })
})

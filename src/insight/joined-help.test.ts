import { describe, expect, it } from 'vitest'
import type { Received } from '#ledger/schema'
import { joinedHelp } from './joined-help.ts'

let rowNo = 0
function aGift(part: Partial<Received>): Received {
  rowNo += 1
  return {
    rowNo,
    ref: { file: 'sembako.csv', sheet: '', row: rowNo },
    personId: `p${rowNo}`,
    familyId: `f${rowNo}`,
    sector: 'basic',
    indicator: 'INCOME',
    programme: 'SEMBAKO',
    provider: 'Kemensos',
    status: 'received',
    date: '2025-05-01',
    ...part,
  }
}

describe('what two families would get twice as one', () => {
  it('is the same help of one day, and not of another season', () => {
    expect(joinedHelp([aGift({})], [aGift({})])).toEqual([
      { kind: 'duplicate', isCertain: true, one: 'SEMBAKO', other: 'SEMBAKO' },
    ])
    expect(joinedHelp([aGift({})], [aGift({ date: '2025-10-01' })])).toEqual([])
  })

  it('is to be confirmed where a date is missing', () => {
    const { date: _, ...undated } = aGift({})
    expect(joinedHelp([aGift({})], [undated])).toMatchObject([{ isCertain: false }])
    expect(joinedHelp([aGift({})], [undated, aGift({})])).toMatchObject([{ isCertain: true }])
  })

  it('is not help of two kinds, which may meet', () => {
    expect(joinedHelp([aGift({})], [aGift({ programme: 'PKH' })])).toEqual([])
  })

  it('is help that the rules forbid together', () => {
    const house = { sector: 'housing', indicator: 'HOUSING' } as const
    const built = aGift({ ...house, programme: 'BSPS', date: '2020-01-01' })
    expect(joinedHelp([built], [aGift({ ...house, programme: 'RST' })])).toMatchObject([
      { kind: 'conflict', one: 'BSPS', other: 'RST' },
    ])
  })
})

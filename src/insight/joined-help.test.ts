import { describe, expect, it } from 'vitest'
import type { Received } from '#ledger/schema'
import { joinedHelp, mergedHelp } from './joined-help.ts'

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

describe('what two persons would get twice as one', () => {
  const jkn = { sector: 'health', indicator: 'JKN', programme: 'PBI-JKN' } as const
  const left = { personId: 'left', familyId: 'f' }
  const right = { personId: 'right', familyId: 'g' }
  const twice = [{ kind: 'duplicate', isCertain: true, one: 'PBI-JKN', other: 'PBI-JKN' }]

  it('is help for a person that both have, in one family or in two', () => {
    const one = { personId: 'left', ofFamily: [aGift({ ...jkn, ...left })] }
    const other = { personId: 'right', ofFamily: [aGift({ ...jkn, ...right })] }
    expect(mergedHelp(one, other, false)).toEqual(twice)
    const ofFamily = [...one.ofFamily, ...other.ofFamily].map((gift) => ({
      ...gift,
      familyId: 'f',
    }))
    expect(mergedHelp({ ...one, ofFamily }, { ...other, ofFamily }, true)).toEqual(twice)
  })

  it('is help for a family that the person brings into one which has it', () => {
    const card = aGift(left)
    const theirs = aGift({ ...right, personId: 'head of the other family' })
    const one = { personId: 'left', ofFamily: [card] }
    const other = { personId: 'right', ofFamily: [theirs] }
    expect(mergedHelp(one, other, false)).toMatchObject([{ one: 'SEMBAKO', other: 'SEMBAKO' }])
    expect(mergedHelp(other, one, false)).toMatchObject([{ one: 'SEMBAKO', other: 'SEMBAKO' }])
  })

  it('is not what others of both families have for themselves', () => {
    const one = { personId: 'left', ofFamily: [aGift({ ...jkn, familyId: 'f' })] }
    const other = { personId: 'right', ofFamily: [aGift({ ...jkn, familyId: 'g' })] }
    expect(mergedHelp(one, other, false)).toEqual([])
    const ofFamily = [...one.ofFamily, ...other.ofFamily]
    expect(mergedHelp({ ...one, ofFamily }, { ...other, ofFamily }, true)).toEqual([])
  })
})

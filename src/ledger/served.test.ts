import { describe, expect, it } from 'vitest'
import type { Register } from '#registry/schema'
import { countServed } from './count-served.ts'
import { overlaps } from './overlaps.ts'
import type { Received } from './schema.ts'

let rowNo = 0
function gift(entry: Partial<Received>): Received {
  rowNo += 1
  return {
    rowNo,
    ref: { file: 'a', sheet: '', row: rowNo },
    personId: 'p1',
    familyId: 'f1',
    sector: 'basic',
    indicator: 'INCOME',
    programme: 'SEMBAKO',
    provider: 'Kemensos',
    status: 'received',
    ...entry,
  }
}

const register: Register = {
  persons: [],
  families: ['f1', 'f2'].map((familyId) => ({
    familyId,
    memberIds: [],
    rowNos: [],
    listCount: 1,
    origins: [],
  })),
  rowLinks: [],
  review: [],
  linkageSummary: { pairsCompared: 0, clusterCount: 0, doubtfulCount: 0 },
}

const lebaran = { provider: 'PT A', programme: 'PT A: sembako lebaran' }

describe('countServed', () => {
  it('counts distinct programmes and givers, not payments', () => {
    const received = [
      gift({ date: '2025-05-01' }),
      gift({ date: '2025-06-01' }),
      gift(lebaran),
      gift({ ...lebaran, programme: 'PT A: sembako natal' }),
      gift({ provider: 'PT B', programme: 'PT B: sembako lebaran' }),
    ]
    expect(countServed(received, register)).toEqual([
      {
        familyId: 'f1',
        programmes: ['SEMBAKO', 'PT A: sembako lebaran', 'PT B: sembako lebaran'],
        indicators: ['INCOME', 'INCOME', 'INCOME'],
      },
      { familyId: 'f2', programmes: [], indicators: [] },
    ])
  })
})

describe('overlaps', () => {
  const kinds = (received: readonly Received[]) => overlaps(received).map(({ kind }) => kind)

  it('calls different help for one family complementary', () => {
    expect(
      kinds([gift({ programme: 'PKH' }), gift({ indicator: 'SANI', programme: 'jamban' })]),
    ).toEqual(['complementary'])
  })

  it('calls food and cash from two programmes complementary', () => {
    expect(kinds([gift({ programme: 'PKH' }), gift({})])).toEqual(['complementary'])
  })

  it('calls the same food in one season from two givers a duplicate', () => {
    const pair = [
      gift({ ...lebaran, date: '2025-04-02' }),
      gift({ provider: 'PT B', programme: 'PT B: paket sembako', date: '2025-04-10' }),
    ]
    expect(overlaps(pair)).toMatchObject([{ kind: 'duplicate', isCertain: true }])
  })

  it('leaves a duplicate uncertain when a date is missing', () => {
    expect(overlaps([gift(lebaran), gift({ programme: 'SEMBAKO' })])).toMatchObject([
      { kind: 'duplicate', isCertain: false },
    ])
  })

  it('calls a second line of one payment a duplicate, and the payment of another month not', () => {
    const may = gift({ date: '2025-05-01' })
    expect(kinds([may, gift({ date: '2025-05-01' })])).toEqual(['duplicate'])
    expect(kinds([may, gift({ date: '2025-07-01' })])).toEqual([])
  })

  it('calls cover that runs twice a duplicate, whenever each began', () => {
    const cover = { indicator: 'JKN', programme: 'PBI-JK', status: 'active' } as const
    const twice = [gift({ ...cover, date: '2021-06-01' }), gift({ ...cover, date: '2021-08-01' })]
    expect(kinds(twice)).toEqual(['duplicate'])
  })

  it('calls two rebuildings of one house a conflict', () => {
    const house = { sector: 'housing', indicator: 'HOUSING' } as const
    expect(
      kinds([
        gift({ ...house, programme: 'BSPS 2023' }),
        gift({ ...house, programme: 'RST 2024' }),
      ]),
    ).toEqual(['conflict'])
  })

  it('does not call two insured persons of one family a duplicate', () => {
    const cover = { sector: 'health', indicator: 'JKN', programme: 'PBI-JK' } as const
    expect(kinds([gift({ ...cover }), gift({ ...cover, personId: 'p2' })])).toEqual([])
    expect(kinds([gift({ ...cover }), gift({ ...cover })])).toEqual(['duplicate'])
  })
})

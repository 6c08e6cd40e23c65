import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildBlocks } from './blocks.ts'
import { blockRanges, type Kernel, visitPairs } from './kernel.ts'
import { PatternCounter } from './patterns.ts'
import { shareInt32 } from './shared-arrays.ts'
import { heaviestFirst } from './sort-pairs.ts'

const keys = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 12, maxLength: 12 })

function kernelOf(columns: readonly (readonly number[])[], sources: readonly number[]): Kernel {
  return {
    count: sources.length,
    sources: shareInt32(sources),
    isLinkOnly: new Set(sources).size > 1,
    columns: [],
    rules: columns.map((column) => buildBlocks([column], sources.length, 100)),
  }
}

describe('visitPairs', () => {
  it('finds each pair that shares a key of any rule once, in ranges of any size', () => {
    fc.assert(
      fc.property(
        fc.array(keys, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 50 }),
        (columns, sources, size) => {
          const kernel = kernelOf(columns, sources)
          const found: string[] = []
          for (const range of blockRanges(kernel, size)) {
            visitPairs(kernel, range, (left, right) => found.push(`${left} ${right}`))
          }
          const expected: string[] = []
          for (let left = 0; left < 12; left++) {
            for (let right = left + 1; right < 12; right++) {
              const isShared = columns.some(
                (column) => (column[left] ?? -1) >= 0 && column[left] === column[right],
              )
              const isAllowed = !kernel.isLinkOnly || sources[left] !== sources[right]
              if (isShared && isAllowed) expected.push(`${left} ${right}`)
            }
          }
          expect(found.sort()).toEqual(expected.sort())
        },
      ),
    )
  })
})

describe('buildBlocks', () => {
  it('says which blocks it leaves out', () => {
    const blocks = buildBlocks([[1, 1, 1, 2, 2, -1]], 6, 2)
    expect(blocks).toMatchObject({
      pairCount: 1,
      skippedBlocks: 1,
      skippedRecords: 3,
      skippedPairs: 3,
    })
    expect([...blocks.keys.slice(0, 3)]).toEqual([0, 0, 0])
  })
})

describe('PatternCounter', () => {
  it('gives back what was counted', () => {
    const levelCounts = [25, 12, 9, 9, 25, 25, 9, 9, 9, 9]
    const pattern = fc.tuple(...levelCounts.map((count) => fc.integer({ min: 0, max: count - 1 })))
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 40 }), (patterns) => {
        const counter = new PatternCounter(levelCounts)
        const counts = new Map<string, number>()
        for (const levels of patterns) {
          counter.add(levels)
          counts.set(levels.join(), (counts.get(levels.join()) ?? 0) + 1)
        }
        const rows = counter.rows().map(({ levels, count }) => [levels.join(), count] as const)
        expect(new Map(rows)).toEqual(counts)
      }),
    )
  })
})

describe('heaviestFirst', () => {
  it('puts pairs by weight, then by record', () => {
    const pair = fc.tuple(
      fc.integer({ min: 0, max: 70_000 }),
      fc.integer({ min: 0, max: 70_000 }),
      fc.integer({ min: -9000, max: 90_000 }),
    )
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        const sorted = heaviestFirst({
          left: Int32Array.from(pairs, ([left]) => left),
          right: Int32Array.from(pairs, ([, right]) => right),
          units: Int32Array.from(pairs, ([, , units]) => units),
          compared: new Float64Array(),
        })
        const expected = [...pairs].sort(
          (one, other) => other[2] - one[2] || one[0] - other[0] || one[1] - other[1],
        )
        const { left, right, units } = sorted
        const told = Array.from(units, (weight, place) => [left[place], right[place], weight])
        expect(told).toEqual(expected)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { FamilyEntry, PersonEntry } from './build-index.ts'
import { buildIndex } from './index-thread.ts'
import type { RegisterBatch } from './read-register.ts'

const families = Array.from(
  { length: 40 },
  (_, no): FamilyEntry => [
    `f${no}`,
    '62.71.03.1002',
    '62.71.03',
    `Jl. Riau No. ${no}`,
    1,
    2,
    null,
    [],
  ],
)
const persons = Array.from(
  { length: 120 },
  (_, no): PersonEntry => [
    `p${no}`,
    `f${no % 40}`,
    `Siti Nomor${'abcdef'[no % 6]}`,
    false,
    null,
    null,
  ],
)

/** The register in so many batches of each kind. */
async function* inBatches(count: number): AsyncGenerator<RegisterBatch> {
  const cut = <Row>(rows: readonly Row[]) =>
    Array.from({ length: count }, (_, no) =>
      JSON.stringify(rows.slice((no * rows.length) / count, ((no + 1) * rows.length) / count)),
    )
  for (const rows of cut(families)) yield { kind: 'families', rows }
  for (const rows of cut(persons)) yield { kind: 'persons', rows }
}

describe('buildIndex', () => {
  it('makes the same index in a thread as here', async () => {
    expect(await buildIndex(inBatches(4))).toEqual(await buildIndex(inBatches(1)))
  })

  it('throws what stands against the reading, and leaves no thread behind', async () => {
    async function* broken(): AsyncGenerator<RegisterBatch> {
      yield* inBatches(4)
      throw new Error('the store is gone')
    }
    await expect(buildIndex(broken())).rejects.toThrow('the store is gone')
  })

  it('throws what the thread cannot read', async () => {
    async function* wrong(): AsyncGenerator<RegisterBatch> {
      yield* inBatches(4)
      yield { kind: 'persons', rows: '[[1]]' }
    }
    await expect(buildIndex(wrong())).rejects.toThrow()
  })
})

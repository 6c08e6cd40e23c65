import { expect, it } from 'vitest'
import { readStep } from './builders.ts'

it('counts pairs and families of each kind, and the pairs that a missing date leaves open', async () => {
  const rows = await readStep(
    {
      overlaps: [
        { familyId: 'a', kind: 'duplicate', isCertain: true },
        { familyId: 'a', kind: 'duplicate', isCertain: false },
        { familyId: 'b', kind: 'duplicate', isCertain: false },
        { familyId: 'b', kind: 'complementary', isCertain: true },
      ],
    },
    'select * exclude place from overlap_count order by place',
  )
  expect(rows).toEqual([
    { kind: 'conflict', pairs: 0, families: 0, uncertain_pairs: 0 },
    { kind: 'duplicate', pairs: 3, families: 2, uncertain_pairs: 2 },
    { kind: 'complementary', pairs: 1, families: 1, uncertain_pairs: 0 },
  ])
})

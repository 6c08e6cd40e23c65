import { expect, it } from 'vitest'
import { aFamily, aProfile, readStep } from './builders.ts'

it('counts who lacks, whom nobody serves, and unknown apart from no', async () => {
  const rows = await readStep(
    {
      families: ['a', 'b', 'c', 'd'].map((familyId) => aFamily({ familyId })),
      needs: [
        { familyId: 'a', indicator: 'WATER' },
        { familyId: 'b', indicator: 'WATER' },
        { familyId: 'b', indicator: 'WATER' },
      ],
      served: [{ familyId: 'b', programmes: ['PKH'] }],
      profiles: [
        aProfile('a', { WATER: true, SANI: null }),
        aProfile('b', { WATER: true, SANI: null }),
        aProfile('c', { WATER: null, SANI: null }),
        aProfile('d', { WATER: false, SANI: null }),
      ],
    },
    "select * exclude place from indicator_count where sector = 'water' order by place",
  )
  expect(rows).toEqual([
    {
      sector: 'water',
      indicator: 'WATER',
      families: 2,
      unserved_families: 1,
      unknown_families: 1,
    },
    { sector: 'water', indicator: 'SANI', families: 0, unserved_families: 0, unknown_families: 4 },
  ])
})

it('has a line for every indicator, in the order of every screen', async () => {
  const rows = await readStep({}, 'from indicator_count order by place')
  expect(rows.map(({ indicator }) => indicator).slice(0, 5)).toEqual([
    'INCOME',
    'ELDER',
    'NEGLECT',
    'DOC',
    'ATS',
  ])
  expect(rows).toHaveLength(19)
})

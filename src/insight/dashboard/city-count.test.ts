import { expect, it } from 'vitest'
import { aFamily, readStep } from './builders.ts'

it('counts by server only families with a need, and every family without a ward', async () => {
  const rows = await readStep(
    {
      families: [
        aFamily({ familyId: 'a' }),
        aFamily({ familyId: 'b' }),
        { familyId: 'c', listCount: 1 },
        { familyId: 'd', listCount: 1 },
      ],
      needs: ['a', 'b', 'c'].map((familyId) => ({ familyId, indicator: 'WATER' })),
      served: [
        { familyId: 'b', programmes: ['PKH'] },
        { familyId: 'c', programmes: ['PKH', 'PIP'] },
        { familyId: 'd', programmes: ['PKH'] },
      ],
    },
    'from city_count',
  )
  expect(rows).toEqual([
    { served_by_none: 1, served_by_one: 1, served_by_several: 1, without_ward: 2 },
  ])
})

it('counts nothing in an empty register', async () => {
  expect(await readStep({}, 'from city_count')).toEqual([
    { served_by_none: 0, served_by_one: 0, served_by_several: 0, without_ward: 0 },
  ])
})

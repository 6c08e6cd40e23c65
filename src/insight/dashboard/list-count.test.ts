import { expect, it } from 'vitest'
import { aFamily, readStep } from './builders.ts'

it('counts families by the number of lists they stand in', async () => {
  const families = [2, 1, 12, 2].map((listCount, no) => aFamily({ familyId: `f${no}`, listCount }))
  expect(await readStep({ families }, 'from list_count order by lists')).toEqual([
    { lists: 1, families: 1 },
    { lists: 2, families: 2 },
    { lists: 12, families: 1 },
  ])
})

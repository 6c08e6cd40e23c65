import { expect, it } from 'vitest'
import { aFamily, pahandut, readStep } from './builders.ts'

it('says of every family its ward, lists, need and how many serve it', async () => {
  const rows = await readStep(
    {
      families: [
        aFamily({ familyId: 'a', listCount: 3 }),
        { familyId: 'b', listCount: 1 },
        aFamily({ familyId: 'c' }),
        aFamily({ familyId: 'd' }),
      ],
      needs: [
        { familyId: 'a', indicator: 'WATER' },
        { familyId: 'a', indicator: 'SANI' },
        { familyId: 'b', indicator: 'JKN' },
      ],
      served: [
        { familyId: 'a', programmes: [] },
        { familyId: 'b', programmes: ['PKH'] },
        { familyId: 'c', programmes: ['PKH', 'SEMBAKO', 'PT A'] },
      ],
    },
    'from counted_family order by family_id',
  )
  expect(rows).toEqual([
    { family_id: 'a', ward: pahandut, list_count: 3, is_in_need: true, served: 'none' },
    { family_id: 'b', ward: null, list_count: 1, is_in_need: true, served: 'one' },
    { family_id: 'c', ward: pahandut, list_count: 1, is_in_need: false, served: 'several' },
    { family_id: 'd', ward: pahandut, list_count: 1, is_in_need: false, served: 'none' },
  ])
})

import { expect, it } from 'vitest'
import { aFamily, pahandut, panarung, readStep } from './builders.ts'

it('counts the families of a ward, and a ward without families as 0', async () => {
  const rows = await readStep(
    {
      families: [
        aFamily({ familyId: 'a' }),
        aFamily({ familyId: 'b' }),
        aFamily({ familyId: 'c' }),
        { familyId: 'd', listCount: 1 },
      ],
      needs: ['a', 'b', 'd'].map((familyId) => ({ familyId, indicator: 'WATER' })),
      served: [{ familyId: 'b', programmes: ['PKH'] }],
    },
    'select * exclude place from ward_count order by place limit 2',
  )
  expect(rows).toEqual([
    { code: pahandut, families: 3, families_in_need: 2, unserved: 1 },
    { code: panarung, families: 0, families_in_need: 0, unserved: 0 },
  ])
})

import { expect, it } from 'vitest'
import { aFamily, pahandut, readStep } from './builders.ts'

it('names what a family lacks once, however many members need it, and no stranger', async () => {
  const rows = await readStep(
    {
      families: [aFamily({ familyId: 'a' })],
      needs: [
        { familyId: 'a', indicator: 'JKN' },
        { familyId: 'a', indicator: 'JKN' },
        { familyId: 'a', indicator: 'WATER' },
        { familyId: 'not-in-register', indicator: 'WATER' },
      ],
      served: [{ familyId: 'a', programmes: ['PKH'] }],
    },
    'from lacking_family order by indicator',
  )
  const family = { family_id: 'a', ward: pahandut, served: 'one' }
  expect(rows).toEqual([
    { ...family, sector: 'health', indicator: 'JKN' },
    { ...family, sector: 'water', indicator: 'WATER' },
  ])
})

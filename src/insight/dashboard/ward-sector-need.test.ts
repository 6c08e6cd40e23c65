import { expect, it } from 'vitest'
import { aFamily, pahandut, panarung, readStep } from './builders.ts'

it('counts a family once a sector in its ward, and what nobody lacks as 0', async () => {
  const rows = await readStep(
    {
      families: [aFamily({ familyId: 'a' }), aFamily({ familyId: 'b', ward: panarung })],
      needs: [
        { familyId: 'a', indicator: 'WATER' },
        { familyId: 'a', indicator: 'SANI' },
        { familyId: 'a', indicator: 'JKN' },
        { familyId: 'b', indicator: 'SANI' },
      ],
    },
    `from ward_sector_need where code in ('${pahandut}', '${panarung}')
      and sector in ('water', 'health') order by code, sector`,
  )
  expect(rows).toEqual([
    { code: pahandut, sector: 'health', families: 1 },
    { code: pahandut, sector: 'water', families: 1 },
    { code: panarung, sector: 'health', families: 0 },
    { code: panarung, sector: 'water', families: 1 },
  ])
})

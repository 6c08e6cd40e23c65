// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { DwellingAsOf } from '#registry/schema'
import { openPage } from '../open-page.tsx'

const source = { file: 'survei.csv', sheet: '', row: 31 }
const house: DwellingAsOf = {
  dwellingId: 'd7f2m9q4xa',
  knownOn: '2026-01-31',
  validOn: '2024-06-01',
  isKnown: true,
  families: [
    {
      familyId: 'k7f2m9q4xa',
      headName: 'NORLELA',
      memberCount: 3,
      shared: [{ by: 'meter', source }],
      values: [{ field: 'address', value: 'Jl. Bangka No. 38', source, otherCount: 0 }],
    },
  ],
  absent: [{ familyId: 'k7f2m9q4xb', headName: 'RUSDI HADI', reason: 'elsewhere' }],
}
const grants = { grants: [], actions: ['read-families'] }

describe('DwellingPage', () => {
  it('tells who lived in a house on two days, by what, and who did not yet', async () => {
    openPage('/rumah/d7f2m9q4xa?keadaan=2024-06-01&diketahui=2026-01-31', {
      '/grants': grants,
      '/dwellings/d7f2m9q4xa/as-of?knownOn=2026-01-31&validOn=2024-06-01': house,
    })
    await screen.findByRole('heading', { level: 1, name: 'Rumah di Jl. Bangka No. 38' })
    screen.getByRole('heading', {
      name: 'Keadaan pada 1 Jun 2024, menurut yang diketahui pada 31 Jan 2026',
    })
    const family = within(screen.getByRole('region', { name: 'Keluarga Norlela' }))
    expect(family.getByRole('link').getAttribute('href')).toBe('/keluarga/k7f2m9q4xa')
    family.getByText('meter listrik sama')
    family.getByText('survei.csv, baris 31')
    const gone = screen.getByRole('link', { name: 'Keluarga Rusdi Hadi' }).closest('p')
    expect(gone?.textContent).toContain('tinggal di tempat lain pada hari itu')
  })

  it('says so where the house was not known on that day', async () => {
    openPage('/rumah/d7f2m9q4xa?diketahui=2025-01-31', {
      '/grants': grants,
      '/dwellings/d7f2m9q4xa/as-of?knownOn=2025-01-31': {
        ...house,
        isKnown: false,
        families: [],
        absent: [],
      },
    })
    await screen.findByText('Pada hari itu rumah ini belum atau tidak ada di register.')
  })
})

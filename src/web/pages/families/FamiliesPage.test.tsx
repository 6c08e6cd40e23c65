// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aFamilyLine } from '../builders.ts'
import { openPage, Refusal } from '../open-page.tsx'

const nothing = { lines: [], total: 0, isCut: false, nextCursor: null }

describe('FamiliesPage', () => {
  it('asks the API for what the address says', async () => {
    const calls = await openPage(
      '/keluarga?wilayah=6271051006&dilayani=belum&kurang=WATER&desil=2',
      {
        '/families/search': { lines: [aFamilyLine()], total: 1284, nextCursor: null },
      },
    )
    await screen.findByText('1.284 keluarga')
    expect(calls.find(({ path }) => path === '/families/search')?.body).toEqual({
      ward: '62.71.05.1006',
      served: 'none',
      indicator: 'WATER',
      decile: 2,
    })
    expect(screen.getByRole('link', { name: 'Norlela' }).getAttribute('href')).toBe(
      '/keluarga/k7f2m9q4xa',
    )
  })

  it('shows an unknown decile as unknown, and who serves nobody', async () => {
    await openPage('/keluarga', {
      '/families/search': { lines: [aFamilyLine({ decile: null })], total: null, nextCursor: 'x' },
    })
    expect(await screen.findByText('lebih dari 10.000 keluarga')).toBeTruthy()
    expect(screen.getByText('belum ada')).toBeTruthy()
    expect(screen.getByTitle('Belum diketahui').textContent).toContain('?')
  })

  it('says by what a family was found, and that there are more', async () => {
    const matched = [
      { part: 'name' as const, memberName: 'SITI' },
      { part: 'address' as const, memberName: null },
    ]
    await openPage('/keluarga', {
      '/families/search': {
        lines: [aFamilyLine({ matched })],
        total: 200,
        isCut: true,
        nextCursor: null,
      },
    })
    expect(await screen.findByText('ditemukan lewat anggota: Siti, alamat')).toBeTruthy()
    expect(screen.getByText('200 keluarga yang paling cocok')).toBeTruthy()
  })

  it('asks once typing pauses, by the words and in no address', async () => {
    const calls = await openPage('/keluarga', { '/families/search': nothing })
    const field = await screen.findByRole('searchbox')
    for (const words of ['s', 'si', 'siti ']) fireEvent.change(field, { target: { value: words } })
    await expect
      .poll(() => calls.filter(({ body }) => body !== undefined).at(-1)?.body)
      .toEqual({
        q: 'siti',
      })
    const asked = calls.filter(({ path }) => path === '/families/search')
    expect(asked.map(({ body }) => body)).toEqual([{}, { q: 'siti' }])
  })

  it('offers to loosen the filter when nothing fits', async () => {
    await openPage('/keluarga?dilayani=belum', { '/families/search': nothing })
    fireEvent.click(await screen.findByRole('button', { name: 'Tampilkan semua keluarga' }))
    expect(await screen.findByRole('button', { name: /dilayani siapa saja/ })).toBeTruthy()
  })

  it('says what happened, with the code, when the API refuses', async () => {
    await openPage('/keluarga', {
      '/families/search': new Refusal(403, { code: 'forbidden-area' }),
    })
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('untuk petugas lain')
    expect(alert.textContent).toContain('forbidden-area')
  })
})

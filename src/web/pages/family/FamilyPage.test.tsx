// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aFamily, aGridEntry, aProgrammeLine } from '../builders.ts'
import { openPage, Refusal } from '../open-page.tsx'

const address = '/keluarga/k7f2m9q4xa'

function answersFor(family: ReturnType<typeof aFamily>) {
  return { [`/families/${family.familyId}`]: family }
}

describe('FamilyPage', () => {
  it('reads out how the family stands, with three numbers apart', async () => {
    await openPage(address, answersFor(aFamily()))
    expect(await screen.findByRole('heading', { name: 'Keluarga Ibu Norlela' })).toBeTruthy()
    const standing = screen.getByRole('region', { name: 'Keadaan keluarga' })
    expect(standing.textContent).toContain(
      'Kurang 1 hal di 1 bidang. Menerima 2 bantuan, rata-rata Rp762.500 sebulan dari bantuan rutin yang tercatat setahun terakhir.',
    )
    expect(within(standing).getByText('3 belum diketahui')).toBeTruthy()
    expect(within(standing).getByRole('button', { name: 'Diputuskan BPS' })).toBeTruthy()
    expect(screen.getByText('something new')).toBeTruthy()
  })

  it('puts each fact under its column, the unknown where its answer would stand', async () => {
    const water = [
      aGridEntry(),
      aGridEntry({ state: 'unknown', indicator: 'SANI', textId: 'Tinja dibuang ke mana?' }),
      aGridEntry({ state: 'unknown', indicator: null, textId: 'SANIMAS' }),
      aGridEntry({ state: 'promised', textId: 'Tandon air hujan' }),
    ]
    await openPage(address, answersFor(aFamily({ grid: { ...aFamily().grid, water } })))
    const grid = await screen.findByRole('region', { name: 'Enam bidang' })
    const row = within(grid).getByRole('rowheader', { name: 'Air & sanitasi' }).closest('tr')
    const cells = [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)
    expect(cells[0]).toContain('Air minum dari sungai')
    expect(cells[0]).toContain('Tinja dibuang ke mana?')
    expect(cells[1]).toBe('–')
    expect(cells[2]).toContain('SANIMAS')
    expect(cells[3]).toContain('Tandon air hujan')
  })

  it('explains a fact on a click: reason, rows, points; Escape goes back to it', async () => {
    await openPage(
      address,
      answersFor(aFamily({ grid: { ...aFamily().grid, water: [aGridEntry()] } })),
    )
    const fact = await screen.findByRole('button', { name: /Air minum dari sungai/ })
    fact.focus()
    fireEvent.click(fact)
    const panel = screen.getByRole('dialog', { name: 'Air minum dari sungai' })
    expect(panel.textContent).toContain('Kurang karena sumbernya sungai.')
    expect(panel.textContent).toContain('07_Air_Sanitasi.csv, baris 418')
    expect(panel.textContent).toContain('Nilai kebutuhan 360')
    fireEvent.keyDown(panel, { key: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(fact)
  })

  it('says at least where a fact is missing that could raise an amount', async () => {
    const programmes = [aProgrammeLine({ amountRp: 500_000, isAmountMinimum: true })]
    await openPage(address, answersFor(aFamily({ programmes })))
    expect(
      await screen.findByRole('heading', {
        name: 'Program Keluarga Harapan sekurangnya Rp500.000/triwulan',
      }),
    ).toBeTruthy()
  })

  it('shows where a value comes from', async () => {
    const place = { file: 'a.csv', sheet: '', row: 31 }
    const sources = [
      {
        subjectId: 'p000000002',
        field: 'birthDate',
        chosen: { ...place, value: '2010-02-03' },
        others: [{ ...place, file: 'b.csv', value: '2010-03-02', group: 1 }],
      },
    ]
    await openPage(address, answersFor(aFamily({ sources })))
    fireEvent.click(await screen.findByRole('button', { name: '16 tahun' }))
    const panel = screen.getByRole('dialog', { name: 'Asal nilai: Tanggal lahir Aulia' })
    expect(panel.textContent).toContain('3 Feb 2010')
    expect(panel.textContent).toContain('b.csv, baris 31 · 2 Mar 2010')
  })

  it('tells apart lists that only spell the value otherwise from those that say another', async () => {
    const place = { file: 'a.csv', sheet: '', row: 31 }
    const sources = [
      {
        subjectId: 'p000000002',
        field: 'birthDate',
        chosen: { ...place, value: '2010-02-03' },
        others: [
          { ...place, file: 'b.csv', value: 'Jln. Anggrek', group: 1 },
          { ...place, file: 'c.csv', value: '3 Februari', group: 0 },
          { ...place, file: 'd.csv', value: 'Jalan Anggrek', group: 1 },
        ],
      },
    ]
    await openPage(address, answersFor(aFamily({ sources })))
    fireEvent.click(await screen.findByRole('button', { name: '16 tahun' }))
    const panel = within(screen.getByRole('dialog', { name: 'Asal nilai: Tanggal lahir Aulia' }))
    const [, same, other] = panel.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(same).toBe('sama, hanya ditulis lainc.csv, baris 31 · 3 Februari')
    expect(other).toBe(
      '2 daftar berkata sama, ditulis berbedab.csv, baris 31 · Jln. Anggrekd.csv, baris 31 · Jalan Anggrek',
    )
  })

  it('names the families of the same house, and by what that is known', async () => {
    const lives = { memberCount: 3, address: null, rt: null, rw: null, wardName: null }
    const source = { file: 'survei.csv', sheet: '', row: 31 }
    const shared = [{ by: 'meter' as const, source }]
    const families = [
      { ...lives, familyId: 'k7f2m9q4xa', headName: 'NORLELA', shared },
      { ...lives, familyId: 'k7f2m9q4xb', headName: 'RUSDI HADI', shared },
    ]
    await openPage(
      address,
      answersFor(aFamily({ dwelling: { dwellingId: 'd7f2m9q4xa', families } })),
    )
    const house = await screen.findByRole('region', { name: 'Satu rumah dengan' })
    const [other, past] = within(house).getAllByRole('link')
    expect(other?.getAttribute('href')).toBe('/keluarga/k7f2m9q4xb')
    expect(other?.textContent).toBe('Keluarga Rusdi Hadi')
    expect(past?.getAttribute('href')).toBe('/rumah/d7f2m9q4xa')
    expect(house.textContent).toContain('meter listrik sama survei.csv, baris 31')
  })

  it('of a house of one family shows its past alone, without a card', async () => {
    const lives = { memberCount: 3, address: null, rt: null, rw: null, wardName: null }
    const families = [{ ...lives, familyId: 'k7f2m9q4xa', headName: 'NORLELA', shared: [] }]
    await openPage(
      address,
      answersFor(aFamily({ dwelling: { dwellingId: 'd7f2m9q4xa', families } })),
    )
    const past = await screen.findByRole('link', { name: 'Rumah ini pada hari lain' })
    expect(past.closest('.card')).toBeNull()
  })

  it('prints no NIK, no family card number and no decile', async () => {
    await openPage(address, answersFor(aFamily()))
    const sheet = await screen.findByText('Lembar untuk Keluarga Ibu Norlela')
    const words = sheet.closest('article')?.textContent ?? ''
    expect(words).toContain('Ibu berhak menyanggah, tanpa biaya')
    expect(words).not.toContain('6271')
    expect(words).not.toMatch(/Desil nasional/)
  })

  it('says so when the family is not there', async () => {
    await openPage(address, {
      '/families/k7f2m9q4xa': new Refusal(404, { code: 'family-not-found' }),
    })
    expect((await screen.findByRole('alert')).textContent).toContain('family-not-found')
  })
})

// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aFamily, aFamilyLine, aGridEntry } from '../builders.ts'
import { openPage } from '../open-page.tsx'

const family = aFamily()
const other = aFamily({
  familyId: 'otherfamil',
  headName: 'SITI',
  members: family.members
    .slice(0, 1)
    .map((member) => ({ ...member, personId: 'p000000009', name: 'SITI' })),
})
const grants = { grants: [], actions: ['read-families', 'propose-changes', 'decide-changes'] }
const made = { changeNo: 7, state: 'in-force' }
const nothing = { changes: [], total: 0, nextCursor: null, isMade: true }
const history = { familyId: family.familyId, headName: 'NORLELA', mergedInto: null, steps: [] }
const around = {
  '/grants': grants,
  '/register-changes': made,
  [`/families/${family.familyId}/history`]: history,
  [`/register-changes?state=in-force&familyId=${family.familyId}`]: nothing,
  [`/register-changes?state=proposed&familyId=${family.familyId}`]: nothing,
}

function giveReason(button: string): void {
  fireEvent.change(screen.getByLabelText('Alasan (wajib)'), { target: { value: 'dilihat' } })
  fireEvent.click(screen.getByRole('button', { name: button }))
}

describe('PartPage', () => {
  it('says who stays, who leaves and what goes along, and sends both sides', async () => {
    const grid = {
      ...family.grid,
      education: [aGridEntry({ personId: 'p000000002', textId: 'Aulia putus sekolah' })],
    }
    const calls = await openPage(`/keluarga/${family.familyId}/pisahkan`, {
      ...around,
      [`/families/${family.familyId}`]: { ...family, grid },
    })
    expect(screen.getByText('Pilih paling sedikit satu orang.')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: /Aulia/ }))
    expect(screen.getByText('Tetap: Norlela.')).toBeTruthy()
    expect(screen.getByText('Kebutuhan yang ikut: Aulia putus sekolah.')).toBeTruthy()
    giveReason('Pisahkan')
    await screen.findByRole('heading', { name: /Riwayat/ })
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'other-family',
      left: { personIds: ['p000000001'] },
      right: { personIds: ['p000000002'] },
      reason: 'dilihat',
    })
  })
})

describe('JoinPage', () => {
  it('finds the other by POST, shows what would stand twice, and joins both whole', async () => {
    const calls = await openPage(`/keluarga/${family.familyId}/satukan`, {
      ...around,
      [`/families/${family.familyId}`]: family,
      '/families/otherfamil': other,
      [`/families/${family.familyId}/joined-with/otherfamil`]: {
        familyId: family.familyId,
        otherId: 'otherfamil',
        help: [
          { kind: 'duplicate', isCertain: true, one: 'SEMBAKO', other: 'SEMBAKO' },
          { kind: 'conflict', isCertain: true, one: 'BSPS', other: 'RST' },
        ],
      },
      '/families/search': {
        lines: [aFamilyLine(), aFamilyLine({ familyId: 'otherfamil', headName: 'SITI' })],
        total: 2,
        isCut: false,
        nextCursor: null,
      },
    })
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'siti' } })
    expect(screen.queryByRole('button', { name: 'Keluarga Norlela' })).toBeNull()
    fireEvent.click(await screen.findByRole('button', { name: 'Keluarga Siti' }))
    expect(
      await screen.findByText(/akan tampak ganda: SEMBAKO; BSPS \+ RST \(menurut aturan/),
    ).toBeTruthy()
    expect(screen.getByText('Menjadi satu keluarga, 3 orang.')).toBeTruthy()
    giveReason('Satukan')
    await waitFor(() =>
      expect(calls.find(({ path }) => path === '/register-changes')?.body).toMatchObject({
        kind: 'same-family',
        left: { familyId: family.familyId },
        right: { familyId: 'otherfamil' },
      }),
    )
  })
})

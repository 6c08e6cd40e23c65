// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FamilyAsOf, FamilyHistory, PersonHistory } from '#registry/schema'
import { aFamily } from '../builders.ts'
import { openPage } from '../open-page.tsx'

const familyId = 'k7f2m9q4xa'
const history: FamilyHistory = {
  familyId,
  headName: 'NORLELA',
  mergedInto: null,
  steps: [
    {
      at: '2026-07-01T02:00:00.000Z',
      kind: 'changed',
      lists: [
        {
          file: 'survei.xlsx',
          title: 'Survei RTLH',
          provider: 'Dinas Perkim',
          rowsAdded: 1,
          rowsRemoved: 0,
        },
      ],
      decisions: [
        {
          changeNo: 4,
          kind: 'same-person',
          field: null,
          isTakenBack: true,
          organisation: 'dinsos',
          reason: 'dua orang',
        },
      ],
      joined: [],
      left: [{ personId: 'aaaaaaaaaa', name: null }],
      mergedFrom: [],
      partedTo: [],
      changes: [{ person: null, field: 'floor', from: 'earth', to: null }],
    },
  ],
}
const asOf: FamilyAsOf = {
  familyId,
  mergedInto: null,
  knownOn: null,
  validOn: '2025-06-01',
  isKnown: true,
  headName: 'NORLELA',
  values: [
    {
      field: 'rt',
      value: '3',
      source: { file: 'dtsen.xlsx', sheet: '', row: 7 },
      otherCount: 1,
    },
  ],
  members: [],
  absent: [{ personId: 'bbbbbbbbbb', name: 'AULIA', reason: 'not-born' }],
  dwellings: [],
  rows: [{ file: 'dtsen.xlsx', sheet: '', row: 7, title: '', on: null, isCounted: true }],
}
const person: PersonHistory = {
  personId: 'aaaaaaaaaa',
  mergedInto: null,
  knownOn: null,
  validOn: null,
  familyId,
  record: null,
  names: [{ name: 'NORLELA', recordedFrom: '2026-07-01T02:00:00.000Z', recordedTo: null }],
  identifiers: [
    {
      type: 'kk',
      value: '6271••••••••0014',
      status: 'former',
      isWhole: true,
      sources: [{ file: 'dtsen.xlsx', sheet: '', row: 7 }],
      recordedFrom: '2026-06-01T02:00:00.000Z',
      recordedTo: '2026-07-01T02:00:00.000Z',
    },
  ],
  memberships: [],
  mergedFrom: [],
}
const answers = {
  [`/families/${familyId}`]: aFamily(),
  '/persons/aaaaaaaaaa/history': person,
  '/grants': { grants: [], actions: ['read-families'] },
  [`/families/${familyId}/history`]: history,
  [`/families/${familyId}/as-of?validOn=2025-06-01`]: asOf,
}

describe('HistoryPage', () => {
  it('tells what changed, by which list or decision, and what is not known any more', async () => {
    openPage(`/keluarga/${familyId}/riwayat`, answers)
    await screen.findByRole('heading', { level: 1, name: 'Riwayat keluarga Norlela' })
    await screen.findByText('Survei RTLH')
    screen.getByText('Dibatalkan: Diputuskan: orang yang sama')
    screen.getByText('Seorang anggota tidak lagi di keluarga ini')
    expect(screen.getByText('belum diketahui').tagName).toBe('INS')
  })

  it('tells of one person the names and numbers of now and of before', async () => {
    openPage(`/keluarga/${familyId}/riwayat?orang=aaaaaaaaaa`, answers)
    const line = await screen.findByRole('region', { name: 'Norlela' })
    expect(line.textContent).toContain('KK 6271••••••••0014 dulu')
    expect(await screen.findByRole('navigation', { name: 'Riwayat satu orang' })).toBeTruthy()
  })

  it('shows the family on a day, with where each value came from', async () => {
    openPage(`/keluarga/${familyId}/riwayat?keadaan=2025-06-01`, answers)
    await screen.findByRole('heading', {
      name: 'Keadaan pada 1 Jun 2025, menurut yang diketahui sekarang',
    })
    screen.getByText(/dtsen\.xlsx/)
    screen.getByText('Aulia: belum lahir pada hari itu')
  })
})

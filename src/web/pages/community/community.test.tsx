// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { GroupView, PersonCard } from '#registry/schema'
import { openPage } from '../open-page.tsx'

const group: GroupView = {
  groupId: 'k7f2m9q4xa',
  name: 'KUBE Harapan',
  kind: 'kube',
  ward: '62.71.03.1002',
  wardName: 'Menteng',
  since: '2024-02-01',
  closedOn: null,
  address: 'Jl. Mawar 3',
  closedReason: null,
  on: '2026-07-01',
  isThere: true,
  members: [
    {
      changeNo: 2,
      personId: 'aaaaaaaaaa',
      familyId: 'bbbbbbbbbb',
      name: 'NORLELA',
      role: 'chair',
      from: '2024-02-01',
      to: null,
    },
  ],
  past: [],
  changes: [
    {
      changeNo: 2,
      kind: 'joined',
      on: '2024-02-01',
      name: null,
      role: 'chair',
      reason: null,
      personName: 'NORLELA',
      organisation: 'Kelurahan Menteng',
      isOwn: true,
      madeAt: '2026-06-01T02:00:00.000Z',
      undoneAt: null,
      isRestedOn: false,
    },
    {
      changeNo: 1,
      kind: 'created',
      on: '2024-02-01',
      name: 'KUBE Harapan',
      role: null,
      reason: null,
      personName: null,
      organisation: 'Kelurahan Menteng',
      isOwn: true,
      madeAt: '2026-06-01T01:00:00.000Z',
      undoneAt: null,
      isRestedOn: true,
    },
  ],
}
const person: PersonCard = {
  personId: 'aaaaaaaaaa',
  mergedInto: null,
  familyId: 'bbbbbbbbbb',
  headName: 'NORLELA',
  wardName: 'Menteng',
  name: 'NORLELA',
  relation: 'head',
  status: 'active',
  dukcapil: {
    state: 'belum_dicek',
    at: null,
    source: null,
    isConnected: false,
    canBeAsked: true,
  },
  groups: [],
}
const officerOf = (region: string) => ({
  grants: [
    {
      grantId: 'g',
      role: 'ward-officer',
      regions: [region],
      isOwnOrganisation: false,
      dataClasses: ['general', 'family'],
      purpose: 'verification',
    },
  ],
  actions: ['read-families', 'propose-changes'],
})
const atHome = { '/grants': officerOf('62.71.03.1002') }

describe('the page of a group', () => {
  it('lists members, and takes back only what nothing rests on', async () => {
    openPage('/kelompok/k7f2m9q4xa', { ...atHome, '/groups/k7f2m9q4xa': group })
    await screen.findByText('1 anggota sekarang, sejak 1 Feb 2024.')
    const members = within(screen.getByRole('table', { name: 'Anggota' }))
    expect(members.getByRole('link', { name: 'Norlela' }).getAttribute('href')).toBe(
      '/warga/aaaaaaaaaa',
    )
    members.getByRole('button', { name: 'Akhiri keanggotaan Norlela' })
    const undo = screen.getAllByRole('button', { name: /^Batalkan:/ })
    expect(undo.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Batalkan: Norlela masuk sebagai ketua sejak 1 Feb 2024',
    ])
  })

  it.each([
    { may: 'decide', actions: ['decide-changes'] as const, buttons: 1 },
    { may: 'propose', actions: [], buttons: 0 },
  ])('offers what others wrote to be taken back by who may $may: $buttons', async (one) => {
    const changes = group.changes.map((change) => ({ ...change, isOwn: false }))
    const officer = officerOf('62.71.03.1002')
    openPage('/kelompok/k7f2m9q4xa', {
      '/grants': { ...officer, actions: [...officer.actions, ...one.actions] },
      '/groups/k7f2m9q4xa': { ...group, changes },
    })
    await screen.findByRole('button', { name: 'Akhiri keanggotaan Norlela' })
    expect(screen.queryAllByRole('button', { name: /^Batalkan:/ })).toHaveLength(one.buttons)
  })

  it('is only read where it is not at home, and on another day', async () => {
    openPage('/kelompok/k7f2m9q4xa', {
      '/grants': officerOf('62.71.01.1003'),
      '/groups/k7f2m9q4xa': group,
    })
    await screen.findByRole('table', { name: 'Anggota' })
    expect(screen.queryByRole('button', { name: 'Tambah anggota' })).toBeNull()
  })

  it('says so on a day on which it was not there', async () => {
    const before = { ...group, on: '2023-01-01', isThere: false, members: [] }
    openPage('/kelompok/k7f2m9q4xa?pada=2023-01-01', {
      ...atHome,
      '/groups/k7f2m9q4xa?on=2023-01-01': before,
    })
    await screen.findByText('Pada 1 Jan 2023 kelompok ini belum ada atau sudah ditutup.')
    expect(screen.queryByRole('button', { name: /^Batalkan:/ })).toBeNull()
  })
})

describe('the list of groups', () => {
  it('says what comes first where there is none', async () => {
    const none = { groups: [], total: 0, nextCursor: null }
    openPage('/kelompok', { ...atHome, '/groups?state=open': none })
    await screen.findByText('Belum ada kelompok yang dicatat.')
    screen.getByRole('link', { name: 'Catat kelompok' })
  })
})

describe('the page of a resident', () => {
  it('says that Dukcapil is not connected, and leads to all not confirmed', async () => {
    openPage('/warga/aaaaaaaaaa', {
      '/grants': { grants: [], actions: ['read-families'] },
      '/persons/aaaaaaaaaa': person,
    })
    const card = within(await screen.findByRole('region', { name: 'Menurut Dukcapil' }))
    card.getByText('Belum dikonfirmasi')
    card.getByText(/tidak terhubung di kantor ini/)
    expect(card.getByRole('link').getAttribute('href')).toBe('/mutu-data/not-confirmed')
    screen.getByText('Belum tercatat di kelompok mana pun.')
  })
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ChangeView } from '#registry/schema'
import { openPage } from '../open-page.tsx'

const change: ChangeView = {
  changeNo: 4,
  kind: 'same-person',
  state: 'proposed',
  left: { personId: 'aaaaaaaaaa', name: 'NORLELA' },
  right: { personId: 'bbbbbbbbbb', name: 'NORLELLA' },
  leftWith: [],
  rightWith: [],
  field: null,
  written: [],
  present: null,
  reason: '',
  familyIds: ['k7f2m9q4xa'],
  ward: null,
  organisation: 'Kelurahan Menteng',
  madeBy: 'lina',
  madeAt: '2026-06-01T02:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  decidedReason: null,
  endedAt: null,
}
const path = '/persons/aaaaaaaaaa/joined-with/bbbbbbbbbb'
const open = (actions: readonly string[]) =>
  openPage('/usulan', {
    '/grants': { grants: [], actions: ['read-families', 'propose-changes', ...actions] },
    '/register-changes?state=proposed': {
      changes: [change],
      total: 1,
      nextCursor: null,
      isMade: true,
    },
    [path]: {
      personId: 'aaaaaaaaaa',
      otherId: 'bbbbbbbbbb',
      help: [{ kind: 'duplicate', isCertain: false, one: 'PKH', other: 'PKH' }],
    },
  })

describe('a proposal to make two persons one', () => {
  it('says to who decides what help would stand twice', async () => {
    await open(['decide-changes'])
    await screen.findByText(/akan tampak ganda: PKH \(tanggalnya belum lengkap\)/)
  })

  it('asks nothing of it for who only proposes', async () => {
    const calls = await open([])
    await screen.findByText(/Norlela · Norlella/)
    expect(calls.some((call) => call.path === path)).toBe(false)
  })
})

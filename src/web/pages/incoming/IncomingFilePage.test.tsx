// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { HandedFile } from '../../api/intake-calls.ts'
import { openPage } from '../open-page.tsx'

const failed: HandedFile = {
  fileId: 'f1',
  name: 'beras.xlsx',
  state: 'received',
  firstReading: 'failed',
  organisationId: 'dinsos',
  organisationName: 'Dinas Sosial',
  received: { at: '2026-07-01T03:05:00.000Z', by: 'rina' },
  sizeBytes: 40_000,
  paperNumber: null,
  paperDate: null,
  purpose: null,
  replaces: null,
  replacedBy: null,
  faultCode: null,
  kinds: [],
  period: null,
  counts: null,
  warnings: [],
  accepted: null,
  acceptNo: null,
  reading: {
    state: 'failed',
    jobId: 'j1',
    share: 0.4,
    rowsRead: 0,
    errorCode: 'job-interrupted',
  },
  fault: null,
  known: null,
  stopReasons: [],
  sheetCount: 0,
  mendCount: 0,
  lastMend: null,
  acceptances: [],
}

describe('IncomingFilePage', () => {
  it('says that a reading stopped, with its code, and has it tried again', async () => {
    const calls = await openPage('/berkas/masuk/f1', {
      '/intake-files/f1': failed,
      '/intake-files/f1/reading': { jobId: 'j2', state: 'waiting' },
    })
    expect(await screen.findByText(/terhenti sebelum selesai/)).toBeTruthy()
    expect(screen.getByText(/job-interrupted/)).toBeTruthy()
    const looks = () => calls.filter(({ path }) => path === '/intake-files/f1').length
    const before = looks()
    fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }))
    await waitFor(() =>
      expect(calls).toContainEqual({
        method: 'POST',
        path: '/intake-files/f1/reading',
        body: undefined,
      }),
    )
    await waitFor(() => expect(looks()).toBeGreaterThan(before))
  })

  it('says nothing of it while the file is being read, or was', async () => {
    for (const state of ['running', 'done'] as const) {
      const reading = { ...failed.reading, state, errorCode: null }
      await openPage('/berkas/masuk/f1', {
        '/intake-files/f1': { ...failed, firstReading: state === 'done' ? null : state, reading },
      })
      await screen.findByText('beras.xlsx')
      expect(screen.queryByText(/terhenti sebelum selesai/)).toBeNull()
    }
  })
})

describe('the list of files', () => {
  const { reading: _r, fault: _f, known: _k, stopReasons: _s, acceptances: _a, ...line } = failed
  const listed = (firstReading: HandedFile['firstReading']) =>
    openPage('/berkas', {
      '/grants': { grants: [], actions: ['read-lists', 'import-lists'] },
      '/files': { files: [], faults: [] },
      '/intake-files': { files: [{ ...line, firstReading }], late: [], nextCursor: null },
      '/intake-files/f1/acceptance': failed,
    })

  it('says of a file whose first reading failed what happened, and takes it away', async () => {
    const calls = await listed('failed')
    expect(await screen.findByText('Gagal dibaca')).toBeTruthy()
    expect(screen.queryByText('Sedang dibaca')).toBeNull()
    screen.getByText(/terhenti sebelum selesai/)
    await screen.findByRole('button', { name: 'Coba lagi' })
    fireEvent.click(screen.getByRole('button', { name: 'Singkirkan' }))
    await waitFor(() =>
      expect(calls).toContainEqual({
        method: 'DELETE',
        path: '/intake-files/f1/acceptance',
        body: { reason: 'gagal dibaca' },
      }),
    )
  })

  it('says that a file is being read while it is', async () => {
    await listed('running')
    expect(await screen.findByText('Sedang dibaca')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Singkirkan' })).toBeNull()
  })
})

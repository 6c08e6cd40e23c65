// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AuditLine } from '#access/schema'
import { openPage, Refusal } from '../open-page.tsx'

const event: AuditLine = {
  eventId: 41,
  at: '2026-07-01T03:05:00.000Z',
  accountId: 'acc1',
  userName: 'budi',
  actorName: 'Budi Santoso',
  organisationName: 'Kelurahan Langkai',
  role: 'ward-officer',
  action: 'read',
  purpose: 'coordination',
  subjectKind: 'family',
  subjectId: 'k7f2m9q4xa',
  fields: ['family', 'health'],
  reason: 'kunjungan',
  requestId: 'r1',
  detail: {},
  seq: 40,
}
const answers = {
  '/grants': { grants: [], actions: ['read-audit'] },
  '/audit/search': { lines: [event], nextCursor: null },
  '/audit/unusual?days=30': {
    since: '2026-06-01',
    patterns: [
      {
        kind: 'many-opened',
        accountId: 'acc1',
        userName: 'budi',
        actorName: 'Budi Santoso',
        organisationName: 'Kelurahan Langkai',
        firstAt: '2026-06-20T03:00:00.000Z',
        lastAt: '2026-06-20T03:59:00.000Z',
        subjects: 1240,
        usual: 22,
      },
    ],
  },
  '/audit/anchors': {
    anchors: [{ seq: 4120, anchoredOn: '2026-07-01', hash: 'ab'.repeat(32), madeAt: event.at }],
  },
}

describe('AuditPage', () => {
  it('says who looked at whom, as what, why, and what was seen', async () => {
    await openPage('/jejak', answers)
    const row = (await screen.findByText('keluarga k7f2m9q4xa')).closest('tr')
    expect(row?.textContent).toContain('Budi Santoso')
    expect(row?.textContent).toContain('petugas kelurahan · Kelurahan Langkai')
    expect(row?.textContent).toContain('membuka')
    expect(row?.textContent).toContain('“kunjungan”')
  })

  it('asks for what the address says, and for what is typed', async () => {
    const calls = await openPage('/jejak?tentang=k7f2m9q4xa&sejak=2026-06-01', answers)
    const searches = () => calls.filter(({ path }) => path === '/audit/search')
    await screen.findByText('1 peristiwa tentang k7f2m9q4xa dan keluarganya')
    expect(searches().at(-1)?.body).toEqual({ subjectId: 'k7f2m9q4xa', from: '2026-06-01' })

    fireEvent.change(screen.getByLabelText('Oleh'), { target: { value: 'budi' } })
    fireEvent.change(screen.getByLabelText('Tindakan'), { target: { value: 'export' } })
    fireEvent.click(screen.getByRole('button', { name: 'Cari' }))
    await waitFor(() =>
      expect(searches().at(-1)?.body).toEqual({
        subjectId: 'k7f2m9q4xa',
        from: '2026-06-01',
        actor: 'budi',
        action: 'export',
      }),
    )
  })

  it('leads from what stands out to its events', async () => {
    await openPage('/jejak', answers)
    const line = await screen.findByText(/membuka 1.240 orang dan keluarga dalam satu jam/)
    expect(line.textContent).toContain('biasanya 22')
    expect(screen.getByRole('link', { name: 'Lihat peristiwanya' }).getAttribute('href')).toBe(
      '/jejak?oleh=budi&sejak=2026-06-20&sampai=2026-06-20',
    )
  })

  it('shows the anchors in groups that can be compared by eye', async () => {
    await openPage('/jejak', answers)
    expect((await screen.findByText(/^(abababab ?){8}$/)).tagName).toBe('CODE')
  })

  it('stands in the menu of those who may read the trail, and of nobody else', async () => {
    await openPage('/hari-ini', answers)
    expect(await screen.findAllByRole('link', { name: 'Jejak akses' })).not.toHaveLength(0)
    await openPage('/hari-ini', { '/grants': { grants: [], actions: ['read-families'] } })
    expect(screen.queryByRole('link', { name: 'Jejak akses' })).toBeNull()
  })

  it('says that the page is for others when the API refuses', async () => {
    const refusal = new Refusal(403, { code: 'not-permitted' })
    await openPage('/jejak', {
      '/audit/search': refusal,
      '/audit/unusual?days=30': refusal,
      '/audit/anchors': refusal,
    })
    const alerts = await screen.findAllByRole('alert')
    expect(alerts[0]?.textContent).toContain('not-permitted')
  })
})

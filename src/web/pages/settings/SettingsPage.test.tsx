// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OfficeSettings, SettingChange } from '#access/schema'
import type { ServerSettings } from '#upkeep/schema'
import { openPage, Refusal } from '../open-page.tsx'

const settings: OfficeSettings = {
  office: { name: 'Kota Contoh', unit: 'Sekretariat', contact: 'Loket 3' },
  sessions: { idleMinutes: 30, longestMinutes: 480 },
  secondFactorRoles: ['administrator'],
}
const change: SettingChange = {
  changeNo: 4,
  changedAt: '2026-07-01T03:05:00.000Z',
  changedBy: { accountId: 'acc1', displayName: 'Rina Agustina' },
  key: 'sessions',
  from: { idleMinutes: 120, longestMinutes: 720 },
  to: { idleMinutes: 30, longestMinutes: 480 },
}
const server: ServerSettings = {
  settings: [
    { name: 'DATABASE_URL', meaning: 'Server PostgreSQL', isSet: true, value: null },
    { name: 'BETANG_HOME', meaning: 'Folder berkas kunci', isSet: true, value: '/srv/keys' },
    { name: '--behind-https', meaning: 'Di belakang perantara', isSet: true, value: null },
    { name: 'BETANG_OIDC_FILE', meaning: 'Penyedia', isSet: false, value: null },
  ],
  needsSecondFactor: false,
  providers: [{ id: 'sso', name: 'SSO Kota', saysHow: false }],
  breachedPasswords: { sizeBytes: 40_000_000, changedAt: '2026-06-01T03:00:00.000Z' },
  limits: [{ meaning: 'dari satu orang', perMinute: 600 }],
}
const answers = {
  '/grants': { grants: [], actions: ['manage-settings'] },
  '/settings': settings,
  '/settings/history': { changes: [change] },
  '/settings/server': server,
}

describe('SettingsPage', () => {
  it('shows what holds, what was changed by whom, and what only a restart changes', async () => {
    await openPage('/pengaturan', answers)
    expect((await screen.findByLabelText<HTMLInputElement>('Unit')).value).toBe('Sekretariat')
    expect(screen.getByLabelText<HTMLInputElement>('Administrator').checked).toBe(true)
    expect(screen.getByLabelText<HTMLInputElement>('Auditor').checked).toBe(false)
    const row = (await screen.findByText('Rina Agustina')).closest('tr')
    expect(row?.textContent).toContain('120 menit tanpa dipakai, paling lama 720 menit')
    const cellOf = async (name: string) =>
      (await screen.findByText(name, { selector: 'code' })).closest('tr')?.lastChild?.textContent
    expect(await cellOf('DATABASE_URL')).toBe('diatur, tidak ditampilkan')
    expect(await cellOf('BETANG_HOME')).toBe('/srv/keys')
    expect(await cellOf('--behind-https')).toBe('dipakai')
    expect(await cellOf('BETANG_OIDC_FILE')).toBe('tidak diatur')
    expect(screen.getByText(/Dipakai: 40 MB/)).toBeTruthy()
    expect(screen.getByText(/dihitung seperti kata sandi saja/)).toBeTruthy()
  })

  it('sends the part that was changed with the rest as it was read', async () => {
    const calls = await openPage('/pengaturan', answers)
    const form = (await screen.findByText('Nama kantor', { selector: 'h2' })).closest('form')
    fireEvent.change(screen.getByLabelText('Unit'), { target: { value: 'Bapperida' } })
    fireEvent.submit(form ?? document.body)
    const sent = () => calls.filter(({ method }) => method === 'PUT')
    await waitFor(() =>
      expect(sent()).toEqual([
        {
          method: 'PUT',
          path: '/settings',
          body: { ...settings, office: { ...settings.office, unit: 'Bapperida' } },
        },
      ]),
    )
  })

  it('puts a former value back from the history', async () => {
    const calls = await openPage('/pengaturan', answers)
    const row = (await screen.findByText('Rina Agustina')).closest('tr') ?? document.body
    fireEvent.click(within(row).getByRole('button'))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
        ...settings,
        sessions: change.from,
      }),
    )
    expect(await screen.findByText('Nilai sebelumnya dikembalikan.')).toBeTruthy()
  })

  it('says so where nothing was changed, where all needs a second factor, and where it fails', async () => {
    await openPage('/pengaturan', {
      ...answers,
      '/settings/history': { changes: [] },
      '/settings/server': {
        ...server,
        needsSecondFactor: true,
        breachedPasswords: null,
        providers: [],
      },
    })
    expect(await screen.findByText(/Belum ada yang diubah/)).toBeTruthy()
    expect(await screen.findByText(/menuntutnya dari semua orang/)).toBeTruthy()
    expect(await screen.findByText(/orang masuk dengan kata sandi atau kunci sandi/)).toBeTruthy()

    await openPage('/pengaturan', {
      ...answers,
      '/settings': new Refusal(500, { code: 'internal-fault' }),
    })
    expect(await screen.findByRole('button', { name: 'Coba lagi' })).toBeTruthy()
  })

  it('is shut for other roles', async () => {
    await openPage('/pengaturan', { '/grants': { grants: [], actions: ['read-picture'] } })
    expect(await screen.findByText(/belum punya peran/)).toBeTruthy()
  })
})

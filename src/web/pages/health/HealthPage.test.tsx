// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { SystemHealth } from '#upkeep/schema'
import { openPage, Refusal } from '../open-page.tsx'

const health: SystemHealth = {
  at: '2026-07-01T03:05:00.000Z',
  state: 'grave',
  groups: [
    {
      group: 'system',
      title: 'Sistem',
      state: 'good',
      findings: [
        { code: 'version', state: 'good', meaning: 'Betang 1.0', about: [], remedy: null },
      ],
    },
    {
      group: 'safety',
      title: 'Akun',
      state: 'grave',
      findings: [
        {
          code: 'api-key-idle',
          state: 'look',
          meaning: 'Kunci tidak dipakai',
          about: ['btg_a'],
          remedy: 'Cabut',
        },
        {
          code: 'administrator-without-second-factor',
          state: 'grave',
          meaning: 'Hanya dengan kata sandi',
          about: ['rina', 'budi'],
          remedy: 'Pasang aplikasi kode',
        },
      ],
    },
  ],
  text: 'Betang 1.0: Kesehatan sistem',
}
const answers = {
  '/grants': { grants: [], actions: ['manage-settings'] },
  '/system-health': health,
}

describe('HealthPage', () => {
  it('tells the worst first, with what it means and what to do', async () => {
    await openPage('/kesehatan', answers)
    expect(await screen.findByText('1 hal gawat, 1 perlu dilihat.')).toBeTruthy()
    const titles = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)
    expect(titles).toEqual(['Akun', 'Sistem'])
    const lines = screen.getAllByRole('listitem').map((one) => one.textContent)
    const told = lines.filter((line) => /^(Gawat|Perlu|Baik)/.test(line ?? ''))
    expect(told).toEqual([
      'GawatHanya dengan kata sandirina, budiYang dilakukan: Pasang aplikasi kodeadministrator-without-second-factor',
      'Perlu dilihatKunci tidak dipakaibtg_aYang dilakukan: Cabutapi-key-idle',
      'BaikBetang 1.0',
    ])
  })

  it('says when all is well', async () => {
    await openPage('/kesehatan', {
      ...answers,
      '/system-health': { ...health, state: 'good', groups: health.groups.slice(0, 1) },
    })
    expect(await screen.findByText('Semua baik.')).toBeTruthy()
  })

  it('is checked again when asked, and copied without names', async () => {
    const calls = await openPage('/kesehatan', answers)
    const asked = () => calls.filter(({ path }) => path === '/system-health').length
    fireEvent.click(await screen.findByRole('button', { name: 'Periksa lagi' }))
    await waitFor(() => expect(asked()).toBe(2))
    expect(await screen.findByText('Diperiksa lagi.')).toBeTruthy()

    const write = vi.fn(async () => {})
    vi.stubGlobal('navigator', { clipboard: { writeText: write }, onLine: true })
    fireEvent.click(screen.getByRole('button', { name: 'Salin sebagai teks' }))
    await waitFor(() => expect(write).toHaveBeenCalledWith(health.text))
    vi.unstubAllGlobals()
  })

  it('says so where it cannot be asked', async () => {
    await openPage('/kesehatan', {
      ...answers,
      '/system-health': new Refusal(500, { code: 'internal-fault', detail: 'Ada gangguan.' }),
    })
    expect(await screen.findByRole('button', { name: 'Coba lagi' })).toBeTruthy()
  })
})

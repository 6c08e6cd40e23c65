// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openPage, Refusal } from '../open-page.tsx'

const account = {
  userName: 'rina',
  displayName: 'Rina Agustina',
  organisationName: 'Sekretariat TKPK',
  hasTotp: false,
  recoveryCodesLeft: 0,
  passkeys: [
    {
      passkeyId: 'abc',
      name: 'Ponsel',
      createdAt: '2026-07-01T02:00:00.000Z',
      lastUsedAt: null,
    },
  ],
  links: [],
}
const device = {
  sessionId: '3f0c7a52-8c2e-4a53-9a2d-0d6b4b2f7c11',
  device: 'Chrome, Android',
  startedAt: '2026-07-01T02:00:00.000Z',
  lastSeenAt: '2026-07-01T03:00:00.000Z',
}
const answers = {
  '/account': account,
  '/sessions': {
    sessions: [
      { ...device, isMine: true },
      { ...device, sessionId: '7d1e1f3c-56a0-4f5b-8f0e-4a0ce33b1a55', device: '', isMine: false },
    ],
  },
  '/oidc/providers': { providers: [{ id: 'sso', name: 'SSO Pemkot' }] },
}

async function sectionOf(title: string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { name: title })
  return heading.closest('section') ?? document.body
}

describe('AccountPage', () => {
  it('shows by what one signs in, and where one is signed in', async () => {
    await openPage('/akun', answers)
    const devices = await sectionOf('Perangkat yang sedang masuk')
    expect(devices.textContent).toContain('Chrome, Android (perangkat ini)')
    expect(within(devices).getByRole('button', { name: 'Keluarkan Perangkat tidak dikenal' }))
    const passkeys = await sectionOf('Kunci sandi (passkey)')
    expect(passkeys.textContent).toContain('Ponsel')
    expect(passkeys.textContent).toContain('belum pernah dipakai')
    expect(await screen.findByRole('button', { name: 'Tautkan dengan SSO Pemkot' })).toBeTruthy()
  })

  it('signs one device out', async () => {
    const path = '/sessions/7d1e1f3c-56a0-4f5b-8f0e-4a0ce33b1a55'
    const calls = await openPage('/akun', { ...answers, [path]: null })
    fireEvent.click(await screen.findByRole('button', { name: /Keluarkan/ }))
    await waitFor(() => expect(screen.getByText('Perangkat dikeluarkan.')).toBeTruthy())
    expect(calls.find((call) => call.path === path)?.method).toBe('DELETE')
  })

  it('sets an authenticator app up and shows the recovery codes once', async () => {
    const key = {
      secret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
      uri: 'otpauth://totp/Betang:rina',
      qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }
    await openPage('/akun', {
      ...answers,
      '/totp': key,
      '/totp/confirmation': { recoveryCodes: ['aaaa-bbbb-cccc', 'dddd-eeee-ffff'] },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Pasang aplikasi kode' }))
    const picture = await screen.findByAltText('Gambar QR untuk aplikasi kode')
    expect(picture.getAttribute('src')).toContain('data:image/svg+xml,%3Csvg')
    expect((await sectionOf('Aplikasi kode')).textContent).toContain('ABCD EFGH')
    fireEvent.change(screen.getByLabelText('Kode enam angka'), { target: { value: '123456' } })
    fireEvent.click(screen.getByRole('button', { name: 'Nyalakan' }))
    expect(await screen.findByText('dddd-eeee-ffff')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Sudah saya simpan' }))
    expect(screen.queryByText('dddd-eeee-ffff')).toBeNull()
  })

  it('asks for a fresh proof where the server wants one, and does nothing without', async () => {
    const calls = await openPage('/akun', {
      ...answers,
      '/account': { ...account, hasTotp: true, recoveryCodesLeft: 8 },
      '/totp': new Refusal(403, { code: 'step-up-required' }),
      '/step-up': new Refusal(422, { code: 'password-wrong', detail: 'Tidak cocok.' }),
    })
    const section = await sectionOf('Aplikasi kode')
    expect(section.textContent).toContain('Kode cadangan tersisa: 8')
    fireEvent.click(within(section).getByRole('button', { name: 'Lepaskan' }))
    const dialog = await screen.findByRole('dialog', { name: 'Buktikan bahwa ini Anda' })
    fireEvent.change(within(dialog).getByLabelText('Kata sandi'), { target: { value: 'x' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Lanjutkan' }))
    expect((await within(dialog).findByRole('alert')).textContent).toBe('Tidak cocok.')
    expect(calls.find(({ path }) => path === '/step-up')?.body).toEqual({ password: 'x' })
    expect(within(dialog).getByRole('button', { name: 'Pakai kode aplikasi' })).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Batal' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(calls.filter(({ path }) => path === '/totp')).toHaveLength(1)
    expect(section.querySelector('[role="alert"]')).toBeNull()
  })

  it('tells why a link did not come about', async () => {
    await openPage('/akun?gagal=oidc-linked-already', answers)
    expect((await screen.findByRole('alert')).textContent).toContain('sudah ditautkan')
  })
})

describe('SignInPage', () => {
  const signedOut = { '/session': new Refusal(401, { code: 'sign-in-required' }) }

  it('asks for a code where the account has an authenticator app', async () => {
    const calls = await openPage('/masuk', {
      '/session': { ticket: 'a-ticket' },
      '/session/second-factor': new Refusal(422, { code: 'code-wrong', detail: 'Kode salah.' }),
    })
    fireEvent.change(screen.getByLabelText('Nama pengguna'), { target: { value: 'rina' } })
    fireEvent.change(screen.getByLabelText('Kata sandi'), { target: { value: 'x' } })
    fireEvent.click(screen.getByRole('button', { name: 'Masuk' }))
    fireEvent.change(await screen.findByLabelText('Kode dari aplikasi'), {
      target: { value: '123456' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Masuk' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Kode salah.')
    expect(calls.at(-1)?.body).toEqual({ ticket: 'a-ticket', code: '123456' })
    fireEvent.click(screen.getByRole('button', { name: 'Mulai dari nama pengguna' }))
    expect(screen.getByLabelText('Kata sandi')).toBeTruthy()
  })

  it('offers the providers of the office, and says why one failed', async () => {
    await openPage('/masuk?gagal=oidc-not-linked&ke=%2Fkota', {
      ...signedOut,
      '/oidc/providers': { providers: [{ id: 'sso', name: 'SSO Pemkot' }] },
    })
    expect((await screen.findByRole('alert')).textContent).toContain('belum ditautkan')
    const link = await screen.findByRole('link', { name: 'Masuk lewat SSO Pemkot' })
    expect(link.getAttribute('href')).toBe('/api/v1/oidc/sso/start?ke=%2Fkota')
  })
})

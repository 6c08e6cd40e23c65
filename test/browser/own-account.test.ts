import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { ownPassword, picture, sidewaysPx, untilDrawn, visit } from './visitor.ts'

let browser: Browser
let city: ServedCity
beforeAll(async () => {
  browser = await openBrowser()
  const served = await serveCity()
  // Passkeys are for a host with a name.
  city = { ...served, address: served.address.replace('127.0.0.1', 'localhost') }
})
afterAll(async () => {
  await browser?.close()
  await city?.stop()
})

/** Gives the browser a device whose own lock always opens, as a fingerprint would. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

const today = (page: Page) => page.getByRole('heading', { level: 1, name: /^Hari ini/ }).waitFor()

describe('the own account', () => {
  it('gets a passkey, which then opens the door alone', async () => {
    const { page, complaints, leave } = await visit(browser, city, { isSignedIn: true })
    await addAuthenticator(page)
    await page.goto('/akun')
    await page.getByLabel('Nama kunci sandi').fill('Laptop kantor')
    await page.getByRole('button', { name: 'Tambah kunci sandi' }).click()
    await page.getByRole('button', { name: 'Lepaskan Laptop kantor' }).waitFor()

    await page.getByRole('button', { name: 'Keluar dari semua perangkat' }).click()
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await today(page)
    expect(complaints()).toEqual([])
    await leave()
  })

  it('gets an authenticator app; a recovery code completes the next sign-in', async () => {
    const { page, complaints, leave } = await visit(browser, city, { isSignedIn: true })
    await page.goto('/akun')
    await page.getByRole('button', { name: 'Pasang aplikasi kode' }).click()
    await page.getByAltText('Gambar QR untuk aplikasi kode').waitFor()
    await picture(page, 'akun-aplikasi-kode')
    const secret = (await page.locator('.own-code').innerText()).replaceAll(' ', '')
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    await page.getByLabel('Kode enam angka').fill(code)
    await page.getByRole('button', { name: 'Nyalakan' }).click()
    const recoveryCode = await page.locator('.own-codes .own-code').first().innerText()
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
    await page.getByRole('button', { name: 'Keluar dari semua perangkat' }).click()

    await page.getByLabel('Nama pengguna').fill(city.userName)
    await page.getByLabel('Kata sandi').fill(ownPassword)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByLabel('Kode dari aplikasi').fill(recoveryCode)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await today(page)

    await page.goto('/akun')
    await page.getByText('Kode cadangan tersisa: 9').waitFor()
    await page
      .locator('section', { hasText: 'Aplikasi kode' })
      .getByRole('button', { name: 'Lepaskan' })
      .click()
    await page.getByRole('button', { name: 'Pasang aplikasi kode' }).waitFor()
    expect(complaints()).toEqual([])
    await leave()
  })

  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('can be read by all, %s, %d px', async (theme, width) => {
    const { page, leave } = await visit(browser, city, { isSignedIn: true, theme, width })
    await page.goto('/akun')
    await untilDrawn(page)
    await picture(page, `akun-${theme}-${width}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await sidewaysPx(page)).toBe(0)
    await leave()
  })
})

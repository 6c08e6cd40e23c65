import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { ownPassword, picture, sidewaysPx, untilDrawn, visit } from './visitor.ts'

let browser: Browser
let city: ServedCity
beforeAll(async () => {
  browser = await openBrowser()
  city = await serveCity()
})
afterAll(async () => {
  await browser?.close()
  await city?.stop()
})

const Grants = z.object({ grants: z.array(z.object({ grantId: z.string(), role: z.string() })) })

async function actAs({ request }: Page, wanted: string): Promise<void> {
  const { grants } = Grants.parse(await (await request.get('/api/v1/grants')).json())
  const grantId = grants.find(({ role }) => role === wanted)?.grantId
  await request.put('/api/v1/grants/in-use', { data: { grantId } })
}

/** Looks at a page as everyone may: whole, without complaint of the accessibility rules. */
async function look(page: Page, name: string): Promise<void> {
  await untilDrawn(page)
  await picture(page, name)
  expect(await sidewaysPx(page)).toBe(0)
  expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object/)
  expect(await accessibilityFaults(page)).toEqual([])
}

describe('an administrator', () => {
  it('sees how the system stands, checks again and takes it along as text', async () => {
    const { page, complaints, leave } = await visit(browser, city, { isSignedIn: true })
    await actAs(page, 'administrator')
    await page.goto('/hari-ini')
    const menu = page.getByRole('navigation', { name: 'Menu', exact: true })
    await menu.getByRole('link', { name: 'Kesehatan sistem' }).click()
    await page.getByText(/\d+ hal gawat, \d+ perlu dilihat/).waitFor()
    await page.getByText('Administrator hanya dengan kata sandi').waitFor()
    await page.getByRole('button', { name: 'Periksa lagi' }).click()
    await page.getByText('Diperiksa lagi.').waitFor()
    await look(page, 'kesehatan-1280')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Unduh teks' }).click()
    expect((await downloading).suggestedFilename()).toMatch(
      /^betang-kesehatan-\d{4}-\d\d-\d\d\.txt$/,
    )
    expect(complaints()).toEqual([])
    await leave()
  })

  it('shortens the time signed in, and puts it back from the history', async () => {
    const { page, complaints, leave } = await visit(browser, city, { isSignedIn: true })
    await actAs(page, 'administrator')
    await page.goto('/pengaturan')
    await page.getByLabel('Keluar bila tidak dipakai (menit)').fill('30')
    await page
      .locator('form', { hasText: 'Masa masuk' })
      .getByRole('button', { name: 'Simpan' })
      .click()
    await page.getByText('Pengaturan disimpan.').waitFor()
    const rows = page.getByRole('table').first().locator('tbody tr')
    await rows.getByText('30 menit tanpa dipakai, paling lama 720 menit').waitFor()
    await look(page, 'pengaturan-1280')
    await page.getByRole('button', { name: /^Kembalikan Masa masuk/ }).click()
    await page.getByText('Nilai sebelumnya dikembalikan.').waitFor()
    const idle = page.getByLabel('Keluar bila tidak dipakai (menit)')
    await expect.poll(() => idle.inputValue()).toBe('120')
    await expect.poll(() => rows.count()).toBe(2)
    expect(complaints()).toEqual([])
    await leave()
  })
})

describe.each([
  { width: 360, height: 740, theme: 'light' },
  { width: 1280, height: 860, theme: 'dark' },
] as const)('an office that asks a role for a second step, on $width px', (screen) => {
  it('leads its holder from signing in to an app, and on to the page wanted', async () => {
    const keeper = await visit(browser, city, { isSignedIn: true })
    await actAs(keeper.page, 'administrator')
    const { request } = keeper.page
    async function demandOf(secondFactorRoles: readonly string[]): Promise<void> {
      const reading = await request.get('/api/v1/settings')
      const answer = await request.put('/api/v1/settings', {
        data: { ...(await reading.json()), secondFactorRoles },
        headers: { 'if-match': reading.headers().etag ?? '' },
      })
      expect(answer.status()).toBe(200)
    }
    await demandOf(['secretariat'])

    const { page, complaints, leave } = await visit(browser, city, screen)
    await page.goto('/program')
    await page.getByLabel('Nama pengguna').fill(city.userName)
    await page.getByLabel('Kata sandi').fill(ownPassword)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Langkah kedua untuk akun Anda' }).waitFor()
    await page.getByText('Kantor meminta langkah kedua').waitFor()
    await look(page, `langkah-kedua-${screen.width}`)
    await page.goto('/keluarga')
    await page.getByRole('heading', { level: 1, name: 'Langkah kedua untuk akun Anda' }).waitFor()
    await page.goto('/program')

    await page.getByRole('button', { name: 'Pasang aplikasi kode' }).click()
    const secret = (await page.locator('.own-code').innerText()).replaceAll(' ', '')
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    await page.getByLabel('Kode enam angka').fill(code)
    await page.getByRole('button', { name: 'Nyalakan' }).click()
    await page.getByText('Langkah kedua terpasang').waitFor()
    expect(await page.getByRole('button', { name: 'Lanjut ke Betang' }).count()).toBe(0)
    await look(page, `langkah-kedua-kode-${screen.width}`)
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
    await page.getByRole('button', { name: 'Lanjut ke Betang' }).click()
    await page.waitForURL('**/program')
    await page.locator('h1').waitFor()
    expect(complaints().filter((line) => !line.includes('403'))).toEqual([])

    // As it was, for whoever comes next: this session has shown its second factor.
    await page.request.delete('/api/v1/totp')
    await actAs(page, 'administrator')
    const reading = await page.request.get('/api/v1/settings')
    await page.request.put('/api/v1/settings', {
      data: { ...(await reading.json()), secondFactorRoles: [] },
      headers: { 'if-match': reading.headers().etag ?? '' },
    })
    await keeper.leave()
    await leave()
  })
})

import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { findFamilyInNeed } from './family-in-need.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { ownPassword, picture, untilDrawn, visit } from './visitor.ts'

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

describe('the first day of an officer', () => {
  it('downloads at most 200 kB of compressed scripts for the first page', async () => {
    const { page, complaints, leave } = await visit(browser, city)
    const bytes: number[] = []
    page.on('response', async (response) => {
      if (!response.headers()['content-type']?.includes('javascript')) return
      bytes.push(gzipSync(await response.body(), { level: 9 }).byteLength)
    })
    await page.goto('/')
    await page.getByRole('button', { name: 'Masuk' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(bytes.length).toBeGreaterThan(1)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(200_000)
    expect(complaints()).toEqual([])
    await leave()
  })

  it('leads from the first password to a family, its reasons, the plan, and out', async () => {
    const { page, complaints, leave } = await visit(browser, city)
    await page.goto('/')
    await page.getByLabel('Nama pengguna').fill(city.userName)
    await page.getByLabel('Kata sandi').fill(city.firstPassword)
    await page.getByRole('button', { name: 'Masuk' }).click()

    await heading(page, 'Kata sandi Anda')
    await page.goto('/hari-ini')
    await heading(page, 'Kata sandi Anda')
    await page.getByLabel('Kata sandi sekarang').fill(city.firstPassword)
    await page.getByLabel(/akan dipakai/).fill(ownPassword)
    await page.getByLabel('Tulis sekali lagi').fill(ownPassword)
    await page.getByRole('button', { name: 'Simpan' }).click()

    await heading(page, /^Hari ini/)
    await page.getByText(/\d+ hal menunggu/).waitFor()
    await picture(page, 'officer-today')
    await page.getByRole('link', { name: 'Dasbor' }).click()
    await heading(page, /keluarga belum dilayani|sudah dilayani/)
    await page
      .getByRole('img', { name: /^Peta kelurahan/ })
      .first()
      .waitFor()

    const { familyId, misspelt, need } = await findFamilyInNeed(page)
    await page.getByRole('link', { name: 'Keluarga', exact: true }).click()
    await page.locator('main [data-row]').first().waitFor()
    const answer = page.waitForResponse('**/families/search')
    await page.getByRole('searchbox', { name: /^Cari keluarga/ }).fill(misspelt)
    await answer
    await page.locator(`main a[href="/keluarga/${familyId}"]`).click()
    await page.waitForURL(`**/keluarga/${familyId}`)
    await heading(page, /^Keluarga /)
    await page.getByText(/Kurang \d+ hal di \d+ bidang/).waitFor()
    const grid = page.getByRole('region', { name: 'Enam bidang' })
    await grid.getByRole('button', { name: need }).first().click()
    const panel = page.getByRole('dialog', { name: need })
    await panel.getByText('Fakta yang dipakai').waitFor()
    await panel.getByRole('heading', { name: /Nilai kebutuhan \d+/ }).waitFor()
    await picture(page, 'officer-reason')
    expect(await accessibilityFaults(page)).toEqual([])
    await panel.getByRole('button', { name: 'Tutup' }).click()
    expect(await page.getByRole('dialog').count()).toBe(0)

    await page.getByRole('link', { name: 'Alokasi' }).click()
    await heading(page, 'Rencana alokasi')
    await page.getByText('dari yang terbaik, terbukti').waitFor()
    await page.getByRole('button', { name: 'Belum', exact: true }).click()
    await page.getByRole('heading', { name: 'Yang belum kebagian' }).waitFor()
    await page.locator('#daftar [data-row]').first().click()
    await page.getByRole('dialog', { name: /^Mengapa .* belum mendapat/ }).waitFor()
    await picture(page, 'officer-waiting')

    await page.getByRole('button', { name: /^Akun/ }).click()
    await page.getByRole('menuitem', { name: 'Keluar' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('menuitem', { name: 'Keluar' }).click()
    await page.getByRole('button', { name: 'Masuk' }).waitFor()
    await page.goto(`/keluarga/${familyId}`)
    await page.getByRole('button', { name: 'Masuk' }).waitFor()
    await untilDrawn(page)
    expect(complaints()).toEqual([])
    await leave()
  })
})

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

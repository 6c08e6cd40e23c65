import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { picture, sidewaysPx, untilDrawn, visit } from './visitor.ts'

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

/** A list as an office sends it: titles above, a NIK too short, a row that names nobody. */
const list = [
  'DAFTAR PENERIMA BERAS CADANGAN PANGAN',
  'Kelurahan Menteng, Juni 2025',
  '',
  'No;NIK;Nama;Alamat;Kelurahan;Keterangan',
  '1;6271034508900003;SITI AMINAH;Jl. Mawar 3;Menteng;Beras 10 kg',
  '2;62710105028500;BUDI HARTONO;Jl. Melati 4;Menteng;Beras 10 kg',
  '3;;;Jl. Anggrek 5;Menteng;Beras 10 kg',
].join('\r\n')

async function look(page: Page, name: string): Promise<void> {
  await untilDrawn(page)
  await picture(page, name)
  expect(await sidewaysPx(page)).toBe(0)
  expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object/)
  expect(await accessibilityFaults(page)).toEqual([])
}

it.each([
  { width: 1280, height: 860, theme: 'light' },
  { width: 360, height: 740, theme: 'dark' },
] as const)(
  'a file is handed over, looked at, let count and taken back on $width by $height',
  async (screen) => {
    const { page, complaints, leave } = await visit(browser, city, { ...screen, isSignedIn: true })
    await page.goto('/berkas')
    await page.getByText('Seret berkas').waitFor()
    await page.locator('input[type=file]').setInputFiles({
      name: `beras-${screen.width}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(`${list}\r\n4;;${screen.width};;;`),
    })
    await page.waitForURL(/\/berkas\/masuk\//)
    await page.getByText(/baris siap/).waitFor()
    await look(page, `incoming-${screen.width}-check`)
    for (const name of ['Kolom', 'Baris', 'Selisih'] as const) {
      await page.getByRole('button', { name, exact: true }).click()
      await look(page, `incoming-${screen.width}-${name.toLowerCase()}`)
    }
    const box = page.getByRole('checkbox')
    if ((await box.count()) > 0) await box.check()
    await page.getByRole('button', { name: /^Simpan \d/ }).click()
    await page.getByText(/Dipakai sejak/).waitFor()
    await look(page, `incoming-${screen.width}-counts`)
    await page.getByLabel('Alasan menarik').fill('salah kirim')
    await page.getByRole('button', { name: 'Tarik kembali' }).click()
    await page.getByRole('button', { name: /^Simpan \d/ }).waitFor()
    expect(complaints()).toEqual([])
    await leave()
  },
)

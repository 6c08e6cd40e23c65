import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
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

/** Looks at a page as everyone may: whole, without complaint of the accessibility rules. */
async function look(page: Page, name: string): Promise<void> {
  await untilDrawn(page)
  await picture(page, name)
  expect(await sidewaysPx(page)).toBe(0)
  expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object/)
  expect(await accessibilityFaults(page)).toEqual([])
}

const Side = z.object({ file: z.string(), sheet: z.string(), row: z.int(), wardName: z.unknown() })
const Asked = z.object({ answer: z.string().nullable() }).nullable()
const Pairs = z.object({
  pairs: z.array(z.object({ left: Side, right: Side, question: Asked })),
  nextCursor: z.string().nullable(),
})

/** The secretariat asks about the first pair of Menteng of which no question waits. */
async function askMenteng(page: Page): Promise<void> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await page.request.get('/api/v1/pairs', { params: cursor ? { cursor } : {} })
    const { pairs, nextCursor } = Pairs.parse(await answer.json())
    const pair = pairs.find(
      ({ left, question }) => left.wardName === 'Menteng' && question?.answer !== null,
    )
    cursor = nextCursor
    if (!pair) continue
    const refOf = ({ file, sheet, row }: z.infer<typeof Side>) => ({ file, sheet, row })
    const asked = await page.request.post('/api/v1/pair-questions', {
      headers: { 'idempotency-key': randomUUID() },
      data: { left: refOf(pair.left), right: refOf(pair.right) },
    })
    expect(asked.status()).toBe(201)
    return
  }
  throw new Error('No pair of Menteng is without a question')
}

const screens = [
  { width: 1280, height: 860, theme: 'light' },
  { width: 360, height: 740, theme: 'dark' },
] as const

describe.each(screens)('letting somebody in on $width by $height', ({ width, ...rest }) => {
  it('leads from the role of administrator to a ward officer who sees that ward alone', async () => {
    const { page, complaints, leave } = await visit(browser, city, {
      width,
      ...rest,
      isSignedIn: true,
    })
    const userName = `norlela${width}`
    await askMenteng(page)
    await page.goto('/orang')
    await page.getByRole('heading', { level: 1, name: /di luar peran Anda/ }).waitFor()
    await look(page, `people-${width}-refused`)
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Administrator/ })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Orang & peran' }).waitFor()
    await look(page, `people-${width}-list`)

    await page.goto('/instansi/baru')
    await page.getByLabel('Nama resmi').fill(`Kelurahan Menteng ${width}`)
    await page.getByLabel('Jenis').selectOption('ward')
    await look(page, `people-${width}-organisation`)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Instansi' }).waitFor()
    await page.getByRole('link', { name: `Kelurahan Menteng ${width}` }).waitFor()
    await look(page, `people-${width}-organisations`)

    await page.goto('/orang/baru')
    await page.getByLabel('Nama lengkap').fill('Norlela')
    await page.getByLabel('Instansi').selectOption(`Kelurahan Menteng ${width}`)
    await page.getByLabel('Nama pengguna untuk masuk').fill(userName)
    await page.getByRole('button', { name: 'Buat akun' }).click()
    const password = await page.locator('.first-password').innerText()
    await look(page, `people-${width}-password`)
    await page.getByRole('link', { name: 'Berikan perannya' }).click()

    await page.getByRole('heading', { level: 1, name: 'Norlela' }).waitFor()
    await page.getByLabel('Peran', { exact: true }).selectOption('ward-officer')
    await page.getByText('Jekan Raya', { exact: true }).click()
    await page.getByLabel('Menteng', { exact: true }).check()
    await page.getByText(/\d+ keluarga di 1 kelurahan/).waitFor()
    await look(page, `people-${width}-person`)
    await page.getByRole('button', { name: 'Beri peran' }).click()
    await page.getByRole('button', { name: 'Akhiri: Petugas kelurahan' }).click()
    await page.getByRole('button', { name: 'Batalkan' }).click()
    await page.getByRole('button', { name: 'Akhiri: Petugas kelurahan' }).waitFor()
    await page.getByRole('button', { name: 'Apa yang dilihat?' }).click()
    await page.getByRole('dialog').getByText(/Boleh/).waitFor()
    await look(page, `people-${width}-given`)
    await page.goto('/peran')
    await page.getByRole('button', { name: 'Pakai peran ini' }).waitFor()
    await look(page, `people-${width}-own`)
    expect(complaints()).toEqual([])
    await leave()

    const ward = await visit(browser, city, { width, ...rest })
    await ward.page.request.post('/api/v1/session', { data: { userName, password } })
    const next = 'tujuh kucing di atap seng'
    await ward.page.request.post('/api/v1/password', { data: { present: password, next } })
    await ward.page.goto('/keluarga')
    await ward.page.locator('main [data-row]').first().waitFor()
    const answer = await ward.page.request.post('/api/v1/families/search', { data: {} })
    const { lines } = await answer.json()
    expect(new Set(lines.map(({ wardName }: { wardName: string }) => wardName))).toEqual(
      new Set(['Menteng']),
    )
    await look(ward.page, `people-${width}-ward`)

    await ward.page.goto('/pasangan/pertanyaan')
    await ward.page.getByRole('button', { name: 'Tidak tahu' }).waitFor()
    await look(ward.page, `people-${width}-question`)
    await ward.page.getByRole('button', { name: 'Tidak tahu' }).click()
    await ward.page.getByRole('heading', { level: 2, name: 'Tidak ada pertanyaan' }).waitFor()
    await look(ward.page, `people-${width}-answered`)
    expect(ward.complaints()).toEqual([])
    await ward.leave()
  })
})

import type { APIRequestContext, Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { picture, sidewaysPx, untilDrawn, visit } from './visitor.ts'

const password = 'tujuh kucing di atap seng'
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

async function look(page: Page, name: string): Promise<void> {
  await untilDrawn(page)
  await picture(page, name)
  expect(await sidewaysPx(page)).toBe(0)
  expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object/)
  expect(await accessibilityFaults(page)).toEqual([])
}

/** Lets a data-protection officer in, with a password of the officer's own. */
async function appointOfficer(ask: APIRequestContext, userName: string): Promise<void> {
  const send = async (method: 'PUT' | 'POST', path: string, data: object) => {
    const headers = { 'idempotency-key': `${path} for ${userName}` }
    const answer = await ask.fetch(`/api/v1${path}`, { method, headers, data })
    expect([path, answer.status(), answer.ok() || (await answer.text())]).toEqual([
      path,
      answer.status(),
      true,
    ])
    return answer
  }
  const { grants } = await (await ask.get('/api/v1/grants')).json()
  const { grantId } = grants.find(({ role }: { role: string }) => role === 'administrator')
  await send('PUT', '/grants/in-use', { grantId })
  const displayName = 'Pak Damang'
  const made = await send('POST', '/accounts', { userName, displayName, organisationId: 'tkpk' })
  const { account, firstPassword: present } = await made.json()
  await send('POST', `/accounts/${account.accountId}/grants`, {
    role: 'data-protection-officer',
    regions: null,
    isOwnOrganisation: false,
    dataClasses: ['general'],
    purpose: 'data-protection',
  })
  await send('POST', '/session', { userName, password: present })
  await send('POST', '/password', { present, next: password })
}

const screens = [
  { width: 1280, height: 860, theme: 'light' },
  { width: 360, height: 740, theme: 'dark' },
] as const

describe.each(screens)('requests about data on $width by $height', ({ width, ...rest }) => {
  it('come in at the desk, find their person, and are answered with a copy of the data', async () => {
    const userName = `damang${width}`
    const first = await visit(browser, city, { width, ...rest, isSignedIn: true })
    const ask = first.page.request
    const { lines } = await (await ask.post('/api/v1/families/search', { data: {} })).json()
    const family = await (await ask.get(`/api/v1/families/${lines[0].familyId}`)).json()
    const { name, ageYears } = family.members.find((one: { ageYears: number }) => one.ageYears > 18)
    const { on } = await (await ask.get('/api/v1/today')).json()
    await appointOfficer(first.page.request, userName)
    await first.leave()

    const { page, complaints, leave } = await visit(browser, city, { width, ...rest })
    const entered = await page.request.post('/api/v1/session', { data: { userName, password } })
    expect(entered.status()).toBe(201)
    await page.goto('/permintaan-data')
    await page.getByRole('heading', { level: 1, name: 'Permintaan data' }).waitFor()
    await look(page, `privacy-${width}-requests`)

    await page.getByRole('link', { name: 'Catat permintaan' }).click()
    await page.getByLabel('Nama pemohon').fill('Siti Aminah')
    await page.getByLabel('Dengan kata-kata pemohon').fill('Saya mau melihat data saya')
    await look(page, `privacy-${width}-new`)
    await page.getByRole('button', { name: 'Simpan permintaan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Melihat dan mendapat' }).waitFor()
    await look(page, `privacy-${width}-request`)

    const found = page.getByRole('button', { name: 'Ini orangnya' })
    const bornBy = Number(on.slice(0, 4)) - ageYears
    for (const year of [bornBy, bornBy - 1]) {
      if ((await found.count()) > 0) break
      await page.getByLabel('Nama', { exact: true }).fill(name)
      await page.getByLabel('Tahun lahir').fill(String(year))
      const answered = page.waitForResponse(/find-person/)
      await page.getByRole('button', { name: 'Cari', exact: true }).click()
      await answered
      await untilDrawn(page)
    }
    await look(page, `privacy-${width}-person`)
    await found.first().click()
    const arrived = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Unduh salinan data' }).click()
    expect((await arrived).suggestedFilename()).toMatch(/^data-\d+\.zip$/)
    await page.getByLabel('Menjadi').selectOption('done')
    await page.getByLabel('Alasan atau catatan').fill('salinan diserahkan di loket')
    await page.getByRole('button', { name: 'Simpan langkah' }).click()
    await page.getByText('tepat waktu').waitFor()
    await look(page, `privacy-${width}-done`)

    await page.goto('/permintaan-data?bagian=kebocoran')
    await page.getByRole('button', { name: 'Catat kebocoran' }).click()
    for (const label of ['Nama singkat', 'Data yang terungkap', 'Penanganan', 'Pemulihan']) {
      await page.getByLabel(label).fill('laptop hilang')
    }
    await page.getByLabel('Kapan dan bagaimana terungkap').fill('hilang di Pahandut')
    await look(page, `privacy-${width}-breach`)
    await page.getByRole('button', { name: 'Simpan kebocoran' }).click()
    await page.getByRole('link', { name: 'Surat kepada warga' }).first().waitFor()
    for (const part of ['kebocoran', 'catatan', 'simpan']) {
      await page.goto(`/permintaan-data?bagian=${part}`)
      await look(page, `privacy-${width}-${part}`)
    }
    expect(complaints()).toEqual([])
    await leave()
  })
})

import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { picture, sidewaysPx, untilDrawn, type Visitor, visit } from './visitor.ts'

let browser: Browser
let city: ServedCity
beforeAll(async () => {
  browser = await openBrowser()
  city = await serveCity({ BETANG_SECOND_LOOK_PERCENT: '100' })
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

const Grants = z.object({ grants: z.array(z.object({ grantId: z.string(), role: z.string() })) })
const Made = z.object({
  account: z.object({ accountId: z.string() }),
  firstPassword: z.string(),
})

/** Lets in another officer of the secretariat, as the first account may. */
async function letIn(admin: Page, userName: string): Promise<string> {
  const key = () => ({ 'idempotency-key': randomUUID() })
  const held = Grants.parse(await (await admin.request.get('/api/v1/grants')).json())
  const act = async (role: string) => {
    const grantId = held.grants.find((grant) => grant.role === role)?.grantId
    await admin.request.put('/api/v1/grants/in-use', { data: { grantId } })
  }
  await act('administrator')
  const data = { userName, displayName: userName, organisationId: 'tkpk' }
  const made = await admin.request.post('/api/v1/accounts', { data, headers: key() })
  const { account, firstPassword } = Made.parse(await made.json())
  const grant = {
    role: 'secretariat',
    regions: null,
    isOwnOrganisation: false,
    purpose: 'verification',
    dataClasses: ['general', 'family', 'health', 'disability', 'children', 'finances'],
  }
  const path = `/api/v1/accounts/${account.accountId}/grants`
  expect((await admin.request.post(path, { data: grant, headers: key() })).status()).toBe(201)
  await act('secretariat')
  return firstPassword
}

async function comeIn(userName: string, password: string, width: number): Promise<Visitor> {
  const visitor = await visit(browser, city, { width, height: 860 })
  const { request } = visitor.page
  await request.post('/api/v1/session', { data: { userName, password } })
  const next = 'tujuh kucing di atap seng'
  await request.post('/api/v1/password', { data: { present: password, next } })
  await visitor.page.goto('/pasangan')
  await visitor.page.getByRole('heading', { level: 1, name: 'Apakah ini orang' }).waitFor()
  return visitor
}

/** Goes through the pairs by the arrows and back: on no pair is there more than the screen shows. */
async function walkWithoutScrolling(page: Page): Promise<void> {
  const place = page.locator('.pairs-place p')
  const count = Number(/dari (\d+)/.exec(await place.innerText())?.[1])
  for (let at = 1; at <= count; at++) {
    await page.getByText(new RegExp(`^${at} dari`)).waitFor()
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(860)
    if (at < count) await page.keyboard.press('ArrowRight')
  }
  for (let at = 1; at < count; at++) await page.keyboard.press('ArrowLeft')
  await page.getByText(/^1 dari/).waitFor()
}

/** Waits until the register is made from all that was decided. */
async function untilMade(page: Page): Promise<void> {
  await vi.waitFor(
    async () => {
      const answer = await page.request.get('/api/v1/register-changes')
      expect((await answer.json()).isMade).toBe(true)
    },
    { timeout: 60_000, interval: 500 },
  )
}

describe.each([1280, 360])('judging pairs on %i', (width) => {
  it('goes by keyboard, comes blind to a second officer and open to a third', async () => {
    const first = await visit(browser, city, { width, height: 860, isSignedIn: true })
    const passwords = [
      await letIn(first.page, `kedua${width}`),
      await letIn(first.page, `ketiga${width}`),
    ]
    const { page } = first
    await page.goto('/pasangan')
    await page.getByText(/^1 dari \d+/).waitFor()
    await look(page, `pairs-${width}-first`)
    if (width === 1280) await walkWithoutScrolling(page)
    const key = () => new URL(page.url()).searchParams.get('kunci')
    await page.keyboard.press('s')
    await page.getByText('Dicatat sebagai satu orang.').waitFor()
    await page.keyboard.press('z')
    await page.getByText('Keputusan dibatalkan').waitFor()
    const judged = key()
    expect(judged).toMatch(/^.{10}$/)
    // Two keys in a row, faster than any line: neither is lost.
    await page.keyboard.press('s')
    await page.keyboard.press('b')
    await page.getByText('Dicatat sebagai dua orang').waitFor()
    const before = await page.request.get('/api/v1/pairs')
    expect((await before.json()).done).toMatchObject({ judged: 2, same: 1 })

    const second = await comeIn(`kedua${width}`, passwords[0] ?? '', width)
    await second.page.goto(`/pasangan?kunci=${judged}`)
    await second.page.getByText(/^Penilaian kedua\./).waitFor()
    await look(second.page, `pairs-${width}-second`)
    await second.page.keyboard.press('b')
    await second.page.getByText('Penilaian kedua tersimpan.').waitFor()
    await second.page.getByText(/Dari 1 pasangan yang dinilai dua orang, 0 sama/).waitFor()
    await second.page.getByRole('button', { name: 'Selengkapnya' }).click()
    await second.page.getByRole('dialog', { name: 'Dua penilai' }).waitFor()
    await look(second.page, `pairs-${width}-agreement`)

    const third = await comeIn(`ketiga${width}`, passwords[1] ?? '', width)
    await third.page.goto(`/pasangan?kunci=${judged}`)
    await third.page.getByText(/^Dua petugas memberi jawaban berbeda/).waitFor()
    expect(await third.page.locator('.look-answers').innerText()).toMatch(
      /orang yang sama\s+.*orang berbeda/,
    )
    await look(third.page, `pairs-${width}-third`)
    await third.page.keyboard.press('s')
    await third.page.getByText('Dicatat sebagai satu orang.').waitFor()
    const agreement = await third.page.request.get('/api/v1/pair-agreement')
    expect(await agreement.json()).toMatchObject({ pairs: 1, agreed: 0, open: 0, settled: 1 })

    // As it was, for whoever comes next.
    for (const one of [third, second, first, first]) {
      const { done } = await (await one.page.request.get('/api/v1/pairs')).json()
      const path = `/api/v1/pair-judgements/${done.latest[0]}`
      const ended = await one.page.request.patch(path, { data: { isWithdrawn: true } })
      expect(ended.status()).toBe(200)
    }
    await untilMade(page)
    for (const one of [first, second, third]) {
      expect(one.complaints()).toEqual([])
      await one.leave()
    }
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { picture, untilDrawn, type Visitor, visit } from './visitor.ts'

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

/** What the browser and React note of each call that finds no server. */
const noConnection =
  /ApiProblem: network|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|NETWORK_CHANGED)|404/

function otherComplaints({ complaints }: Visitor): string[] {
  return complaints().filter((complaint) => !noConnection.test(complaint))
}

describe('a connection that is lost', () => {
  it('is told in a line; what was open stays, and the rest comes when it is back', async () => {
    const visitor = await visit(browser, city, { width: 360, height: 740, isSignedIn: true })
    const { page } = visitor
    const line = page.getByRole('status').filter({ hasText: 'Tanpa sinyal.' })
    await page.goto('/keluarga')
    await untilDrawn(page)
    await page.getByRole('link', { name: 'Hari ini' }).last().click()
    await page.getByRole('heading', { level: 1, name: /^Hari ini/ }).waitFor()
    await untilDrawn(page)

    await page.context().setOffline(true)
    await line.waitFor()
    await picture(page, 'offline-today')
    await page.getByRole('link', { name: 'Keluarga' }).last().click()
    await page.locator('main [data-row]').first().waitFor()
    await page.getByRole('link', { name: 'Alokasi' }).last().click()
    await page
      .getByRole('alert')
      .getByText(/Sinyal putus/)
      .waitFor()
    await page.getByRole('button', { name: 'Coba lagi' }).waitFor()
    await picture(page, 'offline-page-not-here')
    await line.waitFor()

    await page.context().setOffline(false)
    await line.waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: 'Rencana alokasi' }).waitFor()
    await page.getByText('dari yang terbaik, terbukti').waitFor()
    expect(otherComplaints(visitor)).toEqual([])
    await visitor.leave()
  })

  it('is told where only the server is away, and a second try goes on', async () => {
    const visitor = await visit(browser, city, { language: 'en', isSignedIn: true })
    const { page } = visitor
    await page.goto('/hari-ini')
    await untilDrawn(page)
    await city.stop()
    await page.getByRole('link', { name: 'Programmes' }).click()
    await page
      .getByRole('alert')
      .getByText(/No signal/)
      .waitFor()
    await picture(page, 'server-away')
    await city.start()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: 'Programmes' }).waitFor()
    await untilDrawn(page)
    expect(await page.getByRole('alert').count()).toBe(0)

    // A version that came meanwhile has other files: the one that is asked for is gone.
    await page.route('**/assets/ReportsPage*', (route) => route.fulfill({ status: 404 }), {
      times: 1,
    })
    await page.getByRole('link', { name: 'Plans & reports' }).click()
    await page.getByRole('heading', { level: 1, name: 'Plans & reports' }).waitFor()
    expect(otherComplaints(visitor)).toEqual([])
    await visitor.leave()
  })
})

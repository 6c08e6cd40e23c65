import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { ServedCity } from './served-city.ts'

/** A password that a person chose after the first sign-in. */
export const ownPassword = 'rumah betang lima tiang'

interface VisitorOptions {
  readonly width?: number
  readonly height?: number
  readonly language?: 'id' | 'en'
  readonly theme?: 'light' | 'dark'
  /** Where the person is signed in already, the first password changed. */
  readonly isSignedIn?: boolean
}

/** One person before one screen. */
export interface Visitor {
  readonly page: Page
  /** What the browser complained of since last asked: scripts, console, policy, strange hosts. */
  readonly complaints: () => string[]
  readonly leave: () => Promise<void>
}

/** Opens a browser window on the city; nothing is loaded yet. */
export async function visit(
  browser: Browser,
  city: ServedCity,
  { width = 1280, height = 860, language = 'id', theme = 'light', ...rest }: VisitorOptions = {},
): Promise<Visitor> {
  const options: BrowserContextOptions = {
    baseURL: city.address,
    viewport: { width, height },
    colorScheme: theme,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    reducedMotion: 'reduce',
  }
  const context = await browser.newContext(options)
  await context.addInitScript(`localStorage.setItem('betang.language', '${language}')`)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints = listenFor(page, city.address)
  if (rest.isSignedIn) await signInQuietly(page, city)
  return { page, complaints: () => complaints.splice(0), leave: () => context.close() }
}

function listenFor(page: Page, address: string): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const { url } = message.location()
    // Who is signed in is asked at the door too, where the answer is that nobody is.
    if (url.endsWith('/api/v1/session') && message.text().includes('401')) return
    complaints.push(`${message.type()}: ${message.text()} (${url.replace(address, '')})`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (/^https?:/.test(url) && !url.startsWith(`${address}/`)) complaints.push(`asked ${url}`)
  })
  return complaints
}

/** Signs in without the form; where the password is still the first one, changes it. */
async function signInQuietly(page: Page, city: ServedCity): Promise<void> {
  const post = (to: string, data: object) => page.request.post(`/api/v1/${to}`, { data })
  const { userName, firstPassword } = city
  if ((await post('session', { userName, password: ownPassword })).ok()) return
  await post('session', { userName, password: firstPassword })
  const changed = await post('password', { present: firstPassword, next: ownPassword })
  if (!changed.ok()) throw new Error(`the first password was not changed: ${changed.status()}`)
}

/** Pixels by which the page is wider than the screen; 0 where nothing scrolls sideways. */
export async function sidewaysPx(page: Page): Promise<number> {
  return await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
}

/** Waits until the page is drawn: a heading, no skeleton, no call under way. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy="true"], .skeleton').first().waitFor({ state: 'detached' })
}

/** Writes a picture of the whole page where `BETANG_SCREENSHOTS` names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.BETANG_SCREENSHOTS
  if (folder === undefined || folder === '') return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}

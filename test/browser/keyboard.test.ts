import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { findFamilyInNeed } from './family-in-need.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { ownPassword, visit } from './visitor.ts'

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

describe('an officer without a mouse', () => {
  it('signs in, finds a family and its reasons, sees the plan and leaves', async () => {
    const { page, complaints, leave } = await visit(browser, city, { language: 'en' })
    const { keyboard } = page
    const heading = (name: string | RegExp) =>
      page.getByRole('heading', { level: 1, name }).waitFor()

    await page.goto('/')
    await tabTo(page, page.getByLabel('User name'))
    await keyboard.type(city.userName)
    await tabTo(page, page.getByLabel('Password'))
    await keyboard.type(city.firstPassword)
    await keyboard.press('Enter')

    await heading('Your password')
    await tabTo(page, page.locator('[name=current]'))
    await keyboard.type(city.firstPassword)
    await tabTo(page, page.locator('[name=next]'))
    await keyboard.type(ownPassword)
    await tabTo(page, page.locator('[name=again]'))
    await keyboard.type(ownPassword)
    await keyboard.press('Enter')

    await heading(/^Today/)
    await page.locator('main [data-row]').first().waitFor()
    await keyboard.press('Tab')
    expect(await isFocused(page.getByRole('link', { name: 'Skip to the content' }))).toBe(true)
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    expect(await isFocused(page.locator('main [data-row]').first())).toBe(true)
    await keyboard.press('j')
    expect(await isFocused(page.locator('main [data-row]').nth(1))).toBe(true)
    await keyboard.press('Enter')
    await page.waitForURL((url) => !url.pathname.startsWith('/hari-ini'))
    await page.goBack()
    await heading(/^Today/)

    await tabTo(page, page.getByRole('link', { name: 'Dashboard' }))
    await keyboard.press('Enter')
    await heading(/served by nobody|are served/)

    const { misspelt, headName, needEn } = await findFamilyInNeed(page)
    await keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await keyboard.type(misspelt)
    await page
      .getByRole('menuitem', { name: new RegExp(headName, 'i') })
      .first()
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await keyboard.press('Enter')
    await page.waitForURL('**/keluarga/*')
    await heading(new RegExp(headName, 'i'))
    await expect.poll(() => isFocused(page.locator('main'))).toBe(true)

    const need = page.getByRole('button', { name: needEn }).first()
    await tabTo(page, need)
    await keyboard.press('Enter')
    await page.getByRole('dialog', { name: needEn }).getByText('The facts used').waitFor()
    await keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await isFocused(need)).toBe(true)
    await keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await keyboard.press('Escape')

    await keyboard.press('/')
    await page.getByRole('dialog').waitFor()
    await keyboard.type('alloc')
    await page.getByRole('menuitem', { name: 'Allocation' }).waitFor()
    await keyboard.press('Enter')
    await heading('Allocation plan')
    await expect.poll(() => isFocused(page.locator('main'))).toBe(true)

    await tabTo(page, page.getByRole('button', { name: /^Account/ }), 'Shift+Tab')
    await keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    for (let step = 0; step < 12; step++) {
      if (await isFocused(page.getByRole('menuitem', { name: 'Sign out' }))) break
      await keyboard.press('ArrowDown')
    }
    await keyboard.press('Enter')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(complaints()).toEqual([])
    await leave()
  })
})

const mostStops = 80

/** Presses Tab until the element has the focus; each stop on the way has to be seen. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor()
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press(key)
    expect(await unseenFocus(page)).toBe('')
    if (await isFocused(wanted)) return
  }
  throw new Error(`${mostStops} Tabs did not lead to ${wanted}`)
}

async function isFocused(wanted: Locator): Promise<boolean> {
  if ((await wanted.count()) === 0) return false
  return await wanted.evaluate((element) => element === element.ownerDocument.activeElement)
}

/** What has the focus where no ring shows it or it lies outside the screen; else empty. */
async function unseenFocus(page: Page): Promise<string> {
  return await page.evaluate<string>(`(() => {
    const element = document.activeElement
    if (element === document.body) return ''
    const box = element.getBoundingClientRect()
    const isSeen =
      getComputedStyle(element).outlineStyle !== 'none' &&
      box.width > 0 && box.bottom > 0 && box.right > 0 &&
      box.top < innerHeight && box.left < innerWidth
    return isSeen ? '' : element.outerHTML.slice(0, 200)
  })()`)
}

import type { APIRequestContext, Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { picture, sidewaysPx, untilDrawn, type Visitor, visit } from './visitor.ts'

const Families = z.object({ lines: z.array(z.object({ familyId: z.string() })).min(1) })

const isFull = Boolean(process.env.BETANG_FULL_TESTS)

const pages = [
  '/masuk',
  '/sandi',
  '/hari-ini',
  '/keluarga',
  '/keluarga/:familyId',
  '/keluarga/:familyId/riwayat?keadaan=2025-06-01',
  '/keluarga/:familyId/riwayat?orang=:personId',
  '/rumah/:dwellingId?keadaan=2025-06-01',
  '/warga/:personId',
  '/kelompok',
  '/kelompok/baru',
  '/kelompok/:groupId',
  '/kelompok/:groupId?pada=2025-01-01',
  '/keluarga/:familyId/pisahkan',
  '/keluarga/:familyId/satukan',
  '/berkas',
  '/berkas/1',
  '/pasangan',
  '/usulan',
  '/keluarga/baru',
  '/mutu-data',
  '/mutu-data/not-confirmed',
  '/pertanyaan',
  '/program',
  '/penawaran',
  '/alokasi',
  ...(isFull ? ['/alokasi?daftar=belum'] : []),
  '/kota',
  '/laporan',
  '/bantuan',
  '/tidak-ada',
]

/** Pages of the server itself, which need no session. */
const apiPages = [
  '/api',
  '/api?q=keluarga',
  '/api/guide',
  '/api/codes',
  '/api/reference/families',
  '/api/reference/webhooks',
]

/** Pages of the administrator, whose role the first account holds too. */
const administratorPages = ['/pengaturan', '/kesehatan']

const Family = z.object({
  wardCode: z.string(),
  dwelling: z.object({ dwellingId: z.string() }),
  members: z.array(z.object({ personId: z.string() })),
})
const Group = z.object({ groupId: z.string() })

/** A group with somebody in it and a name that changed. */
async function makeGroup(
  request: APIRequestContext,
  { ward, personId }: { readonly ward: string; readonly personId: string },
): Promise<string> {
  const write = async (path: string, data: object) => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const answer = await request.post(`/api/v1/groups${path}`, { data, headers })
    return Group.parse(await answer.json()).groupId
  }
  const group = { name: 'KUBE Harapan', kind: 'kube', ward, since: '2024-02-01' }
  const groupId = await write('', group)
  const [joined, renamed] = [
    { kind: 'joined', personId, role: 'chair', on: '2024-02-01' },
    { kind: 'renamed', name: 'KUBE Harapan Baru', on: '2025-06-01' },
  ]
  await write(`/${groupId}/changes`, joined)
  return write(`/${groupId}/changes`, renamed)
}

const Grants = z.object({ grants: z.array(z.object({ grantId: z.string(), role: z.string() })) })

const light = { theme: 'light', language: 'id' } as const
const dark = { theme: 'dark', language: 'en' } as const
const phone = { width: 360, height: 740 }
const screens = isFull
  ? [
      { ...phone, ...light },
      { ...phone, ...dark },
      { width: 768, height: 1024, ...light, language: 'en' as const },
      { width: 768, height: 1024, ...dark, language: 'id' as const },
      { width: 1280, height: 860, ...light },
      { width: 1280, height: 860, ...dark },
      { width: 1920, height: 1080, ...light, language: 'en' as const },
      { width: 1920, height: 1080, ...dark, language: 'id' as const },
    ]
  : [{ ...phone, ...light }]

const menuWords = {
  id: { dashboard: 'Dasbor', unserved: /belum dilayani|sudah dilayani/ },
  en: { dashboard: 'Dashboard', unserved: /served by nobody|are served/ },
}

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

describe.each(screens)('a screen of $width by $height, $theme, in $language', (screen) => {
  let visitor: Visitor
  let familyId = ''
  let personId = ''
  let groupId = ''
  let dwellingId = ''
  beforeAll(async () => {
    visitor = await visit(browser, city, { ...screen, isSignedIn: true })
    const found = await visitor.page.request.post('/api/v1/families/search', { data: {} })
    familyId = Families.parse(await found.json()).lines[0]?.familyId ?? ''
    const { request } = visitor.page
    const family = Family.parse(await (await request.get(`/api/v1/families/${familyId}`)).json())
    personId = family.members[0]?.personId ?? ''
    dwellingId = family.dwelling.dwellingId
    groupId = await makeGroup(request, { ward: family.wardCode, personId })
  })
  afterAll(() => visitor.leave())

  it('reaches every page by the menu', async () => {
    const { page, complaints } = visitor
    const words = menuWords[screen.language]
    await page.goto('/hari-ini')
    await untilDrawn(page)
    const menu = page.getByRole('navigation', { name: 'Menu', exact: true })
    const link = menu.getByRole('link', { name: words.dashboard })
    if (screen.width < 900) {
      const toggle = page.getByRole('button', { name: 'Menu' }).first()
      await toggle.focus()
      await page.keyboard.press('Enter')
      await link.waitFor()
      await picture(page, `${screen.width}-${screen.theme}-menu`)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await link.waitFor({ state: 'hidden' })
      expect(new URL(page.url()).pathname).toBe('/hari-ini')
      await toggle.click()
    }
    await link.click()
    await page.getByRole('heading', { level: 1, name: words.unserved }).waitFor()
    expect(complaints()).toEqual([])
  })

  async function actAs(wanted: string): Promise<void> {
    const { request } = visitor.page
    const { grants } = Grants.parse(await (await request.get('/api/v1/grants')).json())
    const grantId = grants.find(({ role }) => role === wanted)?.grantId
    await request.put('/api/v1/grants/in-use', { data: { grantId } })
  }

  async function look(address: string): Promise<void> {
    const { page, complaints } = visitor
    await page.goto(address)
    await untilDrawn(page)
    const { theme, width, language } = screen
    const shown = address
      .replace(familyId, ':familyId')
      .replace(personId, ':personId')
      .replace(groupId, ':groupId')
      .replace(dwellingId, ':dwellingId')
      .replaceAll(/[/:?=]/g, '-')
    await picture(page, `${width}-${theme}-${language}${shown}`)
    expect(await sidewaysPx(page)).toBe(0)
    expect(await page.locator('html').getAttribute('lang')).toBe(screen.language)
    expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object/)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints()).toEqual([])
  }

  it.each([...pages, ...apiPages])(
    'shows %s whole, to every reader, without complaint',
    (address) =>
      look(
        address
          .replace(':familyId', familyId)
          .replace(':personId', personId)
          .replace(':groupId', groupId)
          .replace(':dwellingId', dwellingId),
      ),
  )

  it.each(administratorPages)('shows an administrator %s as whole', async (address) => {
    await actAs('administrator')
    await look(address)
    await actAs('secretariat')
  })
})

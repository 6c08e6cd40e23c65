import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '#platform/errors'
import { html } from '#platform/html'
import type { Api } from '#platform/http'
import type { Jobs } from '#platform/jobs'
import { withApi } from '../../../test/api.ts'
import { ApiDocument, operationsOf } from './document.ts'

const refuse = async (): Promise<never> => {
  throw new AppError('route-not-found', {})
}
/** With a queue there are the routes of its work too; none of them is asked here. */
const jobs: Jobs = {
  enqueue: refuse,
  enqueueInLine: refuse,
  findLatest: refuse,
  cancel: refuse,
  work: refuse,
  errands: { post: refuse, work: refuse },
  close: async () => {},
}
const mostBytes = 200_000
const boundless = { openRoutesOfAddress: 1e9, refusedOfAddress: 1e9, ofAccount: 1e9 }

function withPages(work: (api: Api, document: ApiDocument) => Promise<void>): Promise<void> {
  return withApi(
    'PGlite',
    async ({ api }) => work(api, ApiDocument.parse((await api.inject('/api/openapi.json')).json())),
    { jobs, limits: boundless },
  )
}

function addressesOf(document: ApiDocument): string[] {
  const tags = new Set(operationsOf(document).flatMap(({ operation }) => operation.tags))
  return ['/api', '/api/guide', '/api/codes', ...[...tags].map((tag) => `/api/reference/${tag}`)]
}

/** Text as it stands in a page. */
const asHtml = (text: string) => html`${text}`.html

describe('the reference of the API', () => {
  it('tells every route, parameter, field, status and code of the document that is served', () =>
    withPages(async (api, document) => {
      const overview = (await api.inject('/api')).body
      const pages = new Map<string, string>()
      const missing: string[] = []
      for (const { method, path: route, operation } of operationsOf(document)) {
        const { operationId, summary, parameters, requestBody, responses, tags } = operation
        const address = `/api/reference/${tags[0]}`
        const page = pages.get(address) ?? (await api.inject(address)).body
        pages.set(address, page)
        const article = page.split('<article').find((part) => part.includes(`id="${operationId}"`))
        const fields = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
          Object.keys(schema?.properties ?? {}),
        )
        const codes = Object.entries(responses).flatMap(([status, { description }]) =>
          Number(status) < 400 ? [] : description.split(', '),
        )
        const told = [
          `>${method}<`,
          `<code>${asHtml(route)}</code>`,
          asHtml(summary),
          ...[...parameters.map(({ name }) => name), ...fields, ...codes].map(
            (name) => `<code>${name}</code>`,
          ),
          ...Object.keys(responses).map((status) => `id="${operationId}-${status}"`),
        ]
        for (const text of told)
          if (!article?.includes(text)) missing.push(`${operationId} ${text}`)
        if (!overview.includes(`href="/api/reference/${tags[0]}#${operationId}"`)) {
          missing.push(`${operationId} in the overview`)
        }
      }
      expect(missing).toEqual([])
      expect(overview).toContain(`${operationsOf(document).length} rute`)
    }))

  it('leads nowhere that is not there', () =>
    withPages(async (api, document) => {
      const bodies = new Map<string, string>()
      for (const address of addressesOf(document)) {
        for (const url of [address, `${address}?lang=en`]) {
          const answer = await api.inject(url)
          expect(answer.statusCode, url).toBe(200)
          expect(answer.rawPayload.length, url).toBeLessThan(mostBytes)
          expect(answer.body, url).not.toMatch(/undefined|NaN|\[object/)
          bodies.set(url, answer.body)
        }
      }
      const lost: string[] = []
      for (const [url, body] of bodies) {
        const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
        expect(ids.length, url).toBe(new Set(ids).size)
        for (const [, href = ''] of body.matchAll(/<a [^>]*href="([^"]+)"/g)) {
          const [page = '', anchor] = href.split('#')
          const there = page === '' ? body : bodies.get(page)
          const isThere = page === '/api/openapi.json' || there !== undefined
          const isAnchored = anchor === undefined || there?.includes(` id="${anchor}"`)
          // The address of this page in the other language, when it was asked for in this one.
          if (!(isThere && isAnchored) && !href.endsWith('?lang=id')) lost.push(`${url} ${href}`)
        }
      }
      expect(lost).toEqual([])
    }))

  it('has nothing inline, which the policy of its own answer would refuse', () =>
    withPages(async (api, document) => {
      for (const url of addressesOf(document)) {
        const { body, headers } = await api.inject(url)
        expect(headers['content-type']).toBe('text/html; charset=utf-8')
        const inline = /<(script|style)|<[^>]* (style|on[a-z]+)=|(href|src)="(\w+:|\/\/)/.exec(body)
        expect(inline?.[0], url).toBeUndefined()
        const policy = String(headers['content-security-policy'])
        expect(policy).toContain("style-src 'self'")
        expect(policy).not.toContain('unsafe')
      }
    }))

  it('is kept by a browser as long as it holds, each language apart', () =>
    withPages(async (api) => {
      for (const url of ['/api', '/api/guide', '/api/reference/families', '/api/reference.css']) {
        const first = await api.inject(url)
        expect(first.headers['cache-control'], url).toBe('no-cache')
        const headers = { 'if-none-match': String(first.headers.etag) }
        const again = await api.inject({ url, headers })
        expect([again.statusCode, again.body], url).toEqual([304, ''])
      }
      expect((await api.inject('/api')).headers.vary).toContain('accept-language')
    }))

  it('is written in the language asked for, by the address before the browser', () =>
    withPages(async (api) => {
      const language = async (url: string, accepted = '') => {
        const headers = { 'accept-language': accepted }
        const { body } = await api.inject({ url, headers })
        return [/<html lang="(..)">/.exec(body)?.[1], body.includes('href="/api/guide?lang=')]
      }
      expect(await language('/api')).toEqual(['id', false])
      expect(await language('/api', 'en-GB,id;q=0.5')).toEqual(['en', false])
      expect(await language('/api?lang=id', 'en')).toEqual(['id', true])
      expect(await language('/api/reference/families?lang=en')).toEqual(['en', true])
    }))

  it('finds routes by words in either language, and writes them back harmless', () =>
    withPages(async (api) => {
      const find = async (words: string) =>
        (await api.inject(`/api?lang=en&q=${encodeURIComponent(words)}`)).body
      expect(await find('lend colleague')).toContain('#lendGrant')
      expect(await find('KELUARGA search')).toContain('#searchFamilies')
      expect(await find('keluarga search')).not.toContain('#getDashboard')
      const hostile = await find('"><script>alert(1)</script>')
      expect(hostile).toContain('0 routes for')
      expect(hostile).not.toContain('<script')
    }))

  it('refuses a group that is not there and words that it does not know', () =>
    withPages(async (api) => {
      expect((await api.inject('/api/reference/nothing')).statusCode).toBe(404)
      const odd = await api.inject('/api?colour=red')
      expect([odd.statusCode, odd.headers['cache-control']]).toEqual([400, 'no-store'])
      expect((await api.inject('/api/')).headers.location).toBe('/api')
    }))
})

describe('the guide', () => {
  it('tells receivers to check a message as the guide in docs does, which is tried', () =>
    withPages(async (api) => {
      const docs = path.join(import.meta.dirname, '..', '..', '..', 'docs/guides/other-systems.md')
      const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(docs, 'utf8')) ?? []
      expect((await api.inject('/api/guide')).body).toContain(asHtml(code.trim()))
    }))

  it('tells the limits of this very server', () =>
    withApi(
      'PGlite',
      async ({ api }) => {
        const { body } = await api.inject('/api/guide?lang=en')
        expect(body).toContain('a person 77 on all devices together, an address 66 before')
      },
      { limits: { openRoutesOfAddress: 66, refusedOfAddress: 1e9, ofAccount: 77 } },
    ))
})

describe('the style of the reference', () => {
  it('takes the typeface of the built web app, and does without where there is none', async () => {
    const webDir = mkdtempSync(path.join(tmpdir(), 'betang-web-'))
    mkdirSync(path.join(webDir, 'assets'))
    writeFileSync(path.join(webDir, 'index.html'), '')
    const name = 'plus-jakarta-sans-latin-wght-normal-eXO_dkmS.woff2'
    writeFileSync(path.join(webDir, 'assets', name), '')
    const styleOf = async (parts: object) => {
      let style = ''
      await withApi(
        'PGlite',
        async ({ api }) => {
          style = (await api.inject('/api/reference.css')).body
        },
        parts,
      )
      return style
    }
    expect(await styleOf({ webDir })).toContain(`url("/assets/${name}")`)
    const bare = await styleOf({})
    expect(bare).not.toContain('url(')
    expect(bare).toContain('--paper: #f6f5f1')
    expect(bare).toContain('prefers-color-scheme: dark')
  })
})

import { z } from 'zod'
import { AppError } from '#platform/errors'
import { type Api, languageOf } from '#platform/http'
import { codesPage } from './codes-page.ts'
import { ApiDocument } from './document.ts'
import type { Reader } from './frame.ts'
import { guidePage } from './guide-page.ts'
import type { GuideFacts } from './guide-sections.ts'
import { overviewPage } from './overview-page.ts'
import { type Reference, readReference } from './reference.ts'
import { referenceStyle } from './style.ts'
import { tagPage } from './tag-page.ts'

export interface ReferenceParts {
  readonly facts: GuideFacts
  /** Folder of the built web app, which has the typeface; none in most tests. */
  readonly webDir?: string | undefined
}

const Lang = { lang: z.enum(['id', 'en']).optional() }
const plain = { hide: true, querystring: z.object(Lang) }
const searched = {
  hide: true,
  querystring: z.object({ ...Lang, q: z.string().max(100).default('') }),
}
const ofTag = { ...plain, params: z.object({ tag: z.string().max(60) }) }
const config = { isPublic: true, mayBeKept: true }

interface Asked {
  readonly query: { readonly lang?: 'id' | 'en' | undefined }
  readonly headers: { readonly 'accept-language'?: string | undefined }
}

/**
 * Pages that tell a reader of the API, made from the document that is served: nothing in them is
 * written by hand but the guide and the titles of groups. They need no script and no session.
 */
export function referenceRoutes(api: Api, { facts, webDir }: ReferenceParts): void {
  let read: Reference | undefined
  const readerOf = ({ query, headers }: Asked): Reader => {
    read ??= readReference(ApiDocument.parse(api.swagger()))
    return {
      reference: read,
      language: query.lang ?? languageOf(headers['accept-language']),
      isLanguageChosen: query.lang !== undefined,
    }
  }
  const show = showEach(new Map())

  api.get('/api', { schema: searched, config }, (request, reply) => {
    const reader = readerOf(request)
    const sought = request.query.q.trim()
    if (sought !== '') return asHtml(reply, reader, overviewPage(reader, sought))
    return show(reply, reader, '/api', () => overviewPage(reader))
  })
  api.get('/api/', { schema: plain, config }, (_, reply) => reply.redirect('/api'))
  api.get('/api/guide', { schema: plain, config }, (request, reply) => {
    const reader = readerOf(request)
    return show(reply, reader, '/api/guide', () => guidePage(reader, facts))
  })
  api.get('/api/codes', { schema: plain, config }, (request, reply) => {
    const reader = readerOf(request)
    return show(reply, reader, '/api/codes', () => codesPage(reader))
  })
  api.get('/api/reference/:tag', { schema: ofTag, config }, (request, reply) => {
    const reader = readerOf(request)
    const { tag } = request.params
    if (!reader.reference.tags.includes(tag)) throw new AppError('route-not-found', {})
    return show(reply, reader, tag, () => tagPage(tag, reader))
  })
  const style = referenceStyle(webDir)
  api.get('/api/reference.css', { schema: { hide: true }, config }, (_, reply) =>
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(style),
  )
}

interface Reply {
  readonly header: (name: string, value: string) => Reply
  readonly type: (type: string) => Reply
  readonly send: (body: string) => unknown
}

/** Makes each page once for each language. */
function showEach(made: Map<string, string>) {
  return (reply: Reply, reader: Reader, page: string, make: () => string) => {
    const key = [reader.language, reader.isLanguageChosen, page].join(' ')
    const html = made.get(key) ?? make()
    made.set(key, html)
    return asHtml(reply, reader, html)
  }
}

function asHtml(reply: Reply, { language }: Reader, page: string): unknown {
  return reply
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-language')
    .header('content-language', language)
    .type('text/html; charset=utf-8')
    .send(page)
}

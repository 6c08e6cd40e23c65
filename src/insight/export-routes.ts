import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedBy, recordEvent, recordReads } from '#access'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getViewer, problem, requireStepUp } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { countExported, type ExportedFamilies, writeFamilies } from './export-families.ts'
import type { FamilySearch } from './family-search.ts'
import { FamiliesExport, FamiliesExportQuery } from './schema.ts'

export interface ExportParts {
  readonly db: Db
  readonly secrets: Secrets
  readonly search: FamilySearch
}

/** Each holds a connection to the store for as long as its reader takes. */
const exportsAtOnce = 2
const retrySeconds = 10
/** Whoever takes nothing for so long is gone, and gives the connection back. */
const longestStallMs = 30_000

const response = {
  200: {
    description: 'CSV in UTF-8; a line a family, in the order of their keys; NIK and KK masked',
    content: { 'text/csv': { schema: z.custom<PassThrough>().meta({ type: 'string' }) } },
  },
  401: problem('sign-in-required'),
  403: problem('not-permitted', 'step-up-required'),
}
const byAddress = {
  operationId: 'exportFamilies',
  summary: 'All families of a filter as CSV, streamed',
  querystring: FamiliesExportQuery,
  response,
}
const byBody = {
  operationId: 'exportFoundFamilies',
  summary: 'All families of a filter with words as CSV; words never stand in an address',
  body: FamiliesExport,
  response,
}

/** Families as a file. Who takes one proves once more who they are, and each family in it is told. */
export function exportRoutes(api: Api, { db, secrets, search }: ExportParts): void {
  const config = { action: 'export-families' }
  let running = 0

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    { q, ...filter }: FamiliesExport,
  ): Promise<PassThrough> {
    requireStepUp(request)
    if (running >= exportsAtOnce) {
      throw new AppError('rate-limit-exceeded', { waitSeconds: retrySeconds })
    }
    running++
    try {
      const families = await announce(request, q, filter)
      const out = new PassThrough()
      reply.raw.setTimeout(longestStallMs, () => out.destroy())
      void stream(request, families, out).finally(() => {
        running--
      })
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="families.csv"')
      return out
    } catch (error) {
      running--
      throw error
    }
  }

  /** Finds what is asked for, and writes the export down before a byte of it leaves. */
  async function announce(
    request: FastifyRequest,
    q: string,
    filter: ExportedFamilies['filter'],
  ): Promise<ExportedFamilies> {
    const viewer = getViewer(request)
    if (q !== '') await search.refresh()
    return asViewer(db, viewer, async (scoped) => {
      const families = { filter, found: search.find({ ...filter, q }, viewer) }
      const count = await countExported(scoped, families)
      await recordEvent(scoped, {
        ...askedBy(request),
        action: 'export',
        subjectKind: 'families',
        detail: { ...filter, hasWords: q !== '', count },
      })
      return families
    })
  }

  async function stream(
    request: FastifyRequest,
    families: ExportedFamilies,
    out: PassThrough,
  ): Promise<void> {
    try {
      await asViewer(db, getViewer(request), async (scoped) => {
        const note = (subjectIds: readonly string[]) =>
          recordReads(scoped, {
            ...askedBy(request),
            action: 'export',
            subjectKind: 'family',
            subjectIds,
          })
        try {
          await writeFamilies(scoped, families, out, { secrets, note })
        } catch (error) {
          // Whoever went away half-way has seen what was noted so far: that stays.
          if (!out.destroyed) throw error
        }
      })
      out.end()
    } catch (error) {
      out.destroy(error instanceof Error ? error : new Error('export failed', { cause: error }))
    }
  }

  api.get('/api/v1/families/export.csv', { schema: byAddress, config }, (request, reply) =>
    send(request, reply, { ...request.query, q: '' }),
  )
  api.post('/api/v1/families/export.csv', { schema: byBody, config }, (request, reply) =>
    send(request, reply, request.body),
  )
}

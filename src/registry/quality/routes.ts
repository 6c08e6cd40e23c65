import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedBy, recordEvent, recordReads } from '#access'
import { toCsv } from '#platform/csv'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, getViewer, problem, requireStepUp } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { xlsxTable } from '#platform/xlsx'
import { findQuality } from './find-quality.ts'
import { countWorklist, findWorklist, type WorklistAsked } from './find-worklist.ts'
import {
  DataQuality,
  QualityCodeName,
  QualityFilter,
  type WorklistLine,
  WorklistPage,
} from './schema.ts'
import { sharedTable } from './shared-counts.ts'
import { worklistFile } from './worklist-file.ts'

export interface QualityParts {
  readonly db: Db
  readonly secrets: Secrets
  /** Whether this office has connected Dukcapil's service. */
  readonly isDukcapilConnected: boolean
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
const Asked = z.object({ code: QualityCodeName })
const Format = z.enum(['csv', 'xlsx'])
const typeOf = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const file = {
  description: 'CSV in UTF-8 or a workbook, as `format` says',
  content: {
    'text/csv': { schema: z.custom<PassThrough>().meta({ type: 'string' }) },
    [typeOf.xlsx]: {
      schema: z.custom<PassThrough>().meta({ type: 'string', format: 'binary' }),
    },
  },
}

const qualityRoute = {
  operationId: 'getDataQuality',
  summary: 'How sound the records are, and what is to be put right',
  querystring: QualityFilter,
  response: { 200: DataQuality, ...refused },
}
const worklistRoute = {
  operationId: 'getWorklist',
  summary: 'Records to be put right, a page of families',
  params: Asked,
  querystring: QualityFilter.extend({ cursor: z.string().max(300).optional() }),
  response: { 200: WorklistPage, ...refused, 400: problem('cursor-invalid') },
}
const fileRefused = {
  401: problem('sign-in-required'),
  403: problem('not-permitted', 'step-up-required'),
}
const exportRoute = {
  operationId: 'exportWorklist',
  summary: 'A whole worklist as a file; NIK and KK masked',
  params: Asked,
  querystring: QualityFilter.extend({ format: Format }),
  response: { 200: file, ...fileRefused },
}
const countsRoute = {
  operationId: 'exportQualityCounts',
  summary: 'Counts by ward or office as a file to be shared: no number under ten, others in tens',
  querystring: z.object({ by: z.enum(['ward', 'office']), format: Format }),
  response: { 200: file, ...fileRefused },
}

/** The quality of data: counts for all who read families, worklists whose reading is in the trail. */
export function qualityRoutes(api: Api, parts: QualityParts): void {
  const { db, secrets, isDukcapilConnected } = parts
  api.get(
    '/api/v1/data-quality',
    { schema: qualityRoute, config: { action: 'read-families' } },
    (request) =>
      asViewer(db, getViewer(request), (scoped) =>
        findQuality(scoped, request.query, isDukcapilConnected),
      ),
  )
  api.get(
    '/api/v1/data-quality/worklists/:code',
    { schema: worklistRoute, config: { action: 'read-families' } },
    (request) => {
      const { cursor, ...filter } = request.query
      return asViewer(db, getViewer(request), async (scoped) => {
        const page = await findWorklist(scoped, secrets, { ...request.params, filter, cursor })
        await noteReads(scoped, request, 'read', page.lines)
        return page
      })
    },
  )
  fileRoutes(api, parts)
}

/** Whoever takes nothing for so long is gone, and gives the connection back. */
const longestStallMs = 30_000
/** Each holds a connection to the store for as long as its reader takes. */
const exportsAtOnce = 2
const retrySeconds = 10

function fileRoutes(api: Api, { db, secrets, isDukcapilConnected }: QualityParts): void {
  const config = { action: 'export-families' }
  let running = 0

  api.get(
    '/api/v1/data-quality/worklists/:code/export',
    { schema: exportRoute, config },
    async (request, reply) => {
      requireStepUp(request)
      if (running >= exportsAtOnce) {
        throw new AppError('rate-limit-exceeded', { waitSeconds: retrySeconds })
      }
      const { format, ...filter } = request.query
      const asked: WorklistAsked = { code: request.params.code, filter }
      running++
      try {
        await announce(db, request, asked)
        const out = new PassThrough()
        reply.raw.setTimeout(longestStallMs, () => out.destroy())
        void stream(request, asked, format, out).finally(() => {
          running--
        })
        return named(reply, asked.code, format).send(out)
      } catch (error) {
        running--
        throw error
      }
    },
  )

  async function stream(
    request: FastifyRequest,
    asked: WorklistAsked,
    format: z.infer<typeof Format>,
    out: PassThrough,
  ): Promise<void> {
    try {
      await asViewer(db, getViewer(request), async (scoped) => {
        const note = (lines: readonly WorklistLine[]) => noteReads(scoped, request, 'export', lines)
        const { language } = getSignedIn(request)
        const parts = worklistFile(scoped, asked, { secrets, language, format, note })
        try {
          await pipeline(Readable.from(parts, { highWaterMark: 1 }), out, { end: false })
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

  api.get(
    '/api/v1/data-quality/counts/export',
    { schema: countsRoute, config },
    async (request, reply) => {
      requireStepUp(request)
      const { by, format } = request.query
      const { headings, rows } = await asViewer(db, getViewer(request), async (scoped) => {
        await recordEvent(scoped, {
          ...askedBy(request),
          action: 'export',
          subjectKind: 'data-quality',
          detail: { by },
        })
        const quality = await findQuality(scoped, {}, isDukcapilConnected)
        return sharedTable(quality, by, getSignedIn(request).language)
      })
      const sheet = by === 'ward' ? 'Kelurahan' : 'Instansi'
      async function* batches() {
        yield rows
      }
      const parts =
        format === 'csv'
          ? [toCsv(headings, rows)]
          : xlsxTable({ sheet, headings, batches: batches() })
      return named(reply, `data-quality-${by}`, format).send(
        Readable.from(parts).pipe(new PassThrough()),
      )
    },
  )
}

function named(reply: FastifyReply, name: string, format: z.infer<typeof Format>): FastifyReply {
  return reply
    .type(typeOf[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
}

/** Writes the export down before a byte of it leaves. */
function announce(db: Db, request: FastifyRequest, asked: WorklistAsked): Promise<void> {
  return asViewer(db, getViewer(request), async (scoped) => {
    await recordEvent(scoped, {
      ...askedBy(request),
      action: 'export',
      subjectKind: 'worklist',
      subjectId: asked.code,
      detail: {
        ...(asked.filter.ward === undefined ? {} : { ward: asked.filter.ward }),
        hasOffice: asked.filter.office !== undefined,
        count: await countWorklist(scoped, asked, 10_000_000),
      },
    })
  })
}

/** Each person and family that was shown is a line of the trail. */
async function noteReads(
  scoped: Db,
  request: FastifyRequest,
  action: 'read' | 'export',
  lines: readonly WorklistLine[],
): Promise<void> {
  const asked = { ...askedBy(request), action }
  await recordReads(scoped, {
    ...asked,
    subjectKind: 'person',
    subjectIds: lines.flatMap(({ personId }) => personId ?? []),
  })
  await recordReads(scoped, {
    ...asked,
    subjectKind: 'family',
    subjectIds: [...new Set(lines.map(({ familyId }) => familyId))],
  })
}

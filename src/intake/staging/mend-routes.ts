import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedBy, recordEvent } from '#access'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, fileOf, getSignedIn, getViewer, problem, requireStepUp } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { asViewer } from '#platform/scoped-db'
import { maxFileBytes } from '../files/file-fault.ts'
import { findProposedMends } from './find-causes.ts'
import { expectFile, findCellRows } from './find-cells.ts'
import { getSheet } from './find-sheets.ts'
import { readMendedWorkbook, writeHeldWorkbook } from './held-workbook.ts'
import { workbookType } from './look-routes.ts'
import { endLastMend, insertMends, type MendDeed, type PlacedMend } from './mends.ts'
import {
  type IntakeParts,
  lookAt,
  mayChange,
  onceHeaders,
  proved,
  refused,
  repeatable,
  unknownFile,
} from './parts.ts'
import { readFileKind } from './read-file-job.ts'
import { FileBody, FileKey, MendAnswer, NewMends } from './schema.ts'

const mendRoute = {
  operationId: 'mendFileCells',
  summary: 'Put cells right, or take all proposals of one cause; the file is read again',
  params: FileKey,
  headers: onceHeaders,
  body: NewMends,
  response: {
    200: MendAnswer,
    ...refused,
    404: problem('intake-file-not-found', 'intake-sheet-not-found', 'intake-cell-not-found'),
    409: problem('idempotency-key-reused'),
  },
}
const undoRoute = {
  operationId: 'undoLastMend',
  summary: 'Take back what one mended last in a file; the file is read again',
  params: FileKey,
  headers: onceHeaders,
  response: {
    200: MendAnswer,
    ...refused,
    ...unknownFile,
    409: problem('mend-undo-empty', 'idempotency-key-reused'),
  },
}
const heldRoute = {
  operationId: 'exportHeldRows',
  summary: 'Rows to mend as a workbook for their office, its numbers in full; written down',
  params: FileKey,
  querystring: z.object({ show: z.enum(['held', 'attention']).default('held') }),
  response: { 200: fileOf(workbookType), ...proved, ...unknownFile },
}
const returnRoute = {
  operationId: 'receiveMendedRows',
  summary: 'Hand the mended workbook back: what it says otherwise becomes mends',
  consumes: ['application/octet-stream'],
  params: FileKey,
  headers: onceHeaders,
  body: FileBody,
  response: {
    200: MendAnswer,
    ...refused,
    ...unknownFile,
    409: problem('idempotency-key-reused'),
    422: problem('mended-file-unfit', 'intake-file-refused'),
  },
}

/** Putting a file right, in the page or at the office that wrote it. */
export function mendRoutes(api: Api, parts: IntakeParts): void {
  const { db, secrets } = parts

  api.post(
    '/api/v1/intake-files/:fileId/mends',
    { schema: mendRoute, config: mayChange },
    (request) => {
      const { fileId } = request.params
      const { body } = request
      const { accountId } = getSignedIn(request)
      const ask = repeatable(request, mendRoute.operationId, fileId, body)
      return onceByKey(db, ask, MendAnswer, async (tx) => {
        const mends = await asViewer(tx, getViewer(request), async (scoped) => {
          await expectFile(scoped, fileId)
          if ('cause' in body) return findProposedMends(scoped, secrets, fileId, body.cause)
          await expectCells(scoped, parts, fileId, body.cells)
          return body.cells
        })
        const way = 'cause' in body ? 'proposal' : 'typed'
        await mend(parts, request, tx, { fileId, accountId, way }, mends)
        return { cells: mends.length, leftOut: 0 }
      })
    },
  )

  api.delete(
    '/api/v1/intake-files/:fileId/mends/last',
    { schema: undoRoute, config: mayChange },
    (request) => {
      const { fileId } = request.params
      const { accountId } = getSignedIn(request)
      const ask = repeatable(request, undoRoute.operationId, fileId)
      return onceByKey(db, ask, MendAnswer, async (tx) => {
        await asViewer(tx, getViewer(request), (scoped) => expectFile(scoped, fileId))
        const cells = await endLastMend(tx, fileId, accountId)
        if (cells === 0) throw new AppError('mend-undo-empty', {})
        await readAgain(parts, request, tx, { fileId, action: 'undo-mend', cells })
        return { cells, leftOut: 0 }
      })
    },
  )

  api.get(
    '/api/v1/intake-files/:fileId/held.xlsx',
    { schema: heldRoute, config: mayChange },
    async (request, reply) => {
      requireStepUp(request)
      const { fileId } = request.params
      const { show } = request.query
      const severities = show === 'held' ? (['held'] as const) : (['held', 'look'] as const)
      const deed = { fileId, action: 'export-held-rows', detail: { show } }
      const { content } = await lookAt(parts, request, deed, (scoped) =>
        writeHeldWorkbook(scoped, secrets, fileId, severities),
      )
      return reply
        .type(workbookType)
        .header('content-disposition', `attachment; filename="perbaikan-${fileId}.xlsx"`)
        .send(content)
    },
  )

  api.post(
    '/api/v1/intake-files/:fileId/mended-file',
    { schema: returnRoute, config: mayChange, bodyLimit: maxFileBytes },
    (request) => {
      const { fileId } = request.params
      const { accountId } = getSignedIn(request)
      const marked = Buffer.from(
        secrets.textHmacOf('mended file', Buffer.from(request.body).toString('latin1')),
      ).toString('base64')
      const ask = repeatable(request, returnRoute.operationId, fileId, marked)
      return onceByKey(db, ask, MendAnswer, async (tx) => {
        const { mends, leftOut } = await asViewer(tx, getViewer(request), async (scoped) => {
          await expectFile(scoped, fileId)
          return readMendedWorkbook(scoped, secrets, fileId, request.body)
        })
        await mend(parts, request, tx, { fileId, accountId, way: 'round-trip' }, mends)
        return { cells: mends.length, leftOut }
      })
    },
  )
}

/** @throws AppError `intake-sheet-not-found`, `intake-cell-not-found`. */
async function expectCells(
  scoped: Db,
  { secrets }: IntakeParts,
  fileId: string,
  mends: readonly PlacedMend[],
): Promise<void> {
  for (const [sheetPlace, ofSheet] of Map.groupBy(mends, (one) => one.sheetPlace)) {
    const at = { fileId, sheetPlace }
    await getSheet(scoped, at)
    const rows = [...new Set(ofSheet.map(({ row }) => row))]
    const there = new Set((await findCellRows(scoped, secrets, at, rows)).map(({ row }) => row))
    const missing = rows.find((row) => !there.has(row))
    if (missing !== undefined) {
      throw new AppError('intake-cell-not-found', { sheetNo: sheetPlace, row: missing })
    }
  }
}

async function mend(
  parts: IntakeParts,
  request: FastifyRequest,
  tx: Db,
  deed: MendDeed,
  mends: readonly PlacedMend[],
): Promise<void> {
  if (mends.length === 0) return
  await insertMends(tx, parts.secrets, deed, mends)
  const { fileId } = deed
  await readAgain(parts, request, tx, { fileId, action: 'mend-file', cells: mends.length })
}

async function readAgain(
  { jobs }: IntakeParts,
  request: FastifyRequest,
  tx: Db,
  { fileId, action, cells }: { fileId: string; action: string; cells: number },
): Promise<void> {
  await jobs.enqueueInLine(readFileKind.kind, fileId, tx)
  await recordEvent(tx, {
    ...askedBy(request),
    action,
    subjectKind: 'file',
    subjectId: fileId,
    detail: { cells },
  })
}

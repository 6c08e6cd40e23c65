import type { FastifyRequest } from 'fastify'
import { stringify } from 'yaml'
import { z } from 'zod'
import { askedBy, recordEvent } from '#access'
import type { Db } from '#platform/db'
import { type Api, fileOf, getSignedIn, getViewer, problem } from '#platform/http'
import { onceByKey, type RepeatableRequest } from '#platform/idempotency'
import { asViewer } from '#platform/scoped-db'
import { columnMeanings } from '../values/index.ts'
import { expectFile } from './find-cells.ts'
import { getSheet } from './find-sheets.ts'
import { expectFit, findVersions, saveMapping } from './mappings.ts'
import {
  type IntakeParts,
  lookAt,
  mayChange,
  mayRead,
  onceHeaders,
  refused,
  repeatable,
  unknownSheet,
} from './parts.ts'
import { readFileKind } from './read-file-job.ts'
import { nameVersions } from './say-who.ts'
import { MappingDocument, SheetKey, SheetMapping } from './schema.ts'

/** The media type of a mapping that is kept and shared as text. */
export const yamlType = 'application/yaml'

const meaningsRoute = {
  operationId: 'listColumnMeanings',
  summary: 'What a column of a list can mean, in the words of mappings',
  response: { 200: z.object({ meanings: z.array(z.enum(columnMeanings)) }), ...refused },
}
const readRoute = {
  operationId: 'getSheetMapping',
  summary: 'What an officer said of a sheet, and what is remembered of its headings',
  params: SheetKey,
  response: { 200: SheetMapping, ...refused, ...unknownSheet },
}
const yamlRoute = {
  operationId: 'exportSheetMapping',
  summary: 'How a sheet is read, as a document to read, keep and share',
  params: SheetKey,
  response: { 200: fileOf(yamlType), ...refused, ...unknownSheet },
}
const saveRoute = {
  operationId: 'setSheetMapping',
  summary:
    'Say what a sheet means, in JSON or YAML; it is read again, and remembered for the next one',
  consumes: ['application/json', yamlType],
  params: SheetKey,
  headers: onceHeaders,
  body: MappingDocument,
  response: {
    200: SheetMapping,
    ...refused,
    ...unknownSheet,
    409: problem('idempotency-key-reused'),
    422: problem('mapping-unfit'),
  },
}
const dropRoute = {
  operationId: 'dropSheetMapping',
  summary: 'Read a sheet as Betang proposes; what is remembered stays',
  params: SheetKey,
  headers: onceHeaders,
  response: {
    200: SheetMapping,
    ...refused,
    ...unknownSheet,
    409: problem('idempotency-key-reused'),
  },
}

/** What the columns of a sheet mean, as its officer says. */
export function mappingRoutes(api: Api, parts: IntakeParts): void {
  const { db, secrets, jobs } = parts
  const address = '/api/v1/intake-files/:fileId/sheets/:sheetPlace/mapping'

  api.get(
    '/api/v1/column-meanings',
    { schema: meaningsRoute, config: { action: 'read-reference' } },
    async () => ({ meanings: [...columnMeanings] }),
  )

  const lookIn = (tx: Db, request: FastifyRequest, at: SheetKey) =>
    lookAt(
      { ...parts, db: tx },
      request,
      { fileId: at.fileId, action: 'look-at-file' },
      async (scoped, file) => {
        const { mapping, columns } = await getSheet(scoped, at)
        return {
          mapping,
          versions: await findVersions(scoped, secrets, file.organisation_id, columns),
          columns,
        }
      },
    )
  const look = async (request: FastifyRequest, at: SheetKey) => {
    const found = await lookIn(db, request, at)
    return { ...found, versions: await nameVersions(db, found.versions) }
  }

  api.get(address, { schema: readRoute, config: mayRead }, (request) =>
    look(request, request.params),
  )

  api.get(`${address}.yaml`, { schema: yamlRoute, config: mayRead }, async (request, reply) => {
    const { mapping, columns } = await look(request, request.params)
    const document = mapping ?? {
      columns: Object.fromEntries(
        columns.filter(({ heading }) => heading !== '').map((one) => [one.heading, one.meaning]),
      ),
    }
    return reply.type(yamlType).send(Buffer.from(stringify(document)))
  })

  const change = async (
    request: FastifyRequest,
    at: SheetKey,
    ask: RepeatableRequest,
    mapping: MappingDocument | null,
  ) => {
    const { accountId } = getSignedIn(request)
    const { fileId, sheetPlace } = at
    const changed = await onceByKey(db, ask, SheetMapping, async (tx) => {
      const columns = await asViewer(tx, getViewer(request), async (scoped) => {
        await expectFile(scoped, fileId)
        return (await getSheet(scoped, at)).columns
      })
      // Another heading row may bring other headings.
      if (mapping && mapping.headerRow === undefined) expectFit(mapping, columns)
      await saveMapping(tx, secrets, { fileId, sheetPlace, accountId, columns }, mapping)
      await jobs.enqueueInLine(readFileKind.kind, fileId, tx)
      await recordEvent(tx, {
        ...askedBy(request),
        action: 'map-file',
        subjectKind: 'file',
        subjectId: fileId,
        detail: { sheet: sheetPlace, isDropped: mapping === null },
      })
      return lookIn(tx, request, at)
    })
    return { ...changed, versions: await nameVersions(db, changed.versions) }
  }

  api.put(address, { schema: saveRoute, config: mayChange }, (request) =>
    change(
      request,
      request.params,
      repeatable(request, saveRoute.operationId, request.params, request.body),
      request.body,
    ),
  )

  api.delete(address, { schema: dropRoute, config: mayChange }, (request) =>
    change(
      request,
      request.params,
      repeatable(request, dropRoute.operationId, request.params),
      null,
    ),
  )
}

import { AppError } from '#platform/errors'
import { type Api, fileOf, problem, requireStepUp } from '#platform/http'
import { compareWithLast, toDifferencePage } from './difference.ts'
import { writeDifference } from './difference-workbook.ts'
import { findCauses } from './find-causes.ts'
import { cellsNow, findCellRows } from './find-cells.ts'
import { findGrid } from './find-grid.ts'
import { findSheets, getSheet } from './find-sheets.ts'
import {
  type IntakeParts,
  lookAt,
  mayChange,
  mayRead,
  proved,
  refused,
  unknownFile,
  unknownSheet,
} from './parts.ts'
import {
  DifferenceQuery,
  FileCauses,
  FileDifference,
  FileKey,
  GridPage,
  GridQuery,
  IntakeSheets,
  RevealCells,
  RevealedCells,
  SheetKey,
} from './schema.ts'

/** The type of an Excel workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const sheetsRoute = {
  operationId: 'getFileSheets',
  summary: 'The sheets of a file and what each column was taken for',
  params: FileKey,
  response: { 200: IntakeSheets, ...refused, ...unknownFile },
}
const gridRoute = {
  operationId: 'getFileRows',
  summary: 'Rows of a sheet as its office wrote them, with what is amiss; numbers masked',
  params: SheetKey,
  querystring: GridQuery,
  response: { 200: GridPage, ...refused, ...unknownSheet },
}
const revealRoute = {
  operationId: 'revealFileCells',
  summary: 'Cells in full, numbers of persons too; for this answer alone, and written down',
  params: FileKey,
  body: RevealCells,
  response: {
    200: RevealedCells,
    ...proved,
    404: problem('intake-file-not-found', 'intake-sheet-not-found', 'intake-cell-not-found'),
  },
}
const causesRoute = {
  operationId: 'getFileCauses',
  summary: 'What is amiss in a file by cause, most rows first',
  params: FileKey,
  response: { 200: FileCauses, ...refused, ...unknownFile },
}
const differenceRoute = {
  operationId: 'getFileDifference',
  summary: 'What a file says otherwise than the last accepted one of its office and kind',
  params: FileKey,
  querystring: DifferenceQuery,
  response: { 200: FileDifference, ...refused, ...unknownFile },
}
const differenceFileRoute = {
  operationId: 'exportFileDifference',
  summary: 'The difference as a workbook, a sheet for each kind; numbers masked',
  params: FileKey,
  response: { 200: fileOf(workbookType), ...refused, ...unknownFile },
}

/** Looking at a file before it counts, and after. */
export function lookRoutes(api: Api, parts: IntakeParts): void {
  const { secrets } = parts

  api.get(
    '/api/v1/intake-files/:fileId/sheets',
    { schema: sheetsRoute, config: mayRead },
    (request) => {
      const { fileId } = request.params
      return lookAt(parts, request, { fileId, action: 'look-at-file' }, async (scoped) => ({
        sheets: await findSheets(scoped, fileId),
      }))
    },
  )

  api.get(
    '/api/v1/intake-files/:fileId/sheets/:sheetPlace/rows',
    { schema: gridRoute, config: mayRead },
    (request) => {
      const { params, query } = request
      const deed = {
        fileId: params.fileId,
        action: 'look-at-file-rows',
        detail: { sheet: params.sheetPlace, from: query.from, count: query.count },
      }
      return lookAt(parts, request, deed, (scoped) => findGrid(scoped, secrets, params, query))
    },
  )

  api.post(
    '/api/v1/intake-files/:fileId/reveal',
    { schema: revealRoute, config: mayChange },
    async (request) => {
      requireStepUp(request)
      const { fileId } = request.params
      const { cells } = request.body
      const deed = { fileId, action: 'reveal-file-cells', detail: { cells: cells.length } }
      return lookAt(parts, request, deed, async (scoped) => {
        const bySheet = Map.groupBy(cells, ({ sheetPlace }) => sheetPlace)
        const shown: RevealedCells['cells'] = []
        for (const [sheetPlace, asked] of bySheet) {
          const at = { fileId, sheetPlace }
          await getSheet(scoped, at)
          const numbers = [...new Set(asked.map(({ row }) => row))]
          const rows = await findCellRows(scoped, secrets, at, numbers)
          for (const { row, column } of asked) {
            const found = rows.find((one) => one.row === row)
            if (!found) throw new AppError('intake-cell-not-found', { sheetNo: sheetPlace, row })
            shown.push({ sheetPlace, row, column, value: cellsNow(found)[column] ?? '' })
          }
        }
        return { cells: shown }
      })
    },
  )

  api.get(
    '/api/v1/intake-files/:fileId/causes',
    { schema: causesRoute, config: mayRead },
    (request) => {
      const { fileId } = request.params
      return lookAt(parts, request, { fileId, action: 'look-at-file' }, (scoped) =>
        findCauses(scoped, secrets, fileId),
      )
    },
  )

  api.get(
    '/api/v1/intake-files/:fileId/difference',
    { schema: differenceRoute, config: mayRead },
    (request) => {
      const { fileId } = request.params
      const { kind, after, count } = request.query
      const deed = { fileId, action: 'look-at-file-difference', detail: { kind, after, count } }
      return lookAt(parts, request, deed, async (scoped) =>
        toDifferencePage(await compareWithLast(scoped, secrets, fileId), kind, { after, count }),
      )
    },
  )

  api.get(
    '/api/v1/intake-files/:fileId/difference.xlsx',
    { schema: differenceFileRoute, config: mayRead },
    async (request, reply) => {
      const { fileId } = request.params
      const deed = { fileId, action: 'export-file-difference' }
      const content = await lookAt(parts, request, deed, async (scoped) =>
        writeDifference(await compareWithLast(scoped, secrets, fileId)),
      )
      return reply
        .type(workbookType)
        .header('content-disposition', `attachment; filename="beda-${fileId}.xlsx"`)
        .send(content)
    },
  )
}

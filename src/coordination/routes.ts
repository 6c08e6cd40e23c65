import { askedBy, recordEvent } from '#access'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, fileOf, getViewer, problem } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import { findMatrixWorkbook } from './store.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const workbookRoute = {
  operationId: 'getOptimisationMatrix',
  summary: 'The OPPKPKE matrix of the last run as a workbook',
  response: {
    200: fileOf(workbookType),
    401: problem('sign-in-required'),
    403: problem('not-permitted'),
    404: problem('nothing-read-yet'),
  },
}

/** The mandated documents as files. */
export function coordinationRoutes(api: Api, { db }: { db: Db }): void {
  api.get(
    '/api/v1/reports/oppkpke.xlsx',
    { schema: workbookRoute, config: { action: 'read-reports' } },
    async (request, reply) => {
      const bytes = await asViewer(db, getViewer(request), async (scoped) => {
        const workbook = await findMatrixWorkbook(scoped)
        if (!workbook) throw new AppError('nothing-read-yet', {})
        await recordEvent(scoped, {
          ...askedBy(request),
          action: 'export',
          subjectKind: 'report',
          subjectId: 'oppkpke',
          detail: { bytes: workbook.length },
        })
        return workbook
      })
      return reply
        .type(workbookType)
        .header('content-disposition', 'attachment; filename="oppkpke.xlsx"')
        .send(bytes)
    },
  )
}

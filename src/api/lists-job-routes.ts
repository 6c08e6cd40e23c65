import { z } from 'zod'
import { askedBy, recordEvent } from '#access'
import type { Db } from '#platform/db'
import { type Api, getSignedIn, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { type Jobs, JobView } from '#platform/jobs'

/** The kind of job that reads all lists again. */
export const listsJobKind = 'lists'

export interface ListsJobParts {
  readonly db: Db
  readonly jobs: Jobs
}

const startRoute = {
  operationId: 'startListsJob',
  summary: 'Read all lists again, in the background',
  headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
  response: {
    202: JobView,
    401: problem('sign-in-required'),
    403: problem('not-permitted'),
    409: problem('job-running', 'idempotency-key-reused'),
  },
}
const latestRoute = {
  operationId: 'getListsJob',
  summary: 'How the latest reading of the lists stands',
  response: {
    200: z.object({ job: JobView.nullable() }),
    401: problem('sign-in-required'),
    403: problem('not-permitted'),
  },
}
const cancelRoute = {
  operationId: 'cancelListsJob',
  summary: 'Stop reading the lists; what was stored before stays',
  params: z.object({ jobId: z.uuid() }),
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    403: problem('not-permitted'),
    404: problem('job-not-found'),
  },
}

/** Starting, watching and stopping the main job from the web. */
export function listsJobRoutes(api: Api, { db, jobs }: ListsJobParts): void {
  api.post(
    '/api/v1/lists-job',
    { schema: startRoute, config: { action: 'start-lists-job' } },
    async (request, reply) => {
      const { accountId } = getSignedIn(request)
      const repeatable = {
        accountId,
        key: request.headers['idempotency-key'],
        request: startRoute.operationId,
      }
      const job = await onceByKey(db, repeatable, JobView, async (trx) => {
        const queued = await jobs.enqueue(listsJobKind, trx)
        const subject = { subjectKind: 'job', subjectId: queued.jobId }
        await recordEvent(trx, { ...askedBy(request), action: 'start-import', ...subject })
        return queued
      })
      return reply.code(202).send(job)
    },
  )

  api.get(
    '/api/v1/lists-job',
    { schema: latestRoute, config: { action: 'read-lists-job' } },
    async () => ({
      job: (await jobs.findLatest(listsJobKind)) ?? null,
    }),
  )

  api.delete(
    '/api/v1/lists-job/:jobId',
    { schema: cancelRoute, config: { action: 'start-lists-job' } },
    async (request, reply) => {
      const { jobId } = request.params
      await jobs.cancel(jobId)
      const subject = { subjectKind: 'job', subjectId: jobId }
      await recordEvent(db, { ...askedBy(request), action: 'cancel-import', ...subject })
      return reply.code(204).send(null)
    },
  )
}

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedBy, recordEvent } from '#access'
import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { getSignedIn, getViewer, problem } from '#platform/http'
import type { RepeatableRequest } from '#platform/idempotency'
import type { Jobs } from '#platform/jobs'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { expectFile } from './find-cells.ts'
import { getHandedFile } from './find-files.ts'
import { readFileKind } from './read-file-job.ts'
import type { IntakeFile } from './schema.ts'

export interface IntakeParts {
  readonly db: Db
  readonly clock: Clock
  readonly secrets: Secrets
  readonly jobs: Jobs
}

export const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
export const proved = { ...refused, 403: problem('not-permitted', 'step-up-required') }
export const unknownFile = { 404: problem('intake-file-not-found') }
export const unknownSheet = { 404: problem('intake-file-not-found', 'intake-sheet-not-found') }

export const onceHeaders = z.object({ 'idempotency-key': z.string().min(8).max(100) })

export const mayRead = { action: 'read-lists' }
export const mayChange = { action: 'import-lists' }

/** A write under the key that came with it; `operation` and `what` tell it from another. */
export function repeatable(
  request: FastifyRequest & { readonly headers: z.infer<typeof onceHeaders> },
  operation: string,
  ...what: readonly unknown[]
): RepeatableRequest {
  const { accountId } = getSignedIn(request)
  return { accountId, key: request.headers['idempotency-key'], request: [operation, ...what] }
}

/** What is told of a deed in the trail beside the file. */
interface Deed {
  readonly action: string
  readonly reason?: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/** Looks at a file with the rights of whoever asks, and writes the look down. */
export function lookAt<Answer>(
  { db }: IntakeParts,
  request: FastifyRequest,
  { fileId, ...deed }: Deed & { readonly fileId: string },
  work: (scoped: Db, file: Awaited<ReturnType<typeof expectFile>>) => Promise<Answer>,
): Promise<Answer> {
  return asViewer(db, getViewer(request), async (scoped) => {
    const answer = await work(scoped, await expectFile(scoped, fileId))
    await recordEvent(scoped, {
      ...askedBy(request),
      ...deed,
      subjectKind: 'file',
      subjectId: fileId,
    })
    return answer
  })
}

/** Changes a file that whoever asks may see, writes the deed down, and answers the file as it is then. */
export function changeFile(
  { db, jobs }: IntakeParts,
  request: FastifyRequest,
  { fileId, ...deed }: Deed & { readonly fileId: string },
  work: (tx: Db) => Promise<void>,
): Promise<IntakeFile> {
  return inTransaction(db, async (tx) => {
    await asViewer(tx, getViewer(request), (scoped) => expectFile(scoped, fileId))
    await work(tx)
    await recordEvent(tx, {
      ...askedBy(request),
      ...deed,
      subjectKind: 'file',
      subjectId: fileId,
    })
    return answerFile({ jobs }, request, tx, fileId)
  })
}

/** A file as whoever asks may see it. */
export async function answerFile(
  { jobs }: Pick<IntakeParts, 'jobs'>,
  request: FastifyRequest,
  db: Db,
  fileId: string,
): Promise<IntakeFile> {
  const { accountId } = getSignedIn(request)
  const job = await jobs.findLatest(readFileKind.kind, fileId, db)
  return asViewer(db, getViewer(request), (scoped) =>
    getHandedFile(scoped, fileId, { accountId, job }),
  )
}

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedBy, recordEvent } from '#access'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, getViewer, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { JobView } from '#platform/jobs'
import { asViewer } from '#platform/scoped-db'
import { maxFileBytes } from '../files/file-fault.ts'
import { contentHmac, type HandedFile } from '../kept-files.ts'
import { acceptHandedFile, findEffect, withdrawHandedFile } from './accept-file.ts'
import { expectFile } from './find-cells.ts'
import { findHandedFiles, firstReadingState } from './find-files.ts'
import {
  answerFile,
  changeFile,
  type IntakeParts,
  lookAt,
  mayChange,
  mayRead,
  onceHeaders,
  refused,
  repeatable,
  unknownFile,
} from './parts.ts'
import { readFileKind } from './read-file-job.ts'
import { decodeHeader, readFileName, receiveFile } from './receive-file.ts'
import { nameFile, namePage } from './say-who.ts'
import {
  AcceptFile,
  FileBody,
  FileEffect,
  FileKey,
  IntakeFile,
  IntakeFilesPage,
  IntakeFilesQuery,
  receiveHeaders,
  WithdrawFile,
} from './schema.ts'

const listRoute = {
  operationId: 'searchIntakeFiles',
  summary: 'Files as offices handed them over, the latest first, and which offices are late',
  querystring: IntakeFilesQuery,
  response: { 200: IntakeFilesPage, ...refused, 400: problem('cursor-invalid') },
}
const receiveRoute = {
  operationId: 'receiveFile',
  summary: 'Hand over a file as it is; it is read in the background and counts for nothing yet',
  consumes: ['application/octet-stream'],
  headers: receiveHeaders,
  body: FileBody,
  response: {
    201: IntakeFile,
    ...refused,
    404: problem('intake-file-not-found', 'organisation-not-found'),
    409: problem('intake-content-known', 'idempotency-key-reused'),
    422: problem('intake-file-refused'),
  },
}
const readRoute = {
  operationId: 'getIntakeFile',
  summary: 'One file: how its reading stands, its counts, and why to stop before accepting it',
  params: FileKey,
  response: { 200: IntakeFile, ...refused, ...unknownFile },
}
const readAgainRoute = {
  operationId: 'readFileAgain',
  summary: 'Read a file once more, in the background',
  params: FileKey,
  response: { 202: JobView, ...refused, ...unknownFile },
}
const cancelRoute = {
  operationId: 'cancelFileReading',
  summary: 'Stop reading a file; what was read before stays',
  params: FileKey,
  response: { 204: z.null(), ...refused, ...unknownFile },
}
const acceptRoute = {
  operationId: 'acceptFile',
  summary: 'Let a file count; the register is made again with it',
  params: FileKey,
  headers: onceHeaders,
  body: AcceptFile,
  response: {
    200: IntakeFile,
    ...refused,
    ...unknownFile,
    409: problem(
      'intake-file-not-read',
      'intake-file-accepted',
      'intake-file-warned',
      'idempotency-key-reused',
    ),
  },
}
const withdrawRoute = {
  operationId: 'withdrawFile',
  summary:
    'Take back a file that counts, and the register is made again without it, or one that could not be read',
  params: FileKey,
  headers: onceHeaders,
  body: WithdrawFile,
  response: {
    200: IntakeFile,
    ...refused,
    ...unknownFile,
    409: problem('intake-file-not-accepted', 'idempotency-key-reused'),
  },
}
const effectRoute = {
  operationId: 'getFileEffect',
  summary: 'What of the register comes from a file, and what from it alone',
  params: FileKey,
  response: { 200: FileEffect, ...refused, ...unknownFile },
}

/** Handing files over, and letting them count. */
export function fileRoutes(api: Api, parts: IntakeParts): void {
  const { db, clock, jobs } = parts
  const answer = async (request: FastifyRequest, fileId: string) =>
    nameFile(db, await answerFile(parts, request, db, fileId))

  api.get('/api/v1/intake-files', { schema: listRoute, config: mayRead }, async (request) => {
    const page = await asViewer(db, getViewer(request), (scoped) =>
      findHandedFiles(scoped, request.query, clock()),
    )
    const files = []
    for (const line of page.files) {
      const job =
        line.state === 'received'
          ? await jobs.findLatest(readFileKind.kind, line.fileId, db)
          : undefined
      files.push({ ...line, firstReading: firstReadingState(line.state, job) })
    }
    return namePage(db, { ...page, files })
  })

  api.post(
    '/api/v1/intake-files',
    { schema: receiveRoute, config: mayChange, bodyLimit: maxFileBytes },
    async (request, reply) => reply.code(201).send(await receive(parts, request)),
  )

  api.get('/api/v1/intake-files/:fileId', { schema: readRoute, config: mayRead }, (request) => {
    const { fileId } = request.params
    return answer(request, fileId)
  })

  api.post(
    '/api/v1/intake-files/:fileId/reading',
    { schema: readAgainRoute, config: mayChange },
    async (request, reply) => {
      const { fileId } = request.params
      const deed = { fileId, action: 'read-file-again' }
      await changeFile(parts, request, deed, async (tx) => {
        await jobs.enqueueInLine(readFileKind.kind, fileId, tx)
      })
      const job = await jobs.findLatest(readFileKind.kind, fileId, db)
      if (!job) throw new AppError('intake-file-not-found', { fileId })
      return reply.code(202).send(job)
    },
  )

  api.delete(
    '/api/v1/intake-files/:fileId/reading',
    { schema: cancelRoute, config: mayChange },
    async (request, reply) => {
      const { fileId } = request.params
      await changeFile(parts, request, { fileId, action: 'cancel-file-reading' }, async () => {})
      const job = await jobs.findLatest(readFileKind.kind, fileId, db)
      if (job) await jobs.cancel(job.jobId)
      return reply.code(204).send(null)
    },
  )

  api.post(
    '/api/v1/intake-files/:fileId/acceptance',
    { schema: acceptRoute, config: mayChange },
    async (request) => {
      const { fileId } = request.params
      const { accountId } = getSignedIn(request)
      const { despite } = request.body
      const deed = { fileId, action: 'accept-file', detail: { warnings: despite.length } }
      const ask = repeatable(request, acceptRoute.operationId, fileId, request.body)
      const accepted = await onceByKey(db, ask, IntakeFile, (tx) =>
        changeFile({ ...parts, db: tx }, request, deed, () =>
          acceptHandedFile(tx, fileId, { accountId, despite }),
        ),
      )
      return nameFile(db, accepted)
    },
  )

  api.delete(
    '/api/v1/intake-files/:fileId/acceptance',
    { schema: withdrawRoute, config: mayChange },
    async (request) => {
      const { fileId } = request.params
      const { accountId } = getSignedIn(request)
      const { reason } = request.body
      const deed = { fileId, action: 'withdraw-file', reason }
      const ask = repeatable(request, withdrawRoute.operationId, fileId, request.body)
      const withdrawn = await onceByKey(db, ask, IntakeFile, (tx) =>
        changeFile({ ...parts, db: tx }, request, deed, async () => {
          const job = await jobs.findLatest(readFileKind.kind, fileId, tx)
          const isBeingRead = job?.state === 'waiting' || job?.state === 'running'
          await withdrawHandedFile(tx, fileId, { accountId, reason, isBeingRead })
        }),
      )
      return nameFile(db, withdrawn)
    },
  )

  api.get(
    '/api/v1/intake-files/:fileId/effect',
    { schema: effectRoute, config: mayRead },
    (request) => {
      const { fileId } = request.params
      return lookAt(parts, request, { fileId, action: 'look-at-file-effect' }, (scoped, file) =>
        findEffect(scoped, file.name),
      )
    },
  )
}

type ReceiveRequest = FastifyRequest & {
  readonly headers: z.infer<typeof receiveHeaders>
  readonly body: Uint8Array
}

/** @throws AppError `not-permitted` for a file of another office, and those of `receiveFile`. */
async function receive(parts: IntakeParts, request: ReceiveRequest): Promise<IntakeFile> {
  const { db, secrets, jobs } = parts
  const { accountId } = getSignedIn(request)
  const viewer = getViewer(request)
  const { 'idempotency-key': key, ...headers } = pickHeaders(request.headers)
  const organisationId = headers['x-organisation'] ?? viewer.organisationId
  if (viewer.isOwnOrganisation && organisationId !== viewer.organisationId) {
    throw new AppError('not-permitted', { action: mayChange.action })
  }
  const file = handedFile(headers, request.body, { organisationId, accountId })
  const marked = Buffer.from(contentHmac(secrets, request.body)).toString('base64')
  const ask = { accountId, key, request: [receiveRoute.operationId, headers, marked] }
  return onceByKey(db, ask, IntakeFile, async (tx) => {
    await expectOrganisation(tx, organisationId)
    const { replaces } = file
    if (replaces !== undefined) {
      await asViewer(tx, viewer, (scoped) => expectFile(scoped, replaces))
    }
    const fileId = await receiveFile(
      tx,
      secrets,
      file,
      (other) => !viewer.isOwnOrganisation || other === viewer.organisationId,
    )
    await jobs.enqueueInLine(readFileKind.kind, fileId, tx)
    await recordEvent(tx, {
      ...askedBy(request),
      action: 'receive-file',
      subjectKind: 'file',
      subjectId: fileId,
      detail: { sizeBytes: file.content.length, organisationId },
    })
    return nameFile(tx, await answerFile(parts, request, tx, fileId))
  })
}

/** Those that say what the file is, for the comparison of a repeated request. */
function pickHeaders(headers: z.infer<typeof receiveHeaders>): z.infer<typeof receiveHeaders> {
  return receiveHeaders.parse(headers)
}

function handedFile(
  headers: Omit<z.infer<typeof receiveHeaders>, 'idempotency-key'>,
  content: Uint8Array,
  { organisationId, accountId }: { organisationId: string; accountId: string },
): HandedFile {
  const { 'x-paper-number': number, 'x-paper-date': day, 'x-purpose': purpose } = headers
  const { 'x-replaces': replaces } = headers
  return {
    name: readFileName(headers['x-file-name']),
    content,
    organisationId,
    receivedBy: accountId,
    ...(number === undefined ? {} : { paperNumber: decodeHeader('x-paper-number', number) }),
    ...(day === undefined ? {} : { paperDate: day }),
    ...(purpose === undefined ? {} : { purpose: decodeHeader('x-purpose', purpose) }),
    ...(replaces === undefined ? {} : { replaces }),
  }
}

async function expectOrganisation(tx: IntakeParts['db'], organisationId: string): Promise<void> {
  const found = await tx
    .selectFrom('organisation')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!found) throw new AppError('organisation-not-found', { organisationId })
}

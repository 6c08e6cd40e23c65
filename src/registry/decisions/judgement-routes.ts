import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedBy, can, recordEvent, recordReads } from '#access'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, getViewer, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { getNamedRow, type NamedRow } from './find-rows.ts'
import {
  Agreement,
  Judgement,
  JudgementEnd,
  JudgementKey,
  looks,
  NewJudgement,
} from './judgement-schema.ts'
import {
  endJudgement,
  findAgreement,
  findStanding,
  getJudgement,
  getOpenEvidence,
  insertJudgement,
  lockJudgement,
  type Reviewer,
  turnOf,
} from './judgement-store.ts'
import { decideChange, getChange, insertChange, lockChange } from './store.ts'

export interface JudgementParts {
  readonly db: Db
  readonly secrets: Secrets
  /** Share of the decided pairs that another reviewer looks at again, 0 to 1. */
  readonly secondShare: number
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }

const judgeRoute = {
  operationId: 'judgePair',
  summary:
    'Answer about a pair that waits: the first decides, the second sees no answer, a third settles',
  headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
  body: NewJudgement,
  response: {
    201: Judgement,
    ...refused,
    404: problem('change-subject-unknown'),
    409: problem('pair-not-waiting', 'idempotency-key-reused'),
  },
}
const endRoute = {
  operationId: 'withdrawJudgement',
  summary: 'Take back an answer of one’s own, on which nobody has answered since',
  params: JudgementKey,
  body: JudgementEnd,
  response: {
    200: Judgement,
    ...refused,
    404: problem('pair-judgement-not-found'),
    409: problem('pair-judgement-followed', 'change-closed'),
  },
}
const agreementRoute = {
  operationId: 'getPairAgreement',
  summary: 'How far two reviewers agree about the same pairs',
  response: { 200: Agreement, ...refused },
}

/** Judging pairs: answers of up to three reviewers, and how far they agree. */
export function judgementRoutes(api: Api, parts: JudgementParts): void {
  const { db, secondShare } = parts
  const config = { action: 'review-pairs' }

  api.post('/api/v1/pair-judgements', { schema: judgeRoute, config }, async (request, reply) => {
    const { accountId } = getSignedIn(request)
    const repeatable = {
      accountId,
      key: request.headers['idempotency-key'],
      request: [judgeRoute.operationId, request.body],
    }
    const made = await onceByKey(db, repeatable, Judgement, (trx) =>
      judge(trx, parts, { request, ...request.body }),
    )
    return reply.code(201).send(made)
  })

  api.patch('/api/v1/pair-judgements/:judgementNo', { schema: endRoute, config }, (request) =>
    inTransaction(db, (trx) => withdraw(trx, parts, request, request.params.judgementNo)),
  )

  api.get('/api/v1/pair-agreement', { schema: agreementRoute, config }, (request) =>
    asViewer(db, getViewer(request), (scoped) => findAgreement(scoped, secondShare)),
  )
}

interface Asked extends NewJudgement {
  readonly request: FastifyRequest
}

async function judge(trx: Db, parts: JudgementParts, asked: Asked): Promise<Judgement> {
  const { request, answer } = asked
  const { accountId } = getSignedIn(request)
  const viewer = getViewer(request)
  const maySettle = can(viewer, 'decide-changes').isAllowed
  const reviewer: Reviewer = { accountId, maySettle, secondShare: parts.secondShare }
  const rows = await asViewer(
    trx,
    viewer,
    async (scoped) =>
      [await getNamedRow(scoped, asked.left), await getNamedRow(scoped, asked.right)] as const,
  )
  const pair = [rows[0].ref, rows[1].ref] as const
  const standing = await findStanding(trx, pair)
  const turn = turnOf(standing, reviewer)
  const evidence =
    turn === 1 ? await asViewer(trx, viewer, (scoped) => getOpenEvidence(scoped, pair)) : null
  const [first] = standing
  const isDecided =
    turn === 2 || (turn === 3 && first?.state === 'in-force' && first.answer === answer)
  const organisationId = viewer.organisationId
  const state = maySettle ? 'in-force' : 'proposed'
  const changeNo = isDecided
    ? null
    : await decide(trx, parts, { request, rows, change: { kind: answer, state, organisationId } })
  const judgementNo = await insertJudgement(trx, parts.secrets, {
    pair,
    turn,
    answer,
    changeNo,
    evidence,
    organisationId,
    accountId,
  })
  await recordReads(trx, {
    ...askedBy(request),
    action: 'judge-pair',
    subjectKind: 'person',
    subjectIds: rows.flatMap(({ personId }) => personId ?? []),
    detail: { judgementNo, look: looks[turn - 1] ?? '', answer },
  })
  return (await asViewer(trx, viewer, (scoped) => getJudgement(scoped, judgementNo))).judgement
}

/** Makes the answer a decision of the register; its number. */
async function decide(
  trx: Db,
  { secrets }: JudgementParts,
  decided: {
    readonly request: FastifyRequest
    readonly rows: readonly [NamedRow, NamedRow]
    readonly change: {
      readonly kind: NewJudgement['answer']
      readonly state: 'in-force' | 'proposed'
      readonly organisationId: string
    }
  },
): Promise<number> {
  const { request, rows, change } = decided
  const [left, right] = rows
  const madeBy = getSignedIn(request).accountId
  const changeNo = await insertChange(trx, secrets, { ...change, left, right, reason: '', madeBy })
  await recordEvent(trx, {
    ...askedBy(request),
    action: 'change-register',
    subjectKind: 'family',
    ...(left.familyId && { subjectId: left.familyId }),
    detail: { changeNo, kind: change.kind, state: change.state },
  })
  return changeNo
}

async function withdraw(
  trx: Db,
  { secrets }: JudgementParts,
  request: FastifyRequest,
  judgementNo: number,
): Promise<Judgement> {
  const { accountId } = getSignedIn(request)
  const viewer = getViewer(request)
  const read = () => asViewer(trx, viewer, (scoped) => getJudgement(scoped, judgementNo))
  await lockJudgement(trx, judgementNo)
  const { judgement, changeNo, judgedBy, personIds, isFollowed } = await read()
  if (judgedBy !== accountId) throw new AppError('pair-judgement-not-found', {})
  if (judgement.isWithdrawn) return judgement
  if (isFollowed) throw new AppError('pair-judgement-followed', {})
  if (changeNo === null) await endJudgement(trx, judgementNo, accountId)
  else {
    if (judgement.changeState === 'in-force' && !can(viewer, 'decide-changes').isAllowed) {
      throw new AppError('not-permitted', { action: 'decide-changes' })
    }
    await lockChange(trx, changeNo)
    const change = await asViewer(trx, viewer, (scoped) => getChange(scoped, secrets, changeNo))
    await decideChange(trx, change, { verdict: 'withdraw', reason: '' }, accountId)
  }
  await recordReads(trx, {
    ...askedBy(request),
    action: 'withdraw-judgement',
    subjectKind: 'person',
    subjectIds: personIds,
    detail: { judgementNo },
  })
  return (await read()).judgement
}

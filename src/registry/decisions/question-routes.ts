import { z } from 'zod'
import { askedBy, recordReads } from '#access'
import { type Db, inTransaction } from '#platform/db'
import { type Api, getSignedIn, getViewer, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import {
  AnswerToPair,
  NewPairQuestion,
  PairQuestion,
  PairQuestions,
  QuestionKey,
} from './question-schema.ts'
import {
  answerQuestion,
  findOpenQuestions,
  getAskedRow,
  getQuestion,
  insertQuestion,
} from './question-store.ts'

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }

const askRoute = {
  operationId: 'askAboutPair',
  summary: 'Ask the ward whether two records are one person; the answer decides nothing by itself',
  headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
  body: NewPairQuestion,
  response: {
    201: PairQuestion,
    ...refused,
    404: problem('change-subject-unknown'),
    409: problem('pair-question-open', 'idempotency-key-reused'),
  },
}
const listRoute = {
  operationId: 'listPairQuestions',
  summary: 'Questions about pairs of records that wait for an answer, the oldest first',
  response: { 200: PairQuestions, ...refused },
}
const answerRoute = {
  operationId: 'answerPairQuestion',
  summary: 'Answer a question about a pair: yes, no, or not known',
  params: QuestionKey,
  body: AnswerToPair,
  response: {
    200: PairQuestion,
    ...refused,
    404: problem('pair-question-not-found'),
    409: problem('pair-question-answered'),
  },
}

/** Questions to the ward about doubtful pairs, and what the ward says. */
export function pairQuestionRoutes(
  api: Api,
  { db, secrets }: { readonly db: Db; readonly secrets: Secrets },
): void {
  api.post(
    '/api/v1/pair-questions',
    { schema: askRoute, config: { action: 'review-pairs' } },
    async (request, reply) => {
      const { accountId } = getSignedIn(request)
      const viewer = getViewer(request)
      const { organisationId } = viewer
      const repeatable = {
        accountId,
        key: request.headers['idempotency-key'],
        request: [askRoute.operationId, request.body],
      }
      const made = await onceByKey(db, repeatable, PairQuestion, async (trx) => {
        const { left, right } = request.body
        const rows = await asViewer(
          trx,
          viewer,
          async (scoped) =>
            [await getAskedRow(scoped, left), await getAskedRow(scoped, right)] as const,
        )
        const asked = { rows, organisationId, askedBy: accountId }
        const questionNo = await insertQuestion(trx, secrets, asked)
        await recordReads(trx, {
          ...askedBy(request),
          action: 'ask-about-pair',
          subjectKind: 'person',
          subjectIds: rows.map(({ personId }) => personId),
          detail: { questionNo },
        })
        const made = await asViewer(trx, viewer, (scoped) =>
          getQuestion(scoped, secrets, questionNo),
        )
        return made.question
      })
      return reply.code(201).send(made)
    },
  )

  api.get(
    '/api/v1/pair-questions',
    { schema: listRoute, config: { action: 'answer-pair-questions' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const traced = await findOpenQuestions(scoped, secrets)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read-pair-questions',
          subjectKind: 'person',
          subjectIds: traced.flatMap(({ personIds }) => personIds),
        })
        return { questions: traced.map(({ question }) => question) }
      }),
  )

  api.put(
    '/api/v1/pair-questions/:questionNo/answer',
    { schema: answerRoute, config: { action: 'answer-pair-questions' } },
    (request) =>
      inTransaction(db, async (trx) => {
        const { questionNo } = request.params
        const { answer } = request.body
        const read = () =>
          asViewer(trx, getViewer(request), (scoped) => getQuestion(scoped, secrets, questionNo))
        const { personIds } = await read()
        await answerQuestion(trx, questionNo, answer, getSignedIn(request).accountId)
        await recordReads(trx, {
          ...askedBy(request),
          action: 'answer-pair-question',
          subjectKind: 'person',
          subjectIds: personIds,
          detail: { questionNo, answer },
        })
        return (await read()).question
      }),
  )
}

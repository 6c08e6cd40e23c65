import { queryOptions } from '@tanstack/react-query'
import type { PairLine } from '#insight/schema'
import type { Judgement, PairAnswer, PairVerdict } from '#registry/schema'
import type { AnswerOf } from './calls.ts'
import { callApi } from './http.ts'

export type PairQuestionLine = AnswerOf<'GET', '/pair-questions'>['questions'][number]

/** Questions about pairs that wait for the own ward. */
export const pairQuestionsQuery = queryOptions({
  queryKey: ['pair-questions'],
  queryFn: ({ signal }) => callApi('GET', '/pair-questions', { signal }),
})

const refOf = ({ file, sheet, row }: PairLine['left']) => ({ file, sheet, row })

/** How far two reviewers agree. */
export const pairAgreementQuery = queryOptions({
  queryKey: ['pair-agreement'],
  queryFn: ({ signal }) => callApi('GET', '/pair-agreement', { signal }),
})

/** What the answers say of the linkage, and what they propose. */
export const linkageProposalQuery = queryOptions({
  queryKey: ['linkage-proposal'],
  queryFn: ({ signal }) => callApi('GET', '/linkage-threshold', { signal }),
})

/** Has a proposal hold; null for the usual threshold. */
export async function adoptThreshold(thresholdBits: number | null): Promise<void> {
  await callApi('PUT', '/linkage-threshold', { body: { thresholdBits } })
}

/** Answers about a pair that waits. */
export function judgePair({ left, right }: PairLine, answer: PairVerdict): Promise<Judgement> {
  return callApi('POST', '/pair-judgements', {
    body: { left: refOf(left), right: refOf(right), answer },
    key: crypto.randomUUID(),
  })
}

/** Takes back an own answer. */
export async function withdrawJudgement(judgementNo: number): Promise<void> {
  await callApi('PATCH', '/pair-judgements/{judgementNo}', {
    path: { judgementNo },
    body: { isWithdrawn: true },
  })
}

/** Asks the ward whether both are one person. */
export async function askAboutPair({ left, right }: PairLine): Promise<void> {
  await callApi('POST', '/pair-questions', {
    body: { left: refOf(left), right: refOf(right) },
    key: crypto.randomUUID(),
  })
}

export async function answerPairQuestion(questionNo: number, answer: PairAnswer): Promise<void> {
  await callApi('PUT', '/pair-questions/{questionNo}/answer', {
    path: { questionNo },
    body: { answer },
  })
}

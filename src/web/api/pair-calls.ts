import { queryOptions } from '@tanstack/react-query'
import type { PairLine } from '#insight/schema'
import type { PairAnswer } from '#registry/schema'
import type { AnswerOf } from './calls.ts'
import { callApi } from './http.ts'

export type PairQuestionLine = AnswerOf<'GET', '/pair-questions'>['questions'][number]

/** Questions about pairs that wait for the own ward. */
export const pairQuestionsQuery = queryOptions({
  queryKey: ['pair-questions'],
  queryFn: ({ signal }) => callApi('GET', '/pair-questions', { signal }),
})

/** Asks the ward whether both are one person. */
export async function askAboutPair({ left, right }: PairLine): Promise<void> {
  const refOf = ({ file, sheet, row }: PairLine['left']) => ({ file, sheet, row })
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

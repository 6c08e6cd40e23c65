import { infiniteQueryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ChangeView, NewChange, Verdict } from '#registry/schema'
import type { AnswerOf } from './calls.ts'
import { callApi } from './http.ts'

export type ChangesAnswer = AnswerOf<'GET', '/register-changes'>
export type ChangeLine = ChangesAnswer['changes'][number]
export type ChangeState = ChangeLine['state']

/** Decisions and proposals about the register, of one family where it is named, the latest first. */
export const changesQuery = (state: ChangeState | undefined, familyId?: string) =>
  infiniteQueryOptions({
    queryKey: ['register-changes', state, familyId],
    queryFn: ({ pageParam, signal }) =>
      callApi('GET', '/register-changes', {
        query: { state, familyId, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** What is amiss with values as typed; nothing is kept. */
export function checkTyped(
  rows: readonly Readonly<Record<string, string>>[],
): Promise<AnswerOf<'POST', '/register-changes/check'>> {
  return callApi('POST', '/register-changes/check', { body: { rows } })
}

/** Decides or proposes something about the register. */
export function createChange(body: z.input<typeof NewChange>): Promise<ChangeView> {
  return callApi('POST', '/register-changes', { body, key: crypto.randomUUID() })
}

/** Approves, refuses or takes back, as the change stands at this moment. */
export async function decideChange(changeNo: number, body: z.input<typeof Verdict>): Promise<void> {
  const path = { changeNo }
  await callApi('GET', '/register-changes/{changeNo}', { path })
  await callApi('PATCH', '/register-changes/{changeNo}', { path, body })
}

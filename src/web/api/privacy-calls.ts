import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  Breach,
  IdentityCheck,
  MarkEnd,
  NewBreach,
  NewBreachStep,
  NewChange,
  NewStep,
  NewSubjectRequest,
  PersonHint,
  PersonQuestion,
  SubjectRequest,
} from '#access/schema'
import { ApiProblem, callApi } from './http.ts'

/** Requests page after page: the open ones due first, or the closed ones latest first. */
export function subjectRequestsQuery(state: 'open' | 'closed') {
  return infiniteQueryOptions({
    queryKey: ['subject-requests', state],
    queryFn: ({ pageParam, signal }) =>
      callApi('GET', '/subject-requests', {
        query: { state, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function subjectRequestQuery(requestNo: string) {
  return queryOptions({
    queryKey: ['subject-requests', 'one', requestNo],
    queryFn: ({ signal }) =>
      callApi('GET', '/subject-requests/{requestNo}', {
        path: { requestNo: Number(requestNo) },
        signal,
      }),
  })
}

export function enterRequest(body: NewSubjectRequest, key: string): Promise<{ requestNo: number }> {
  return callApi('POST', '/subject-requests', { body, key })
}

export async function findPersons(question: PersonQuestion): Promise<PersonHint[]> {
  const { persons } = await callApi('POST', '/subject-requests/find-person', { body: question })
  return persons
}

export function checkIdentity(requestNo: number, body: IdentityCheck): Promise<SubjectRequest> {
  return callApi('POST', '/subject-requests/{requestNo}/identity', { path: { requestNo }, body })
}

export function takeStep(requestNo: number, body: NewStep): Promise<SubjectRequest> {
  return callApi('POST', '/subject-requests/{requestNo}/steps', { path: { requestNo }, body })
}

export function endMark(requestNo: number, body: MarkEnd): Promise<SubjectRequest> {
  return callApi('POST', '/subject-requests/{requestNo}/mark-end', { path: { requestNo }, body })
}

export function noteChange(
  requestNo: number,
  body: NewChange,
  key: string,
): Promise<SubjectRequest> {
  return callApi('POST', '/subject-requests/{requestNo}/changes', {
    path: { requestNo },
    body,
    key,
  })
}

export const breachesQuery = queryOptions({
  queryKey: ['breaches'],
  queryFn: ({ signal }) => callApi('GET', '/breaches', { signal }),
})

export function enterBreach(body: NewBreach, key: string): Promise<{ breachNo: number }> {
  return callApi('POST', '/breaches', { body, key })
}

export function stepBreach(breachNo: number, body: NewBreachStep): Promise<Breach> {
  return callApi('POST', '/breaches/{breachNo}/steps', { path: { breachNo }, body })
}

export const privacyQuery = queryOptions({
  queryKey: ['privacy'],
  queryFn: ({ signal }) => callApi('GET', '/privacy', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => callApi('GET', '/privacy/retention', { signal }),
})

/** All data of the person of a request. @throws ApiProblem `step-up-required` without a fresh proof. */
export async function exportSubject(requestNo: number, language: string): Promise<Blob> {
  const response = await fetch(`/api/v1/subject-requests/${requestNo}/export`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language }),
  }).catch((cause: unknown) => {
    throw new ApiProblem('network', 0, undefined, { cause })
  })
  if (response.ok) return response.blob()
  const body: { readonly code?: unknown; readonly detail?: unknown } | null = await response
    .json()
    .catch(() => null)
  throw new ApiProblem(
    typeof body?.code === 'string' ? body.code : `http-${response.status}`,
    response.status,
    typeof body?.detail === 'string' ? body.detail : undefined,
  )
}

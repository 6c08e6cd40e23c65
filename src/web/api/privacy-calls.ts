import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  Breach,
  BreachList,
  NewBreach,
  NewBreachStep,
  NewChange,
  NewStep,
  NewSubjectRequest,
  PersonHint,
  PersonQuestion,
  PrivacyPage,
  RetentionPlan,
  SubjectRequest,
  SubjectRequestPage,
} from '#access/schema'
import { ApiProblem, callApi, createByApi } from './http.ts'

/** Requests page after page: the open ones due first, or the closed ones latest first. */
export function subjectRequestsQuery(state: 'open' | 'closed') {
  return infiniteQueryOptions({
    queryKey: ['subject-requests', state],
    queryFn: ({ pageParam, signal }) =>
      callApi<SubjectRequestPage>(
        'GET',
        `/subject-requests?state=${state}${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`,
        undefined,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function subjectRequestQuery(requestNo: string) {
  return queryOptions({
    queryKey: ['subject-requests', 'one', requestNo],
    queryFn: ({ signal }) =>
      callApi<SubjectRequest>('GET', `/subject-requests/${requestNo}`, undefined, signal),
  })
}

export function enterRequest(body: NewSubjectRequest, key: string): Promise<{ requestNo: number }> {
  return createByApi('/subject-requests', body, key)
}

export async function findPersons(question: PersonQuestion): Promise<PersonHint[]> {
  const { persons } = await callApi<{ persons: PersonHint[] }>(
    'POST',
    '/subject-requests/find-person',
    question,
  )
  return persons
}

export function checkIdentity(
  requestNo: number,
  body: { means: string; personId: string },
): Promise<SubjectRequest> {
  return callApi('POST', `/subject-requests/${requestNo}/identity`, body)
}

export function takeStep(requestNo: number, body: NewStep): Promise<SubjectRequest> {
  return callApi('POST', `/subject-requests/${requestNo}/steps`, body)
}

export function noteChange(
  requestNo: number,
  body: NewChange,
  key: string,
): Promise<SubjectRequest> {
  return createByApi(`/subject-requests/${requestNo}/changes`, body, key)
}

export const breachesQuery = queryOptions({
  queryKey: ['breaches'],
  queryFn: ({ signal }) => callApi<BreachList>('GET', '/breaches', undefined, signal),
})

export function enterBreach(body: NewBreach, key: string): Promise<{ breachNo: number }> {
  return createByApi('/breaches', body, key)
}

export function stepBreach(breachNo: number, body: NewBreachStep): Promise<Breach> {
  return callApi('POST', `/breaches/${breachNo}/steps`, body)
}

export const privacyQuery = queryOptions({
  queryKey: ['privacy'],
  queryFn: ({ signal }) => callApi<PrivacyPage>('GET', '/privacy', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => callApi<RetentionPlan>('GET', '/privacy/retention', undefined, signal),
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

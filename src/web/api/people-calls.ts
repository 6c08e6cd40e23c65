import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  Account,
  AccountChange,
  AccountPage,
  AccountsFilter,
  AccountWithPassword,
  GrantsPage,
  HeldGrant,
  Loan,
  NewAccount,
  NewGrantBody,
  NewLoan,
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationsPage,
  PersonHint,
  PersonQuestion,
  PreviewQuestion,
} from '#access/schema'
import { callApi } from './http.ts'

/** Acts under another of one's roles from now on. */
export function chooseGrant(grantId: string): Promise<GrantsPage> {
  return callApi('PUT', '/grants/in-use', { body: { grantId } })
}

/** Every organisation by name: there are some dozens, and every form chooses among them. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async ({ signal }) => {
    const organisations: Organisation[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: OrganisationsPage = await callApi('GET', '/organisations', {
        query: cursor ? { cursor } : {},
        signal,
      })
      organisations.push(...page.organisations)
      cursor = page.nextCursor
    }
    return organisations
  },
})

export const unclaimedNamesQuery = queryOptions({
  queryKey: ['organisations', 'unclaimed-names'],
  queryFn: ({ signal }) => callApi('GET', '/organisations/unclaimed-names', { signal }),
})

export function createOrganisation(body: NewOrganisation, key: string): Promise<Organisation> {
  return callApi('POST', '/organisations', { body, key })
}

export function changeOrganisation(
  organisationId: string,
  change: OrganisationChange,
): Promise<Organisation> {
  return callApi('PATCH', '/organisations/{organisationId}', {
    path: { organisationId },
    body: change,
  })
}

export async function deleteOrganisation(organisationId: string): Promise<void> {
  await callApi('DELETE', '/organisations/{organisationId}', { path: { organisationId } })
}

/** Accounts by filter, page after page. By POST: a name that is searched for is no part of an address. */
export function accountsQuery(filter: Omit<AccountsFilter, 'cursor'>) {
  return infiniteQueryOptions({
    queryKey: ['accounts', filter],
    queryFn: ({ pageParam, signal }) =>
      callApi('POST', '/accounts/search', {
        body: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function accountQuery(accountId: string) {
  return queryOptions({
    queryKey: ['account', accountId],
    queryFn: ({ signal }) =>
      callApi('GET', '/accounts/{accountId}', { path: { accountId }, signal }),
  })
}

export function createAccount(body: NewAccount, key: string): Promise<AccountWithPassword> {
  return callApi('POST', '/accounts', { body, key })
}

export function changeAccount(
  accountId: Account['accountId'],
  change: AccountChange,
): Promise<AccountPage> {
  return callApi('PATCH', '/accounts/{accountId}', { path: { accountId }, body: change })
}

/** Persons whose account it may be; their names come masked. */
export async function findAccountPersons(question: PersonQuestion): Promise<PersonHint[]> {
  const { persons } = await callApi('POST', '/accounts/find-person', { body: question })
  return persons
}

export function resetAccount(
  accountId: string,
  withAllFactors: boolean,
): Promise<AccountWithPassword> {
  return callApi('POST', '/accounts/{accountId}/reset', {
    path: { accountId },
    body: { withAllFactors },
  })
}

export function giveGrant(accountId: string, body: NewGrantBody, key: string): Promise<HeldGrant> {
  return callApi('POST', '/accounts/{accountId}/grants', { path: { accountId }, body, key })
}

/** Ends a role on a day, or takes the ending back with the end that it had. */
export function changeGrantEnd(
  accountId: string,
  grantId: string,
  validTo: string | null,
): Promise<HeldGrant> {
  return callApi('PATCH', '/accounts/{accountId}/grants/{grantId}', {
    path: { accountId, grantId },
    body: { validTo },
  })
}

/** What an account would see, in counts. */
export function previewQuery(accountId: string, question: PreviewQuestion) {
  return queryOptions({
    queryKey: ['preview', accountId, question],
    queryFn: ({ signal }) =>
      callApi('POST', '/accounts/{accountId}/preview', {
        path: { accountId },
        body: question,
        signal,
      }),
    staleTime: 60_000,
  })
}

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => callApi('GET', '/colleagues', { signal }),
})

export const loansQuery = queryOptions({
  queryKey: ['loans'],
  queryFn: ({ signal }) => callApi('GET', '/grants/loans', { signal }),
})

export function lendGrant(body: NewLoan, key: string): Promise<Loan> {
  return callApi('POST', '/grants/loans', { body, key })
}

export async function endLoan(grantId: string): Promise<void> {
  await callApi('DELETE', '/grants/loans/{grantId}', { path: { grantId } })
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  Account,
  AccountChange,
  AccountPage,
  AccountsFilter,
  AccountsPage,
  AccountWithPassword,
  Colleagues,
  GrantsPage,
  HeldGrant,
  Loan,
  LoansPage,
  NewAccount,
  NewGrantBody,
  NewLoan,
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationsPage,
  Preview,
  PreviewQuestion,
  UnclaimedNames,
} from '#access/schema'
import { callApi, createByApi } from './http.ts'

/** Acts under another of one's roles from now on. */
export function chooseGrant(grantId: string): Promise<GrantsPage> {
  return callApi('PUT', '/grants/in-use', { grantId })
}

/** Every organisation by name: there are some dozens, and every form chooses among them. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async ({ signal }) => {
    const organisations: Organisation[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path: string = `/organisations${cursor && `?cursor=${encodeURIComponent(cursor)}`}`
      const page: OrganisationsPage = await callApi('GET', path, undefined, signal)
      organisations.push(...page.organisations)
      cursor = page.nextCursor
    }
    return organisations
  },
})

export const unclaimedNamesQuery = queryOptions({
  queryKey: ['organisations', 'unclaimed-names'],
  queryFn: ({ signal }) =>
    callApi<UnclaimedNames>('GET', '/organisations/unclaimed-names', undefined, signal),
})

export function createOrganisation(body: NewOrganisation, key: string): Promise<Organisation> {
  return createByApi('/organisations', body, key)
}

export function changeOrganisation(
  organisationId: string,
  change: OrganisationChange,
): Promise<Organisation> {
  return callApi('PATCH', `/organisations/${organisationId}`, change)
}

export async function deleteOrganisation(organisationId: string): Promise<void> {
  await callApi<unknown>('DELETE', `/organisations/${organisationId}`)
}

/** Accounts by filter, page after page. By POST: a name that is searched for is no part of an address. */
export function accountsQuery(filter: Omit<AccountsFilter, 'cursor'>) {
  return infiniteQueryOptions({
    queryKey: ['accounts', filter],
    queryFn: ({ pageParam, signal }) =>
      callApi<AccountsPage>(
        'POST',
        '/accounts/search',
        { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function accountQuery(accountId: string) {
  return queryOptions({
    queryKey: ['account', accountId],
    queryFn: ({ signal }) =>
      callApi<AccountPage>('GET', `/accounts/${accountId}`, undefined, signal),
  })
}

export function createAccount(body: NewAccount, key: string): Promise<AccountWithPassword> {
  return createByApi('/accounts', body, key)
}

export function changeAccount(
  accountId: Account['accountId'],
  change: AccountChange,
): Promise<AccountPage> {
  return callApi('PATCH', `/accounts/${accountId}`, change)
}

export function resetAccount(
  accountId: string,
  withAllFactors: boolean,
): Promise<AccountWithPassword> {
  return callApi('POST', `/accounts/${accountId}/reset`, { withAllFactors })
}

export function giveGrant(accountId: string, body: NewGrantBody, key: string): Promise<HeldGrant> {
  return createByApi(`/accounts/${accountId}/grants`, body, key)
}

/** Ends a role on a day, or takes the ending back with the end that it had. */
export function changeGrantEnd(
  accountId: string,
  grantId: string,
  validTo: string | null,
): Promise<HeldGrant> {
  return callApi('PATCH', `/accounts/${accountId}/grants/${grantId}`, { validTo })
}

/** What an account would see, in counts. */
export function previewQuery(accountId: string, question: PreviewQuestion) {
  return queryOptions({
    queryKey: ['preview', accountId, question],
    queryFn: ({ signal }) =>
      callApi<Preview>('POST', `/accounts/${accountId}/preview`, question, signal),
    staleTime: 60_000,
  })
}

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => callApi<Colleagues>('GET', '/colleagues', undefined, signal),
})

export const loansQuery = queryOptions({
  queryKey: ['loans'],
  queryFn: ({ signal }) => callApi<LoansPage>('GET', '/grants/loans', undefined, signal),
})

export function lendGrant(body: NewLoan, key: string): Promise<Loan> {
  return createByApi('/grants/loans', body, key)
}

export async function endLoan(grantId: string): Promise<void> {
  await callApi<unknown>('DELETE', `/grants/loans/${grantId}`)
}

import { queryOptions } from '@tanstack/react-query'
import type { Device, OwnAccount, Providers, RecoveryCodes, TotpKey } from '#access/schema'
import { callApi } from './http.ts'

/** By what one can sign in to the own account. */
export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: ({ signal }) => callApi<OwnAccount>('GET', '/account', undefined, signal),
})

/** Where the account is signed in. */
export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => callApi<{ sessions: Device[] }>('GET', '/sessions', undefined, signal),
})

/** Outside providers by which one can sign in; empty where the office has none. */
export const providersQuery = queryOptions({
  queryKey: ['identity-providers'],
  queryFn: ({ signal }) => callApi<Providers>('GET', '/oidc/providers', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Where a browser goes to sign in by a provider, and which page it comes back to. */
export function providerAddress(providerId: string, comeBackTo: string): string {
  return `/api/v1/oidc/${providerId}/start?ke=${encodeURIComponent(comeBackTo)}`
}

/** Signs one device out. */
export async function endDevice(sessionId: string): Promise<void> {
  await callApi<unknown>('DELETE', `/sessions/${sessionId}`)
}

/** Signs out everywhere, here too. */
export async function endAllDevices(): Promise<void> {
  await callApi<unknown>('DELETE', '/sessions')
}

/** A secret for an authenticator app. @throws ApiProblem `step-up-required`. */
export function beginTotp(): Promise<TotpKey> {
  return callApi<TotpKey>('POST', '/totp')
}

/** Turns the authenticator app on; the recovery codes come this once. @throws ApiProblem `code-wrong`. */
export function confirmTotp(code: string): Promise<RecoveryCodes> {
  return callApi<RecoveryCodes>('POST', '/totp/confirmation', { code })
}

export async function removeTotp(): Promise<void> {
  await callApi<unknown>('DELETE', '/totp')
}

/** New recovery codes; they come this once. */
export function renewRecoveryCodes(): Promise<RecoveryCodes> {
  return callApi<RecoveryCodes>('POST', '/recovery-codes')
}

/** Where to go to link the account with a provider. */
export function beginLink(providerId: string): Promise<{ url: string }> {
  return callApi<{ url: string }>('POST', `/oidc/${providerId}/link`)
}

export async function removeLink(providerId: string): Promise<void> {
  await callApi<unknown>('DELETE', `/oidc/${providerId}/link`)
}

/** Proves who one is by the password or a code. @throws ApiProblem `password-wrong`, `code-wrong`. */
export async function stepUp(proof: { password: string } | { code: string }): Promise<void> {
  await callApi<unknown>('POST', '/step-up', proof)
}

import { queryOptions } from '@tanstack/react-query'
import type { RecoveryCodes, TotpKey } from '#access/schema'
import { callApi } from './http.ts'

/** By what one can sign in to the own account. */
export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: ({ signal }) => callApi('GET', '/account', { signal }),
})

/** Where the account is signed in. */
export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => callApi('GET', '/sessions', { signal }),
})

/** Outside providers by which one can sign in; empty where the office has none. */
export const providersQuery = queryOptions({
  queryKey: ['identity-providers'],
  queryFn: ({ signal }) => callApi('GET', '/oidc/providers', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Where a browser goes to sign in by a provider, and which page it comes back to. */
export function providerAddress(providerId: string, comeBackTo: string): string {
  return `/api/v1/oidc/${providerId}/start?ke=${encodeURIComponent(comeBackTo)}`
}

/** Signs one device out. */
export async function endDevice(sessionId: string): Promise<void> {
  await callApi('DELETE', '/sessions/{sessionId}', { path: { sessionId } })
}

/** Signs out everywhere, here too. */
export async function endAllDevices(): Promise<void> {
  await callApi('DELETE', '/sessions')
}

/** A secret for an authenticator app. @throws ApiProblem `step-up-required`. */
export function beginTotp(): Promise<TotpKey> {
  return callApi('POST', '/totp')
}

/** Turns the authenticator app on; the recovery codes come this once. @throws ApiProblem `code-wrong`. */
export function confirmTotp(code: string): Promise<RecoveryCodes> {
  return callApi('POST', '/totp/confirmation', { body: { code } })
}

export async function removeTotp(): Promise<void> {
  await callApi('DELETE', '/totp')
}

/** New recovery codes; they come this once. */
export function renewRecoveryCodes(): Promise<RecoveryCodes> {
  return callApi('POST', '/recovery-codes')
}

/** Where to go to link the account with a provider. */
export function beginLink(providerId: string): Promise<{ url: string }> {
  return callApi('POST', '/oidc/{provider}/link', { path: { provider: providerId } })
}

export async function removeLink(providerId: string): Promise<void> {
  await callApi('DELETE', '/oidc/{provider}/link', { path: { provider: providerId } })
}

/** Proves who one is by the password or a code. @throws ApiProblem `password-wrong`, `code-wrong`. */
export async function stepUp(proof: { password: string } | { code: string }): Promise<void> {
  await callApi('POST', '/step-up', { body: proof })
}

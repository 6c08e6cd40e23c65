import type { SecondStep, Session } from '#access/schema'
import { callApi } from './http.ts'

/**
 * Opens a session, whose cookie the server sets; or gives the ticket with which a code completes it.
 *
 * @throws ApiProblem 401 for a wrong name or password.
 */
export async function signIn(userName: string, password: string): Promise<Session | SecondStep> {
  return await callApi('POST', '/session', { body: { userName, password } })
}

/** Completes a sign-in by a code. @throws ApiProblem `code-wrong`, `sign-in-expired`. */
export async function completeSignIn(ticket: string, code: string): Promise<Session> {
  return await callApi('POST', '/session/second-factor', { body: { ticket, code } })
}

/** Ends the session on the server. */
export async function signOut(): Promise<void> {
  await callApi('DELETE', '/session')
}

/** Replaces the password of the person signed in. @throws ApiProblem `password-wrong`, `password-weak`. */
export async function changePassword(present: string, next: string): Promise<void> {
  await callApi('POST', '/password', { body: { present, next } })
}

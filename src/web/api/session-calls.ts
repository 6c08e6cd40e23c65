import type { Session } from '#access/schema'
import { callApi } from './http.ts'

/** Opens a session; the server sets the cookie. @throws ApiProblem 401 for a wrong name or password. */
export async function signIn(userName: string, password: string): Promise<Session> {
  return await callApi<Session>('POST', '/session', { userName, password })
}

/** Ends the session on the server. */
export async function signOut(): Promise<void> {
  await callApi<unknown>('DELETE', '/session')
}

/** Replaces the password of the person signed in. @throws ApiProblem `password-wrong`, `password-weak`. */
export async function changePassword(present: string, next: string): Promise<void> {
  await callApi<unknown>('POST', '/password', { present, next })
}

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { Session } from '#access/schema'
import { callApi } from './http.ts'

/** The person closed the browser's own dialog, or it failed there; nothing reached the server. */
export class PasskeyStopped extends Error {
  override readonly name = 'PasskeyStopped'
}

/** Comes when somebody uses a passkey: it is no part of the first page. */
const browser = () => import('@simplewebauthn/browser')

/** Browsers give passkeys only to a server with a name, reached by HTTPS (or to this very machine). */
export function canUsePasskeys(): boolean {
  const isNumber = /^[\d.]+$|:/.test(location.hostname)
  return window.isSecureContext && 'PublicKeyCredential' in window && !isNumber
}

async function answer(path: string) {
  const { options } = await callApi<{ options: PublicKeyCredentialRequestOptionsJSON }>(
    'POST',
    path,
  )
  const { startAuthentication } = await browser()
  return startAuthentication({ optionsJSON: options }).catch(stopped)
}

/** Signs in without a user name. @throws PasskeyStopped, ApiProblem `passkey-refused`. */
export async function signInWithPasskey(): Promise<Session> {
  const response = await answer('/session/passkey-question')
  return callApi<Session>('POST', '/session/passkey', { response })
}

/** Makes a passkey on this device. @throws PasskeyStopped, ApiProblem `step-up-required`. */
export async function addPasskey(name: string): Promise<void> {
  const { options } = await callApi<{ options: PublicKeyCredentialCreationOptionsJSON }>(
    'POST',
    '/passkeys/question',
  )
  const { startRegistration } = await browser()
  const response = await startRegistration({ optionsJSON: options }).catch(stopped)
  await callApi<unknown>('POST', '/passkeys', { name, response })
}

export async function removePasskey(passkeyId: string): Promise<void> {
  await callApi<unknown>('DELETE', `/passkeys/${passkeyId}`)
}

/** Proves who one is. @throws PasskeyStopped, ApiProblem `passkey-refused`. */
export async function stepUpWithPasskey(): Promise<void> {
  const passkey = await answer('/step-up/passkey-question')
  await callApi<unknown>('POST', '/step-up', { passkey })
}

function stopped(cause: unknown): never {
  throw new PasskeyStopped('passkey', { cause })
}

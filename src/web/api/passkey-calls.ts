import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
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

async function answer(path: '/session/passkey-question' | '/step-up/passkey-question') {
  const { options } = await callApi('POST', path)
  const { startAuthentication } = await browser()
  const answered = await startAuthentication({ optionsJSON: options }).catch(stopped)
  // Copied part by part: a browser may answer more than is known here.
  return {
    ...answered,
    clientExtensionResults: { ...answered.clientExtensionResults },
    response: { ...answered.response },
  }
}

/** Signs in without a user name. @throws PasskeyStopped, ApiProblem `passkey-refused`. */
export async function signInWithPasskey(): Promise<Session> {
  const response = await answer('/session/passkey-question')
  return callApi('POST', '/session/passkey', { body: { response } })
}

/** Makes a passkey on this device. @throws PasskeyStopped, ApiProblem `step-up-required`. */
export async function addPasskey(name: string): Promise<void> {
  const { options } = await callApi('POST', '/passkeys/question')
  const { startRegistration } = await browser()
  if (!describesPasskey(options)) throw new PasskeyStopped('options')
  const answered = await startRegistration({ optionsJSON: options }).catch(stopped)
  const response = {
    ...answered,
    clientExtensionResults: { ...answered.clientExtensionResults },
    response: { ...answered.response },
  }
  await callApi('POST', '/passkeys', { body: { name, response } })
}

export async function removePasskey(passkeyId: string): Promise<void> {
  await callApi('DELETE', '/passkeys/{passkeyId}', { path: { passkeyId } })
}

/** Proves who one is. @throws PasskeyStopped, ApiProblem `passkey-refused`. */
export async function stepUpWithPasskey(): Promise<void> {
  const passkey = await answer('/step-up/passkey-question')
  await callApi('POST', '/step-up', { body: { passkey } })
}

/** Whether the server says whose passkey is to be made, and for which site. */
function describesPasskey(options: object): options is PublicKeyCredentialCreationOptionsJSON {
  return 'rp' in options && 'user' in options && 'pubKeyCredParams' in options
}

function stopped(cause: unknown): never {
  throw new PasskeyStopped('passkey', { cause })
}

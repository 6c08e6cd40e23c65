import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { randomToken } from '#platform/random'
import type { AccessParts } from './parts.ts'
import { findPasskey, findPasskeys, insertPasskey, noteUse } from './passkey-store.ts'
import type { PasskeyProof, PasskeyRegistration } from './schema.ts'
import { insertStep, type StepKind, takeStep } from './step-store.ts'

type Parts = Pick<AccessParts, 'db' | 'clock' | 'random'>

/** Loaded at the first passkey: it takes a tenth of a second, which every command would pay. */
const webAuthn = () => import('@simplewebauthn/server')

/** Where the browser is, as passkeys are bound to it. */
export interface Site {
  /** `https://betang.example.go.id`. */
  readonly origin: string
  /** `betang.example.go.id`: a passkey made for one host is of no use at another. */
  readonly host: string
}

/** Ed25519, ES256 and RS256 (Windows Hello); the library's own list asks for what Node still tries out. */
const algorithms = [-8, -7, -257]

/** The question that a browser answers by making a passkey for this account. */
export async function askForPasskey(
  { db, clock, random }: Parts,
  site: Site,
  who: { readonly accountId: string; readonly userName: string; readonly displayName: string },
) {
  const challenge = randomToken(random)
  const { accountId } = who
  await insertStep(db, { token: challenge, kind: 'passkey-registration', accountId }, clock)
  const known = await findPasskeys(db, accountId)
  const { generateRegistrationOptions } = await webAuthn()
  return generateRegistrationOptions({
    rpName: 'Betang',
    rpID: site.host,
    userID: new TextEncoder().encode(accountId),
    userName: who.userName,
    userDisplayName: who.displayName,
    challenge: bytesOf(challenge),
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ passkeyId }) => ({ id: passkeyId })),
    // Found without a user name, and only after the device's own lock: two factors in one.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/**
 * Keeps the passkey that a browser made; `note` writes the event in the same transaction.
 *
 * @throws AppError `passkey-refused`, `passkey-exists`.
 */
export async function addPasskey(
  { db, clock }: Parts,
  site: Site,
  accountId: string,
  { name, response }: PasskeyRegistration,
  note: (trx: Db) => Promise<void>,
): Promise<void> {
  const { verifyRegistrationResponse } = await webAuthn()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: async (challenge) =>
      (await takeStep(db, challenge, 'passkey-registration', clock))?.accountId === accountId,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(refuse)
  if (!verified.verified) throw new AppError('passkey-refused', {})
  const { credential } = verified.registrationInfo
  const passkey = {
    passkeyId: credential.id,
    accountId,
    name,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
  }
  await inTransaction(db, async (trx) => {
    const isNew = await insertPasskey(trx, passkey, clock)
    if (!isNew) throw new AppError('passkey-exists', {})
    await note(trx)
  })
}

/** The question that a browser answers with any passkey it holds for this host. */
export async function askForProof(
  { db, clock, random }: Parts,
  site: Site,
  kind: Extract<StepKind, 'passkey-sign-in' | 'passkey-step-up'>,
) {
  const challenge = randomToken(random)
  await insertStep(db, { token: challenge, kind }, clock)
  const { generateAuthenticationOptions } = await webAuthn()
  return generateAuthenticationOptions({
    rpID: site.host,
    challenge: bytesOf(challenge),
    userVerification: 'required',
  })
}

/**
 * The account whose passkey answered.
 *
 * @throws AppError `passkey-refused`, the same for an unknown passkey, a wrong signature, a question
 * that was answered already, and a counter that went back (a copy of the passkey).
 */
export async function checkProof(
  { db, clock }: Parts,
  site: Site,
  kind: Extract<StepKind, 'passkey-sign-in' | 'passkey-step-up'>,
  response: PasskeyProof,
): Promise<string> {
  const known = await findPasskey(db, response.id)
  if (!known) throw new AppError('passkey-refused', {})
  const { verifyAuthenticationResponse } = await webAuthn()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: async (challenge) =>
      (await takeStep(db, challenge, kind, clock)) !== undefined,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    credential: {
      id: response.id,
      publicKey: Uint8Array.from(known.publicKey),
      counter: known.counter,
    },
    requireUserVerification: true,
  }).catch(refuse)
  const counter = authenticationInfo.newCounter
  const isFirst = await noteUse(db, response.id, { counter, earlier: known.counter }, clock)
  if (!verified || !isFirst) throw new AppError('passkey-refused', {})
  return known.accountId
}

/** The library throws for every response that does not fit, with words for a log. */
function refuse(cause: unknown): never {
  throw new AppError('passkey-refused', {}, { cause })
}

/** The browser answers with these bytes in base64url: the token again. */
function bytesOf(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(token, 'base64url'))
}

import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { ClientAuth, ClientMetadata, Configuration } from 'openid-client'
import { AppError } from '#platform/errors'
import { type ProviderSettings, readText } from './settings.ts'

/** What a sign-in at a provider has to bring back; made anew for each. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  /** PKCE, method S256. */
  readonly verifier: string
}

/** Who a provider says somebody is. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  /** The claim by which an administrator may expect a person; absent when it is not verified. */
  readonly person?: string
}

/** An outside identity provider, spoken to by OpenID Connect. */
export interface IdentityProvider {
  readonly id: string
  readonly name: string
  /** Says, and is asked, how somebody signed in there; else a password alone is assumed. */
  readonly saysHow: boolean
  /** Where the browser goes. @throws AppError `oidc-unreachable`. */
  readonly begin: (errand: Errand) => Promise<URL>
  /** Who came back, from the query of the way back. @throws AppError `oidc-refused`. */
  readonly complete: (query: string, errand: Errand) => Promise<Identity>
}

/** Loaded where a provider is asked: few offices have one. */
const openId = () => import('openid-client')

/**
 * A provider by its settings. Keys and secrets are read now, so that a missing file shows at the
 * start; the provider itself is asked at the first sign-in, so that its absence stops nothing else.
 */
export function makeIdentityProvider(settings: ProviderSettings): IdentityProvider {
  const credential = readCredential(settings)
  let known: Promise<Configuration> | undefined

  function findConfiguration(): Promise<Configuration> {
    known ??= discover(settings, credential)
    known.catch(() => {
      known = undefined // asked again at the next sign-in
    })
    return known
  }

  return {
    id: settings.id,
    name: settings.name,
    saysHow: settings.acrValues.length > 0,
    async begin({ state, nonce, verifier }) {
      const client = await openId()
      try {
        const configuration = await findConfiguration()
        const parameters = {
          redirect_uri: settings.redirect,
          scope: settings.scopes.join(' '),
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(settings.acrValues.length > 0 ? { acr_values: settings.acrValues.join(' ') } : {}),
        }
        return settings.usesPar
          ? await client.buildAuthorizationUrlWithPAR(configuration, parameters)
          : client.buildAuthorizationUrl(configuration, parameters)
      } catch (cause) {
        throw new AppError('oidc-unreachable', { providerId: settings.id }, { cause })
      }
    },
    async complete(query, { state, nonce, verifier }) {
      const client = await openId()
      const back = new URL(settings.redirect)
      back.search = query
      try {
        const configuration = await findConfiguration()
        const tokens = await client.authorizationCodeGrant(configuration, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) throw new Error('no ID token')
        if (settings.acrValues.length > 0 && !settings.acrValues.includes(String(claims.acr))) {
          throw new Error('signed in by another way than asked')
        }
        const more = settings.userInfo
          ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : {}
        return {
          issuer: claims.iss,
          subject: claims.sub,
          ...personIn({ ...claims, ...more }, settings),
        }
      } catch (cause) {
        throw new AppError('oidc-refused', { providerId: settings.id }, { cause })
      }
    },
  }
}

function personIn(
  claims: Readonly<Record<string, unknown>>,
  { claims: { person, personVerified } }: ProviderSettings,
): { person?: string } {
  if (person === undefined) return {}
  if (personVerified !== undefined && claims[personVerified] !== true) return {}
  const value = claims[person]
  return typeof value === 'string' && value !== '' ? { person: value } : {}
}

type Credential = { readonly secret: string } | { readonly key: KeyObject }

function readCredential({ secretFile, privateKeyFile }: ProviderSettings): Credential {
  if (secretFile !== undefined) return { secret: readText(secretFile).trim() }
  const file = privateKeyFile ?? ''
  const pem = readText(file)
  try {
    return { key: createPrivateKey(pem) }
  } catch (cause) {
    throw new AppError('key-unreadable', { path: file }, { cause })
  }
}

async function discover(
  settings: ProviderSettings,
  credential: Credential,
): Promise<Configuration> {
  const client = await openId()
  const isLocal = settings.issuer.startsWith('http:')
  const signedBy = settings.userInfo?.signedBy
  const metadata: Partial<ClientMetadata> = {
    ...('secret' in credential ? { client_secret: credential.secret } : {}),
    ...(signedBy === undefined ? {} : { userinfo_signed_response_alg: signedBy }),
  }
  return client.discovery(
    new URL(settings.issuer),
    settings.clientId,
    metadata,
    await authenticationOf(settings, credential),
    {
      // Signatures are checked though the answer comes straight from the provider.
      execute: [
        client.enableNonRepudiationChecks,
        ...(isLocal ? [client.allowInsecureRequests] : []),
      ],
    },
  )
}

async function authenticationOf(
  { keyId }: ProviderSettings,
  credential: Credential,
): Promise<ClientAuth> {
  const client = await openId()
  if ('secret' in credential) return client.ClientSecretBasic(credential.secret)
  const key = credential.key.toCryptoKey(algorithmOf(credential.key), false, ['sign'])
  return client.PrivateKeyJwt(keyId === undefined ? key : { key, kid: keyId })
}

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
}

/** ES256, ES384 or ES512 by the curve of the key, RS256 for RSA. */
function algorithmOf(key: KeyObject) {
  const namedCurve = curves[key.asymmetricKeyDetails?.namedCurve ?? '']
  return namedCurve === undefined
    ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    : { name: 'ECDSA', namedCurve }
}

import {
  type IdentityProvider,
  type IsBreached,
  makeIdentityProvider,
  openBreachedPasswords,
  readOidcSettings,
} from '#access'

/** What an office adds to sign-in by its environment. */
export interface SignInSettings {
  readonly isBreached?: IsBreached
  readonly identityProviders: readonly IdentityProvider[]
  readonly requiresSecondFactor: boolean
}

/**
 * `BETANG_BREACHED_PASSWORDS`, a file of leaked passwords, `BETANG_OIDC_FILE`, identity providers, and
 * `BETANG_SECOND_FACTOR`, which is required unless it is empty or `optional`.
 *
 * @throws AppError where a file is missing or unfit: a server that starts without what it was told
 * would be less safe than its office believes.
 */
export async function readSignInSettings(
  env: NodeJS.ProcessEnv = process.env,
): Promise<SignInSettings> {
  const { BETANG_BREACHED_PASSWORDS: breached, BETANG_OIDC_FILE: oidc } = env
  const { BETANG_SECOND_FACTOR: secondFactor = '' } = env
  return {
    ...(breached ? { isBreached: await openBreachedPasswords(breached) } : {}),
    requiresSecondFactor: secondFactor !== '' && secondFactor !== 'optional',
    identityProviders: oidc ? readOidcSettings(oidc).map(makeIdentityProvider) : [],
  }
}

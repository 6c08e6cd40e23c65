import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import type { Random } from '#platform/random'
import type { Secrets } from '#platform/secrets'
import type { AttemptLimit } from './attempts.ts'
import type { IsBreached } from './breached-passwords.ts'
import type { Cookies } from './cookies.ts'
import type { IdentityProvider } from './oidc/identity-provider.ts'

/** What sign-in is built from. */
export interface AccessParts {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  readonly secrets: Secrets
  /** Reached through HTTPS: cookies are bound to this host and travel encrypted only. */
  readonly isHttps: boolean
  /** A list of leaked passwords; none unless the office has one. */
  readonly isBreached?: IsBreached | undefined
  /** Outside providers by which people may sign in. */
  readonly identityProviders?: readonly IdentityProvider[] | undefined
  /** Whoever signed in by a password alone gets no further than adding a second factor, in any role. */
  readonly requiresSecondFactor?: boolean | undefined
}

/** What the routes of sign-in share. */
export interface SignInParts extends AccessParts {
  readonly attempts: AttemptLimit
  readonly cookies: Cookies
}

import type { Api } from '#platform/http'
import { accountRoutes } from './account-routes.ts'
import { makeAttemptLimit } from './attempts.ts'
import { makeCookies } from './cookies.ts'
import { oidcRoutes } from './oidc/routes.ts'
import type { AccessParts, SignInParts } from './parts.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { stepUpRoutes } from './step-up-routes.ts'

/** Everything by which a person comes in, and looks after the own account. */
export function accessRoutes(api: Api, parts: AccessParts): void {
  const shared: SignInParts = {
    ...parts,
    attempts: makeAttemptLimit(parts.clock),
    cookies: makeCookies(parts.isHttps),
  }
  sessionRoutes(api, shared)
  secondFactorRoutes(api, shared)
  passkeyRoutes(api, shared)
  stepUpRoutes(api, shared)
  passwordRoutes(api, shared)
  accountRoutes(api, shared)
  oidcRoutes(api, shared)
}

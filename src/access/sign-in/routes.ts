import type { Api } from '#platform/http'
import { makeAttemptLimit } from './attempts.ts'
import { makeCookies } from './cookies.ts'
import type { AccessParts, SignInParts } from './parts.ts'
import { passwordRoutes } from './password-routes.ts'
import { sessionRoutes } from './session-routes.ts'

/** Everything by which a person comes in, and looks after the own account. */
export function accessRoutes(api: Api, parts: AccessParts): void {
  const shared: SignInParts = {
    ...parts,
    attempts: makeAttemptLimit(parts.clock),
    cookies: makeCookies(parts.isHttps),
  }
  sessionRoutes(api, shared)
  passwordRoutes(api, shared)
}

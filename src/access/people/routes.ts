import type { Api } from '#platform/http'
import { accountRoutes } from './account-routes.ts'
import { grantRoutes } from './grant-routes.ts'
import { loanRoutes } from './loan-routes.ts'
import { organisationRoutes } from './organisation-routes.ts'
import type { AccountParts } from './parts.ts'

/** Organisations, accounts, the roles they hold, and what a role would let a person see. */
export function peopleRoutes(api: Api, parts: AccountParts): void {
  organisationRoutes(api, parts)
  accountRoutes(api, parts)
  grantRoutes(api, parts)
  loanRoutes(api, parts)
}

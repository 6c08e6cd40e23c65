import { type Api, getSignedIn, problem } from '#platform/http'
import { findLinks } from './oidc/link-store.ts'
import type { SignInParts } from './parts.ts'
import { findPasskeys } from './passkey-store.ts'
import { OwnAccount } from './schema.ts'
import { hasSecondFactor } from './second-factor.ts'
import { findRecoveryCodes } from './totp-store.ts'

const accountRoute = {
  operationId: 'getOwnAccount',
  summary: 'The own account, and by what one can sign in to it',
  response: { 200: OwnAccount, 401: problem('sign-in-required') },
}

/** What a person sees of the own account. */
export function accountRoutes(api: Api, { db }: SignInParts): void {
  const config = { action: 'manage-own-account' }
  api.get('/api/v1/account', { schema: accountRoute, config }, async (request) => {
    const { accountId, userName, displayName, organisationName } = getSignedIn(request)
    return {
      userName,
      displayName,
      organisationName,
      hasTotp: await hasSecondFactor(db, accountId),
      recoveryCodesLeft: (await findRecoveryCodes(db, accountId)).length,
      passkeys: await findPasskeys(db, accountId),
      links: await findLinks(db, accountId),
    }
  })
}

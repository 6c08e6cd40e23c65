import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { type Api, getSignedIn, problem } from '#platform/http'
import { checkPasswordChange } from './accounts.ts'
import { recordOwn } from './own-event.ts'
import type { SignInParts } from './parts.ts'
import { PasswordChange } from './schema.ts'
import { startSession } from './start-session.ts'
import { replacePassword } from './store.ts'

const passwordRoute = {
  operationId: 'changePassword',
  summary: 'Change the password and end all other sessions',
  body: PasswordChange,
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    422: problem('password-wrong', 'password-weak'),
    429: problem('too-many-attempts'),
  },
}

/** The password of one's own account. */
export function passwordRoutes(api: Api, parts: SignInParts): void {
  api.post(
    '/api/v1/password',
    {
      schema: passwordRoute,
      config: { action: 'manage-own-account', isBeforePasswordChange: true },
    },
    async (request, reply) => {
      const who = getSignedIn(request)
      const passwordHash = await parts.attempts.guard(who.accountId, 'password-wrong', () =>
        checkPasswordChange(parts.db, who, request.body, parts.isBreached),
      )
      await inTransaction(parts.db, async (trx) => {
        await replacePassword(trx, who.accountId, passwordHash)
        await recordOwn(trx, request, who.accountId, 'change-password')
      })
      const { accountId, hasSecondFactor } = who
      const opened = { accountId, hasSecondFactor, method: 'password' } as const
      await startSession(request, reply, opened, parts)
      return reply.code(204).send(null)
    },
  )
}

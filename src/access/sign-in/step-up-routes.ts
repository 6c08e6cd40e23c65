import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, problem, type SignedIn } from '#platform/http'
import { randomToken } from '#platform/random'
import { recordOwn } from './own-event.ts'
import type { SignInParts } from './parts.ts'
import { askForProof, checkProof } from './passkeys.ts'
import { isPassword } from './passwords.ts'
import { PasskeyQuestion, StepUp } from './schema.ts'
import { checkCode } from './second-factor.ts'
import { siteOf } from './site.ts'
import { getPasswordHash, noteSecondFactor, renewSession } from './store.ts'

const stepUpRoute = {
  operationId: 'stepUp',
  summary: 'Prove once more who one is: by password, code or passkey',
  body: StepUp,
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    409: problem('second-factor-missing'),
    422: problem('password-wrong', 'code-wrong', 'passkey-refused'),
    429: problem('too-many-attempts'),
  },
}
const questionRoute = {
  operationId: 'beginPasskeyStepUp',
  summary: 'What a browser needs to prove it with a passkey',
  response: { 200: PasskeyQuestion, 401: problem('sign-in-required') },
}

const own = { action: 'manage-own-account' }

/** A fresh proof for what asks for one: export, a NIK in full, approval, another way to sign in. */
export function stepUpRoutes(api: Api, parts: SignInParts): void {
  const { db, clock, random, attempts, cookies, isHttps } = parts

  async function prove(proof: StepUp, who: SignedIn, site: ReturnType<typeof siteOf>) {
    if ('password' in proof) {
      const isRight = await isPassword(await getPasswordHash(db, who.accountId), proof.password)
      if (!isRight) throw new AppError('password-wrong', {})
    } else if ('code' in proof) {
      await checkCode(parts, who.accountId, proof.code)
    } else {
      const accountId = await checkProof(parts, site, 'passkey-step-up', proof.passkey)
      if (accountId !== who.accountId) throw new AppError('passkey-refused', {})
    }
  }

  api.post('/api/v1/step-up', { schema: stepUpRoute, config: own }, async (request, reply) => {
    const who = getSignedIn(request)
    const proof = request.body
    const failure = 'password' in proof ? 'password-wrong' : 'code-wrong'
    await attempts.guard(`proof ${who.accountId}`, failure, () =>
      prove(proof, who, siteOf(request, isHttps)),
    )
    const token = randomToken(random)
    await inTransaction(db, async (trx) => {
      await renewSession(trx, cookies.findSession(request) ?? '', token, clock)
      // Whoever came without a second factor has shown one now.
      if (!('password' in proof)) await noteSecondFactor(trx, who.sessionId)
      await recordOwn(trx, request, who.accountId, 'step-up', { by: String(Object.keys(proof)[0]) })
    })
    cookies.setSession(reply, token)
    return reply.code(204).send(null)
  })

  api.post(
    '/api/v1/step-up/passkey-question',
    { schema: questionRoute, config: own },
    async (request) => ({
      options: { ...(await askForProof(parts, siteOf(request, isHttps), 'passkey-step-up')) },
    }),
  )
}

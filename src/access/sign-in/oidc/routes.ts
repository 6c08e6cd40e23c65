import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, problem, requireStepUp } from '#platform/http'
import { randomToken } from '#platform/random'
import { recordOwn } from '../own-event.ts'
import type { SignInParts } from '../parts.ts'
import { Providers } from '../schema.ts'
import { startSession } from '../start-session.ts'
import { insertStep, takeStep } from '../step-store.ts'
import type { Identity, IdentityProvider } from './identity-provider.ts'
import { deleteLink, findLinkedAccount, insertLink, takeExpectedLink } from './link-store.ts'

const ProviderKey = z.object({ provider: z.string().max(40) })
/** A page of the app to go to afterwards; never another site. */
const LocalPath = z
  .string()
  .max(500)
  // Printable signs but the backslash: browsers drop tabs, and `/\t/other.example` is another site.
  .regex(/^\/(?!\/)[!-[\]-~]*$/)

const providersRoute = {
  operationId: 'listIdentityProviders',
  summary: 'Outside identity providers by which one can sign in',
  response: { 200: Providers },
}
const startRoute = {
  operationId: 'startOidcSignIn',
  summary: 'Go to an identity provider to sign in',
  params: ProviderKey,
  querystring: z.strictObject({ ke: LocalPath.optional() }),
  response: {
    302: z.null().describe('To the provider'),
    404: problem('oidc-provider-not-found'),
    503: problem('oidc-unreachable'),
  },
}
const callbackRoute = {
  operationId: 'completeOidcSignIn',
  summary: 'The way back from an identity provider; a refusal is told by the page it leads to',
  params: ProviderKey,
  querystring: z.looseObject({ state: z.string().max(200).optional() }),
  response: { 302: z.null().describe('To a page'), 404: problem('oidc-provider-not-found') },
}
const linkRoute = {
  operationId: 'startOidcLink',
  summary: 'Link the own account with an identity at a provider: where to go for it',
  params: ProviderKey,
  response: {
    200: z.object({ url: z.url() }),
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    404: problem('oidc-provider-not-found'),
    503: problem('oidc-unreachable'),
  },
}
const unlinkRoute = {
  operationId: 'removeOidcLink',
  summary: 'Unlink the own account from a provider',
  params: ProviderKey,
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    404: problem('oidc-provider-not-found', 'oidc-link-not-found'),
  },
}

const open = { isPublic: true, rateLimit: { max: 60, timeWindow: '1 minute' } }
const own = { action: 'manage-own-account' }

const Detail = z.object({
  providerId: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
})

/** Signing in by an outside provider, and the ties of one's own account to it. */
export function oidcRoutes(api: Api, parts: SignInParts): void {
  const { db, clock, random, cookies } = parts
  const providers = parts.identityProviders ?? []

  function getProvider(id: string): IdentityProvider {
    const provider = providers.find((one) => one.id === id)
    if (!provider) throw new AppError('oidc-provider-not-found', { providerId: id })
    return provider
  }

  /** Sends somebody on the errand, which only the browser that began it can complete. */
  async function begin(
    reply: FastifyReply,
    provider: IdentityProvider,
    { to, accountId }: { readonly to: string; readonly accountId?: string },
  ): Promise<URL> {
    const [state, nonce, verifier] = [randomToken(random), randomToken(random), randomToken(random)]
    const url = await provider.begin({ state, nonce, verifier })
    const detail: z.infer<typeof Detail> = { providerId: provider.id, nonce, verifier, to }
    const step = { token: state, kind: 'oidc', detail } as const
    await insertStep(db, accountId === undefined ? step : { ...step, accountId }, clock)
    cookies.setErrand(reply, state)
    return url
  }

  api.get('/api/v1/oidc/providers', { schema: providersRoute, config: open }, () => ({
    providers: providers.map(({ id, name }) => ({ id, name })),
  }))

  api.get(
    '/api/v1/oidc/:provider/start',
    { schema: startRoute, config: open },
    async (request, reply) => {
      const provider = getProvider(request.params.provider)
      // A link of another site signs nobody in: its reader did not ask for it.
      if (request.headers['sec-fetch-site'] === 'cross-site') return reply.redirect('/masuk')
      const url = await begin(reply, provider, { to: request.query.ke ?? '/hari-ini' })
      return reply.redirect(url.href)
    },
  )

  api.post(
    '/api/v1/oidc/:provider/link',
    { schema: linkRoute, config: own },
    async (request, reply) => {
      const { accountId } = requireStepUp(request)
      const provider = getProvider(request.params.provider)
      return { url: (await begin(reply, provider, { to: '/akun', accountId })).href }
    },
  )

  api.delete(
    '/api/v1/oidc/:provider/link',
    { schema: unlinkRoute, config: own },
    async (request, reply) => {
      const { accountId } = requireStepUp(request)
      const { id } = getProvider(request.params.provider)
      await inTransaction(db, async (trx) => {
        const isRemoved = await deleteLink(trx, accountId, id)
        if (!isRemoved) throw new AppError('oidc-link-not-found', { providerId: id })
        await recordOwn(trx, request, accountId, 'unlink-identity', { providerId: id })
      })
      return reply.code(204).send(null)
    },
  )

  api.get(
    '/api/v1/oidc/:provider/callback',
    { schema: callbackRoute, config: open },
    async (request, reply) => {
      const provider = getProvider(request.params.provider)
      const errand = cookies.findErrand(request)
      cookies.clearErrand(reply)
      // A person stands before a page: what went wrong is said there, not in a document.
      let page = '/masuk'
      try {
        const { state } = request.query
        const step =
          errand !== undefined && errand === state
            ? await takeStep(db, errand, 'oidc', clock)
            : undefined
        if (!step || errand === undefined) throw new AppError('sign-in-expired', {})
        const { providerId, nonce, verifier, to } = Detail.parse(step.detail)
        if (providerId !== provider.id) throw new AppError('sign-in-expired', {})
        if (step.accountId !== null) page = to
        const query = request.url.slice(request.url.indexOf('?'))
        const identity = await provider.complete(query, { state: errand, nonce, verifier })
        if (step.accountId === null) await signIn(request, reply, identity, provider)
        else await link(request, identity, provider, step.accountId)
        return reply.redirect(to)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        await recordOwn(db, request, undefined, 'sign-in-refused', { providerId: provider.id })
        return reply.redirect(`${page}?gagal=${error.code}`)
      }
    },
  )

  async function signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    identity: Identity,
    provider: IdentityProvider,
  ): Promise<void> {
    const accountId =
      (await findLinkedAccount(db, identity, clock)) ??
      (await takeExpectedLink(db, identity, provider.id, parts))
    if (accountId === undefined) throw new AppError('oidc-not-linked', { providerId: provider.id })
    const opened = { accountId, method: 'oidc', hasSecondFactor: provider.saysHow } as const
    await startSession(request, reply, opened, parts)
  }

  async function link(
    request: FastifyRequest,
    identity: Identity,
    { id }: IdentityProvider,
    accountId: string,
  ): Promise<void> {
    await inTransaction(db, async (trx) => {
      const isLinked = await insertLink(trx, identity, { providerId: id, accountId }, clock)
      if (!isLinked) throw new AppError('oidc-linked-already', { providerId: id })
      await recordOwn(trx, request, accountId, 'link-identity', { providerId: id })
    })
  }
}

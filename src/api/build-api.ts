import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import { type FastifyRequest, fastify } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type AccessParts,
  accessRoutes,
  auditRefusals,
  auditRoutes,
  guardRoutes,
  keyRoutes,
  ownGrantRoutes,
  peopleRoutes,
  privacyRoutes,
  requireSession,
  settingsRoutes,
} from '#access'
import { coordinationRoutes } from '#coordination'
import { webhookRoutes } from '#exchange'
import { insightRoutes } from '#insight'
import { intakeRoutes } from '#intake'
import { type Clock, systemClock } from '#platform/clock'
import { AppError } from '#platform/errors'
import type { Api } from '#platform/http'
import type { Jobs } from '#platform/jobs'
import { type Log, silentLog } from '#platform/log'
import { type Networks, openInternet } from '#platform/networks'
import type { Store } from '#platform/open-store'
import { type Random, systemRandom } from '#platform/random'
import type { Secrets } from '#platform/secrets'
import {
  decisionRoutes,
  dwellingRoutes,
  groupRoutes,
  historyRoutes,
  judgementRoutes,
  pairQuestionRoutes,
  personRoutes,
  qualityRoutes,
  survivorshipRoutes,
  thresholdRoutes,
  usualSecondShare,
} from '#registry'
import { bareMachine, type Machine, upkeepRoutes } from '#upkeep'
import { answerBadAddress, answerErrors, answerUnreadable } from './answer-errors.ts'
import { completeRoutes } from './complete-routes.ts'
import { type Limits, limitAccounts, limitAddresses, limitWords, usualLimits } from './limits.ts'
import { listsJobRoutes } from './lists-job-routes.ts'
import { referenceRoutes } from './reference/routes.ts'
import { refuseNul } from './refuse-nul.ts'
import { serveHttps } from './serve-https.ts'
import { serveWeb } from './serve-web.ts'
import { tagAnswers } from './tag-answers.ts'

/** What an API is built from. A test hands in its own store, clock and log. */
export interface ApiParts {
  readonly store: Store
  readonly secrets: Secrets
  readonly clock?: Clock
  readonly random?: Random
  readonly log?: Log
  /** Folder of the built web app; none in most tests. */
  readonly webDir?: string
  /** Reached through HTTPS: cookies are secure and browsers told to stay. */
  readonly isHttps?: boolean
  /** Behind a proxy on this machine, which says where requests come from. */
  readonly isBehindProxy?: boolean
  /** Serves HTTPS itself: certificate and key in PEM. */
  readonly certificate?: { readonly cert: string; readonly key: string } | undefined
  /** A list of leaked passwords, which nobody may choose. */
  readonly isBreached?: AccessParts['isBreached']
  /** Outside providers by which people may sign in. */
  readonly identityProviders?: AccessParts['identityProviders']
  /** Whoever signed in by a password alone gets no further than adding a second factor. */
  readonly requiresSecondFactor?: boolean
  /** Work in the background; none in most tests. */
  readonly jobs?: Jobs
  readonly limits?: Limits
  /** Whether this office has connected Dukcapil's service; not by itself. */
  readonly isDukcapilConnected?: boolean
  /** Share of the decided pairs that another reviewer looks at again, 0 to 1; one in ten by itself. */
  readonly secondShare?: number
  /** Which addresses messages may be sent to; the open internet where nothing is said. */
  readonly networks?: Networks
  /** What whoever started the server knows of it; little in most tests. */
  readonly machine?: Machine
}

const bodyLimitBytes = 1_000_000
/** A request that takes longer to arrive is somebody holding the line. */
const requestTimeoutMs = 30_000

/** The whole HTTP application, ready for `listen` or `inject`. */
export async function buildApi(parts: ApiParts): Promise<Api> {
  const clock = parts.clock ?? systemClock
  const random = parts.random ?? systemRandom
  const log = parts.log ?? silentLog
  const { certificate } = parts
  const isHttps = parts.isHttps ?? certificate !== undefined
  const { db } = parts.store

  const api: Api = fastify({
    bodyLimit: bodyLimitBytes,
    genReqId: () => randomUUID(),
    trustProxy: parts.isBehindProxy ? 'loopback' : false,
    requestTimeout: requestTimeoutMs,
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerUnreadable,
    ...(certificate ? { serverFactory: serveHttps(certificate, requestTimeoutMs) } : {}),
  }).withTypeProvider<ZodTypeProvider>()
  api.setValidatorCompiler(validatorCompiler)
  api.setSerializerCompiler(serializerCompiler)
  answerErrors(api, log)

  await api.register(cookie)
  await api.register(helmet, securityHeaders(isHttps))
  await api.register(rateLimit, { global: false })
  await api.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Betang', version: '1' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  completeRoutes(api)
  refuseOtherSites(api)
  refuseNul(api)
  neverCacheAnswers(api)
  tagAnswers(api)
  const limits = parts.limits ?? usualLimits
  limitAddresses(api, limits)
  const access: AccessParts = {
    db,
    clock,
    random,
    secrets: parts.secrets,
    isHttps,
    isBreached: parts.isBreached,
    identityProviders: parts.identityProviders,
    requiresSecondFactor: parts.requiresSecondFactor,
  }
  requireSession(api, access)
  limitAccounts(api, limits)
  auditRefusals(api, { db })
  guardRoutes(api, { db, clock })

  api.get('/api/openapi.json', { schema: { hide: true }, config: { isPublic: true } }, () =>
    api.swagger(),
  )
  api.get(
    '/api/v1/health',
    { schema: healthRoute, config: { isPublic: true } },
    async (): Promise<z.infer<typeof Health>> => {
      await db.selectFrom('schema_migration').select('name').limit(1).execute()
      return { status: 'ok' }
    },
  )
  referenceRoutes(api, {
    facts: {
      perMinute: { ofAccount: limits.ofAccount, ofAddress: limits.openRoutesOfAddress },
      bodyLimitBytes,
    },
    webDir: parts.webDir,
  })
  accessRoutes(api, access)
  ownGrantRoutes(api, { db, clock })
  privacyRoutes(api, { db, clock, secrets: parts.secrets })
  peopleRoutes(api, { db, clock, random, secrets: parts.secrets })
  keyRoutes(api, { db, clock, random })
  settingsRoutes(api, { db, clock })
  upkeepRoutes(api, {
    store: parts.store,
    clock,
    machine: parts.machine ?? bareMachine(parts.store),
    given: {
      needsSecondFactor: parts.requiresSecondFactor ?? false,
      providers: parts.identityProviders ?? [],
      limits: limitWords(limits),
    },
  })
  auditRoutes(api, { db, clock })
  const secondShare = parts.secondShare ?? usualSecondShare
  insightRoutes(api, { db, secrets: parts.secrets, secondShare })
  historyRoutes(api, { db, secrets: parts.secrets })
  dwellingRoutes(api, { db, secrets: parts.secrets })
  survivorshipRoutes(api)
  decisionRoutes(api, { db, clock, secrets: parts.secrets })
  pairQuestionRoutes(api, { db, secrets: parts.secrets })
  judgementRoutes(api, { db, secrets: parts.secrets, secondShare })
  thresholdRoutes(api, { db })
  groupRoutes(api, { db, clock, random })
  personRoutes(api, { db, clock, isDukcapilConnected: parts.isDukcapilConnected ?? false })
  qualityRoutes(api, {
    db,
    secrets: parts.secrets,
    isDukcapilConnected: parts.isDukcapilConnected ?? false,
  })
  coordinationRoutes(api, { db })
  webhookRoutes(api, {
    db,
    clock,
    random,
    secrets: parts.secrets,
    networks: parts.networks ?? openInternet,
  })
  if (parts.jobs) {
    listsJobRoutes(api, { db, jobs: parts.jobs })
    await intakeRoutes(api, { db, clock, secrets: parts.secrets, jobs: parts.jobs })
  }
  if (parts.webDir) await serveWeb(api, parts.webDir)
  return api
}

const Health = z.object({ status: z.literal('ok') })
const healthRoute = {
  operationId: 'getHealth',
  summary: 'Whether the server and its store answer',
  response: { 200: Health },
}

/** Nothing from elsewhere, nothing inline, no framing. */
function securityHeaders(isHttps: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'no-referrer' as const },
    crossOriginEmbedderPolicy: false,
  }
}

/** A browser says where a request comes from; a page of another site may only link here. */
function refuseOtherSites(api: Api): void {
  api.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    // No browser adds a key by itself.
    if (request.headers.authorization !== undefined) return
    if (!isFromHere(request)) throw new AppError('origin-refused', {})
  })
}

/** Without HTTPS a browser says only the origin, and a program that is none says nothing. */
function isFromHere({ headers, host }: FastifyRequest): boolean {
  const { 'sec-fetch-site': site, origin } = headers
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Answers hold persons: unless a route says otherwise, neither a proxy nor the browser's disk keeps them. */
function neverCacheAnswers(api: Api): void {
  api.addHook('onSend', async (request, reply) => {
    const mayBeKept = request.routeOptions.config.mayBeKept && reply.statusCode === 200
    if (request.url.startsWith('/api') && !mayBeKept) reply.header('cache-control', 'no-store')
  })
}

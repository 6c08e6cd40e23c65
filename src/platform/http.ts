import type {} from '@fastify/cookie' // requests and replies with cookies
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { errorTexts } from './error-messages.ts'
import { AppError, type ErrorCode } from './errors.ts'
import { type Language, sayError } from './say-error.ts'
import type { Viewer } from './scoped-db.ts'

/** The HTTP application as a module's `routes.ts` sees it: zod schemas in, typed handlers. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** Who asks, as the session says. */
export interface SignedIn {
  readonly accountId: string
  readonly userName: string
  readonly displayName: string
  readonly organisationId: string
  readonly organisationName: string
  readonly language: Language
  /** Signed in with a password that somebody else knows: nothing but changing it is open. */
  readonly mustChangePassword: boolean
  /** Public name of the session. */
  readonly sessionId: string
  /** Password, code or passkey was shown in this session a short while ago. */
  readonly hasFreshProof: boolean
  /** Opened by more than a password; true for a system with a key. */
  readonly hasSecondFactor: boolean
  /** The office demands one of this person, and none was shown: nothing but adding one is open. */
  readonly needsSecondFactor: boolean
  /** The grant that the session chose; null leaves it to the order of roles. */
  readonly grantInUse: string | null
  /** A system with a key; absent for a person. */
  readonly apiKey?: ApiKeyInUse
}

/** The key by which a partner's system asks. */
export interface ApiKeyInUse {
  readonly keyId: string
  readonly requestsPerMinute: number
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers without a session. Every other route under `/api` names its action. */
    isPublic?: boolean
    /** Tells of nobody: a browser may keep the answer and ask whether it still holds. */
    mayBeKept?: boolean
    /** Open also to whoever still has to change the first password. */
    isBeforePasswordChange?: boolean
    /** What a caller must be permitted to do. */
    action?: string
  }
  interface FastifyRequest {
    /** Null on public routes only. Use `getSignedIn(request)`. */
    signedIn: SignedIn | null
    /** The grant under which the request acts; null where the account holds none. */
    viewer: Viewer | null
  }
}

/** The account behind a request. @throws AppError `sign-in-required`. */
export function getSignedIn(request: { readonly signedIn: SignedIn | null }): SignedIn {
  if (!request.signedIn) throw new AppError('sign-in-required', {})
  return request.signedIn
}

/** On whose behalf a request reads. @throws AppError `not-permitted` for an account without a grant. */
export function getViewer(request: { readonly viewer: Viewer | null }): Viewer {
  if (!request.viewer) throw new AppError('not-permitted', { action: '' })
  return request.viewer
}

/**
 * For what a forgotten screen must not open: export, a NIK in full, an approval.
 *
 * @throws AppError `step-up-required` unless the person proved who they are within ten minutes.
 */
export function requireStepUp(request: { readonly signedIn: SignedIn | null }): SignedIn {
  const who = getSignedIn(request)
  if (!who.hasFreshProof) throw new AppError('step-up-required', {})
  return who
}

/** An RFC 9457 problem document with Betang's stable `code`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  /** What happened and what to do, in the reader's language. */
  detail: z.string(),
  /** Faults of single fields, for `request-invalid`. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
z.globalRegistry.add(Problem, { id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** The response schema of a refusal, naming the codes that it may carry. */
export function problem(...codes: ErrorCode[]) {
  return Problem.describe(codes.join(', '))
}

/** The response schema of a file of one of these types. */
export function fileOf(...types: string[]) {
  const schemaOf = (type: string) =>
    z
      .custom<Uint8Array>()
      .meta(type === 'application/json' ? { type: 'object' } : { type: 'string', format: 'binary' })
  const content = Object.fromEntries(types.map((type) => [type, { schema: schemaOf(type) }]))
  return { description: types.join(', '), content }
}

/** Reads `Accept-Language`; Indonesian unless English is asked for first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(';q=')
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) }
    })
    .filter(({ language, weight }) => (language === 'id' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wanted[0]?.language === 'en' ? 'en' : 'id'
}

/** The document for an error raised on purpose. */
export function toProblem(error: AppError, language: Language): Problem {
  return {
    type: `urn:betang:error:${error.code}`,
    title: error.code,
    status: errorTexts[error.code].httpStatus,
    code: error.code,
    detail: sayError(error, language),
  }
}

/** Where a page of a keyset-ordered list ends: the sort values of its last line. */
export type Keyset = readonly (string | number | null)[]
const Keyset = z.array(z.union([z.string(), z.number(), z.null()])).max(8)

/** A cursor for the next page; opaque to the caller, and without a NIK because no list sorts by it. */
export function toCursor(last: Keyset): string {
  return Buffer.from(JSON.stringify(last)).toString('base64url')
}

/** @throws AppError `cursor-invalid`, also when it has another number of values. */
export function fromCursor(cursor: string, valueCount: number): Keyset {
  try {
    const values = Keyset.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    if (values.length === valueCount) return values
  } catch {
    // said below
  }
  throw new AppError('cursor-invalid', {})
}

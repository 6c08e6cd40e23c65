import { currentLanguage } from '../i18n/language.ts'
import type { AnswerOf, Method, PathOf, SentTo } from './calls.ts'

/** A refusal by the server (RFC 9457) or by the network; branch on `code`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  /** Public, kebab-case; `network` where no answer came. */
  readonly code: string
  readonly httpStatus: number
  /** The server's own words where it gave any. */
  readonly detail: string | undefined

  constructor(code: string, httpStatus: number, detail?: string, options?: ErrorOptions) {
    super(`${code} (${httpStatus})`, options)
    this.code = code
    this.httpStatus = httpStatus
    this.detail = detail
  }
}

interface Problem {
  readonly code?: unknown
  readonly detail?: unknown
  readonly title?: unknown
}

/** The refusal that an answer tells. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: Problem | null = await response.json().catch(() => null)
  const words = body?.detail ?? body?.title
  return new ApiProblem(
    typeof body?.code === 'string' ? body.code : `http-${response.status}`,
    response.status,
    typeof words === 'string' ? words : undefined,
  )
}

/** What any call may be sent; `SentTo` says it for each. */
interface Sent {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  /** Makes something once for this key, however often it is sent. */
  readonly key?: string
  readonly signal?: AbortSignal | undefined
}

/** Versions of what was read, by its address: a change says which one it rests on. */
const versions = new Map<string, string>()

/**
 * One call to the API, by an address of the contract, answer as the contract says.
 *
 * The server's own schema already stripped and checked the answer, so it is not parsed again here.
 *
 * @throws ApiProblem for every answer but 2xx, and `network` when none came.
 */
export async function callApi<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  ...what: Sent extends SentTo<M, P> ? [sent?: Sent & SentTo<M, P>] : [sent: Sent & SentTo<M, P>]
): Promise<AnswerOf<M, P>> {
  const sent: Sent = what[0] ?? {}
  const address = addressOf(path, sent)
  const response = await request(method, address, sent)
  if (!response.ok) throw await problemOf(response)
  const version = response.headers.get('etag')
  if (version !== null) versions.set(address, version)
  const text = await response.text()
  return text === '' ? JSON.parse('null') : JSON.parse(text)
}

async function request(method: Method, address: string, sent: Sent): Promise<Response> {
  const { body, key, signal } = sent
  const version = method === 'PUT' || method === 'PATCH' ? versions.get(address) : undefined
  try {
    return await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': currentLanguage(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(version === undefined ? {} : { 'if-match': version }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiProblem('network', 0, undefined, { cause })
  }
}

function addressOf(path: string, { path: parts = {}, query = {} }: Sent): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parts[name])),
  )
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) words.set(name, String(value))
  }
  return `/api/v1${filled}${words.size > 0 ? `?${words}` : ''}`
}

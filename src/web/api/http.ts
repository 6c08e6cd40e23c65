import { currentLanguage } from '../i18n/language.ts'

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

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: Problem | null = await response.json().catch(() => null)
  const words = body?.detail ?? body?.title
  return new ApiProblem(
    typeof body?.code === 'string' ? body.code : `http-${response.status}`,
    response.status,
    typeof words === 'string' ? words : undefined,
  )
}

interface Sent {
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  readonly headers?: Readonly<Record<string, string>>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function send<Answer>(
  method: Method,
  path: string,
  { body, signal, headers }: Sent,
): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': currentLanguage(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiProblem('network', 0, undefined, { cause })
  }
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  return text === '' ? JSON.parse('null') : JSON.parse(text)
}

/**
 * One call to the API, answer as the contract's type.
 *
 * The server's own schema already stripped and checked the answer, so it is not parsed again here.
 *
 * @throws ApiProblem for every answer but 2xx, and `network` when none came.
 */
export function callApi<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  return send(method, path, { body, signal })
}

/**
 * A call that makes something, once for a `key` however often it is sent.
 *
 * @throws ApiProblem as `callApi` does.
 */
export function createByApi<Answer>(path: string, body: unknown, key: string): Promise<Answer> {
  return send('POST', path, { body, headers: { 'idempotency-key': key } })
}

import type { ApiDocument, Operation } from './document.ts'
import { exampleOf } from './example.ts'

/** One way to ask an operation. */
export interface ExampleRequest {
  readonly method: string
  /** Path with its query, percent-encoded. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Name of the file that is the body, where that is no JSON. */
  readonly file?: string
}

/** How a caller shows who it is: a key, the session of a person, or not at all. */
export type Credential = 'key' | 'session' | 'none'

interface Place {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

const json = 'application/json'

/** A request for the first page, with the parameters that an operation must have and its whole body. */
export function exampleRequest(place: Place, document: ApiDocument): ExampleRequest {
  const { method, path, operation } = place
  const { parameters, requestBody } = operation
  const valueIn = (where: string, name: string) => {
    const found = parameters.find((one) => one.in === where && one.name === name)
    return String(found ? exampleOf(found.schema, document, name) : name)
  }
  const address = path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(valueIn('path', name)),
  )
  const needed = parameters.filter((one) => one.in === 'query' && one.required)
  const query = needed
    .map(({ name }) => `${encodeURIComponent(name)}=${encodeURIComponent(valueIn('query', name))}`)
    .join('&')
  const declared = parameters
    .filter((one) => one.in === 'header')
    .map(({ name }) => [name, valueIn('header', name)] as const)
  const shape = requestBody?.content[json]?.schema
  const type = shape ? json : Object.keys(requestBody?.content ?? {})[0]
  return {
    method,
    url: query === '' ? address : `${address}?${query}`,
    headers: Object.fromEntries([
      ...(type === undefined ? [] : [['content-type', type] as const]),
      ...declared,
    ]),
    ...(shape && { body: withoutCursor(exampleOf(shape, document, operation.tags[0])) }),
    ...(!shape && type !== undefined && { file: 'bansos-2026.xlsx' }),
  }
}

function withoutCursor(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'cursor'))
}

/** Extensions of the files that routes answer with. */
const extensions: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'text/html': 'html',
  'text/markdown': 'md',
  'application/zip': 'zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/**
 * The request as a command for a POSIX shell in which `BETANG` holds the server's address and
 * `BETANG_KEY` a key.
 *
 * @param fileType kind of file that the answer is; it is written into one.
 */
export function toCurl(request: ExampleRequest, credential: Credential, fileType?: string): string {
  const { method, url, headers, body, file } = request
  const extension = extensions[fileType?.split(';')[0] ?? ''] ?? 'bin'
  const name = url.split('?')[0]?.split('/').at(-1) ?? ''
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$BETANG${url}"`,
    ...(credential === 'key' ? ['-H "Authorization: Bearer $BETANG_KEY"'] : []),
    ...(credential === 'session' ? ['-b cookies.txt'] : []),
    // Signing in leaves the cookie of the session.
    ...(credential === 'none' && method === 'POST' ? ['-b cookies.txt -c cookies.txt'] : []),
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quote(toJson(body))}`]),
    ...(file === undefined ? [] : [`--data-binary @${file}`]),
    ...(fileType === undefined
      ? []
      : [`-o ${/\.\w+$/.test(name) ? name : `${name}.${extension}`}`]),
  ]
  return parts.join(' \\\n  ')
}

const lineLength = 72

/** JSON on one line where it is short. */
export function toJson(value: unknown): string {
  const line = JSON.stringify(value)
  return line.length <= lineLength ? line : JSON.stringify(value, null, 2)
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

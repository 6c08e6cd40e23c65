import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { type Api, Problem } from '#platform/http'
import type { Operation } from '../../src/api/reference/document.ts'
import type { FuzzRequest } from './requests.ts'

const longestMs = 5000

export interface FuzzAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** Asks, and undoes whatever it did. @throws Error when no answer comes in time. */
export async function askAndUndo(db: Db, ask: () => Promise<FuzzAnswer>): Promise<FuzzAnswer> {
  await sql`savepoint fuzz`.execute(db)
  try {
    return await ask()
  } finally {
    await sql`rollback to savepoint fuzz`.execute(db)
  }
}

/** @throws Error when no answer comes in time, also not when asked a second time. */
export async function ask(api: Api, method: string, request: FuzzRequest): Promise<FuzzAnswer> {
  return (await tryToAsk(api, method, request)) ?? (await tryToAsk(api, method, request)) ?? hang()
}

function hang(): never {
  throw new Error(`no answer within ${longestMs} ms`)
}

/** Undefined when it takes too long: once may be the machine. */
async function tryToAsk(api: Api, method: string, request: FuzzRequest) {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), longestMs)
  const asked = api.inject({ ...request, method: toMethod(method) }).then(
    ({ statusCode, headers, payload }): FuzzAnswer => ({
      status: statusCode,
      type: String(headers['content-type'] ?? ''),
      body: payload,
    }),
  )
  try {
    return await Promise.race([asked, promise])
  } finally {
    clearTimeout(timer)
  }
}

function toMethod(method: string): 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' {
  const known = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).find((one) => one === method)
  if (!known) throw new Error(`a method that no route has: ${method}`)
  return known
}

/** What is wrong with an answer, by what the document promises of its operation. */
export function findFault({ status, type, body }: FuzzAnswer, operation: Operation): string | null {
  if (status >= 500) return `status ${status}: ${body.slice(0, 300)}`
  const promised = operation.responses[status]
  if (!promised) return `undocumented status ${status}: ${body.slice(0, 300)}`
  const types = Object.keys(promised.content ?? {})
  const isPromised = types.length === 0 || types.some((one) => type.startsWith(one))
  if (!isPromised) return `status ${status} as ${type}, documented as ${types.join(', ')}`
  if (status < 400) return null
  if (!type.startsWith('application/problem+json')) return `status ${status} as ${type}`
  return Problem.safeParse(JSON.parse(body)).success ? null : `no problem document: ${body}`
}

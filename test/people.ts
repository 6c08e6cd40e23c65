import { GrantsPage } from '#access/schema'
import type { ApiTest } from './api.ts'

type Headers = Readonly<Record<string, string>>
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** A signed-in person who calls the API under one role. */
export interface Caller {
  readonly call: (
    method: Method,
    path: string,
    payload?: object,
    key?: string,
  ) => Promise<{ readonly status: number; readonly body: ReturnType<typeof readJson> }>
}

let keys = 0

/** The first account under one of its two roles. */
export async function signInAs(
  test: ApiTest,
  role: 'administrator' | 'secretariat',
): Promise<Caller> {
  const caller = callerOf(test, await test.signIn())
  const held = GrantsPage.parse((await caller.call('GET', '/grants')).body)
  const grant = held.grants.find((line) => line.role === role)
  await caller.call('PUT', '/grants/in-use', { grantId: grant?.grantId })
  return caller
}

/** An account that an administrator made, signed in with a password of its own. */
export async function signInNamed(
  test: ApiTest,
  userName: string,
  firstPassword: string,
): Promise<Caller> {
  const signIn = async (password: string) => {
    const answer = await test.api.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { userName, password },
    })
    return { cookie: cookieOf(answer.headers['set-cookie']) }
  }
  const next = 'tujuh kucing di atap seng'
  const first = callerOf(test, await signIn(firstPassword))
  await first.call('POST', '/password', { present: firstPassword, next })
  return callerOf(test, await signIn(next))
}

function cookieOf(header: string | readonly string[] | number | undefined): string {
  return String(header).split(';')[0] ?? ''
}

function callerOf(test: ApiTest, headers: Headers): Caller {
  return {
    call: async (method, path, payload, key = `key-of-test-${++keys}`) => {
      const url = `/api/v1${path}`
      const version = method === 'PATCH' ? await readVersion(test, url, headers) : {}
      const answer = await test.api.inject({
        method,
        url,
        headers: { ...headers, ...version, 'idempotency-key': key },
        ...(payload === undefined ? {} : { payload }),
      })
      return { status: answer.statusCode, body: readJson(answer.body) }
    },
  }
}

/** Whoever changes something has read it before. */
async function readVersion(test: ApiTest, url: string, headers: Headers): Promise<Headers> {
  const { etag } = (await test.api.inject({ url, headers })).headers
  return etag === undefined ? {} : { 'if-match': String(etag) }
}

function readJson(text: string) {
  return JSON.parse(text === '' ? 'null' : text)
}

import { afterEach, describe, expect, it, vi } from 'vitest'
import { callApi } from './http.ts'

afterEach(() => vi.unstubAllGlobals())

/** Answers each call with the next of `answers`, and keeps what was asked. */
function stubFetch(...answers: Response[]) {
  const asked: { url: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return answers.shift() ?? new Response(null, { status: 204 })
  })
  return asked
}

describe('a call', () => {
  it('fills its address, with words after it', async () => {
    const asked = stubFetch(Response.json({ groups: [] }), Response.json({ pairs: [] }))
    await callApi('GET', '/files/{sheetNo}/findings', { path: { sheetNo: 3 } })
    await callApi('GET', '/pairs', { query: { cursor: 'a&b' } })
    await callApi('DELETE', '/sessions/{sessionId}', { path: { sessionId: 'a/b' } })
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/v1/files/3/findings',
      '/api/v1/pairs?cursor=a%26b',
      '/api/v1/sessions/a%2Fb',
    ])
  })

  it('that changes what was read says which version, and after it the next', async () => {
    const path = { accountId: 'abc' }
    const body = { displayName: 'Siti' }
    const tagged = (etag: string) => Response.json({}, { headers: { etag } })
    const asked = stubFetch(tagged('"one"'), tagged('"two"'), tagged('"three"'))
    await callApi('GET', '/accounts/{accountId}', { path })
    await callApi('PATCH', '/accounts/{accountId}', { path, body })
    await callApi('PATCH', '/accounts/{accountId}', { path, body })
    expect(asked.map(({ init }) => new Headers(init.headers).get('if-match'))).toEqual([
      null,
      '"one"',
      '"two"',
    ])
  })

  it('that makes something carries its key, and a refusal its code', async () => {
    const refusal = { code: 'user-name-taken', detail: 'Sudah dipakai.' }
    const asked = stubFetch(Response.json(refusal, { status: 409 }))
    const body = { userName: 'siti', displayName: 'Siti', organisationId: 'tkpk' }
    await expect(callApi('POST', '/accounts', { body, key: 'once-only' })).rejects.toMatchObject({
      code: 'user-name-taken',
      httpStatus: 409,
      detail: 'Sudah dipakai.',
    })
    expect(new Headers(asked[0]?.init.headers).get('idempotency-key')).toBe('once-only')
  })
})

import { describe, expect, it } from 'vitest'
import { withApi } from '../../test/api.ts'
import { holdsNul } from './refuse-nul.ts'

describe('a text with NUL', () => {
  it('is found in values and names at any depth', () => {
    expect(holdsNul({ a: [{ b: 'x\0' }] })).toBe(true)
    expect(holdsNul({ a: { 'b\0': 1 } })).toBe(true)
    expect(holdsNul({ a: ['x', 0, null, '\\u0000'] })).toBe(false)
    let deep: unknown = 'x\0'
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    expect(holdsNul(deep)).toBe(true)
  })

  it('is refused, and the part of the request named that holds it', () =>
    withApi('PGlite', async ({ api, signIn }) => {
      const headers = await signIn()
      const sent = [
        { method: 'POST', url: '/api/v1/families/search', payload: { q: 'a\0' } },
        { method: 'GET', url: '/api/v1/pairs?cursor=a%00' },
        { method: 'DELETE', url: '/api/v1/sessions/a%00b' },
      ] as const
      const paths = ['body', 'query', 'sessionId']
      for (const [no, request] of sent.entries()) {
        const answer = await api.inject({ ...request, headers })
        expect(answer.statusCode).toBe(400)
        expect(answer.json().fields).toMatchObject([{ path: paths[no] }])
      }
    }))
})

import { describe, expect, it } from 'vitest'
import { withApi } from '../../test/api.ts'

const url = '/api/v1/session'

describe('an answer', () => {
  it('comes with its version, and not again to who has it', () =>
    withApi('PGlite', async ({ api, db, signIn }) => {
      const headers = await signIn()
      const first = await api.inject({ url, headers })
      const tag = String(first.headers.etag)
      expect(tag).toMatch(/^"[\w-]{22}"$/)

      const again = await api.inject({ url, headers: { ...headers, 'if-none-match': tag } })
      expect(again.statusCode).toBe(304)
      expect(again.body).toBe('')
      expect(again.headers.etag).toBe(tag)
      expect(again.headers['cache-control']).toBe('no-store')
      const head = await api.inject({ method: 'HEAD', url, headers })
      expect(head.headers.etag).toBe(tag)

      await db.updateTable('account').set({ display_name: 'Nama lain' }).execute()
      const changed = await api.inject({ url, headers: { ...headers, 'if-none-match': tag } })
      expect(changed.statusCode).toBe(200)
      expect(changed.headers.etag).not.toBe(tag)
    }))

  it('has none when it is a refusal', () =>
    withApi('PGlite', async ({ api }) => {
      const answer = await api.inject({ url, headers: { 'if-none-match': '*' } })
      expect(answer.statusCode).toBe(401)
      expect(answer.headers.etag).toBeUndefined()
    }))
})

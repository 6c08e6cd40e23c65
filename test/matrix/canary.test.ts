import { describe, expect, it } from 'vitest'
import type { Log } from '#platform/log'
import { buildApi } from '../../src/api/build-api.ts'
import { testSecrets } from '../api.ts'
import { makeCalls } from './route-calls.ts'
import { addViewer, withScopedCity } from './viewers.ts'

/** Takes down all that a log is told, errors with their causes. */
function keepingLog(): { log: Log; text: () => string } {
  const lines: string[] = []
  const keep = (message: string, details?: Readonly<Record<string, unknown>>) => {
    lines.push(message, JSON.stringify(details, flatErrors))
  }
  return { log: { info: keep, warn: keep, error: keep }, text: () => lines.join('\n') }
}

function flatErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value
  return { name: value.name, message: value.message, stack: value.stack, cause: value.cause }
}

describe('a NIK or KK', () => {
  it('stands in no answer, header or log line, whoever asks for what', () =>
    withScopedCity('PGlite', async (db, store) => {
      const rows = await db.selectFrom('import_row').select(['nik_cipher', 'kk_cipher']).execute()
      const numbers = [
        ...new Set(
          rows
            .flatMap(({ nik_cipher, kk_cipher }) => [nik_cipher, kk_cipher])
            .flatMap((cipher) => (cipher ? [testSecrets.unseal(cipher)] : []))
            .filter((number) => /^\d{16}$/.test(number)),
        ),
      ]
      expect(numbers.length).toBeGreaterThan(200)
      const holds = (text: string) => numbers.filter((number) => text.includes(number))
      const { log, text } = keepingLog()
      const [canary = ''] = numbers
      const stray = [
        { method: 'GET', url: `/api/v1/families/${canary}` },
        { method: 'GET', url: `/api/v1/pairs?nik=${canary}` },
        { method: 'GET', url: `/api/v1/${canary}` },
        { method: 'GET', url: `/api/v1/pairs?cursor=${canary}` },
        {
          method: 'POST',
          url: '/api/v1/families/search',
          payload: { q: canary, [canary]: canary },
        },
        { method: 'POST', url: '/api/v1/families/search', payload: { q: [canary], ward: canary } },
        { method: 'POST', url: '/api/v1/families/search', payload: `{"q": "${canary}` },
        { method: 'POST', url: '/api/v1/session', payload: { userName: canary, password: canary } },
        { method: 'PUT', url: '/api/v1/grants/in-use', payload: { grantId: canary } },
      ] as const
      for (const role of ['secretariat', 'auditor', 'administrator', 'partner'] as const) {
        const { cookie } = await addViewer(store, { who: `canary ${role}`, role })
        const api = await buildApi({ store, secrets: testSecrets, log })
        for (const call of [...(await makeCalls(db, testSecrets)), ...stray]) {
          const answer = await api.inject({
            ...call,
            headers: { cookie, 'content-type': 'application/json' },
          })
          expect(answer.statusCode).toBeLessThan(500)
          expect(holds(answer.payload + JSON.stringify(answer.headers))).toEqual([])
        }
        await api.close()
      }
      expect(text().length).toBeGreaterThan(1000)
      expect(holds(text())).toEqual([])
    }))
})

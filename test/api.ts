import { createFirstAccount } from '#access'
import type { Db } from '#platform/db'
import type { Api } from '#platform/http'
import { makeSecrets, type Secrets } from '#platform/secrets'
import { type ApiParts, buildApi } from '../src/api/build-api.ts'
import { type Engine, withDatabase } from './database.ts'

export { buildApi }

/** A key that every test may know. */
export const testSecrets: Secrets = makeSecrets(new Uint8Array(32).fill(7))

/** The day on which tests stand; advance it with `moveMinutes`. */
export class TestClock {
  nowMs = Date.parse('2026-07-01T02:00:00.000Z')
  readonly read = (): Date => new Date(this.nowMs)
  moveMinutes(minutes: number): void {
    this.nowMs += minutes * 60_000
  }
}

/** What a route test works with; everything is rolled back. */
export interface ApiTest {
  readonly api: Api
  readonly db: Db
  readonly clock: TestClock
  readonly userName: string
  readonly password: string
  /** Signs in and returns the headers of a signed-in browser. */
  readonly signIn: (password?: string) => Promise<{ cookie: string }>
}

interface ApiTestParts extends Partial<ApiParts> {
  /** The first account still has the password that the server printed. */
  readonly hasFirstPassword?: boolean
}

/** Runs `work` against the whole API over a store in a transaction that is rolled back. */
export async function withApi(
  engine: Engine,
  work: (test: ApiTest) => Promise<void>,
  { hasFirstPassword = false, ...parts }: ApiTestParts = {},
): Promise<void> {
  await withDatabase(engine, async (db, store) => {
    const clock = new TestClock()
    // Not random: the same password in each run, and still one that nobody guesses.
    let calls = 0
    const random = (byteCount: number) => new Uint8Array(byteCount).fill(++calls)
    const first = await createFirstAccount(db, (count) =>
      Uint8Array.from({ length: count }, (_, i) => i * 7),
    )
    if (!first) throw new Error('the store of the tests already has an account')
    if (!hasFirstPassword) {
      await db.updateTable('account').set({ must_change_password: false }).execute()
    }
    const api = await buildApi({
      store,
      secrets: testSecrets,
      clock: clock.read,
      random,
      ...parts,
    })
    const signIn = async (password = first.password) => {
      const answer = await api.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { userName: first.userName, password },
      })
      return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' }
    }
    try {
      await work({ api, db, clock, ...first, signIn })
    } finally {
      await api.close()
    }
  })
}

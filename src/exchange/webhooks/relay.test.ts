import { afterEach, describe, expect, it } from 'vitest'
import { type Jobs, openJobs } from '#platform/jobs'
import { silentLog } from '#platform/log'
import { openInternet, readNetworks } from '#platform/networks'
import type { Store } from '#platform/open-store'
import { testSecrets } from '../../../test/api.ts'
import { engines, openTestStore } from '../../../test/database.ts'
import { type Receiver, startReceiver } from '../../../test/receiver.ts'
import { announce } from './announce.ts'
import { type Relay, startRelay } from './relay.ts'
import { signatureOf } from './signature.ts'
import { changeWebhook, insertWebhook } from './store.ts'

const networks = readNetworks('127.0.0.1') ?? openInternet
const now = new Date('2026-07-01T02:00:00.000Z')
const clock = () => now
const secret = 'whsec_test'
const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A store with a subscriber, and a relay that rests a second at most. */
async function open(engine: (typeof engines)[number], receiver: Receiver) {
  const store: Store = await openTestStore(engine)
  const { db } = store
  await db
    .insertInto('organisation')
    .values({ organisation_id: 'hook', name: 'Hook', kind: 'agency' })
    .execute()
  await db
    .insertInto('account')
    .values({
      account_id: 'hook',
      organisation_id: 'hook',
      user_name: 'hook',
      display_name: 'Hook',
      password_hash: null,
      kind: 'service',
    })
    .execute()
  closing.push(async () => {
    await db.deleteFrom('webhook').execute()
    await db.deleteFrom('account').where('account_id', '=', 'hook').execute()
    await db.deleteFrom('organisation').where('organisation_id', '=', 'hook').execute()
  })
  const webhook = await insertWebhook(
    db,
    { url: receiver.url, kinds: ['run-finished'] },
    { secretCipher: testSecrets.seal(secret), accountId: 'hook', clock },
  )
  const jobs: Jobs = await openJobs(store, silentLog, [])
  closing.push(() => jobs.close())
  const relay: Relay = await startRelay({
    db,
    errands: jobs.errands,
    secrets: testSecrets,
    networks,
    clock,
    log: silentLog,
    terms: { tries: 3, firstRestSeconds: 1, longestRestSeconds: 1 },
    everyMs: 50,
  })
  closing.push(() => relay.stop())
  return { db, webhook }
}

/** What became of the one message, once it has ended. */
async function ended({ db }: Pick<Store, 'db'>) {
  for (let attempt = 0; attempt < 600; attempt++) {
    const row = await db.selectFrom('webhook_delivery').selectAll().executeTakeFirst()
    if (row && (row.state === 'delivered' || row.state === 'failed')) return row
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the message did not end')
}

describe.each(engines)('the relay on %s', (engine) => {
  it('delivers what was announced, signed, again when it was not taken', async () => {
    const answers = [500, 200]
    const receiver = await startReceiver(() => answers.shift() ?? 200)
    closing.push(receiver.close)
    const { db } = await open(engine, receiver)
    await db.transaction().execute(async (trx) => {
      await announce(trx, { kind: 'run-finished', facts: { families: 3 } }, now)
      await announce(trx, { kind: 'plan-changed', facts: {} }, now)
    })
    const row = await ended({ db })
    expect(row).toMatchObject({ state: 'delivered', attempts: 2, answer_status: 200, fault: null })
    expect(receiver.received.length).toBe(2)
    for (const { headers, body } of receiver.received) {
      expect(JSON.parse(body)).toEqual({
        id: row.delivery_id,
        kind: 'run-finished',
        at: '2026-07-01T02:00:00.000Z',
        facts: { families: 3 },
      })
      expect(headers).toMatchObject({
        'betang-event': 'run-finished',
        'betang-delivery': row.delivery_id,
        'betang-signature': signatureOf(body, secret, now),
      })
    }
  })

  it('gives up after the last try, and says why', async () => {
    const receiver = await startReceiver()
    const { db } = await open(engine, receiver)
    await receiver.close()
    await announce(db, { kind: 'run-finished', facts: {} }, now)
    expect(await ended({ db })).toMatchObject({
      state: 'failed',
      attempts: 3,
      answer_status: null,
      fault: 'econnrefused',
    })
  })

  it('tells nobody of what was rolled back, nor who was stopped', async () => {
    const receiver = await startReceiver()
    closing.push(receiver.close)
    const { db, webhook } = await open(engine, receiver)
    await db
      .transaction()
      .execute(async (trx) => {
        await announce(trx, { kind: 'run-finished', facts: {} }, now)
        throw new Error('a run that failed')
      })
      .catch(() => {})
    await announce(db, { kind: 'run-finished', facts: {} }, now)
    await changeWebhook(db, webhook.webhookId, { ...webhook, isActive: false })
    await announce(db, { kind: 'run-finished', facts: {} }, now)
    const row = await ended({ db })
    const rows = await db.selectFrom('webhook_delivery').selectAll().execute()
    expect(rows.length).toBe(1)
    expect([row.state, receiver.received.length]).toSatisfy(
      ([state, count]) =>
        (state === 'failed' && count === 0) || (state === 'delivered' && count === 1),
    )
  })
})

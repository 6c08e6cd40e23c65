import { describe, expect, it } from 'vitest'
import { openInternet, readNetworks } from '#platform/networks'
import { type ApiTest, testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { FreshWebhook, Webhook, WebhookDeliveriesPage } from '../schema.ts'
import { announce } from './announce.ts'

const networks = readNetworks('127.0.0.1') ?? openInternet
const url = '/api/v1/webhooks'
const wanted = { url: 'https://contoh.example/hook', kinds: ['plan-changed'] }

async function open({ api, db, signIn }: ApiTest) {
  const cookie = await signIn()
  await db
    .updateTable('session')
    .set(({ selectFrom }) => ({
      grant_id: selectFrom('role_grant')
        .select('grant_id')
        .where('role', '=', 'administrator')
        .limit(1),
    }))
    .execute()
  const create = (payload: object, key = 'the same call') =>
    api.inject({ method: 'POST', url, payload, headers: { ...cookie, 'idempotency-key': key } })
  const get = (path = '') => api.inject({ url: url + path, headers: cookie })
  const put = (webhookId: string, payload: object, headers: object = {}) =>
    api.inject({
      method: 'PUT',
      url: `${url}/${webhookId}`,
      payload,
      headers: { ...cookie, ...headers },
    })
  return { cookie, create, get, put }
}

describe.each(engines)('webhooks on %s', (engine) => {
  it('are added with a secret that is told once and kept sealed', () =>
    withApi(engine, async (test) => {
      const { create } = await open(test)
      const answer = await create(wanted)
      expect(answer.statusCode).toBe(201)
      const { webhook, secret } = FreshWebhook.parse(answer.json())
      expect(webhook).toMatchObject({ ...wanted, isActive: true })
      expect(secret).toMatch(/^whsec_/)
      expect(FreshWebhook.parse((await create(wanted)).json())).toEqual({ webhook, secret: null })
      const row = await test.db.selectFrom('webhook').selectAll().executeTakeFirstOrThrow()
      expect(testSecrets.unseal(row.secret_cipher)).toBe(secret)
      const rows = await test.db.selectFrom('idempotency_key').selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(secret)
    }))

  it('are changed by who has read the present version', () =>
    withApi(engine, async (test) => {
      const { create, get, put } = await open(test)
      const { webhook } = FreshWebhook.parse((await create(wanted)).json())
      const change = { ...wanted, kinds: ['run-finished', 'plan-changed'], isActive: false }
      const without = await put(webhook.webhookId, change)
      expect([without.statusCode, without.json().code]).toEqual([428, 'version-required'])

      const tag = String((await get(`/${webhook.webhookId}`)).headers.etag)
      const changed = await put(webhook.webhookId, change, { 'if-match': tag })
      expect(Webhook.parse(changed.json())).toEqual({ ...webhook, ...change })
      const late = await put(webhook.webhookId, change, { 'if-match': tag })
      expect([late.statusCode, late.json().code]).toEqual([412, 'version-outdated'])
    }))

  it('get a message each of the kinds they asked for, page after page', () =>
    withApi(engine, async (test) => {
      const { create, get } = await open(test)
      const one = FreshWebhook.parse((await create(wanted, 'first call')).json()).webhook
      const two = FreshWebhook.parse(
        (await create({ ...wanted, kinds: ['run-finished'] }, 'second call')).json(),
      ).webhook
      for (let no = 0; no < 60; no++) {
        await announce(test.db, { kind: 'plan-changed', facts: { no } }, test.clock.read())
      }
      const first = WebhookDeliveriesPage.parse((await get(`/${one.webhookId}/deliveries`)).json())
      const rest = WebhookDeliveriesPage.parse(
        (await get(`/${one.webhookId}/deliveries?cursor=${first.nextCursor}`)).json(),
      )
      const ids = [...first.deliveries, ...rest.deliveries].map(({ deliveryId }) => deliveryId)
      expect([new Set(ids).size, rest.nextCursor]).toEqual([60, null])
      expect((await get(`/${two.webhookId}/deliveries`)).json()).toMatchObject({ deliveries: [] })
    }))
})

describe('webhooks', () => {
  it('are removed with what waits for them, and refused when they are not there', () =>
    withApi('PGlite', async (test) => {
      const { cookie, create, get } = await open(test)
      const { webhook } = FreshWebhook.parse((await create(wanted)).json())
      await announce(test.db, { kind: 'plan-changed', facts: {} }, test.clock.read())
      const remove = () =>
        test.api.inject({ method: 'DELETE', url: `${url}/${webhook.webhookId}`, headers: cookie })
      expect((await remove()).statusCode).toBe(204)
      expect((await remove()).statusCode).toBe(404)
      expect((await get(`/${webhook.webhookId}`)).json()).toMatchObject({
        code: 'webhook-not-found',
      })
      expect(await test.db.selectFrom('webhook_delivery').selectAll().execute()).toEqual([])
    }))

  it('lead nowhere inside unless that is allowed', async () => {
    await withApi('PGlite', async (test) => {
      const { create } = await open(test)
      const answer = await create({ ...wanted, url: 'http://127.0.0.1:9000/' })
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'webhook-address-refused'])
    })
    await withApi(
      'PGlite',
      async (test) => {
        const { create } = await open(test)
        expect((await create({ ...wanted, url: 'http://127.0.0.1:9000/' })).statusCode).toBe(201)
      },
      { networks },
    )
  })

  it('are added by who proved a short while ago who they are', () =>
    withApi('PGlite', async (test) => {
      const { create } = await open(test)
      test.clock.moveMinutes(11)
      expect((await create(wanted)).json()).toMatchObject({ code: 'step-up-required' })
    }))
})

import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { SoftwareAuthenticator, type Whim } from '../../../test/software-authenticator.ts'
import { publicKey } from '../../platform/keys.ts'

const origin = 'http://localhost'
const host = { host: 'localhost' }

function post(test: ApiTest, url: string, payload: object = {}, headers: object = {}) {
  return test.api.inject({ method: 'POST', url, payload, headers: { ...host, ...headers } })
}

async function addPasskey(
  test: ApiTest,
  device: SoftwareAuthenticator,
  headers: object,
  { name = 'Ponsel', ...whim }: Whim & { readonly name?: string } = {},
) {
  const question = await post(test, '/api/v1/passkeys/question', {}, headers)
  const response = device.create(question.json().options, origin, whim)
  return post(test, '/api/v1/passkeys', { name, response }, headers)
}

async function askForProof(test: ApiTest) {
  return (await post(test, '/api/v1/session/passkey-question')).json().options
}

const signIn = (test: ApiTest, response: object) =>
  post(test, '/api/v1/session/passkey', { response })
const account = async (test: ApiTest, headers: object) =>
  (await test.api.inject({ url: '/api/v1/account', headers: { ...headers } })).json()

describe.each(engines)('a passkey on %s', (engine) => {
  it('signs in without a user name, and needs no code beside it', () =>
    withApi(engine, async (test) => {
      const device = new SoftwareAuthenticator()
      expect((await addPasskey(test, device, await test.signIn())).statusCode).toBe(204)
      const answer = await signIn(test, device.get(await askForProof(test), origin))
      expect(answer.statusCode).toBe(201)
      expect(answer.json()).toMatchObject({ userName: 'sekretariat' })
      const headers = { cookie: String(answer.headers['set-cookie']).split(';')[0] }
      expect(await account(test, headers)).toMatchObject({
        passkeys: [{ name: 'Ponsel', lastUsedAt: '2026-07-01T02:00:00.000Z' }],
      })
    }))

  it('is one of several, each with its name, and can be removed', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      const [phone, key] = [new SoftwareAuthenticator(), new SoftwareAuthenticator()]
      await addPasskey(test, phone, headers, { name: 'Ponsel' })
      test.clock.moveMinutes(1)
      await addPasskey(test, key, headers, { name: 'Kunci USB' })
      const { passkeys } = await account(test, headers)
      expect(passkeys.map(({ name }: { name: string }) => name)).toEqual(['Ponsel', 'Kunci USB'])

      const url = `/api/v1/passkeys/${passkeys[0].passkeyId}`
      const remove = () => test.api.inject({ method: 'DELETE', url, headers })
      expect((await remove()).statusCode).toBe(204)
      expect((await remove()).json()).toMatchObject({ code: 'passkey-not-found' })
      expect((await signIn(test, phone.get(await askForProof(test), origin))).statusCode).toBe(422)
      expect((await signIn(test, key.get(await askForProof(test), origin))).statusCode).toBe(201)
    }))

  it.each<[string, Whim]>([
    ['another site', { origin: 'http://bétang.example' }],
    ['a device that did not check who holds it', { isUnlocked: false }],
    ['a copy that counts behind', { counter: 1 }],
  ])('is refused from %s', (_what, whim) =>
    withApi(engine, async (test) => {
      const device = new SoftwareAuthenticator()
      await addPasskey(test, device, await test.signIn())
      await signIn(test, device.get(await askForProof(test), origin))
      await signIn(test, device.get(await askForProof(test), origin))
      const answer = await signIn(test, device.get(await askForProof(test), origin, whim))
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({ code: 'passkey-refused' })
      expect((await signIn(test, device.get(await askForProof(test), origin))).statusCode).toBe(201)
    }),
  )

  it('answers a question once, and only one that was asked and is not old', () =>
    withApi(engine, async (test) => {
      const device = new SoftwareAuthenticator()
      await addPasskey(test, device, await test.signIn())
      const options = await askForProof(test)
      expect((await signIn(test, device.get(options, origin))).statusCode).toBe(201)
      expect((await signIn(test, device.get(options, origin))).statusCode).toBe(422)
      const invented = { challenge: Buffer.alloc(32).toString('base64url') }
      expect((await signIn(test, device.get(invented, origin))).statusCode).toBe(422)
      const old = await askForProof(test)
      test.clock.moveMinutes(11)
      expect((await signIn(test, device.get(old, origin))).statusCode).toBe(422)
    }))

  it('with a changed signature, or nobody knows, is refused alike', () =>
    withApi(engine, async (test) => {
      const device = new SoftwareAuthenticator()
      await addPasskey(test, device, await test.signIn())
      const stranger = new SoftwareAuthenticator()
      stranger.create({}, origin)
      const unknown = await signIn(test, stranger.get(await askForProof(test), origin))
      const proof = device.get(await askForProof(test), origin)
      const signature = `${proof.response.signature.slice(0, -4)}AAAA`
      const forged = await signIn(test, {
        ...proof,
        response: { ...proof.response, signature },
      })
      expect(unknown.statusCode).toBe(422)
      expect(forged.json()).toEqual(unknown.json())
    }))

  it('is asked for at an address that is one', () =>
    withApi(engine, async (test) => {
      const headers = { host: 'a b[' }
      const answer = await post(test, '/api/v1/session/passkey-question', {}, headers)
      expect(answer.json()).toMatchObject({ code: 'request-invalid' })
    }))

  it('opens no disabled account', () =>
    withApi(engine, async (test) => {
      const device = new SoftwareAuthenticator()
      await addPasskey(test, device, await test.signIn())
      await test.db.updateTable('account').set({ disabled_at: '2026-07-01T00:00:00Z' }).execute()
      expect((await signIn(test, device.get(await askForProof(test), origin))).statusCode).toBe(422)
    }))

  it('is registered once, and only by a question asked for this account', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      const device = new SoftwareAuthenticator()
      const question = await post(test, '/api/v1/passkeys/question', {}, headers)
      const { options } = question.json()
      expect(options).toMatchObject({
        rp: { id: 'localhost', name: 'Betang' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      const response = device.create(options, origin)
      const add = () => post(test, '/api/v1/passkeys', { name: 'Ponsel', response }, headers)
      expect((await add()).statusCode).toBe(204)
      expect((await add()).json()).toMatchObject({ code: 'passkey-refused' })
      const unlocked = await addPasskey(test, device, headers, { isUnlocked: false })
      expect(unlocked.statusCode).toBe(422)
      const proofQuestion = await askForProof(test)
      const mixed = device.create(proofQuestion, origin)
      const answer = await post(test, '/api/v1/passkeys', { name: 'x', response: mixed }, headers)
      expect(answer.statusCode).toBe(422)
    }))

  it('is added only with a fresh proof', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      test.clock.moveMinutes(11)
      for (const url of ['/api/v1/passkeys/question', '/api/v1/passkeys']) {
        const response = new SoftwareAuthenticator().create({}, origin)
        const payload = url.endsWith('question') ? {} : { name: 'Ponsel', response }
        const answer = await post(test, url, payload, headers)
        expect(answer.statusCode).toBe(403)
        expect(answer.json()).toMatchObject({ code: 'step-up-required' })
      }
      const url = '/api/v1/passkeys/abc'
      expect((await test.api.inject({ method: 'DELETE', url, headers })).statusCode).toBe(403)
    }))
})

describe.each(engines)('stepping up on %s', (engine) => {
  const stepUp = '/api/v1/step-up'

  it('by the password lasts ten minutes, under another token', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      test.clock.moveMinutes(11)
      const wrong = await post(test, stepUp, { password: 'salah sandi' }, headers)
      expect(wrong.json()).toMatchObject({ code: 'password-wrong' })
      const answer = await post(test, stepUp, { password: test.password }, headers)
      expect(answer.statusCode).toBe(204)
      expect((await account(test, headers)).code).toBe('sign-in-required')
      const fresh = { cookie: String(answer.headers['set-cookie']).split(';')[0] }
      const ask = () => post(test, '/api/v1/passkeys/question', {}, fresh)
      expect((await ask()).statusCode).toBe(200)
      test.clock.moveMinutes(10)
      expect((await ask()).statusCode).toBe(403)
    }))

  it('by a passkey takes only one of the own account, asked for this', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      const device = new SoftwareAuthenticator()
      await addPasskey(test, device, headers)
      const forSignIn = device.get(await askForProof(test), origin)
      expect((await post(test, stepUp, { passkey: forSignIn }, headers)).statusCode).toBe(422)
      const question = await post(test, `${stepUp}/passkey-question`, {}, headers)
      const passkey = device.get(question.json().options, origin)
      await test.db
        .insertInto('account')
        .values({
          account_id: 'other',
          organisation_id: 'tkpk',
          user_name: 'lain',
          display_name: 'Lain',
          password_hash: '',
        })
        .execute()
      await test.db.updateTable('passkey').set({ account_id: 'other' }).execute()
      expect((await post(test, stepUp, { passkey }, headers)).json()).toMatchObject({
        code: 'passkey-refused',
      })
      await test.db
        .updateTable('passkey')
        .set({ account_id: publicKey('account sekretariat') })
        .execute()
      const again = await post(test, `${stepUp}/passkey-question`, {}, headers)
      const mine = device.get(again.json().options, origin)
      expect((await post(test, stepUp, { passkey: mine }, headers)).statusCode).toBe(204)
    }))

  it('makes whoever guesses wait', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      for (let guess = 0; guess < 5; guess++) {
        await post(test, stepUp, { password: `tebakan ${guess}` }, headers)
      }
      expect((await post(test, stepUp, { password: test.password }, headers)).statusCode).toBe(429)
    }))

  it('needs a session, and one proof', () =>
    withApi(engine, async (test) => {
      expect((await post(test, stepUp, { password: test.password })).statusCode).toBe(401)
      expect((await post(test, `${stepUp}/passkey-question`)).statusCode).toBe(401)
      const headers = await test.signIn()
      expect((await post(test, stepUp, {}, headers)).json()).toMatchObject({
        code: 'request-invalid',
      })
    }))
})

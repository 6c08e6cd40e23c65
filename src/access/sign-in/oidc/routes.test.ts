import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiTest, testSecrets, withApi } from '../../../../test/api.ts'
import { engines } from '../../../../test/database.ts'
import { startProvider, type TestProvider } from '../../../../test/identity-provider.ts'
import { publicKey } from '../../../platform/keys.ts'
import { type IdentityProvider, makeIdentityProvider } from './identity-provider.ts'
import { expectLink } from './link-store.ts'
import { readOidcSettings } from './settings.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'betang-oidc-'))
const redirect = 'http://localhost/api/v1/oidc/sso/callback'
const accountId = publicKey('account sekretariat')
const people = {
  rina: { name: 'Rina Agustina', nip: '19870101 201001 2 001', nip_verified: true },
  budi: { name: 'Budi', nip: '19870101 201001 2 001', nip_verified: false },
}

function write(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

/** A city's own sign-in, as Keycloak is commonly set up: a secret, no PAR. */
async function startKeycloakStyle() {
  const secret = 'a secret of the tests, longer than thirty-two'
  const provider = await startProvider(
    {
      client_id: 'betang',
      client_secret: secret,
      redirect_uris: [redirect],
      token_endpoint_auth_method: 'client_secret_basic',
    },
    people,
  )
  write('sso.secret', `${secret}\n`)
  const file = write(
    'keycloak.yaml',
    `providers:
  - id: sso
    name: SSO Pemkot
    issuer: ${provider.issuer}
    clientId: betang
    redirect: ${redirect}
    secretFile: sso.secret
    scopes: [openid, profile]
    userInfo: {}
    claims: { person: nip, personVerified: nip_verified }
`,
  )
  return { provider, file }
}

/** The nation's: a key on P-521 in place of a secret, parameters pushed. */
async function startInapasStyle() {
  const { privateKey, publicKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-521' })
  const jwk = { ...key.export({ format: 'jwk' }), kid: 'betang-1', use: 'sig', alg: 'ES512' }
  const provider = await startProvider(
    {
      client_id: 'betang',
      redirect_uris: [redirect],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES512',
      jwks: { keys: [jwk] },
    },
    people,
    {
      features: {
        devInteractions: { enabled: false },
        pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      },
      enabledJWA: { clientAuthSigningAlgValues: ['ES512'] },
    },
  )
  write('inapas.pem', privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  const file = write(
    'inapas.yaml',
    `providers:
  - id: sso
    name: INApas
    issuer: ${provider.issuer}
    clientId: betang
    redirect: ${redirect}
    privateKeyFile: inapas.pem
    keyId: betang-1
    usesPar: true
    scopes: [openid, profile]
    userInfo: {}
    claims: { person: nip, personVerified: nip_verified }
`,
  )
  return { provider, file }
}

const cookieOf = (answer: { headers: Record<string, unknown> }, name: string) =>
  String(answer.headers['set-cookie'])
    .split(',')
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`)) ?? ''

describe.each([
  ['a city', startKeycloakStyle],
  ['the nation', startInapasStyle],
])('signing in by the provider of %s', (_whose, start) => {
  let provider: TestProvider
  let identityProviders: IdentityProvider[]
  beforeAll(async () => {
    const started = await start()
    provider = started.provider
    identityProviders = readOidcSettings(started.file).map(makeIdentityProvider)
  })
  afterAll(() => provider.stop())

  const withProvider = (engine: (typeof engines)[number], work: (test: ApiTest) => Promise<void>) =>
    withApi(engine, work, { identityProviders })

  /** Goes to the provider and comes back, in one browser. */
  async function goAndReturn(test: ApiTest, who: string, query = '') {
    const there = await test.api.inject(`/api/v1/oidc/sso/start${query}`)
    expect(there.statusCode).toBe(302)
    const back = new URL(await provider.signIn(String(there.headers.location), who))
    const errand = cookieOf(there, 'betang-oidc')
    return { back, errand, callback: () => comeBack(test, back, errand) }
  }
  const comeBack = (test: ApiTest, back: URL, cookie: string) =>
    test.api.inject({ url: `${back.pathname}${back.search}`, headers: { cookie } })

  async function linkAs(test: ApiTest, who: string, headers: object) {
    const link = await test.api.inject({
      method: 'POST',
      url: '/api/v1/oidc/sso/link',
      headers: { ...headers },
    })
    const back = new URL(await provider.signIn(link.json().url, who))
    return comeBack(test, back, cookieOf(link, 'betang-oidc'))
  }

  it.each(engines)('needs a link, which its person makes, on %s', (engine) =>
    withProvider(engine, async (test) => {
      const stranger = await (await goAndReturn(test, 'rina')).callback()
      expect(stranger.headers.location).toBe('/masuk?gagal=oidc-not-linked')
      expect(await test.db.selectFrom('account').select('user_name').execute()).toHaveLength(1)

      const headers = await test.signIn()
      expect((await linkAs(test, 'rina', headers)).headers.location).toBe('/akun')
      const account = await test.api.inject({ url: '/api/v1/account', headers })
      expect(account.json().links).toMatchObject([{ providerId: 'sso', lastUsedAt: null }])

      const home = await (await goAndReturn(test, 'rina', '?ke=/keluarga%3Furut%3Dlama')).callback()
      expect(home.headers.location).toBe('/keluarga?urut=lama')
      const session = { cookie: cookieOf(home, 'betang') }
      const who = await test.api.inject({ url: '/api/v1/session', headers: session })
      expect(who.json()).toMatchObject({ userName: 'sekretariat' })
      expect(await test.db.selectFrom('account_link').select('account_id').execute()).toEqual([
        { account_id: accountId },
      ])
    }),
  )

  it.each(engines)(
    'is expected by an administrator, once and by a verified claim, on %s',
    (engine) =>
      withProvider(engine, async (test) => {
        const expected = { providerId: 'sso', claim: people.rina.nip, accountId }
        await expectLink(test.db, expected, testSecrets)
        const unverified = await (await goAndReturn(test, 'budi')).callback()
        expect(unverified.headers.location).toBe('/masuk?gagal=oidc-not-linked')
        const home = await (await goAndReturn(test, 'rina')).callback()
        expect(home.headers.location).toBe('/hari-ini')
        expect(await test.db.selectFrom('expected_link').selectAll().execute()).toEqual([])
        const again = await (await goAndReturn(test, 'rina')).callback()
        expect(again.headers.location).toBe('/hari-ini')
      }),
  )

  it.each(engines)('links one identity with one account, on %s', (engine) =>
    withProvider(engine, async (test) => {
      const headers = await test.signIn()
      await linkAs(test, 'rina', headers)
      expect((await linkAs(test, 'rina', headers)).headers.location).toBe(
        '/akun?gagal=oidc-linked-already',
      )
      expect((await linkAs(test, 'budi', headers)).headers.location).toBe(
        '/akun?gagal=oidc-linked-already',
      )
      const url = '/api/v1/oidc/sso/link'
      const unlink = () => test.api.inject({ method: 'DELETE', url, headers })
      expect((await unlink()).statusCode).toBe(204)
      expect((await unlink()).json()).toMatchObject({ code: 'oidc-link-not-found' })
      expect((await linkAs(test, 'budi', headers)).headers.location).toBe('/akun')
    }),
  )

  it.each(engines)('is refused to another browser, a second time, and late, on %s', (engine) =>
    withProvider(engine, async (test) => {
      await linkAs(test, 'rina', await test.signIn())
      const first = await goAndReturn(test, 'rina')
      const expired = '/masuk?gagal=sign-in-expired'
      expect((await comeBack(test, first.back, '')).headers.location).toBe(expired)
      const other = await goAndReturn(test, 'rina')
      expect((await comeBack(test, first.back, other.errand)).headers.location).toBe(expired)
      expect((await first.callback()).headers.location).toBe('/hari-ini')
      expect((await first.callback()).headers.location).toBe(expired)
      const slow = await goAndReturn(test, 'rina')
      test.clock.moveMinutes(11)
      expect((await slow.callback()).headers.location).toBe(expired)
    }),
  )

  it.each(engines)('tells that the provider refused, on %s', (engine) =>
    withProvider(engine, async (test) => {
      const refused = await (await goAndReturn(test, '')).callback()
      expect(refused.headers.location).toBe('/masuk?gagal=oidc-refused')
      const changed = await goAndReturn(test, 'rina')
      changed.back.searchParams.set('code', 'another')
      expect((await changed.callback()).headers.location).toBe('/masuk?gagal=oidc-refused')
    }),
  )

  it.each(engines)('opens no disabled account, on %s', (engine) =>
    withProvider(engine, async (test) => {
      await linkAs(test, 'rina', await test.signIn())
      await test.db.updateTable('account').set({ disabled_at: '2026-07-01T00:00:00Z' }).execute()
      const answer = await (await goAndReturn(test, 'rina')).callback()
      expect(answer.headers.location).toBe('/masuk?gagal=oidc-not-linked')
    }),
  )

  it('names its providers to whoever comes, and nothing of their keys', () =>
    withProvider('PGlite', async ({ api }) => {
      const { providers } = (await api.inject('/api/v1/oidc/providers')).json()
      expect(providers).toEqual([{ id: 'sso', name: expect.any(String) }])
      expect((await api.inject('/api/v1/oidc/other/start')).statusCode).toBe(404)
      expect((await api.inject('/api/v1/oidc/other/callback')).statusCode).toBe(404)
      for (const ke of [
        'https://elsewhere.example',
        '//elsewhere.example',
        '/\\elsewhere',
        '/\t/elsewhere.example',
      ]) {
        const url = `/api/v1/oidc/sso/start?ke=${encodeURIComponent(ke)}`
        expect((await api.inject(url)).json()).toMatchObject({ code: 'request-invalid' })
      }
    }))

  it('links and unlinks with a session and a fresh proof only', () =>
    withProvider('PGlite', async (test) => {
      const url = '/api/v1/oidc/sso/link'
      for (const method of ['POST', 'DELETE'] as const) {
        expect((await test.api.inject({ method, url })).statusCode).toBe(401)
      }
      const headers = await test.signIn()
      test.clock.moveMinutes(11)
      for (const method of ['POST', 'DELETE'] as const) {
        const answer = await test.api.inject({ method, url, headers })
        expect(answer.json()).toMatchObject({ code: 'step-up-required' })
      }
    }))
})

describe('settings of identity providers', () => {
  const good = `id: sso
    name: SSO
    issuer: https://sso.example.go.id
    clientId: betang
    redirect: https://betang.example.go.id/api/v1/oidc/sso/callback`

  it.each([
    ['no YAML', 'providers: [', ''],
    ['an issuer without HTTPS', 'issuer: http://sso.example.go.id', 'providers.0.issuer'],
    ['an unknown word', 'usesPAR: true', 'providers.0'],
    ['a name that is no part of an address', 'id: "s/o"', 'providers.0.id'],
    ['neither secret nor key', 'scopes: [openid]', 'providers.0'],
  ])('with %s are refused at the start', (_what, line, place) => {
    const key = line.split(':')[0] ?? ''
    const rest = good.split('\n').filter((one) => !one.trim().startsWith(`${key}:`))
    const text =
      place === '' ? line : `providers:\n  - ${[...rest, `    ${line}`].join('\n').trim()}`
    const file = write('bad.yaml', text)
    expect(() => readOidcSettings(file)).toThrow(
      expect.objectContaining({
        code: 'oidc-settings-invalid',
        details: {
          path: file,
          fields: expect.arrayContaining([expect.objectContaining({ path: place })]),
        },
      }),
    )
  })

  it('with a missing or unreadable key stop the start, not the sign-in', () => {
    const gone = write('gone.yaml', `providers:\n  - ${good}\n    privateKeyFile: gone.pem\n`)
    expect(() => readOidcSettings(gone).map(makeIdentityProvider)).toThrow(
      expect.objectContaining({ code: 'file-not-found' }),
    )
    write('no.pem', 'no key')
    const bad = write('no.yaml', `providers:\n  - ${good}\n    privateKeyFile: no.pem\n`)
    expect(() => readOidcSettings(bad).map(makeIdentityProvider)).toThrow(
      expect.objectContaining({ code: 'key-unreadable' }),
    )
  })

  it('of a provider that is away leave the other ways open', () =>
    withApi(
      'PGlite',
      async ({ api }) => {
        const answer = await api.inject('/api/v1/oidc/away/start')
        expect(answer.statusCode).toBe(503)
        expect(answer.json()).toMatchObject({ code: 'oidc-unreachable' })
      },
      {
        identityProviders: [
          makeIdentityProvider({
            id: 'away',
            name: 'Jauh',
            issuer: 'http://127.0.0.1:9',
            clientId: 'betang',
            redirect,
            secretFile: write('away.secret', 'secret'),
            usesPar: false,
            scopes: ['openid'],
            acrValues: [],
            claims: {},
          }),
        ],
      },
    ))
})

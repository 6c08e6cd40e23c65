import { describe, expect, it } from 'vitest'
import { bySystem, recordEvent, sealEvents } from '#access'
import { ServerSettings, SystemHealth } from '#upkeep/schema'
import { type ApiTest, withApi } from '../../test/api.ts'
import { engines } from '../../test/database.ts'
import { signInAs } from '../../test/people.ts'
import type { Machine } from './machine.ts'

const machine: Machine = {
  place: { memory: true },
  served: {
    host: '0.0.0.0',
    port: 443,
    isHttps: true,
    isBehindProxy: false,
    certificateUntil: new Date('2026-07-04T00:00:00Z'),
  },
  copyFolder: '/srv/rina/copies',
  env: {
    DATABASE_URL: 'postgres://betang:rahasia@db/betang',
    BETANG_KEY_FILE: '/run/secrets/key',
    BETANG_HOME: '/nowhere/keys',
    BETANG_SECOND_FACTOR: 'optional',
  },
  startedAt: new Date('2026-06-30T00:00:00Z'),
}

async function readHealth(test: ApiTest): Promise<SystemHealth> {
  const administrator = await signInAs(test, 'administrator')
  return SystemHealth.parse((await administrator.call('GET', '/system-health')).body)
}

function statesOf({ groups }: SystemHealth): string[] {
  return groups.flatMap(({ findings }) => findings.map(({ state, code }) => `${state} ${code}`))
}

describe.each(engines)('the health of a system on %s', (engine) => {
  it('is told in one look, the worst first of all', () =>
    withApi(
      engine,
      async (test) => {
        const health = await readHealth(test)
        expect(health.state).toBe('grave')
        expect(health.groups.map(({ group }) => group)).toEqual([
          'system',
          'store',
          'backup',
          'trail',
          'work',
          'network',
          'safety',
        ])
        expect(statesOf(health)).toEqual(
          expect.arrayContaining([
            'good version',
            'good store',
            'look drill-none',
            'good jobs',
            'good messages',
            'grave certificate-ending',
            'grave administrator-without-second-factor',
          ]),
        )
      },
      { machine },
    ))

  it('shows a sealer that has stopped, and one that works', () =>
    withApi(engine, async (test) => {
      await recordEvent(test.db, { ...bySystem, action: 'test' })
      test.clock.nowMs = Date.now() + 3_600_000 * 2
      expect(statesOf(await readHealth(test))).toContain('grave sealing-late')
      while ((await sealEvents(test.db)) > 0) {}
      test.clock.nowMs = Date.now()
      expect(statesOf(await readHealth(test))).toContain('good sealing')
    }))
})

describe('the health of a system', () => {
  it('is handed on without a name, a folder or an address', () =>
    withApi(
      'PGlite',
      async (test) => {
        const { groups, text } = await readHealth(test)
        const findings = groups.flatMap((group) => group.findings)
        const about = findings.flatMap((finding) => finding.about)
        expect(about).toContain('sekretariat')
        for (const name of about) expect(text).not.toContain(name)
        for (const word of ['/srv', '/nowhere', 'rahasia', 'postgres://']) {
          expect(text).not.toContain(word)
        }
        for (const { code, meaning } of findings) {
          expect(text).toContain(meaning)
          expect(text).toContain(`(${code})`)
        }
      },
      { machine },
    ))

  it('is told in the language of who asks', () =>
    withApi('PGlite', async ({ api, signIn, ...test }) => {
      const headers = await signIn()
      await signInAs({ api, signIn, ...test }, 'administrator')
      const words = async (language: string) => {
        const { grants } = (await api.inject({ url: '/api/v1/grants', headers })).json()
        const { grantId } = grants.find(({ role }: { role: string }) => role === 'administrator')
        await api.inject({
          method: 'PUT',
          url: '/api/v1/grants/in-use',
          headers,
          payload: { grantId },
        })
        const answer = await api.inject({
          url: '/api/v1/system-health',
          headers: { ...headers, 'accept-language': language },
        })
        return SystemHealth.parse(answer.json()).groups[0]?.title
      }
      expect([await words('en'), await words('id')]).toEqual(['System', 'Sistem'])
    }))

  it('is the administrator’s', () =>
    withApi('PGlite', async (test) => {
      const secretariat = await signInAs(test, 'secretariat')
      for (const path of ['/system-health', '/settings/server']) {
        expect((await secretariat.call('GET', path)).body).toMatchObject({ code: 'not-permitted' })
        expect((await test.api.inject(`/api/v1${path}`)).statusCode).toBe(401)
      }
    }))
})

describe('what was given to a server', () => {
  it('is told without a secret', () =>
    withApi(
      'PGlite',
      async (test) => {
        const administrator = await signInAs(test, 'administrator')
        const { body } = await administrator.call('GET', '/settings/server')
        expect(JSON.stringify(body)).not.toMatch(/rahasia|run\/secrets/)
        const given = ServerSettings.parse(body)
        const of = (name: string) => given.settings.find((setting) => setting.name === name)
        expect(of('DATABASE_URL')).toMatchObject({ isSet: true, value: null })
        expect(of('BETANG_KEY_FILE')).toMatchObject({ isSet: true, value: null })
        expect(of('BETANG_BACKUP_PASSPHRASE')).toMatchObject({ isSet: false, value: null })
        expect(of('BETANG_HOME')).toMatchObject({ isSet: true, value: '/nowhere/keys' })
        expect(of('--host')).toMatchObject({ value: '0.0.0.0' })
        expect(given).toMatchObject({ needsSecondFactor: false, breachedPasswords: null })
        expect(given.limits.map(({ perMinute }) => perMinute)).toEqual([300, 300, 600])
      },
      { machine },
    ))
})

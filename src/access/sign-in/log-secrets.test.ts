import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { SoftwareAuthenticator } from '../../../test/software-authenticator.ts'
import { makeLog } from '../../platform/log.ts'

describe.each(engines)('the log of sign-ins on %s', (engine) => {
  it('holds no password, code, secret, token or challenge, also where something fails', async () => {
    const lines: string[] = []
    const destination = new PassThrough()
    destination.on('data', (chunk) => lines.push(String(chunk)))
    const secrets: string[] = []
    const keep = (secret: unknown) => {
      secrets.push(String(secret))
      return String(secret)
    }

    await withApi(
      engine,
      async ({ api, db, userName, password }) => {
        const post = (url: string, payload: object, cookie = '') =>
          api.inject({ method: 'POST', url: `/api/v1/${url}`, payload, headers: { cookie } })
        await post('session', { userName, password: keep('tebakan yang salah') })
        const session = await post('session', { userName, password: keep(password) })
        const cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
        keep(cookie.split('=')[1])
        for (const { value } of session.cookies) keep(value)

        const { secret, uri } = (await post('totp', {}, cookie)).json()
        keep(secret)
        keep(uri)
        await post('totp/confirmation', { code: keep('918273') }, cookie)
        const { options } = (await post('session/passkey-question', {})).json()
        keep(options.challenge)
        const authenticator = new SoftwareAuthenticator()
        authenticator.create({}, 'http://localhost')
        const response = authenticator.get(options, 'http://localhost')
        keep(response.response.signature)
        await post('session/passkey', { response })
        await api.inject(`/api/v1/oidc/sso/callback?code=${keep('a-code-of-theirs')}&state=x`)

        // A fault of our own is logged with what the database says.
        await db.schema.alterTable('sign_in_step').renameTo('elsewhere').execute()
        const broken = await post('session/second-factor', {
          ticket: keep('a-ticket-of-mine'),
          code: '918273',
        })
        expect(broken.statusCode).toBe(500)
      },
      { log: makeLog(destination) },
    )

    const log = lines.join('')
    expect(log).toContain('/api/v1/session/second-factor')
    expect(log).toContain('"status":500')
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(5)
      expect(log).not.toContain(secret)
    }
  })
})

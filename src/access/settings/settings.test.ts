import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GrantsPage } from '#access/schema'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import { roles } from '../scope/roles.ts'
import { OfficeSettings, SessionLimits, SettingHistory, sessionBounds } from './schema.ts'
import { usualSettings } from './usual-settings.ts'
import { isWeaker } from './weaker.ts'

const url = '/api/v1/settings'

/** The administrator's browser: reads, and changes on what it read. */
async function open({ api, signIn }: ApiTest) {
  const headers = await signIn()
  const get = (path = '') => api.inject({ url: `${url}${path}`, headers })
  const { grants } = GrantsPage.parse((await api.inject({ url: '/api/v1/grants', headers })).json())
  const use = (role: string) =>
    api.inject({
      method: 'PUT',
      url: '/api/v1/grants/in-use',
      headers,
      payload: { grantId: grants.find((grant) => grant.role === role)?.grantId },
    })
  await use('administrator')
  const read = async () => OfficeSettings.parse((await get()).json())
  const put = async (payload: object, tag?: string) =>
    api.inject({
      method: 'PUT',
      url,
      payload,
      headers: { ...headers, 'if-match': tag ?? String((await get()).headers.etag) },
    })
  const change = async (part: Partial<OfficeSettings>) => put({ ...(await read()), ...part })
  const history = async () => SettingHistory.parse((await get('/history')).json()).changes
  return { headers, get, use, read, put, change, history }
}

const shorter = { idleMinutes: 30, longestMinutes: 480 }

describe.each(engines)('settings of an office on %s', (engine) => {
  it('are as Betang comes, until an administrator changes them', () =>
    withApi(engine, async (test) => {
      const { read, change, history } = await open(test)
      expect(await read()).toEqual(usualSettings())
      const answer = await change({ sessions: shorter })
      expect(answer.statusCode).toBe(200)
      expect(await read()).toEqual({ ...usualSettings(), sessions: shorter })
      expect(await history()).toMatchObject([
        {
          key: 'sessions',
          from: usualSettings().sessions,
          to: shorter,
          changedAt: test.clock.read().toISOString(),
          changedBy: { displayName: 'Sekretariat TKPK' },
        },
      ])
      const event = await test.db
        .selectFrom('audit_event')
        .select(['action', 'detail'])
        .where('action', '=', 'change-settings')
        .executeTakeFirst()
      expect(event?.detail).toEqual({ settings: ['sessions'], ...shorter, secondFactorRoles: [] })
    }))

  it('go back to a former value, which leaves a line of its own and no setting', () =>
    withApi(engine, async (test) => {
      const { change, history } = await open(test)
      await change({ sessions: shorter })
      const [made] = await history()
      if (made?.key !== 'sessions') throw new Error('no change of sessions')
      expect((await change({ sessions: made.from })).statusCode).toBe(200)
      expect((await history()).map(({ from, to }) => [from, to])).toEqual([
        [shorter, usualSettings().sessions],
        [usualSettings().sessions, shorter],
      ])
      expect(await test.db.selectFrom('setting').selectAll().execute()).toEqual([])
    }))

  it('are changed on the present reading alone', () =>
    withApi(engine, async (test) => {
      const { get, read, put, change } = await open(test)
      const tag = String((await get()).headers.etag)
      const wanted = { ...(await read()), sessions: shorter }
      await change({ secondFactorRoles: ['auditor'] })
      const late = await put(wanted, tag)
      expect([late.statusCode, late.json().code]).toEqual([412, 'version-outdated'])
      const { headers } = await open(test)
      const without = await test.api.inject({ method: 'PUT', url, payload: wanted, headers })
      expect([without.statusCode, without.json().code]).toEqual([428, 'version-required'])
    }))

  it('are made weaker only by who has just proved who they are', () =>
    withApi(engine, async (test) => {
      const { change } = await open(test)
      await change({ sessions: shorter, secondFactorRoles: ['auditor'] })
      test.clock.moveMinutes(11)
      const code = async (part: Partial<OfficeSettings>) => (await change(part)).json().code
      expect(await code({ sessions: { ...shorter, idleMinutes: 31 } })).toBe('step-up-required')
      expect(await code({ secondFactorRoles: [] })).toBe('step-up-required')
      expect(await code({ secondFactorRoles: ['auditor', 'partner'] })).toBeUndefined()
      expect(await code({ sessions: { ...shorter, idleMinutes: 15 } })).toBeUndefined()
    }))

  it('end a session that was opened before the limit was shortened', () =>
    withApi(engine, async (test) => {
      const { change, get } = await open(test)
      test.clock.moveMinutes(9)
      await change({ sessions: { idleMinutes: 10, longestMinutes: 60 } })
      expect((await get()).statusCode).toBe(200)
      for (let minutes = 0; minutes < 54; minutes += 9) {
        expect([minutes, (await get()).statusCode]).toEqual([minutes, minutes + 9 < 60 ? 200 : 401])
        test.clock.moveMinutes(9)
      }
      expect((await get()).statusCode).toBe(401)
      const later = await open(test)
      test.clock.moveMinutes(10)
      expect((await later.get()).statusCode).toBe(401)
    }))

  it('ask holders of a role for a second factor, under whatever role they act', () =>
    withApi(engine, async (test) => {
      const { change, get, use, headers } = await open(test)
      await change({ secondFactorRoles: ['auditor'] })
      expect((await get()).statusCode).toBe(200)
      await change({ secondFactorRoles: ['administrator'] })
      expect((await get()).json()).toMatchObject({ code: 'second-factor-required' })
      await use('secretariat')
      const today = await test.api.inject({ url: '/api/v1/today', headers })
      expect(today.json()).toMatchObject({ code: 'second-factor-required' })
      const session = await test.api.inject({ url: '/api/v1/session', headers })
      expect(session.json()).toMatchObject({ needsSecondFactor: true })
    }))
})

describe('settings of an office', () => {
  it('are the administrator’s', () =>
    withApi('PGlite', async (test) => {
      const { get, use, put } = await open(test)
      await use('secretariat')
      expect((await get()).json()).toMatchObject({ code: 'not-permitted' })
      expect((await get('/history')).statusCode).toBe(403)
      expect((await put(usualSettings(), '*')).statusCode).toBe(403)
    }))

  it('name the office on what it hands to residents', () =>
    withApi('PGlite', async (test) => {
      const { change, headers } = await open(test)
      const office = {
        name: 'Pemerintah Kota Contoh',
        unit: 'Sekretariat TKPK',
        contact: 'Loket 3, telepon 0536 123456',
      }
      await change({ office })
      const notice = await test.api.inject({ url: '/api/v1/privacy/notice', headers })
      expect(notice.body).toContain('Pemerintah Kota Contoh')
      expect(notice.body).toContain('Loket 3, telepon 0536 123456')
      expect((await change({ office: { ...office, unit: 'a' } })).statusCode).toBe(200)
    }))

  it('refuse what is no setting', () =>
    withApi('PGlite', async (test) => {
      const { put } = await open(test)
      const usual = usualSettings()
      for (const wrong of [
        { ...usual, sessions: { idleMinutes: 4, longestMinutes: 720 } },
        { ...usual, sessions: { idleMinutes: 120, longestMinutes: 1441 } },
        { ...usual, secondFactorRoles: ['auditor', 'auditor'] },
        { ...usual, secondFactorRoles: ['king'] },
        { ...usual, office: { ...usual.office, contact: '6271 0101 0190 0001' } },
        { ...usual, office: { ...usual.office, name: ' ' } },
        { sessions: usual.sessions },
      ]) {
        expect((await put(wrong)).statusCode).toBe(400)
      }
    }))
})

const anyLimits = fc.record({
  idleMinutes: fc.integer({ min: -10, max: 400 }),
  longestMinutes: fc.integer({ min: -10, max: 2000 }),
})
const someRoles = fc.subarray([...roles])

describe('limits of a session', () => {
  it('lie within the bounds, and without use ends first', () => {
    const within = (value: number, { least, most }: { least: number; most: number }) =>
      value >= least && value <= most
    fc.assert(
      fc.property(anyLimits, (limits) => {
        const { idleMinutes, longestMinutes } = limits
        expect(SessionLimits.safeParse(limits).success).toBe(
          within(idleMinutes, sessionBounds.idleMinutes) &&
            within(longestMinutes, sessionBounds.longestMinutes) &&
            idleMinutes <= longestMinutes,
        )
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('weaken in one direction at most, unless one grows as the other shrinks', () => {
    const settings = fc.record({ sessions: anyLimits, secondFactorRoles: someRoles })
    const whole = (part: Pick<OfficeSettings, 'sessions' | 'secondFactorRoles'>) => ({
      ...usualSettings(),
      ...part,
    })
    fc.assert(
      fc.property(settings, settings, (left, right) => {
        const [one, two] = [whole(left), whole(right)]
        expect(isWeaker(one, one)).toBe(false)
        const isSame =
          JSON.stringify(one.sessions) === JSON.stringify(two.sessions) &&
          one.secondFactorRoles.length === two.secondFactorRoles.length &&
          one.secondFactorRoles.every((role) => two.secondFactorRoles.includes(role))
        // Of two that differ, at least one way weakens: nothing slips by without a proof both ways.
        expect(isWeaker(one, two) || isWeaker(two, one)).toBe(!isSame)
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})

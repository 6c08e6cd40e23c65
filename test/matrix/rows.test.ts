import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dataClasses, findGrants, insertGrant, type Role } from '#access'
import type { Db } from '#platform/db'
import type { Api } from '#platform/http'
import { publicKey } from '#platform/keys'
import type { Store } from '#platform/open-store'
import type { Viewer } from '#platform/scoped-db'
import { hashPassword } from '../../src/access/sign-in/passwords.ts'
import { buildApi } from '../../src/api/build-api.ts'
import { testSecrets } from '../api.ts'
import { type Engine, engines } from '../database.ts'
import { reduceStore } from './reduce-store.ts'
import { type Call, makeCalls } from './route-calls.ts'
import { openScopedCity } from './scoped-city.ts'

/** A person who may see a part of the city. */
interface ViewerCase {
  readonly who: string
  readonly role: Role
  readonly organisation?: string
  readonly regions?: readonly string[]
  readonly isOwnOrganisation?: boolean
  readonly dataClasses?: readonly (typeof dataClasses)[number][]
}

const without = (...hidden: readonly string[]) =>
  dataClasses.filter((name) => !hidden.includes(name))

const viewerCases: readonly ViewerCase[] = [
  { who: 'the secretariat, everything', role: 'secretariat' },
  {
    who: 'the secretariat without any specific class',
    role: 'secretariat',
    dataClasses: ['general', 'family'],
  },
  { who: 'a district', role: 'district-officer', regions: ['62.71.03'] },
  {
    who: 'two wards of two districts',
    role: 'ward-officer',
    regions: ['62.71.01.1003', '62.71.03.1002'],
  },
  {
    who: 'a ward without health and money',
    role: 'ward-officer',
    regions: ['62.71.01.1003'],
    dataClasses: without('health', 'finances'),
  },
  {
    who: 'a ward without children',
    role: 'puskesos-officer',
    regions: ['62.71.03.1002'],
    dataClasses: without('children'),
  },
  {
    who: 'an agency by its sector',
    role: 'agency-officer',
    organisation: 'dinkes',
    isOwnOrganisation: true,
    dataClasses: without('children', 'finances'),
  },
  {
    who: 'an agency by its list',
    role: 'agency-officer',
    organisation: 'disdik',
    isOwnOrganisation: true,
    dataClasses: without('health', 'disability'),
  },
  {
    who: 'an agency in one district',
    role: 'agency-officer',
    organisation: 'dinkes',
    isOwnOrganisation: true,
    regions: ['62.71.03'],
  },
  {
    who: 'an agency with nothing',
    role: 'agency-officer',
    organisation: 'empty',
    isOwnOrganisation: true,
  },
  { who: 'a district outside the city', role: 'district-officer', regions: ['62.01.01'] },
  {
    who: 'a field worker',
    role: 'field-worker',
    regions: ['62.71.01'],
    dataClasses: ['general', 'family', 'children'],
  },
  { who: 'an auditor', role: 'auditor' },
  {
    who: 'a partner',
    role: 'partner',
    organisation: 'partner-a',
    isOwnOrganisation: true,
    dataClasses: ['general'],
  },
  { who: 'a role without families', role: 'plan-approver', dataClasses: ['general'] },
]

class Rollback extends Error {}

async function rolledBack(engine: Engine, work: (db: Db, store: Store) => Promise<void>) {
  const store = await openScopedCity(engine)
  try {
    await store.db.transaction().execute(async (db) => {
      await work(db, store)
      throw new Rollback()
    })
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
  }
}

const password = 'sepeda biru tua'
const passwordHash = hashPassword(password)

describe.each(engines)('what is seen on %s', (engine: Engine) => {
  it.each(viewerCases)('is, for $who, what a store without the rest would show', (one) =>
    rolledBack(engine, async (db, store) => {
      const { viewer, cookie } = await addViewer(db, store, one)
      const calls = await makeCalls(db, testSecrets)
      const part = await answers(db, store, calls, cookie)

      await reduceStore(db, viewer)
      const seesAll = await addViewer(db, store, {
        who: 'all',
        role: one.role,
        ...(one.role === 'partner'
          ? { organisation: 'partner-a', isOwnOrganisation: true, dataClasses: ['general'] }
          : {}),
      })
      const whole = await answers(db, store, calls, seesAll.cookie)
      expect(part.size).toBe(calls.length)
      for (const [name, answer] of part) expect([name, answer]).toEqual([name, whole.get(name)])
    }),
  )
})

/** An account with one grant, signed in through the API. */
async function addViewer(
  db: Db,
  store: Store,
  one: ViewerCase,
): Promise<{ viewer: Viewer; cookie: string }> {
  const accountId = publicKey(`account ${one.who}`)
  await db
    .insertInto('account')
    .values({
      account_id: accountId,
      organisation_id: one.organisation ?? 'tkpk',
      user_name: accountId,
      display_name: one.who,
      password_hash: await passwordHash,
    })
    .execute()
  await insertGrant(db, {
    accountId,
    role: one.role,
    regions: one.regions ?? null,
    isOwnOrganisation: one.isOwnOrganisation ?? false,
    dataClasses: one.dataClasses ?? dataClasses,
    purpose: 'test',
    validFrom: '2020-01-01',
    validTo: null,
  })
  const [viewer] = await findGrants(db, accountId, '2026-01-01')
  if (!viewer) throw new Error('the grant does not hold')
  const api = await buildApi({ store: { ...store, db }, secrets: testSecrets })
  const answer = await api.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { userName: accountId, password },
  })
  await api.close()
  return { viewer, cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' }
}

/** Every answer of the API to one person, by the call's name. */
async function answers(db: Db, store: Store, calls: readonly Call[], cookie: string) {
  const api: Api = await buildApi({ store: { ...store, db }, secrets: testSecrets })
  const got = new Map<string, unknown>()
  for (const { name, ...call } of calls) {
    const answer = await api.inject({ ...call, headers: { cookie } })
    expect(answer.statusCode, `${name} ${answer.payload}`).toBeLessThan(500)
    got.set(name, { status: answer.statusCode, body: bodyOf(answer.payload) })
  }
  await api.close()
  return got
}

function bodyOf(payload: string): unknown {
  try {
    return z.unknown().parse(JSON.parse(payload))
  } catch {
    return payload
  }
}

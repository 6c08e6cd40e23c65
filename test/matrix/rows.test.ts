import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dataClasses } from '#access'
import type { Db } from '#platform/db'
import type { Api } from '#platform/http'
import type { Store } from '#platform/open-store'
import { buildApi } from '../../src/api/build-api.ts'
import { testSecrets } from '../api.ts'
import { type Engine, engines } from '../database.ts'
import { propertyRuns } from '../property-runs.ts'
import { reduceStore } from './reduce-store.ts'
import { type Call, makeCalls, takeTurn } from './route-calls.ts'
import { addViewer, type ViewerCase, withScopedCity } from './viewers.ts'

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

const isFull = Boolean(process.env.BETANG_FULL_TESTS)

/**
 * The policies are the same text on both engines: the slower one is tried with every third viewer and
 * a third of the calls, the other with all.
 */
const casesOf = (engine: Engine) =>
  viewerCases
    .filter((_one, no) => isFull || engine === 'PostgreSQL' || no % 3 === 1)
    .map((one, turn) => ({ ...one, turn }))

describe.each(engines)('what is seen on %s', (engine: Engine) => {
  it.each(casesOf(engine))(
    'is, for $who, what a store without the rest would show',
    ({ turn, ...one }) =>
      withScopedCity(engine, (db, store) =>
        expectAsReduced(db, store, one, (calls) =>
          isFull || engine === 'PostgreSQL' ? calls : takeTurn(calls, turn),
        ),
      ),
  )
})

describe('what is seen', () => {
  it('is, for any grant of any officer, what a store without the rest would show', () =>
    fc.assert(
      fc.asyncProperty(anyViewer, fc.integer({ min: 0, max: 5 }), (one, offset) =>
        withScopedCity('PGlite', (db, store) =>
          expectAsReduced(db, store, one, (calls) =>
            calls.filter((_call, no) => no % 6 === offset),
          ),
        ),
      ),
      { numRuns: propertyRuns(6), seed: 62_71 },
    ))
})

const places = [
  '62.71.01',
  '62.71.02',
  '62.71.03',
  '62.71.01.1003',
  '62.71.03.1001',
  '62.71.03.1002',
]
const somewhere = fc.record({ regions: fc.subarray(places, { minLength: 1 }) })
const anyViewer: fc.Arbitrary<ViewerCase> = fc
  .tuple(
    fc.record({
      who: fc.constant('somebody'),
      role: fc.constantFrom(
        'secretariat',
        'agency-officer',
        'ward-officer',
        'field-worker',
        'auditor',
      ),
      organisation: fc.constantFrom('tkpk', 'dinkes', 'disdik'),
      isOwnOrganisation: fc.boolean(),
      dataClasses: fc
        .subarray(dataClasses.filter((name) => name !== 'general'))
        .map((held) => ['general', ...held] as const),
    }),
    fc.oneof(somewhere, fc.constant({})),
  )
  .map(([grant, place]) => ({ ...grant, ...place }))

/** Compares the answers of the API with those over what is left for the viewer. */
async function expectAsReduced(
  db: Db,
  store: Store,
  one: ViewerCase,
  choose: (calls: readonly Call[]) => readonly Call[],
): Promise<void> {
  const { viewer, cookie } = await addViewer(store, one)
  const calls = choose(await makeCalls(db, testSecrets))
  const part = await answers(store, calls, cookie)

  await reduceStore(db, viewer)
  const seesAll = await addViewer(store, {
    who: 'all',
    role: one.role,
    ...(one.role === 'partner'
      ? { organisation: 'partner-a', isOwnOrganisation: true, dataClasses: ['general'] }
      : {}),
  })
  const whole = await answers(store, calls, seesAll.cookie)
  expect(part.size).toBe(calls.length)
  for (const [name, answer] of part) expect([name, answer]).toEqual([name, whole.get(name)])
}

/** Every answer of the API to one person, by the call's name. */
async function answers(store: Store, calls: readonly Call[], cookie: string) {
  const api: Api = await buildApi({ store, secrets: testSecrets })
  const got = new Map<string, unknown>()
  for (const { name, ...call } of calls) {
    const answer = await api.inject({ ...call, headers: { cookie } })
    expect(answer.statusCode, `${name} ${answer.payload}`).toBeLessThan(500)
    // Overlaps are counted with a run alone: a pair may lie half outside a view.
    const payload = answer.payload.replace(/"overlaps":\[[^\]]*\],?/, '')
    got.set(name, { status: answer.statusCode, body: bodyOf(payload) })
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

import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { testSecrets } from '../../../test/api.ts'
import { engines, withDatabase } from '../../../test/database.ts'
import { askDukcapil } from './ask-dukcapil.ts'
import { findDukcapil } from './connection.ts'
import { connectGateway } from './gateway.ts'
import type { DukcapilService } from './service.ts'
import { identityHmac } from './store.ts'

const Asked = z.strictObject({
  questions: z.array(
    z.strictObject({
      nik: z.string().regex(/^\d{16}$/),
      name: z.string(),
      birthDate: z.iso.date(),
      address: z.string().optional(),
    }),
  ),
})
type Question = z.infer<typeof Asked>['questions'][number]

interface Gateway {
  readonly service: DukcapilService
  readonly requests: { readonly headers: IncomingMessage['headers']; readonly asked: Question[] }[]
}

/** A server that plays the office's gateway, for as long as `work` takes. */
async function withGateway(
  answer: (questions: readonly Question[], response: ServerResponse) => unknown,
  work: (gateway: Gateway) => Promise<void>,
): Promise<void> {
  const requests: Gateway['requests'] = []
  const server: Server = createServer(async (request, response) => {
    const parts: Uint8Array[] = []
    for await (const part of request) parts.push(part)
    const { questions } = Asked.parse(JSON.parse(Buffer.concat(parts).toString()))
    requests.push({ headers: request.headers, asked: questions })
    const body = answer(questions, response)
    if (body !== undefined) response.end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = new URL(`http://127.0.0.1:${address.port}/padan`)
  try {
    await work({ service: connectGateway({ url, token: 'rahasia' }), requests })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const siti = { nik: '6271034508900003', name: 'Siti Aminah', birthDate: '1990-08-05' }
const budi = { nik: '6271010502850001', name: 'Budi', birthDate: '1985-02-05', address: 'Jl. A 1' }
const never = new AbortController().signal

describe('the connection to Dukcapil', () => {
  it('is not there as Betang comes', () => {
    expect(findDukcapil({})).toBeUndefined()
  })

  it.each([
    ['http://gerbang.example/padan', 'rahasia'],
    ['https://gerbang.example/padan', ''],
    ['https://nama@gerbang.example/padan', 'rahasia'],
    ['gerbang', 'rahasia'],
  ])('is refused by way of %s with the token %j', (address, token) => {
    const env = { BETANG_DUKCAPIL_URL: address, BETANG_DUKCAPIL_TOKEN: token }
    expect(() => findDukcapil(env)).toThrow('dukcapil-settings-invalid')
  })

  it('is open by HTTPS, or by HTTP to this machine', () => {
    for (const address of ['https://gerbang.example/padan', 'http://127.0.0.1:8099/padan']) {
      const env = { BETANG_DUKCAPIL_URL: address, BETANG_DUKCAPIL_TOKEN: 'rahasia' }
      expect(findDukcapil(env)?.name).toBe(new URL(address).host)
    }
  })
})

describe('a gateway', () => {
  it('is asked for NIK, name, birth date and address, with the token, and is believed as it says', () =>
    withGateway(
      () => ({ answers: [{ state: 'padan', address: 'same' }, null] }),
      async ({ service, requests }) => {
        expect(await service.check([siti, budi], never)).toEqual([
          { state: 'padan', address: 'same' },
          undefined,
        ])
        expect(requests[0]?.asked).toEqual([siti, budi])
        expect(requests[0]?.headers.authorization).toBe('Bearer rahasia')
        expect(requests[0]?.headers['content-type']).toBe('application/json')
      },
    ))

  it.each([
    ['a state that is none', { answers: [{ state: 'cocok', address: 'same' }] }],
    ['a state of nobody having asked', { answers: [{ state: 'belum_dicek', address: 'same' }] }],
    ['too few answers', { answers: [] }],
    ['too many answers', { answers: [null, null] }],
    ['more than was asked for', { answers: [{ state: 'padan', address: 'same', photo: 'x' }] }],
    ['no answers', {}],
  ])('that gives %s has given no answer', (_what, body) =>
    withGateway(
      () => body,
      async ({ service }) => {
        await expect(service.check([siti], never)).rejects.toThrow('dukcapil-answer-invalid')
      },
    ),
  )

  it.each([401, 404, 429, 500])('that says %d has given no answer', (status) =>
    withGateway(
      (_questions, response) => {
        response.statusCode = status
        return { answers: [{ state: 'padan', address: 'same' }] }
      },
      async ({ service }) => {
        await expect(service.check([siti], never)).rejects.toThrow(
          `dukcapil-unreachable {"reason":"${status}"}`,
        )
      },
    ),
  )

  it('that sends elsewhere is not followed: numbers go to no other server', () =>
    withGateway(
      (_questions, response) => {
        response.writeHead(307, { location: '/lain' })
        return {}
      },
      async ({ service, requests }) => {
        await expect(service.check([siti], never)).rejects.toThrow('dukcapil-unreachable')
        expect(requests).toHaveLength(1)
      },
    ))

  it('that is gone is told without a number in the words', async () => {
    const service = connectGateway({ url: new URL('http://127.0.0.1:9/padan'), token: 'rahasia' })
    const failure = await service.check([siti], never).catch((error: unknown) => error)
    expect(String(failure)).toContain('dukcapil-unreachable')
    expect(String(failure)).not.toContain(siti.nik)
  })
})

/** A record as a run stores it, with the identity that can be asked about. */
async function addRecord(db: Db, personId: string, question: Question): Promise<void> {
  const { nik, name, birthDate, address } = question
  await db
    .insertInto('family')
    .values({
      family_id: personId,
      address: address ?? null,
      list_count: 1,
      member_count: 1,
      detail: {},
    })
    .execute()
  await db
    .insertInto('person')
    .values({
      person_id: personId,
      family_id: personId,
      name,
      birth_date: birthDate,
      birth_precision: 'day',
      status: 'active',
      nik_cipher: testSecrets.seal(nik),
      nik_hmac: testSecrets.hmacOf(nik),
      detail: {},
    })
    .execute()
  await db
    .insertInto('person_quality')
    .values({
      person_id: personId,
      family_id: personId,
      offices: [],
      missing: [],
      identity_hmac: identityHmac(testSecrets, {
        nik,
        name,
        birthDate,
        ...(address === undefined ? {} : { address }),
      }),
    })
    .execute()
}

async function statesOf(db: Db) {
  const { rows } = await sql<{
    person_id: string
    state: string | null
    confirmed: boolean | null
  }>`
    select person_id, dukcapil_state as state, is_confirmed as confirmed
    from person_quality order by person_id`.execute(db)
  return rows.map(({ person_id, state, confirmed }) => [person_id, state, confirmed])
}

const clock = () => new Date('2026-07-01T02:00:00.000Z')

describe.each(engines)('asking Dukcapil on %s', (engine) => {
  it('keeps each answer with its date and source, and asks about nobody twice', () =>
    withDatabase(engine, async (db) => {
      await addRecord(db, 'a', siti)
      await addRecord(db, 'b', budi)
      await addRecord(db, 'c', { ...budi, nik: '6271010502850009' })
      const stateOf = new Map([
        [siti.nik, { state: 'padan', address: 'same' }],
        [budi.nik, { state: 'meninggal', address: 'not-told' }],
      ])
      await withGateway(
        (questions) => ({ answers: questions.map(({ nik }) => stateOf.get(nik) ?? null) }),
        async ({ service, requests }) => {
          const parts = { db, secrets: testSecrets, service, clock, signal: never, batchSize: 2 }
          expect(await askDukcapil(parts)).toEqual({
            asked: 3,
            answers: { padan: 1, meninggal: 1 },
          })
          expect(requests.map(({ asked }) => asked.length)).toEqual([2, 1])
          expect(await statesOf(db)).toEqual([
            ['a', 'padan', true],
            ['b', 'meninggal', false],
            ['c', null, null],
          ])
          const kept = await db.selectFrom('dukcapil_check').selectAll().execute()
          expect(kept).toHaveLength(2)
          expect(kept[0]).toMatchObject({
            checked_at: '2026-07-01T02:00:00.000Z',
            source: service.name,
          })
          expect((await askDukcapil(parts)).asked).toBe(1)
        },
      )
    }))

  it('keeps what came before a failure, and nothing that did not come', () =>
    withDatabase(engine, async (db) => {
      await addRecord(db, 'a', siti)
      await addRecord(db, 'b', budi)
      let calls = 0
      await withGateway(
        (_questions, response) => {
          calls += 1
          if (calls > 1) response.statusCode = 503
          return { answers: [{ state: 'padan', address: 'not-told' }] }
        },
        async ({ service }) => {
          const parts = { db, secrets: testSecrets, service, clock, signal: never, batchSize: 1 }
          await expect(askDukcapil(parts)).rejects.toThrow('dukcapil-unreachable')
          expect(await statesOf(db)).toEqual([
            ['a', 'padan', null],
            ['b', null, null],
          ])
        },
      )
    }))

  it('writes into the trail how many were asked about, and no number', () =>
    withDatabase(engine, async (db) => {
      await addRecord(db, 'a', siti)
      await withGateway(
        () => ({ answers: [null] }),
        async ({ service }) => {
          await askDukcapil({ db, secrets: testSecrets, service, clock, signal: never })
        },
      )
      const [event] = await db
        .selectFrom('audit_event')
        .select(['action', 'subject_kind', 'detail'])
        .execute()
      expect(event).toMatchObject({
        action: 'export',
        subject_kind: 'dukcapil',
        detail: { asked: 1, answered: 0 },
      })
    }))
})

import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type ApiTest, testSecrets, withApi } from '../../../test/api.ts'
import { type Engine, engines } from '../../../test/database.ts'
import { asViewer } from '../../platform/scoped-db.ts'
import { roles } from '../scope/roles.ts'
import { BreachList, RetentionPlan, SubjectRequest, SubjectRequestPage } from './schema.ts'
import { findMarks } from './subject-marks.ts'

const mother = 'ibuaaaaaaa'
const child = 'anakaaaaaa'
const family = 'famaaaaaaa'
const nik = '6271035502890001'

/** Signs in under a role; the first account holds no other afterwards. */
async function signInAs(test: ApiTest, role: string) {
  await sql`
    delete from role_grant where grant_id > (select min(grant_id) from role_grant)`.execute(test.db)
  await sql`update role_grant set role = ${role}`.execute(test.db)
  return test.signIn()
}

async function addFamily({ db }: ApiTest): Promise<void> {
  await sql`
    insert into family (family_id, head_person_id, head_name, ward, list_count, member_count, detail)
    values (${family}, ${mother}, 'Siti Aminah', '62.71.03.1001', 1, 2, '{}')`.execute(db)
  await sql`
    insert into person (person_id, family_id, name, birth_date, birth_year, status, nik_hmac, nik_cipher, detail)
    values
      (${mother}, ${family}, 'Siti Aminah', '1989-02-15', 1989, 'active', ${testSecrets.hmacOf(nik)},
        ${testSecrets.seal(nik)}, '{}'),
      (${child}, ${family}, 'Aulia', '2015-03-01', 2015, 'active', null, null, '{}')`.execute(db)
}

let keys = 0
interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly payload?: object
}
function call(test: ApiTest, headers: { cookie: string }, { method = 'GET', url, payload }: Call) {
  return test.api.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...headers, 'idempotency-key': `key-${++keys}-of-the-test` },
    ...(payload ? { payload } : {}),
  })
}

const aRequest = (more: object = {}) => ({
  kind: 'access',
  channel: 'desk',
  askerName: 'Siti Aminah',
  contact: '0812',
  wish: 'Saya mau melihat data saya',
  receivedAt: '2026-07-01T01:00:00.000Z',
  guardian: null,
  ...more,
})
const aBreach = (more: object = {}) => ({
  title: 'Laptop hilang',
  knownAt: '2026-07-01T01:00:00.000Z',
  revealed: 'Daftar 40 keluarga',
  dataClasses: ['family', 'children'],
  happened: 'Hilang di Pahandut <tas>',
  handling: 'Akun dimatikan',
  recovery: 'Kunci diganti',
  subjectCount: 40,
  ...more,
})

/** Opens the API to the data-protection officer, with a family in the store. */
function withOfficer(
  engine: Engine,
  work: (test: ApiTest, ask: (asked: Call) => ReturnType<typeof call>) => Promise<void>,
) {
  return withApi(engine, async (test) => {
    const headers = await signInAs(test, 'data-protection-officer')
    await addFamily(test)
    await work(test, (asked) => call(test, headers, asked))
  })
}
type Ask = Parameters<Parameters<typeof withOfficer>[1]>[1]

async function enter(ask: Ask, more: object = {}): Promise<number> {
  const answer = await ask({ method: 'POST', url: '/subject-requests', payload: aRequest(more) })
  expect(answer.statusCode).toBe(201)
  return answer.json().requestNo
}
const identify = (ask: Ask, no: number, personId = mother) =>
  ask({
    method: 'POST',
    url: `/subject-requests/${no}/identity`,
    payload: { means: 'ktp', personId },
  })
const step = (ask: Ask, no: number, payload: object) =>
  ask({ method: 'POST', url: `/subject-requests/${no}/steps`, payload })

describe.each(engines)('requests of data subjects on %s', (engine) => {
  it('are written down at the desk, with a clock of 3 × 24 hours from receipt', () =>
    withOfficer(engine, async (test, ask) => {
      const no = await enter(ask)
      const page = SubjectRequestPage.parse((await ask({ url: '/subject-requests' })).json())
      expect(page).toMatchObject({ openCount: 1, lateCount: 0, nextCursor: null })
      expect(page.requests).toMatchObject([
        {
          requestNo: no,
          kind: 'access',
          state: 'received',
          clock: {
            dueAt: '2026-07-04T01:00:00.000Z',
            secondsLeft: 71 * 3600,
            isLate: false,
            termArticle: 'Pasal 32 ayat (2)',
          },
        },
      ])
      const events = await test.db.selectFrom('audit_event').select('action').execute()
      expect(events.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['enter-request', 'list-requests']),
      )
    }))

  it('stand late first, page by page, the closed apart', () =>
    withOfficer(engine, async (test, ask) => {
      for (let day = 1; day <= 52; day++) {
        await sql`
          insert into subject_request (kind, channel, asker_name, wish, received_at, due_at, entered_by)
          select 'access', 'paper', 'Warga', 'Lihat data', at, at + interval '72 hours', account_id
          from account, (select '2026-07-01T00:00:00Z'::timestamptz - ${day}::integer * interval '1 hour' as at) as t
          limit 1`.execute(test.db)
      }
      const late = await enter(ask, { receivedAt: '2026-06-20T00:00:00.000Z' })
      const first = SubjectRequestPage.parse((await ask({ url: '/subject-requests' })).json())
      expect(first).toMatchObject({ openCount: 53, lateCount: 1 })
      expect(first.requests[0]).toMatchObject({ requestNo: late, clock: { isLate: true } })
      const second = SubjectRequestPage.parse(
        (await ask({ url: `/subject-requests?cursor=${first.nextCursor}` })).json(),
      )
      const all = [...first.requests, ...second.requests]
      expect(all.map(({ clock }) => clock.dueAt)).toEqual(
        all.map(({ clock }) => clock.dueAt).sort(),
      )
      expect(new Set(all.map(({ requestNo }) => requestNo)).size).toBe(53)
      await step(ask, late, { state: 'withdrawn', note: 'dicabut pemohon' })
      const closed = SubjectRequestPage.parse(
        (await ask({ url: '/subject-requests?state=closed' })).json(),
      )
      expect(closed.requests).toMatchObject([
        { requestNo: late, state: 'withdrawn', clock: { secondsLeft: null, isLate: true } },
      ])
      expect((await ask({ url: '/subject-requests?cursor=zzz' })).statusCode).toBe(400)
      expect((await ask({ url: '/subject-requests?lain=1' })).json().code).toBe('request-invalid')
    }))

  it('are not written twice for one key, nor before they came', () =>
    withOfficer(engine, async (test, ask) => {
      const headers = { ...(await test.signIn()), 'idempotency-key': 'the same key' }
      const url = '/api/v1/subject-requests'
      const send = () => test.api.inject({ method: 'POST', url, headers, payload: aRequest() })
      const first = (await send()).json()
      expect((await send()).json()).toEqual(first)
      expect(await test.db.selectFrom('subject_request').selectAll().execute()).toHaveLength(1)
      const early = aRequest({ receivedAt: '2026-07-01T02:00:01.000Z' })
      const refused = await ask({ method: 'POST', url: '/subject-requests', payload: early })
      expect(refused.json().code).toBe('received-in-future')
      const number = aRequest({ wish: `NIK saya ${nik}` })
      const withNik = await ask({ method: 'POST', url: '/subject-requests', payload: number })
      expect(withNik.json().code).toBe('request-invalid')
      expect(withNik.body).not.toContain(nik)
    }))

  it('find the person by card or by name and year, and note who was looked at', () =>
    withOfficer(engine, async (test, ask) => {
      const url = '/subject-requests/find-person'
      for (const payload of [{ nik }, { name: 'aminah', birthYear: 1989 }]) {
        const { persons } = (await ask({ method: 'POST', url, payload })).json()
        expect(persons).toMatchObject([{ personId: mother, name: 'Siti Aminah', isMinor: false }])
      }
      const none = await ask({ method: 'POST', url, payload: { name: '%%%', birthYear: 1989 } })
      expect(none.json()).toEqual({ persons: [] })
      const looks = await test.db
        .selectFrom('audit_event')
        .selectAll()
        .where('subject_id', '=', mother)
        .execute()
      expect(looks).toHaveLength(2)
    }))

  it('are granted only once the asker was identified', () =>
    withOfficer(engine, async (_, ask) => {
      const no = await enter(ask)
      const direct = await step(ask, no, { state: 'done', note: 'diberikan' })
      expect(direct.json().code).toBe('subject-request-step-refused')
      await step(ask, no, { state: 'in-work', note: 'mulai' })
      const early = await step(ask, no, { state: 'done', note: 'diberikan' })
      expect(early.json().code).toBe('subject-request-incomplete')
      await step(ask, no, { state: 'identity-needed', note: 'KTP belum dibawa' })
      expect((await identify(ask, no, 'tidakadaaa')).json().code).toBe('person-not-found')
      await identify(ask, no)
      const done = SubjectRequest.parse(
        (await step(ask, no, { state: 'done', note: 'salinan diserahkan' })).json(),
      )
      expect(done).toMatchObject({ state: 'done', identityMeans: 'ktp', next: [] })
      expect(done.steps.map(({ state }) => state)).toEqual([
        'received',
        'in-work',
        'identity-needed',
        'in-work',
        'done',
      ])
      expect(done.steps[0]?.by).toBe('Sekretariat TKPK')
      const again = await step(ask, no, { state: 'in-work', note: 'lagi' })
      expect(again.json().code).toBe('subject-request-step-refused')
    }))

  it('for a child need a guardian with proof', () =>
    withOfficer(engine, async (_, ask) => {
      const alone = await enter(ask)
      const refused = await identify(ask, alone, child)
      expect(refused.json().code).toBe('subject-request-incomplete')
      const guardian = { relation: 'parent', proof: 'akta lahir', personId: mother }
      const no = await enter(ask, { guardian })
      const found = SubjectRequest.parse((await identify(ask, no, child)).json())
      expect(found).toMatchObject({ personId: child, isForChild: true, guardian })
    }))

  it('are refused with a legal ground that fits, and never without one', () =>
    withOfficer(engine, async (_, ask) => {
      const no = await enter(ask, { kind: 'deletion' })
      const note = 'bantuan sedang berjalan'
      const bare = await step(ask, no, { state: 'refused', note })
      expect(bare.json().code).toBe('request-invalid')
      const unfit = await step(ask, no, { state: 'refused', note, ground: 'value-is-right' })
      expect(unfit.json().code).toBe('refusal-ground-unfit')
      const ground = 'state-administration'
      const said = await step(ask, no, { state: 'refused', note, ground })
      expect(SubjectRequest.parse(said.json())).toMatchObject({
        state: 'refused',
        refusalGround: ground,
      })
      const odd = await step(ask, no, { state: 'done', note, ground })
      expect(odd.json().code).toBe('request-invalid')
    }))

  it('to correct leave a change request and touch nothing in the register', () =>
    withOfficer(engine, async (test, ask) => {
      const no = await enter(ask, { kind: 'correction' })
      const url = `/subject-requests/${no}/changes`
      const change = { subjectKind: 'person', field: 'nik', asked: nik }
      const early = await ask({ method: 'POST', url, payload: change })
      expect(early.json().code).toBe('subject-request-incomplete')
      await identify(ask, no)
      const empty = await step(ask, no, { state: 'done', note: 'diperbaiki' })
      expect(empty.json().code).toBe('subject-request-incomplete')
      const before = await test.db.selectFrom('person').selectAll().execute()
      const noted = await ask({ method: 'POST', url, payload: change })
      expect(SubjectRequest.parse(noted.json()).changes).toMatchObject([
        { field: 'nik', asked: nik, state: 'waiting' },
      ])
      expect(await test.db.selectFrom('person').selectAll().execute()).toEqual(before)
      const rows = await test.db.selectFrom('change_request').selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(nik)
      expect((await step(ask, no, { state: 'done', note: 'diteruskan' })).statusCode).toBe(200)
    }))

  it('that object to automated assessment mark the family for who decides about it', () =>
    withOfficer(engine, async (test, ask) => {
      const no = await enter(ask, { kind: 'object-automated' })
      await identify(ask, no)
      expect(await findMarks(test.db, family)).toEqual([])
      await step(ask, no, { state: 'done', note: 'dikabulkan' })
      const marks = [{ kind: 'objects-automated', requestNo: no }]
      expect(await findMarks(test.db, family)).toMatchObject(marks)
      const headers = await signInAs(test, 'ward-officer')
      const url = `/families/${family}`
      const seen = await call(test, headers, { url })
      expect(seen.json()).toMatchObject({ marks })
      await sql`update role_grant set regions = '{62.71.01.1001}'`.execute(test.db)
      const elsewhere = await call(test, headers, { url })
      expect(elsewhere.json().code).toBe('family-not-found')
      const viewer = {
        accountId: 'a',
        grantId: 'g',
        role: 'ward-officer',
        organisationId: 'o',
        isOwnOrganisation: false,
        regions: ['62.71.01.1001'],
        dataClasses: ['family'],
        purpose: 'service',
      }
      const there = await asViewer(test.db, viewer, (scoped) => findMarks(scoped, family))
      expect(there).toEqual([])
    }))

  it('leave a mark that ends with a reason, once, and stays in the history', () =>
    withOfficer(engine, async (test, ask) => {
      const no = await enter(ask, { kind: 'restrict' })
      const end = () =>
        ask({
          method: 'POST',
          url: `/subject-requests/${no}/mark-end`,
          payload: { reason: 'Data sudah diperbaiki.' },
        })
      expect((await end()).json().code).toBe('subject-request-step-refused')
      await identify(ask, no)
      const granted = await step(ask, no, { state: 'done', note: 'dikabulkan' })
      expect(granted.json()).toMatchObject({ mark: { kind: 'restricted', endedAt: null } })
      expect(await findMarks(test.db, family)).toHaveLength(1)

      const ended = await end()
      expect(ended.statusCode).toBe(200)
      expect(ended.json().mark).toMatchObject({
        kind: 'restricted',
        endedAt: expect.any(String),
        endedBy: expect.any(String),
        endedReason: 'Data sudah diperbaiki.',
      })
      expect(await findMarks(test.db, family)).toEqual([])
      expect((await end()).statusCode).toBe(409)
      const { rows } = await sql`
        select subject_id from audit_event where action = 'end-mark'`.execute(test.db)
      expect(rows).toEqual([{ subject_id: mother }])
    }))

  it('give the data out as an archive after a fresh proof, and note it', () =>
    withOfficer(engine, async (test, ask) => {
      const no = await enter(ask)
      const url = `/subject-requests/${no}/export`
      const asked = { method: 'POST', url, payload: { language: 'id' } } as const
      expect((await ask(asked)).json().code).toBe('subject-request-incomplete')
      await identify(ask, no)
      const answer = await ask(asked)
      expect(answer.headers['content-type']).toBe('application/zip')
      const { 'data.json': json } = unzipSync(answer.rawPayload)
      const data = strFromU8(json ?? new Uint8Array())
      expect(data).toContain(nik)
      expect(data).not.toContain('Aulia')
      const events = await test.db
        .selectFrom('audit_event')
        .select('subject_id')
        .where('action', '=', 'export')
        .execute()
      expect(events).toEqual([{ subject_id: mother }])
      test.clock.moveMinutes(11)
      expect((await ask(asked)).json().code).toBe('step-up-required')
    }))
})

describe.each(engines)('one’s own data on %s', (engine) => {
  it('is asked for and taken out by whoever it is about', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'citizen')
      await addFamily(test)
      const ask = (asked: Call) => call(test, headers, asked)
      const own = { method: 'POST', url: '/own-data', payload: {} } as const
      expect((await ask(own)).json().code).toBe('person-not-found')
      await sql`update account set person_id = ${mother}`.execute(test.db)
      const payload = { kind: 'object-automated', wish: 'Saya mau manusia yang memutuskan' }
      const made = await ask({ method: 'POST', url: '/own-requests', payload })
      expect(made.statusCode).toBe(201)
      const { requests } = (await ask({ url: '/own-requests' })).json()
      expect(requests).toMatchObject([
        { channel: 'account', isIdentityChecked: true, kind: 'object-automated' },
      ])
      const { 'data.json': json } = unzipSync((await ask(own)).rawPayload)
      expect(strFromU8(json ?? new Uint8Array())).toContain('Siti Aminah')
      test.clock.moveMinutes(11)
      expect((await ask(own)).json().code).toBe('step-up-required')
    }))
})

describe.each(engines)('breaches on %s', (engine) => {
  it('have a clock, letters with the least the law asks for, and end when both were told', () =>
    withOfficer(engine, async (_, ask) => {
      const entered = await ask({ method: 'POST', url: '/breaches', payload: aBreach() })
      expect(entered.statusCode).toBe(201)
      const no = entered.json().breachNo
      const { breaches } = BreachList.parse((await ask({ url: '/breaches' })).json())
      expect(breaches).toMatchObject([
        { breachNo: no, clock: { dueAt: '2026-07-04T01:00:00.000Z', isLate: false } },
      ])
      const { knownAt: _knownAt, ...later } = aBreach({ subjectCount: 41 })
      const amended = await ask({ method: 'PUT', url: `/breaches/${no}`, payload: later })
      expect(amended.json()).toMatchObject({ subjectCount: 41 })
      for (const to of ['subject', 'authority']) {
        const letter = await ask({ url: `/breaches/${no}/letter?to=${to}` })
        expect(letter.headers['content-type']).toContain('text/html')
        for (const part of [
          'Daftar 40 keluarga',
          'Hilang di Pahandut &lt;tas&gt;',
          'Akun dimatikan',
          'Kunci diganti',
          'data anak',
          'Pasal 46 ayat (1)',
        ]) {
          expect(letter.body).toContain(part)
        }
        expect(letter.body.includes('41')).toBe(to === 'authority')
      }
      const take = (what: string) =>
        ask({ method: 'POST', url: `/breaches/${no}/steps`, payload: { what, note: 'surat 12' } })
      expect((await take('closed')).json().code).toBe('breach-step-refused')
      await take('subjects-told')
      expect((await take('subjects-told')).json().code).toBe('breach-step-refused')
      const told = await take('authority-told')
      expect(told.json()).toMatchObject({ clock: { secondsLeft: null, isLate: false } })
      expect((await take('closed')).statusCode).toBe(200)
      expect((await ask({ url: '/breaches/99/letter?to=subject' })).statusCode).toBe(404)
      const early = aBreach({ knownAt: '2026-07-02T00:00:00.000Z' })
      const refused = await ask({ method: 'POST', url: '/breaches', payload: early })
      expect(refused.json().code).toBe('received-in-future')
    }))
})

describe.each(engines)('papers on %s', (engine) => {
  it('are made from the records and from the running system', () =>
    withOfficer(engine, async (_, ask) => {
      const notice = await ask({ url: '/privacy/notice' })
      for (const part of ['Pasal 20 ayat (2) huruf e', 'versi 1, 2026-11-24', '3 × 24 jam']) {
        expect(notice.body).toContain(part)
      }
      expect((await ask({ url: '/privacy/notice?language=en' })).body).toContain('Your rights')
      expect((await ask({ url: '/privacy/records?format=csv' })).body).toContain('Satu register')
      expect((await ask({ url: '/privacy/records?format=html' })).body).toContain('<h1>Catatan')
      expect((await ask({ url: '/privacy/records?format=json' })).json().version).toBe('1')
      expect((await ask({ url: '/privacy' })).json().rights.rights).toHaveLength(7)
      const plan = RetentionPlan.parse((await ask({ url: '/privacy/retention' })).json())
      expect(plan.lines.map(({ code }) => code)).toContain('gone-persons')
      const dpia = await ask({ url: '/privacy/assessment?format=md' })
      for (const part of [
        '2 orang, di antaranya 1 anak',
        '| data-protection-officer | 1 |',
        'Penjagaan baris oleh basis data',
        'Enkripsi NIK dan nomor KK',
        '1 NIK dan 0 nomor KK',
      ]) {
        expect(dpia.body).toContain(part)
      }
      const english = await ask({ url: '/privacy/assessment?language=en' })
      expect(english.body).toContain('Data protection impact assessment')
    }))
})

describe('what each role may do about data subjects', () => {
  const officerOnly = [
    { url: '/subject-requests' },
    { method: 'POST', url: '/subject-requests', payload: aRequest() },
    { method: 'POST', url: '/subject-requests/find-person', payload: { nik } },
    { url: '/subject-requests/1' },
    {
      method: 'POST',
      url: '/subject-requests/1/identity',
      payload: { means: 'ktp', personId: mother },
    },
    {
      method: 'POST',
      url: '/subject-requests/1/steps',
      payload: { state: 'in-work', note: 'mulai' },
    },
    {
      method: 'POST',
      url: '/subject-requests/1/changes',
      payload: { subjectKind: 'person', field: 'name', asked: 'S' },
    },
    { method: 'POST', url: '/subject-requests/1/export', payload: {} },
    { url: '/breaches' },
    { method: 'POST', url: '/breaches', payload: aBreach() },
    { method: 'PUT', url: '/breaches/1', payload: { title: 'x' } },
    { method: 'POST', url: '/breaches/1/steps', payload: { what: 'closed', note: 'selesai' } },
    { url: '/breaches/1/letter?to=subject' },
    { url: '/privacy/retention' },
    { url: '/privacy/assessment' },
  ] as const satisfies readonly Call[]
  const citizenOnly = [
    { url: '/own-requests' },
    { method: 'POST', url: '/own-requests', payload: { kind: 'access', wish: 'lihat' } },
    { method: 'POST', url: '/own-data', payload: {} },
  ] as const satisfies readonly Call[]
  const everybody = [
    { url: '/privacy' },
    { url: '/privacy/records?format=csv' },
    { url: '/privacy/notice' },
  ] as const

  it.each(engines)('is as the table of permissions says, on %s', (engine) =>
    withApi(engine, async (test) => {
      await addFamily(test)
      for (const role of roles) {
        const headers = await signInAs(test, role)
        const statusOf = async (asked: Call) => (await call(test, headers, asked)).statusCode
        for (const asked of officerOnly) {
          const status = await statusOf(asked)
          expect([role, asked.url, status === 403]).toEqual([
            role,
            asked.url,
            role !== 'data-protection-officer',
          ])
        }
        for (const asked of citizenOnly) {
          expect([role, (await statusOf(asked)) === 403]).toEqual([role, role !== 'citizen'])
        }
        for (const asked of everybody) expect(await statusOf(asked)).toBe(200)
      }
      for (const asked of [...officerOnly, ...citizenOnly, ...everybody]) {
        expect((await call(test, { cookie: '' }, asked)).statusCode).toBe(401)
      }
    }),
  )
})

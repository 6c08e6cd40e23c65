import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { saveIntake } from '#intake'
import type { Db } from '#platform/db'
import { testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import type { TestList } from '../intake-builder.ts'
import { saveRegister } from '../store.ts'
import { makeRegister, type Sources } from './random-registers.ts'

const home = { ward: '62.71.01.1001', district: '62.71.01' }
const lists: readonly TestList[] = [
  {
    file: 'a.csv',
    kind: 'register-person',
    rows: [
      {
        name: 'ANI',
        nik: '6271034806830010',
        birthDate: '1983-06-08',
        kk: '6271013004210030',
        ...home,
      },
    ],
  },
  {
    file: 'b.csv',
    kind: 'aid',
    rows: [{ name: 'BUDI SANTOSO', birthDate: '1970-01-02', ...home }],
  },
]
const apart: Sources = { lists, changes: [] }
const joined: Sources = {
  lists,
  changes: [
    {
      changeNo: 1,
      kind: 'same-person',
      left: { file: 'a.csv', sheet: '', row: 2 },
      right: { file: 'b.csv', sheet: '', row: 2 },
    },
  ],
}

async function save(db: Db, sources: Sources, day: string) {
  const made = makeRegister(sources)
  await saveRegister(db, testSecrets, made, `${day}T02:00:00.000Z`)
  await saveIntake(db, testSecrets, made.intake, made.register.rowLinks)
  return made.register
}

describe.each(engines)(
  'a request about a record that was joined with another since, on %s',
  (engine) => {
    it('is about the record that stands, with its mark, and apart again where they are parted', () =>
      withApi(engine, async ({ api, db, signIn }) => {
        const [kept, gone] = (await save(db, apart, '2026-01-05')).persons
        await sql`update role_grant set role = 'data-protection-officer'`.execute(db)
        const headers = await signIn()
        let key = 0
        const ask = async (url: string, payload?: object) => {
          const answer = await api.inject({
            method: payload ? 'POST' : 'GET',
            url: `/api/v1/subject-requests${url}`,
            headers: { ...headers, 'idempotency-key': `key-of-test-${++key}` },
            ...(payload ? { payload } : {}),
          })
          expect(answer.statusCode, answer.payload).toBeLessThan(300)
          return answer
        }
        const enter = async (kind: string) => {
          const { requestNo } = (
            await ask('', {
              kind,
              channel: 'desk',
              askerName: 'Budi',
              contact: '',
              wish: 'Data saya',
              receivedAt: '2026-07-01T01:00:00.000Z',
              guardian: null,
            })
          ).json()
          await ask(`/${requestNo}/identity`, { means: 'ktp', personId: gone?.personId })
          return requestNo
        }
        const open = await enter('access')
        const objected = await enter('object-automated')
        await ask(`/${objected}/steps`, { state: 'done', note: 'dikabulkan' })

        await save(db, joined, '2026-02-05')
        expect((await ask(`/${open}`)).json()).toMatchObject({
          personId: kept?.personId,
          familyId: kept?.familyId,
        })
        const late = await enter('access')
        expect((await ask(`/${late}`)).json()).toMatchObject({ personId: kept?.personId })
        const zip = await ask(`/${open}/export`, { language: 'id' })
        const told = Object.entries(unzipSync(zip.rawPayload))
          .filter(([name]) => name.endsWith('.json'))
          .map(([, bytes]) => strFromU8(bytes))
          .join()
        expect(told).toContain('BUDI SANTOSO')
        expect(told).toContain('object-automated')
        await sql`update role_grant set role = 'ward-officer', regions = '{62.71.01.1001}'`.execute(
          db,
        )
        const marksOf = async (familyId: string | undefined) => {
          const page = await api.inject({ url: `/api/v1/families/${familyId}`, headers })
          return page.json().marks
        }
        const mark = { kind: 'objects-automated', requestNo: objected }
        expect(await marksOf(kept?.familyId)).toMatchObject([mark])

        await save(db, apart, '2026-03-05')
        expect(await marksOf(kept?.familyId)).toEqual([])
        expect(await marksOf(gone?.familyId)).toMatchObject([mark])
      }))
  },
)

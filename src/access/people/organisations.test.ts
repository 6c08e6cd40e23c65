import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { signInAs } from '../../../test/people.ts'

const dinkes = {
  name: 'Dinas Kesehatan',
  kind: 'agency',
  sectors: ['health'],
  aliases: ['DINKES', 'Dinkes Kota'],
}

async function addList(test: ApiTest, sheetNo: number, provider: string | null) {
  await test.db
    .insertInto('list_sheet')
    .values({
      sheet_no: sheetNo,
      file: `${sheetNo}.csv`,
      sheet: '',
      kind: 'aid',
      title: '',
      provider,
      programme: null,
      detail: {},
    })
    .execute()
}

describe.each(engines)('organisations on %s', (engine) => {
  it('are added once for a key, listed by name, and changed', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const made = await admin.call('POST', '/organisations', dinkes, 'the-same-key')
      const again = await admin.call('POST', '/organisations', dinkes, 'the-same-key')
      expect(made).toMatchObject({ status: 201, body: { ...dinkes, accounts: 0, families: 0 } })
      expect(again).toEqual(made)

      const { organisationId } = made.body
      const changed = await admin.call('PATCH', `/organisations/${organisationId}`, {
        name: 'Dinas Kesehatan Kota',
        sectors: ['health', 'water'],
      })
      expect(changed).toMatchObject({
        status: 200,
        body: {
          name: 'Dinas Kesehatan Kota',
          sectors: ['health', 'water'],
          aliases: ['DINKES', 'Dinas Kesehatan', 'Dinkes Kota'],
        },
      })
      const list = await admin.call('GET', '/organisations')
      expect(list.body.organisations.map(({ name }: { name: string }) => name)).toEqual([
        'Dinas Kesehatan Kota',
        'Sekretariat TKPK',
      ])
      const agencies = await admin.call('GET', '/organisations?kind=agency')
      expect(agencies.body.organisations).toHaveLength(1)
    }))

  it('come page after page', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      await test.db
        .insertInto('organisation')
        .values(
          Array.from({ length: 60 }, (_, no) => ({
            organisation_id: `org-${no}`,
            name: no % 2 ? `Mitra ${no}` : `mitra ${no}`,
            kind: 'partner' as const,
          })),
        )
        .execute()
      const first = await admin.call('GET', '/organisations')
      expect(first.body.organisations).toHaveLength(50)
      const rest = await admin.call('GET', `/organisations?cursor=${first.body.nextCursor}`)
      expect(rest.body.nextCursor).toBeNull()
      const seen = [...first.body.organisations, ...rest.body.organisations]
      expect(new Set(seen.map(({ organisationId }) => organisationId)).size).toBe(61)
      expect((await admin.call('GET', '/organisations?cursor=x')).body.code).toBe('cursor-invalid')
    }))

  it('do not take a name that another one has, however it is written', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const { body } = await admin.call('POST', '/organisations', dinkes)
      for (const other of [
        { ...dinkes, aliases: [] },
        { ...dinkes, name: 'Puskesmas', aliases: ['din-kes'] },
      ]) {
        expect(await admin.call('POST', '/organisations', other)).toMatchObject({
          status: 409,
          body: { code: 'organisation-name-taken' },
        })
      }
      const { body: bank } = await admin.call('POST', '/organisations', {
        name: 'BAZNAS',
        kind: 'partner',
      })
      expect(
        await admin.call('PATCH', `/organisations/${bank.organisationId}`, { aliases: ['Dinkes'] }),
      ).toMatchObject({ status: 409 })
      expect(body.aliases).toEqual(['DINKES', 'Dinkes Kota'])
    }))

  it('are deleted only while nobody belongs to them', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const { body } = await admin.call('POST', '/organisations', dinkes)
      const path = `/organisations/${body.organisationId}`
      expect((await admin.call('DELETE', path)).status).toBe(204)
      expect((await admin.call('DELETE', path)).body.code).toBe('organisation-not-found')
      expect((await admin.call('PATCH', path, { kind: 'ward' })).status).toBe(404)
      expect((await admin.call('DELETE', '/organisations/tkpk')).body.code).toBe(
        'organisation-in-use',
      )
      // the name is free again
      expect((await admin.call('POST', '/organisations', dinkes)).status).toBe(201)
    }))

  it('are proposed from the names in lists and offers that nobody claims', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      await addList(test, 1, 'Dinas Kesehatan')
      await addList(test, 2, 'BAZNAS Kota')
      await addList(test, 3, 'Baznas kota')
      await addList(test, 4, null)
      await admin.call('POST', '/organisations', dinkes)
      expect((await admin.call('GET', '/organisations/unclaimed-names')).body).toEqual({
        names: [{ name: 'BAZNAS Kota', lists: 2, offers: 0 }],
      })
    }))

  it('reach the families of their lists as soon as a name is claimed', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      await addList(test, 1, 'BAZNAS Kota')
      await test.db
        .insertInto('import_row')
        .values(
          Array.from({ length: 12 }, (_, no) => ({
            row_no: no,
            sheet_no: 1,
            row: no,
            person_id: `person-${no}`,
            family_id: `family-${no}`,
            fields: {},
          })),
        )
        .execute()
      const { body } = await admin.call('POST', '/organisations', {
        name: 'BAZNAS',
        kind: 'partner',
      })
      expect(body.families).toBe(0)
      const path = `/organisations/${body.organisationId}`
      const claimed = await admin.call('PATCH', path, { aliases: ['baznas kota'] })
      expect(claimed.body.families).toBe(12)
      const given = await admin.call('PATCH', path, { aliases: [] })
      expect(given.body.families).toBe(0)
    }))

  it.each([
    ['GET', '/organisations'],
    ['GET', '/organisations/unclaimed-names'],
    ['POST', '/organisations'],
    ['PATCH', '/organisations/tkpk'],
    ['DELETE', '/organisations/tkpk'],
  ] as const)('are nobody’s business but an administrator’s: %s %s', (method, path) =>
    withApi(engine, async (test) => {
      const officer = await signInAs(test, 'secretariat')
      const payload = method === 'GET' || method === 'DELETE' ? undefined : dinkes
      expect(await officer.call(method, path, payload)).toMatchObject({
        status: 403,
        body: { code: 'not-permitted' },
      })
    }),
  )

  it('are written in the audit trail', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const { body } = await admin.call('POST', '/organisations', dinkes)
      const events = await test.db
        .selectFrom('audit_event')
        .select(['action', 'role', 'subject_id'])
        .where('subject_kind', '=', 'organisation')
        .execute()
      expect(events).toEqual([
        { action: 'create-organisation', role: 'administrator', subject_id: body.organisationId },
      ])
    }))
})

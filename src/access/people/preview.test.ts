import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { signInAs } from '../../../test/people.ts'

const wards = { big: '62.71.01.1001', small: '62.71.03.1002' }

/** Twelve families in one ward and three in another, with a need of health each. */
async function addFamilies(test: ApiTest) {
  const families = Array.from({ length: 15 }, (_, no) => ({
    family_id: `family-${no}`,
    ward: no < 12 ? wards.big : wards.small,
  }))
  await test.db
    .insertInto('family')
    .values(
      families.map((family) => ({
        ...family,
        head_name: 'SITI AISYAH',
        list_count: 1,
        member_count: 1,
        detail: {},
      })),
    )
    .execute()
  await test.db
    .insertInto('need')
    .values(
      families.map(({ family_id, ward }, no) => ({
        need_id: `need-${no}`,
        family_id,
        ward,
        sector: 'health',
        indicator: 'JKN',
        severity: 1,
        score: 1,
        facts: {},
        evidence: JSON.stringify([]),
        points: JSON.stringify([]),
      })),
    )
    .execute()
}

async function withPreview(test: ApiTest) {
  await addFamilies(test)
  const admin = await signInAs(test, 'administrator')
  const { body } = await admin.call('POST', '/accounts', {
    userName: 'rina',
    displayName: 'Rina Agustina',
    organisationId: 'tkpk',
  })
  const path = `/accounts/${body.account.accountId}`
  const proposed = {
    role: 'agency-officer',
    regions: null,
    isOwnOrganisation: false,
    dataClasses: ['family'],
    purpose: 'service',
  }
  return {
    admin,
    path,
    proposed,
    preview: (change: object = {}) =>
      admin.call('POST', `${path}/preview`, { proposed: { ...proposed, ...change } }),
  }
}

const countOf = (body: { kinds: { kind: string; count: number | null }[] }, kind: string) =>
  body.kinds.find((line) => line.kind === kind)?.count

describe.each(engines)('the preview of a role on %s', (engine) => {
  it('counts what a proposed role would see, class by class', () =>
    withApi(engine, async (test) => {
      const { preview } = await withPreview(test)
      const { status, body } = await preview()
      expect(status).toBe(200)
      expect(body).toMatchObject({
        role: 'agency-officer',
        shownClasses: ['general', 'family'],
        hiddenClasses: ['health', 'disability', 'children', 'finances'],
        conflict: null,
        wards: [
          { ward: wards.big, families: 12 },
          { ward: wards.small, families: null },
        ],
      })
      expect(body.actions).toContain('read-families')
      expect(countOf(body, 'families')).toBe(15)
      expect(countOf(body, 'needs')).toBe(0)
      expect(countOf((await preview({ dataClasses: ['family', 'health'] })).body, 'needs')).toBe(15)
    }))

  it('keeps counts of 1 to 9 back and tells no name', () =>
    withApi(engine, async (test) => {
      const { preview } = await withPreview(test)
      const { body } = await preview({ role: 'ward-officer', regions: [wards.small] })
      expect(countOf(body, 'families')).toBeNull()
      expect(body.wards).toEqual([{ ward: wards.small, families: null }])
      expect(JSON.stringify(body)).not.toMatch(/siti|family-/i)
    }))

  it('shows nothing that no page of the role would', () =>
    withApi(engine, async (test) => {
      const { preview } = await withPreview(test)
      const { body } = await preview({ role: 'administrator' })
      expect(body.wards).toEqual([])
      expect(body.kinds.every(({ count }: { count: number }) => count === 0)).toBe(true)
    }))

  it('says which role held stands against the proposed one', () =>
    withApi(engine, async (test) => {
      const { admin, path, proposed, preview } = await withPreview(test)
      await admin.call('POST', `${path}/grants`, { ...proposed, role: 'secretariat' })
      expect((await preview({ role: 'plan-approver' })).body.conflict).toEqual({
        other: 'secretariat',
        whyId: 'Yang mengusulkan rencana tidak menyetujuinya.',
        whyEn: 'Who proposes a plan does not approve it.',
      })
    }))

  it('is asked of a role that is held, too, and leaves the rights of who asks', () =>
    withApi(engine, async (test) => {
      const { admin, path, proposed } = await withPreview(test)
      const { body: grant } = await admin.call('POST', `${path}/grants`, proposed)
      const { body } = await admin.call('POST', `${path}/preview`, { grantId: grant.grantId })
      expect(countOf(body, 'families')).toBe(15)
      expect((await admin.call('GET', '/organisations')).status).toBe(200)
      const unknown = await admin.call('POST', `${path}/preview`, { grantId: 'any-grant' })
      expect(unknown.body.code).toBe('grant-not-found')
      expect((await admin.call('POST', '/accounts/nobody/preview', { proposed })).body.code).toBe(
        'account-not-found',
      )
    }))

  it('is written in the audit trail with the scope that was tried', () =>
    withApi(engine, async (test) => {
      const { preview } = await withPreview(test)
      await preview({ regions: [wards.small] })
      const events = await test.db
        .selectFrom('audit_event')
        .select(['subject_kind', 'role', 'detail'])
        .where('action', '=', 'preview-grant')
        .execute()
      expect(events).toMatchObject([
        {
          subject_kind: 'account',
          role: 'administrator',
          detail: { role: 'agency-officer', regions: [wards.small] },
        },
      ])
    }))
})

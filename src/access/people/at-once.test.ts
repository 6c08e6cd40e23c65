import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock, today } from '#platform/clock'
import type { Db } from '#platform/db'
import { openStore, type Store } from '#platform/open-store'
import { copyDatabase } from '../../../test/database.ts'
import type { Role } from '../scope/roles.ts'
import { changeGrantEnd, findHeldGrants, giveGrant } from './grant-store.ts'

const admin = { accountId: 'admin', clock: systemClock }
const day = today(systemClock)

describe('two administrators at once on PostgreSQL', { timeout: 60_000 }, () => {
  const stores: Store[] = []
  beforeAll(async () => {
    const url = await copyDatabase()
    for (let no = 0; no < 2; no++) stores.push(await openStore({ url }))
    const { db } = storeOf(0)
    await db
      .insertInto('organisation')
      .values({ organisation_id: 'tkpk', name: 'TKPK', kind: 'secretariat' })
      .execute()
    for (const name of ['admin', 'deputy', 'rina']) await addAccount(db, name)
    for (const name of ['admin', 'deputy']) await give(db, name, 'administrator')
  }, 60_000)
  afterAll(async () => {
    for (const store of stores) await store.close()
  })
  function storeOf(no: number): Store {
    const store = stores[no % stores.length]
    if (!store) throw new Error('no store is open')
    return store
  }
  async function addAccount(db: Db, name: string) {
    await db
      .insertInto('account')
      .values({
        account_id: name,
        organisation_id: 'tkpk',
        user_name: name,
        display_name: name,
        password_hash: '',
      })
      .execute()
  }
  function give(db: Db, accountId: string, role: Role) {
    const asking = accountId === 'admin' ? { ...admin, accountId: 'deputy' } : admin
    return giveGrant(
      db,
      accountId,
      {
        role,
        regions: null,
        isOwnOrganisation: false,
        dataClasses: [],
        purpose: 'coordination',
        validTo: null,
      },
      asking,
    )
  }
  const codes = (results: readonly PromiseSettledResult<unknown>[]) =>
    results.map((result) => (result.status === 'rejected' ? result.reason.code : 'done')).sort()

  it('cannot give one person two roles that must be kept apart', async () => {
    for (let round = 0; round < 10; round++) {
      const name = `person-${round}`
      await addAccount(storeOf(0).db, name)
      const results = await Promise.allSettled([
        give(storeOf(0).db, name, 'secretariat'),
        give(storeOf(1).db, name, 'plan-approver'),
      ])
      expect(codes(results)).toEqual(['done', 'roles-incompatible'])
      expect(await findHeldGrants(storeOf(0).db, name, systemClock)).toHaveLength(1)
    }
  })

  it('cannot take the role from each other and leave nobody', async () => {
    const { db } = storeOf(0)
    const [own] = await findHeldGrants(db, 'admin', systemClock)
    const [deputys] = await findHeldGrants(db, 'deputy', systemClock)
    const end = (no: number, accountId: string, grantId: string | undefined) =>
      changeGrantEnd(storeOf(no).db, { accountId, grantId: grantId ?? '' }, day, admin)
    const results = await Promise.allSettled([
      end(0, 'deputy', deputys?.grantId),
      end(1, 'admin', own?.grantId),
    ])
    expect(codes(results)).toEqual(['done', 'last-administrator'])
  })
})

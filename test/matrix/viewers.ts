import { type DataClass, dataClasses, findGrants, insertGrant, type Role } from '#access'
import type { Db } from '#platform/db'
import { publicKey } from '#platform/keys'
import type { Store } from '#platform/open-store'
import type { Viewer } from '#platform/scoped-db'
import { hashPassword } from '../../src/access/sign-in/passwords.ts'
import { buildApi } from '../../src/api/build-api.ts'
import { testSecrets } from '../api.ts'
import type { Engine } from '../database.ts'
import { openScopedCity } from './scoped-city.ts'

/** A person with one grant. */
export interface ViewerCase {
  readonly who: string
  readonly role: Role
  readonly organisation?: string
  readonly regions?: readonly string[]
  readonly isOwnOrganisation?: boolean
  readonly dataClasses?: readonly DataClass[]
}

class Rollback extends Error {}

/** Runs `work` over the sample city in a transaction that is rolled back. */
export async function withScopedCity(
  engine: Engine,
  work: (db: Db, store: Store) => Promise<void>,
): Promise<void> {
  const store = await openScopedCity(engine)
  try {
    await store.db.transaction().execute(async (db) => {
      await work(db, { ...store, db })
      throw new Rollback()
    })
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
  }
}

const password = 'sepeda biru tua'
const passwordHash = hashPassword(password)

/** Adds an account with one grant and signs it in through the API. */
export async function addViewer(
  store: Store,
  one: ViewerCase,
): Promise<{ viewer: Viewer; cookie: string }> {
  const accountId = publicKey(`account ${one.who}`)
  await store.db
    .insertInto('account')
    .values({
      account_id: accountId,
      organisation_id: one.organisation ?? 'tkpk',
      user_name: accountId,
      display_name: one.who,
      password_hash: await passwordHash,
    })
    .execute()
  await insertGrant(store.db, {
    accountId,
    role: one.role,
    regions: one.regions ?? null,
    isOwnOrganisation: one.isOwnOrganisation ?? false,
    dataClasses: one.dataClasses ?? dataClasses,
    purpose: 'test',
    validFrom: '2020-01-01',
    validTo: null,
  })
  const [viewer] = await findGrants(store.db, accountId, '2026-01-01')
  if (!viewer) throw new Error('the grant does not hold')
  const api = await buildApi({ store, secrets: testSecrets })
  const answer = await api.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { userName: accountId, password },
  })
  await api.close()
  const cookies = [answer.headers['set-cookie']].flat().map((line) => String(line).split(';')[0])
  return { viewer, cookie: cookies.join('; ') }
}

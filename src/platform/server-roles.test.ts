import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { createDatabase } from '../../test/postgres.ts'
import { openStore } from './open-store.ts'

const made: { readonly superuser: pg.Client; readonly office: string }[] = []

/** An empty database, and its address as a new user who is no superuser. */
async function aDatabase(rights: string, isOwner = true) {
  const url = new URL(await createDatabase(inject('postgresHome')))
  const superuser = new pg.Client({ connectionString: url.href })
  await superuser.connect()
  const office = `office_${randomBytes(4).toString('hex')}`
  const database = url.pathname.slice(1)
  await superuser.query(`create role ${office} login ${rights} password 'x'`)
  if (isOwner) await superuser.query(`alter database ${database} owner to ${office}`)
  url.username = office
  url.password = 'x'
  made.push({ superuser, office })
  return { url: url.href, superuser, office }
}

/** Opens the store, and reads as somebody would who was given nothing. */
async function openAndRead(url: string): Promise<unknown> {
  const store = await openStore({ url })
  try {
    return await store.db.transaction().execute(async (trx) => {
      await sql`set local role betang_reader`.execute(trx)
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from scoped.family`.execute(trx)
      return rows[0]?.count
    })
  } finally {
    await store.close()
  }
}

/** From PostgreSQL 16 on, who made a role has this; another test may have made the roles here. */
async function giveAdminOption(superuser: pg.Client, office: string): Promise<void> {
  const { rowCount } = await superuser.query(`
    select 1 from pg_roles
    where rolname = 'betang_reader' and current_setting('server_version_num')::integer >= 160000`)
  if (rowCount === 0) return
  await superuser.query(`
    grant betang_guard, betang_reader to ${office} with admin true, inherit false, set false`)
}

describe('a store on a server, opened by a user who is no superuser', () => {
  afterAll(async () => {
    for (const { superuser, office } of made) {
      await superuser.query(`reassign owned by ${office} to current_user`)
      await superuser.query(`drop owned by ${office} cascade`)
      await superuser.query(`drop role ${office}`)
      await superuser.end()
    }
  })

  it('opens for the owner of the database who may make roles', async () => {
    const { url, superuser, office } = await aDatabase('createrole')
    await giveAdminOption(superuser, office)
    expect(await openAndRead(url)).toBe(0)
    const { rows } = await superuser.query(
      "select distinct rolcanlogin, rolsuper from pg_roles where rolname like 'betang\\_%'",
    )
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false }])
    expect(await openAndRead(url)).toBe(0) // a second start changes nothing
  })

  it('opens for an owner without that right once the roles are given, and says how', async () => {
    const { url, superuser, office } = await aDatabase('')
    const error: unknown = await openStore({ url }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'server-roles-missing' })
    const { details } = Object(error)
    expect(details.sql).toContain(`grant betang_reader to ${office};`)
    await superuser.query(details.sql)
    expect(await openAndRead(url)).toBe(0)
  })

  it('says whose the database must be', async () => {
    const { url, superuser, office } = await aDatabase('', false)
    await superuser.query('create role betang_guard nologin').catch(() => {})
    await superuser.query('create role betang_reader nologin').catch(() => {})
    await superuser.query(`grant betang_guard, betang_reader to ${office}`)
    const error: unknown = await openStore({ url }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'server-rights-missing' })
    const { details } = Object(error)
    expect(details.sql).toMatch(new RegExp(`^alter database \\S+ owner to ${office};$`))
    await superuser.query(details.sql)
    expect(await openAndRead(url)).toBe(0)
  })
})

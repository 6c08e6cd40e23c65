import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { AppError } from './errors.ts'

/** Roles under which data of persons is read; none can sign in. They belong to the whole server. */
const readingRoles = ['betang_guard', 'betang_reader'] as const

/**
 * Runs `bringUp` on a server as whoever owns the database: no superuser is needed. The roles that
 * the tables are read under are made first, where this user may make roles.
 *
 * @throws AppError `server-roles-missing` or `server-rights-missing`, with the SQL that whoever keeps
 * the server runs once.
 */
export async function withRoles(db: Db, bringUp: (db: Db) => Promise<unknown>): Promise<void> {
  await makeRoles(db)
  try {
    await bringUp(db)
  } catch (cause) {
    if (sqlState(cause) !== rightMissing) throw cause
    throw new AppError('server-rights-missing', { sql: await ownerSql(db) }, { cause })
  }
}

const rightMissing = '42501'
/** Another store on the server makes the same roles at this moment. */
const madeMeanwhile: readonly unknown[] = ['42710', '23505', 'XX000']
const triesMost = 20

async function makeRoles(db: Db): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      for (const statement of await findMissingSteps(db)) await sql.raw(statement).execute(db)
      return
    } catch (cause) {
      const state = sqlState(cause)
      if (state === rightMissing) {
        const steps = await findMissingSteps(db)
        throw new AppError('server-roles-missing', { sql: steps.join(' ') }, { cause })
      }
      if (!madeMeanwhile.includes(state) || tries === triesMost) throw cause
      await sleep(100)
    }
  }
}

/** What is still to be done so that this user can read as each role and own views in its name. */
async function findMissingSteps(db: Db): Promise<string[]> {
  const { rows } = await sql<{ version: number; me: string }>`
    select current_setting('server_version_num')::integer as version,
      quote_ident(current_user) as me`.execute(db)
  const { version, me } = rows[0] ?? { version: 0, me: 'current_user' }
  // From 16 on, who makes a role is its member and may still not act as it.
  const right = version >= 160_000 ? 'SET' : 'MEMBER'
  const steps: string[] = []
  for (const role of readingRoles) {
    const known = await sql<{ is_usable: boolean }>`
      select pg_has_role(current_user, oid, ${right}) and pg_has_role(current_user, oid, 'USAGE')
        as is_usable
      from pg_roles where rolname = ${role}`.execute(db)
    const [found] = known.rows
    if (!found) steps.push(`create role ${role} nologin;`)
    if (!found?.is_usable) steps.push(`grant ${role} to ${me};`)
  }
  return steps
}

async function ownerSql(db: Db): Promise<string> {
  const { rows } = await sql<{ statement: string }>`
    select format('alter database %I owner to %I;', current_database(), current_user) as statement
  `.execute(db)
  return rows[0]?.statement ?? ''
}

function sqlState(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { type Db, inTransaction } from './db.ts'
import { AppError } from './errors.ts'

/** One file of `migrations/`, run once a store, in order of the name. */
export interface Migration {
  /** File name without ending: `0001_access`. */
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/** The migrations that this version of Betang knows, oldest first. */
export function readMigrations(
  folder: URL = new URL('../../migrations/', import.meta.url),
): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      // A checkout on Windows may have turned the line ends.
      const text = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')
      const checksum = createHash('sha256').update(text).digest('hex')
      return { name: file.replace(/\.sql$/, ''), text, checksum }
    })
}

/** Any constant: two servers that start at once must not both migrate. */
const advisoryLockKey = 62_71

/**
 * Brings the store to the newest migration, all or nothing, and returns the names that ran.
 *
 * @throws AppError `store-newer` when the store was written by a later version, `store-changed`
 * when a migration that ran there reads differently here.
 */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<string[]> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(${advisoryLockKey})`.execute(trx)
    await sql`
      create table if not exists schema_migration (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`.execute(trx)
    const applied = await trx
      .selectFrom('schema_migration')
      .select(['name', 'checksum'])
      .orderBy('name')
      .execute()

    const known = new Map(migrations.map((migration) => [migration.name, migration]))
    for (const { name, checksum } of applied) {
      const migration = known.get(name)
      if (!migration) throw new AppError('store-newer', { migration: name })
      if (migration.checksum !== checksum) throw new AppError('store-changed', { migration: name })
    }

    const done = new Set(applied.map(({ name }) => name))
    const pending = migrations.filter(({ name }) => !done.has(name))
    for (const { name, text, checksum } of pending) {
      for (const statement of splitStatements(text)) await sql.raw(statement).execute(trx)
      await trx.insertInto('schema_migration').values({ name, checksum }).execute()
    }
    return pending.map(({ name }) => name)
  })
}

/**
 * The statements of a migration. Ours end with `;` at the end of a line, and a function's body
 * stands between `$$`.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = []
  let current = ''
  let isInBody = false
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('--') && !isInBody) continue
    current += `${line}\n`
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) isInBody = !isInBody
    if (!isInBody && line.trimEnd().endsWith(';')) {
      statements.push(current.trim())
      current = ''
    }
  }
  if (current.trim() !== '') statements.push(current.trim())
  return statements
}

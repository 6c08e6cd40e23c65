import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { bySystem, createFirstAccount, recordEvent, sealEvents } from '#access'
import { writeBackupFile } from '#platform/backup/backup-file'
import { findDrill } from '#platform/backup/drills'
import { restoreStore } from '#platform/backup/restore-store'
import type { Db } from '#platform/db'
import { readMigrations } from '#platform/migrations'
import { openStore, type Store, type StorePlace } from '#platform/open-store'
import { systemRandom } from '#platform/random'
import { openSecrets } from '#platform/secrets'
import { copyStore } from '../../../test/database.ts'
import { createDatabase } from '../../../test/postgres.ts'
import { checkRestored } from './check-restored.ts'
import { copyWhenDue } from './keep-backups.ts'
import { makeBackup } from './make-backup.ts'
import { getSecretFor } from './passphrase.ts'

const home = mkdtempSync(path.join(tmpdir(), 'betang-backup-'))
const words = path.join(home, 'passphrase')
const passphrase = 'enam kata yang acak sekali'
const madeAt = new Date('2026-03-01T00:00:00Z')
const open: Store[] = []

async function openPlace(place: StorePlace): Promise<Store> {
  const store = await openStore(place)
  open.push(store)
  return store
}

/** What a copy could spoil: signs, numbers, moments, rows that refer to rows of their own table. */
async function fill(store: Store): Promise<void> {
  await openSecrets(store)
  await createFirstAccount(store.db, systemRandom)
  const { account_id } = await store.db
    .selectFrom('account')
    .select('account_id')
    .executeTakeFirstOrThrow()
  await store.db
    .insertInto('session')
    .values({ token_hash: 'x', account_id, expires_at: '2030-01-01T00:00:00Z' })
    .execute()
  await sql`
    insert into role_grant (grant_id, account_id, role, regions, data_classes, purpose, valid_to, delegated_from)
    values ('a', ${account_id}, 'auditor', '{62.71.01}', '{general}', 'x', '2030-01-01', 'b'),
      ('b', ${account_id}, 'auditor', null, '{general,family}', 'x', null, null)`.execute(store.db)
  await sql`
    insert into family (family_id, head_name, list_count, member_count, latitude, kk_cipher, detail) values
      ('f1', ${'Si\u2028ti "A\\n\nB" \t é'}, 1, 2, -2.2099999999999995, '\\x00ff0a', '{"a": [1, null], "b": "\\u0009"}'),
      ('f2', '', 1, 0, null, null, '{}')`.execute(store.db)
  for (const action of ['one', 'two']) await recordEvent(store.db, { ...bySystem, action })
  await sealEvents(store.db)
  await recordEvent(store.db, { ...bySystem, action: 'three' })
}

/** Every row of every table as text, but for what a backup leaves out or changes. */
async function readAll(db: Db): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('schema_migration', 'session')`.execute(db)
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`
      select t::text as line from ${sql.table(name)} t order by 1`.execute(db)
    all[name] = rows.map(({ line }) => line)
  }
  return all
}

beforeAll(() => {
  vi.stubEnv('BETANG_HOME', path.join(home, 'keys'))
  vi.stubEnv('DATABASE_URL', '')
  writeFileSync(words, `${passphrase}\n`, { mode: 0o600 })
})
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

/** Places with nothing in them, as a backup comes back to. */
const serverPlace = async () => ({ url: await createDatabase(inject('postgresHome')) })
const folderPlace = async () => ({ folder: mkdtempSync(path.join(home, 'office-')) })

const ways = [
  { from: 'an embedded store', to: 'a server', engine: 'PGlite', target: serverPlace },
  { from: 'a server', to: 'an embedded store', engine: 'PostgreSQL', target: folderPlace },
] as const

describe.each(ways)('a backup of $from', ({ to, engine, target }) => {
  it(`comes back on ${to}, row for row, with its key, counters and a whole trail`, async () => {
    const store = await openPlace(await copyStore(engine))
    await fill(store)
    const before = await readAll(store.db)
    const file = path.join(home, `${store.storeId}.backup`)
    const count = await makeBackup({ store, file, passphrase, clock: () => madeAt })
    expect(count.rows).toBe(Object.values(before).flat().length)
    expect(readFileSync(file, 'latin1')).not.toMatch(/Siti|sekretariat/)

    // The machine is lost, and the key with it.
    rmSync(path.join(home, 'keys'), { recursive: true })
    const { secret } = await getSecretFor(file, words)
    const place = await target()
    const restored = await restoreStore({ file, secret, place })
    open.push(restored.store)
    const { db } = restored.store
    expect(await readAll(db)).toEqual(before)
    expect(await db.selectFrom('session').select('account_id').execute()).toEqual([])
    expect(restored.store.storeId).toBe(store.storeId)
    const checks = await checkRestored(restored, () => 0)
    expect(checks.map(({ name, isGood }) => [name, isGood])).toEqual(
      checks.map(({ name }) => [name, true]),
    )

    // It goes on: counters, references and triggers hold.
    await recordEvent(db, { ...bySystem, action: 'four' })
    expect(await sealEvents(db)).toBe(2)
    await expect(
      sql`update role_grant set delegated_from = 'nobody' where grant_id = 'a'`.execute(db),
    ).rejects.toMatchObject({ code: '23503' })
    await expect(sql`delete from audit_event`.execute(db)).rejects.toThrow('only grows')

    // A second time there is something already.
    await expect(restoreStore({ file, secret, place })).rejects.toMatchObject({
      code: 'store-not-empty',
    })
  })
})

describe('a daily copy', () => {
  it('is made once a day, opens with the key of the store, and the last three are kept', async () => {
    const store = await openPlace(await copyStore('PGlite'))
    await openSecrets(store)
    const copies = path.join(home, 'copies')
    const env = { ...process.env, BETANG_BACKUP_FOLDER: copies }
    const day = (no: number, hour = 8) => new Date(Date.UTC(2026, 2, no, hour))
    const first = await copyWhenDue(store, () => day(1), env)
    expect(await copyWhenDue(store, () => day(2, 7), env)).toBeUndefined()
    for (const no of [2, 3, 4]) await copyWhenDue(store, () => day(no), env)
    expect(readdirSync(copies)).toHaveLength(3)
    expect(existsSync(first ?? '')).toBe(false)

    const file = path.join(copies, readdirSync(copies)[0] ?? '')
    const { secret } = await getSecretFor(file, undefined, env)
    expect(secret).toHaveProperty('storeKey')
    mkdirSync(path.join(home, 'elsewhere'))
    const elsewhere = { ...env, BETANG_HOME: path.join(home, 'elsewhere') }
    await expect(getSecretFor(file, undefined, elsewhere)).rejects.toMatchObject({
      code: 'key-missing',
    })
  })
})

describe('a damaged backup', () => {
  it('leaves nothing behind where it was to be restored', async () => {
    const store = await openPlace(await copyStore('PostgreSQL'))
    await fill(store)
    const file = path.join(home, 'whole.backup')
    await makeBackup({ store, file, passphrase, clock: () => madeAt })
    const cut = path.join(home, 'cut.backup')
    writeFileSync(cut, readFileSync(file).subarray(0, -20))
    const place = await serverPlace()
    await expect(restoreStore({ file: cut, secret: { passphrase }, place })).rejects.toMatchObject({
      code: 'backup-damaged',
    })
    const restored = await restoreStore({ file, secret: { passphrase }, place })
    open.push(restored.store)
  })

  it('fails its drill by name, and the command ends and leaves no folder', async () => {
    const cut = path.join(home, 'drilled.backup')
    const storeKey = new Uint8Array(32)
    const about = { madeAt: madeAt.toISOString(), storeId: 'abc', secret: { passphrase } }
    const manifest = {
      migrations: readMigrations().map(({ name, checksum }) => ({ name, checksum })),
      storeKey: Buffer.from(storeKey).toString('base64url'),
      sequences: [],
      tables: [{ name: 'organisation', columns: ['organisation_id', 'name', 'kind'], rows: 2 }],
    }
    async function* lines() {
      yield `${JSON.stringify(manifest)}\n["a","A","agency"]\n`
    }
    await writeBackupFile(cut, about, lines())
    const work = mkdtempSync(path.join(home, 'work-'))
    const betang = fileURLToPath(new URL('../../../bin/betang.mjs', import.meta.url))
    const args = ['restore', '--drill', cut, '--passphrase-file', words, '--work', work]
    const ended = spawnSync(process.execPath, [betang, ...args], {
      encoding: 'utf8',
      timeout: 50_000,
    })
    expect(ended).toMatchObject({ status: 1, stderr: expect.stringContaining('(backup-damaged)') })
    expect(readdirSync(work)).toEqual([])
    expect(findDrill('abc')).toMatchObject({ isGood: false, backupMadeAt: madeAt.toISOString() })
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createFirstAccount } from '#access'
import { acceptFile, keepFile, withdrawFile } from '#intake'
import type { Db } from '#platform/db'
import { openStore, type Store } from '#platform/open-store'
import { isRegisterMade } from '#registry'
import { writeSample } from '#sample'
import { testSecrets } from '../test/api.ts'
import { copyStore, type Engine, engines } from '../test/database.ts'
import { tinyLists, writeLists } from '../test/journeys/tiny-lists.ts'
import { runMainJob } from './flow.ts'
import { makeRegister, takeFolder } from './flow-job.ts'
import { saveRun } from './flow-store.ts'

const programmesDir = fileURLToPath(new URL('../programmes', import.meta.url))
const secrets = testSecrets
const registerTables = [
  'list_sheet',
  'import_row',
  'finding',
  'family',
  'person',
  'membership',
  'dwelling_family',
  'value_origin',
  'received',
  'need',
  'question',
  'decision',
  'allocation_line',
  'unserved',
  'family_line',
]

/** The register as text, without what sealing makes another each time. */
async function dump(db: Db): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const name of registerTables) {
    const { rows } = await sql<{ line: string }>`
      select (to_jsonb(t) - 'nik_cipher' - 'kk_cipher' - 'read_at' - 'finding_no')::text as line
      from ${sql.table(name)} t`.execute(db)
    all[name] = rows.map(({ line }) => line).sort()
  }
  return all
}

async function withStore(engine: Engine, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(await copyStore(engine))
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

const make = (store: Store) =>
  makeRegister(
    { store, secrets, programmesDir },
    { signal: new AbortController().signal, onProgress: () => {} },
  )

async function handOver(store: Store, name: string, text: string): Promise<string> {
  return store.db.transaction().execute(async (tx) => {
    const content = new TextEncoder().encode(text)
    const fileId = await keepFile(tx, secrets, {
      name,
      content,
      organisationId: null,
      receivedBy: null,
    })
    await acceptFile(tx, fileId, null)
    return fileId
  })
}

describe.each(engines)('the register of a store on %s', (engine) => {
  it('is what a run of the folder made, from the files that the store keeps', () =>
    withStore(engine, async (store) => {
      const dir = mkdtempSync(path.join(tmpdir(), 'betang-lists-'))
      writeLists(dir, tinyLists())
      const run = await runMainJob({ dir, programmesDir, nowMs: () => performance.now() })
      const { isAlone, madeFrom } = await takeFolder(store, secrets, dir)
      rmSync(dir, { recursive: true })
      expect(isAlone).toBe(true)
      await saveRun(run, { store, secrets, madeFrom })
      expect(await isRegisterMade(store.db)).toBe(true)
      const ofFolder = await dump(store.db)
      await make(store)
      expect(await dump(store.db)).toEqual(ofFolder)

      // A file more, and taken back: the register is as it was, to the letter.
      const fileId = await handOver(
        store,
        'bantuan.csv',
        'NIK,Nama,Alamat,Kelurahan,Bantuan\n6271034508900003,SITI AMINAH,Jl. Mawar 3,Palangka,Beras\n',
      )
      expect(await isRegisterMade(store.db)).toBe(false)
      await make(store)
      expect(await isRegisterMade(store.db)).toBe(true)
      const withFile = await dump(store.db)
      expect(withFile.import_row).toHaveLength((ofFolder.import_row ?? []).length + 1)
      // nobody whom the new file does not name has another key
      const ids = (all: Record<string, string[]>) =>
        (all.person ?? []).map((line) => /"person_id": "(\w+)"/.exec(line)?.[1])
      expect(ids(withFile)).toEqual(expect.arrayContaining(ids(ofFolder)))
      await withdrawFile(store.db, fileId, { accountId: null, reason: 'test' })
      await make(store)
      expect(await dump(store.db)).toEqual(ofFolder)
    }))

  it('follows the folder: what changed comes in, what is gone is taken back', () =>
    withStore(engine, async (store) => {
      const dir = mkdtempSync(path.join(tmpdir(), 'betang-lists-'))
      const list = (name: string) => `NIK,Nama,Kelurahan\n6271034508900003,${name},Palangka\n`
      writeFileSync(path.join(dir, 'a.csv'), list('SITI'))
      writeFileSync(path.join(dir, 'b.csv'), list('BUDI'))
      await takeFolder(store, secrets, dir)
      writeFileSync(path.join(dir, 'b.csv'), list('BUDI HARTONO'))
      const { isAlone } = await takeFolder(store, secrets, dir)
      rmSync(dir, { recursive: true })
      expect(isAlone).toBe(false)
      const { rows } = await sql<{ name: string; state: string }>`
        select name, state from intake_file order by accept_no`.execute(store.db)
      expect(rows).toEqual([
        { name: 'a.csv', state: 'accepted' },
        { name: 'b.csv', state: 'withdrawn' },
        { name: 'b (2).csv', state: 'accepted' },
      ])
    }))

  it('joins by the threshold that somebody adopted, and is as it was without', () =>
    withStore(engine, async (store) => {
      const dir = mkdtempSync(path.join(tmpdir(), 'betang-lists-'))
      await writeSample({ persons: 260, seed: 11, out: dir })
      await takeFolder(store, secrets, dir)
      rmSync(dir, { recursive: true })
      await make(store)
      const before = await dump(store.db)
      const { first } = await store.db
        .selectFrom('review_pair')
        .select((eb) => eb.fn.max('weight_bits').as('first'))
        .whereRef('left_person_id', '<>', 'right_person_id')
        .executeTakeFirstOrThrow()
      // Just low enough for the surest of the doubtful pairs.
      const bits = Math.floor(first * 10) / 10
      expect(bits).toBeLessThan(1)
      await createFirstAccount(store.db, (count) => new Uint8Array(count).fill(3))
      await sql`
        insert into linkage_threshold (threshold_bits, judged, same, adopted_by)
        select ${bits}::numeric, 100, 50, account_id from account limit 1`.execute(store.db)
      expect(await isRegisterMade(store.db)).toBe(false)
      await make(store)
      expect(await isRegisterMade(store.db)).toBe(true)
      const joined = await dump(store.db)
      expect(joined.person?.length).toBeLessThan(before.person?.length ?? 0)
      await sql`update linkage_threshold set ended_at = now(), ended_by = adopted_by`.execute(
        store.db,
      )
      await make(store)
      expect(await dump(store.db)).toEqual(before)
    }))

  it('is empty once every file is taken back', () =>
    withStore(engine, async (store) => {
      const fileId = await handOver(store, 'a.csv', 'NIK,Nama\n6271034508900003,SITI AMINAH\n')
      await make(store)
      expect((await dump(store.db)).person).toHaveLength(1)
      await withdrawFile(store.db, fileId, { accountId: null, reason: 'test' })
      await make(store)
      expect((await dump(store.db)).person).toEqual([])
    }))
})

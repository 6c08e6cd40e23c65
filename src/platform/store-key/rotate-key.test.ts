import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { copyDatabase, engines, withDatabase } from '../../../test/database.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import { findLostPeople, sealPeople, somePeople } from '../../../test/sealed-people.ts'
import type { Db } from '../db.ts'
import { openStore, type Store } from '../open-store.ts'
import { systemRandom } from '../random.ts'
import { openSecrets } from '../secrets.ts'
import { findKeyFiles, keyFile, nextKeyFile, oldKeyFile } from './key-files.ts'
import { findKeyState } from './key-state.ts'
import { type KeyEvent, type RotationOrder, rotateKey } from './rotate-key.ts'
import { countByKey, findSealedTables } from './sealed-tables.ts'

const home = mkdtempSync(path.join(tmpdir(), 'betang-rotate-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const newHome = () => ({ BETANG_HOME: mkdtempSync(path.join(home, 'keys-')) })

type Others = Partial<RotationOrder>
const rotate = (store: Store, env: NodeJS.ProcessEnv, others: Others = {}) =>
  rotateKey({
    store,
    env,
    clock: () => new Date('2026-08-01T00:00:00Z'),
    random: systemRandom,
    takeUpMs: 0,
    record: async () => {},
    ...others,
  })

/** Begins a change and stops it after some rows. */
async function rotateUpTo(store: Store, env: NodeJS.ProcessEnv, rows: number, batchRows = 1) {
  const controller = new AbortController()
  const onRows = (done: number) => done >= rows && controller.abort()
  if (rows === 0) controller.abort()
  return rotate(store, env, { onRows, batchRows, signal: controller.signal })
}

const keysIn = async (db: Db) => [...(await countByKey(db, await findSealedTables(db))).keys()]

describe.each(engines)('a change of the key on %s', (engine) => {
  it(
    'leaves every value and every search as they were, before, while and after',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 2 }),
          fc.integer({ min: 1, max: 9 }),
          async (stops, batchRows) =>
            withDatabase(engine, async (db, store) => {
              const env = newHome()
              const people = somePeople(7)
              await sealPeople(db, await openSecrets(store, env), people)
              const server = await openSecrets(store, env) // as a process that goes on meanwhile
              expect(await findLostPeople(db, server, people)).toEqual([])
              const later = somePeople(3, 100)
              for (const rows of stops) {
                const { isDone } = await rotateUpTo(store, env, rows, batchRows)
                expect(isDone).toBe(false)
                expect(await findLostPeople(db, await openSecrets(store, env), people)).toEqual([])
              }
              await sealPeople(db, await openSecrets(store, env), later, 100)
              expect(await rotate(store, env, { batchRows })).toMatchObject({ isDone: true })
              const after = await openSecrets(store, env)
              expect(await findLostPeople(db, after, people)).toEqual([])
              expect(await findLostPeople(db, after, later, 100)).toEqual([])
              expect(await keysIn(db)).toHaveLength(1)
            }),
        ),
        { numRuns: propertyRuns(3) },
      ),
    120_000,
  )

  it('can follow another, and each leaves its key in a file; events tell of it', () =>
    withDatabase(engine, async (db, store) => {
      const env = newHome()
      const people = somePeople(5)
      await sealPeople(db, await openSecrets(store, env), people)
      const events: KeyEvent[] = []
      const record = async (_: Db, event: KeyEvent) => void events.push(event)
      const first = await rotate(store, env, { record })
      const second = await rotate(store, env, { record })
      expect(second).toMatchObject({ from: first.to, isDone: true })
      expect(events.map(({ step, from }) => [step, from])).toEqual([
        ['begun', first.from],
        ['done', first.from],
        ['begun', first.to],
        ['done', first.to],
      ])
      expect(events[1]?.rows).toBe(first.rows)
      const file = keyFile(store.storeId, env)
      expect(findKeyFiles(file).map(({ key }) => key.id)).toEqual(
        expect.arrayContaining([second.to, first.from, first.to]),
      )
      expect(readFileSync(first.oldFile, 'utf8')).not.toEqual(readFileSync(file, 'utf8'))
      rmSync(first.oldFile)
      rmSync(second.oldFile)
      expect(await findLostPeople(db, await openSecrets(store, env), people)).toEqual([])
      expect(await keysIn(db)).toEqual([second.to])
    }))

  it('is refused where the key stands in the environment', () =>
    withDatabase(engine, async (_db, store) => {
      const env = newHome()
      await openSecrets(store, env)
      const key = readFileSync(keyFile(store.storeId, env), 'utf8')
      await expect(rotate(store, { BETANG_KEY: key })).rejects.toMatchObject({
        code: 'key-in-environment',
      })
    }))

  it('says which key it lacks, and begins anew where nothing was sealed by a lost one', () =>
    withDatabase(engine, async (db, store) => {
      const env = newHome()
      const people = somePeople(4)
      await sealPeople(db, await openSecrets(store, env), people)
      const next = nextKeyFile(keyFile(store.storeId, env))
      await rotateUpTo(store, env, 0)
      rmSync(next)
      await expect(openSecrets(store, env)).rejects.toMatchObject({ code: 'key-missing' })
      const { to } = await rotateUpTo(store, env, 3)
      const kept = readFileSync(next)
      rmSync(next)
      const isMissing = { code: 'key-missing', details: { path: next } }
      await expect(openSecrets(store, env)).rejects.toMatchObject(isMissing)
      await expect(rotate(store, env)).rejects.toMatchObject(isMissing)
      writeFileSync(next, kept)
      expect(await rotate(store, env)).toMatchObject({ to, isDone: true })
      expect(await findLostPeople(db, await openSecrets(store, env), people)).toEqual([])

      writeFileSync(keyFile(store.storeId, env), Buffer.alloc(32, 9).toString('base64url'))
      await expect(openSecrets(store, env)).rejects.toMatchObject({ code: 'key-wrong' })
      await expect(rotate(store, env)).rejects.toMatchObject({ code: 'key-wrong' })
    }))

  it('puts files in order that a stop left half moved', () =>
    withDatabase(engine, async (db, store) => {
      const env = newHome()
      const people = somePeople(2)
      await sealPeople(db, await openSecrets(store, env), people)
      const file = keyFile(store.storeId, env)
      // prepared and noted, not yet brought in
      await rotateUpTo(store, env, 0)
      renameSync(nextKeyFile(file), `${file}.prepared`)
      expect(await findLostPeople(db, await openSecrets(store, env), people)).toEqual([])
      expect(existsSync(nextKeyFile(file))).toBe(true)
      // in use by the store, and still beside the key before
      const { from } = await rotate(store, env)
      renameSync(file, nextKeyFile(file))
      renameSync(oldKeyFile(file, from), file)
      expect(await findLostPeople(db, await openSecrets(store, env), people)).toEqual([])
      // between the two moves
      renameSync(file, nextKeyFile(file))
      expect(await findLostPeople(db, await openSecrets(store, env), people)).toEqual([])
      expect(findKeyFiles(file).map((one) => one.path)).toEqual([file, oldKeyFile(file, from)])
      expect((await findKeyState(db)).rotation).toBeUndefined()
    }))

  it('knows every sealed column by its name', () =>
    withDatabase(engine, async (db) => {
      const { rows } = await sql<{ name: string }>`
        select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and data_type = 'bytea'
          and column_name !~ '_(cipher|hmac)$' order by 1`.execute(db)
      expect(rows.map(({ name }) => name)).toEqual([
        'audit_anchor.hash',
        'audit_seal.hash',
        'audit_seal.previous_hash',
        'passkey.public_key',
      ])
      const named = await sql<{ name: string }>`
        select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and column_name ~ '_(cipher|hmac)$' and data_type <> 'bytea'`.execute(
        db,
      )
      expect(named.rows).toEqual([])
    }))
})

describe('a change of the key on a server in use', () => {
  it('loses nothing that others write and finds all that they search', async () => {
    const place = { url: await copyDatabase() }
    const env = newHome()
    const [mine, theirs] = [await openStore(place), await openStore(place)]
    try {
      const people = somePeople(150)
      await sealPeople(mine.db, await openSecrets(mine, env), people)
      const writer = await openSecrets(theirs, env)
      const reader = await openSecrets(theirs, env)
      let isOver = false
      let written = 0
      const lost: string[] = []
      async function write() {
        for (; !isOver; written++) {
          const from = 1000 + 100 * written
          await sealPeople(theirs.db, writer, somePeople(3, from), from)
        }
      }
      async function read() {
        while (!isOver) lost.push(...(await findLostPeople(theirs.db, reader, people)))
      }
      /** An import that began before the change and is stored after everything else. */
      async function importSlowly() {
        const early = await openSecrets(theirs, env)
        await theirs.db.transaction().execute(async (trx) => {
          await sealPeople(trx, early, somePeople(2, 900), 900)
          await new Promise((resolve) => setTimeout(resolve, 4000))
        })
      }
      const others = Promise.all([write(), read(), importSlowly()])
      const result = await rotate(mine, env, { batchRows: 7, takeUpMs: 1500 })
      isOver = true
      await others
      expect(result.isDone).toBe(true)
      expect(lost).toEqual([])
      expect(written).toBeGreaterThan(3)
      const after = await openSecrets(mine, env)
      expect(await findLostPeople(mine.db, after, people)).toEqual([])
      expect(await findLostPeople(mine.db, after, somePeople(2, 900), 900)).toEqual([])
      for (let no = 0; no < written; no++) {
        const from = 1000 + 100 * no
        expect(await findLostPeople(mine.db, reader, somePeople(3, from), from)).toEqual([])
      }
      expect(await keysIn(mine.db)).toEqual([result.to])
    } finally {
      await mine.close()
      await theirs.close()
    }
  }, 120_000)
})

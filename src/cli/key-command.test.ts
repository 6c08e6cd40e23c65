import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { z } from 'zod'
import { restoreStore } from '#platform/backup/restore-store'
import { systemClock } from '#platform/clock'
import { openStore, type Store } from '#platform/open-store'
import { keepStoreKeys, openSecrets } from '#platform/secrets'
import { keyFile, nextKeyFile } from '#platform/store-key/key-files'
import { findKeyState } from '#platform/store-key/key-state'
import { copyStore, type Engine, engines } from '../../test/database.ts'
import { createDatabase } from '../../test/postgres.ts'
import { findLostPeople, sealPeople, somePeople } from '../../test/sealed-people.ts'
import { makeBackup } from './backup/make-backup.ts'
import { getSecretFor } from './backup/passphrase.ts'

const runFile = promisify(execFile)
const launcher = fileURLToPath(new URL('../../bin/betang.mjs', import.meta.url))
const home = mkdtempSync(path.join(tmpdir(), 'betang-key-'))
const people = somePeople(120)
const passphrase = 'enam kata yang acak sekali'
const Failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

/** An office with people, closed; each has keys of its own. */
async function makeOffice(engine: Engine) {
  const keys = mkdtempSync(path.join(home, 'keys-'))
  const place = await copyStore(engine)
  const env = {
    ...process.env,
    BETANG_HOME: keys,
    DATABASE_URL: 'url' in place ? place.url : '',
  }
  const words = 'folder' in place ? ['--data', place.folder] : []
  const office = { place, env, words }
  await inStore(office, async (store) =>
    sealPeople(store.db, await openSecrets(store, env), people),
  )
  return office
}
type Office = Awaited<ReturnType<typeof makeOffice>>

async function inStore<Result>(
  { place }: Office,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(place)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const args = (office: Office, ...command: readonly string[]) => [
  launcher,
  '--lang',
  'en',
  'key',
  ...command,
  ...office.words,
]

async function key(office: Office, ...command: readonly string[]) {
  try {
    const { env } = office
    return { code: 0, ...(await runFile(process.execPath, args(office, ...command), { env })) }
  } catch (error) {
    return Failure.parse(error)
  }
}

/** Begins a change of the key and kills it at a moment. */
async function killWhen(office: Office, isTime: (said: string) => boolean): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, args(office, 'rotate', '--batch', '5'), {
    env: office.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  const look = () => isTime(said) && child.kill('SIGKILL')
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    look()
  })
  const timer = setInterval(look, 5)
  const [, signal] = await once(child, 'exit')
  clearInterval(timer)
  expect(signal, said).toBe('SIGKILL')
}

describe.each(engines)('betang key on %s', { timeout: 300_000 }, (engine) => {
  it('goes on after kill -9 wherever it came, and loses nothing', async () => {
    const office = await makeOffice(engine)
    const { env } = office
    const { storeId } = await inStore(office, async (store) => store)
    const next = nextKeyFile(keyFile(storeId, env))
    const moments: ((said: string) => boolean)[] = [
      () => existsSync(next),
      (said) => said.includes('20%'),
      (said) => said.includes('50%'),
    ]
    for (const isTime of moments) {
      await killWhen(office, isTime)
      await inStore(office, async (store) => {
        expect((await findKeyState(store.db)).rotation).toBeDefined()
        const secrets = await openSecrets(store, env)
        expect(await findLostPeople(store.db, secrets, people)).toEqual([])
      })
    }
    expect(await key(office, 'check')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('not done'),
    })
    const done = await key(office, 'rotate')
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/no value under key/) })
    const checked = await key(office, 'check')
    expect(checked).toMatchObject({ code: 0, stderr: '' })
    expect(checked.stdout).toMatch(/^ +\d[\d,]* {2}[0-9a-f]{8} {2}in use {2}.+\n$/)
    await inStore(office, async (store) => {
      const secrets = await openSecrets(store, env)
      expect(await findLostPeople(store.db, secrets, people)).toEqual([])
      const events = await store.db
        .selectFrom('audit_event')
        .select(['action', 'role'])
        .orderBy('event_id')
        .execute()
      expect(events).toEqual([
        { action: 'key-rotation-begun', role: 'system' },
        { action: 'key-rotation-done', role: 'system' },
      ])
    })
  })
})

describe('betang key and copies of the store', { timeout: 200_000 }, () => {
  it('leaves a folder alone that a server has open', async () => {
    const office = await makeOffice('PGlite')
    await inStore(office, async () => {
      expect(await key(office, 'rotate')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('(store-locked)'),
      })
    })
  })

  it('opens what was copied under any of its keys, and says which is not there', async () => {
    const office = await makeOffice('PostgreSQL')
    const { env } = office
    vi.stubEnv('BETANG_HOME', env.BETANG_HOME)
    const copy = path.join(home, 'before.backup')
    const withWords = path.join(home, 'before-with-words.backup')
    const middle = path.join(home, 'middle.backup')
    const words = path.join(home, 'words')
    writeFileSync(words, passphrase)
    await inStore(office, async (store) => {
      await makeBackup({ store, file: copy, clock: systemClock })
      await makeBackup({ store, file: withWords, passphrase, clock: systemClock })
    })
    await killWhen(office, (said) => said.includes('30%'))
    await inStore(office, (store) =>
      makeBackup({ store, file: middle, passphrase, clock: systemClock }),
    )
    expect(await key(office, 'rotate')).toMatchObject({ code: 0 })

    async function restore(file: string, keys: string): Promise<Office> {
      const place = { url: await createDatabase(inject('postgresHome')) }
      const itsEnv = { ...env, BETANG_HOME: keys, DATABASE_URL: place.url }
      const { head, secret } = await getSecretFor(file, words, itsEnv)
      const { store } = await restoreStore({
        file,
        secret,
        place,
        onStoreKey: (own, next) => keepStoreKeys(head.storeId, own, next, itsEnv),
      })
      const secrets = await openSecrets(store, itsEnv)
      expect(await findLostPeople(store.db, secrets, people)).toEqual([])
      await store.close()
      return { place, env: itsEnv, words: [] }
    }
    // On this machine, whose key is another now, and on one that has none.
    for (const file of [copy, withWords, middle]) await restore(file, env.BETANG_HOME)
    await restore(withWords, mkdtempSync(path.join(home, 'keys-')))
    const elsewhere = await restore(middle, mkdtempSync(path.join(home, 'keys-')))
    // The change goes on where the copy has it, with the key that the copy brought.
    expect(await key(elsewhere, 'rotate')).toMatchObject({ code: 0 })
    await inStore(elsewhere, async (store) => {
      const secrets = await openSecrets(store, elsewhere.env)
      expect(await findLostPeople(store.db, secrets, people)).toEqual([])
    })

    // The key of that time was put away.
    for (const name of readdirSync(env.BETANG_HOME)) {
      if (name.endsWith('.old')) rmSync(path.join(env.BETANG_HOME, name))
    }
    await expect(getSecretFor(copy, undefined, env)).rejects.toMatchObject({
      code: 'backup-key-lacking',
      details: { keyId: expect.stringMatching(/^[0-9a-f]{8}$/) },
    })
  })
})

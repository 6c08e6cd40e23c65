import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { openStore } from '#platform/open-store'
import { isRegisterMade } from '#registry'
import { copyDatabase } from '../database.ts'
import { findFreePort } from '../free-port.ts'
import { addViewer } from '../matrix/viewers.ts'
import { tinyLists } from './tiny-lists.ts'

const launcher = join(import.meta.dirname, '..', '..', 'bin', 'betang.mjs')
const home = mkdtempSync(join(tmpdir(), 'betang-killed-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const killsEach = 2
const imports = process.env.BETANG_FULL_TESTS ? 10 : 1
const seed = 20_260_701
const [residents] = tinyLists()
const list = [...(residents?.head ?? []), ...(residents?.rows ?? []).map(({ line }) => line)]

/** Shares of an import after which its server is killed, in order: the same in each run. */
function killShares(importNo: number): number[] {
  return Array.from({ length: killsEach }, (_, kill) => {
    const mixed = Math.imul(seed + (importNo * killsEach + kill) * 7919, 2_654_435_761) >>> 0
    return (kill + mixed / 2 ** 32) / killsEach
  })
}

async function startServer(url: string, port: number): Promise<ChildProcess> {
  const words = [launcher, '--lang', 'en', 'serve', '--port', String(port)]
  const env = { ...process.env, BETANG_HOME: join(home, 'keys'), DATABASE_URL: url }
  const child = spawn(process.execPath, words, { cwd: home, env })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ctrl C')) resolve()
    })
    child.on('exit', (code) => reject(new Error(`betang serve ended with ${code}: ${said}`)))
  })
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** The queue takes a process for dead after half a minute of silence: here that time has passed. */
async function passSilence(db: Db): Promise<void> {
  await sql`update pgboss.job set state = 'retry', started_on = null, heartbeat_on = null
    where state = 'active'`.execute(db)
}

const File = z.object({
  fileId: z.string(),
  state: z.string(),
  reading: z.object({ state: z.string() }),
  stopReasons: z.array(z.object({ code: z.string() })),
})

interface Office {
  readonly db: Db
  readonly address: string
  readonly cookie: string
}

/** Hands a file over, lets it count and waits for the register: each step again until it is answered. */
async function importList({ db, address, cookie }: Office): Promise<void> {
  const send = async (method: string, path: string, key: string, body?: string, head = {}) => {
    for (let attempt = 0; attempt < 600; attempt++) {
      const headers = { cookie, 'idempotency-key': `${key}-key`, ...head }
      try {
        const answer = await fetch(`${address}/api/v1/intake-files${path}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body }),
        })
        const text = await answer.text()
        if (!answer.ok) throw new Refusal(`${method} ${path}: ${answer.status} ${text}`)
        return File.parse(JSON.parse(text))
      } catch (error) {
        if (error instanceof Refusal) throw error
        await sleep(50)
      }
    }
    throw new Error(`${method} ${path} was not answered`)
  }
  const sent = await send('POST', '', 'receive', list.join('\n'), {
    'content-type': 'application/octet-stream',
    'x-file-name': 'daftar.csv',
  })
  let file = sent
  while (file.reading.state === 'waiting' || file.reading.state === 'running') {
    await sleep(50)
    file = await send('GET', `/${sent.fileId}`, 'look')
  }
  const despite = file.stopReasons.map(({ code }) => code)
  const body = JSON.stringify({ despite })
  const json = { 'content-type': 'application/json' }
  file = await send('POST', `/${sent.fileId}/acceptance`, 'accept', body, json)
  expect(file.state).toBe('accepted')
  while (!(await isRegisterMade(db))) await sleep(50)
}

class Refusal extends Error {}

/** The register as text, without what each store has its own of. */
async function dump(db: Db): Promise<Record<string, string[]>> {
  const names = ['intake_file', 'intake_acceptance', 'intake_row', 'intake_finding', 'list_sheet']
  const made = ['import_row', 'finding', 'family', 'person', 'membership', 'value_origin']
  const told = ['received', 'need', 'question', 'decision', 'allocation_line', 'unserved']
  const all: Record<string, string[]> = {}
  for (const name of [...names, ...made, ...told, 'family_line']) {
    const { rows } = await sql<{ line: Record<string, unknown> }>`
      select to_jsonb(t) as line from ${sql.table(name)} t`.execute(db)
    all[name] = rows
      .map(({ line }) =>
        JSON.stringify(
          Object.entries(line)
            .filter(([field]) => !ofItsOwn.test(field))
            .toSorted(),
        ),
      )
      .toSorted()
  }
  return all
}
const ofItsOwn = /_cipher$|_hmac$|_at$|^(file_id|finding_no|content|acceptance_id)$/

/** The register after an import through a server that is killed after each wait, and served again. */
async function importThrough(waitsMs: readonly number[]) {
  const url = await copyDatabase()
  const store = await openStore({ url })
  const port = await findFreePort()
  let server: ChildProcess | undefined
  try {
    await store.db
      .insertInto('organisation')
      .values({ organisation_id: 'tkpk', name: 'TKPK', kind: 'agency', sectors: [] })
      .execute()
    const { cookie } = await addViewer(store, { who: 'secretary', role: 'secretariat' })
    server = await startServer(url, port)
    const beganMs = performance.now()
    const done = importList({ db: store.db, address: `http://127.0.0.1:${port}`, cookie })
    done.catch(() => {}) // awaited below
    for (const waitMs of waitsMs) {
      await sleep(waitMs)
      await end(server, 'SIGKILL')
      await passSilence(store.db)
      server = await startServer(url, port)
    }
    await done
    return { tookMs: performance.now() - beganMs, register: await dump(store.db) }
  } finally {
    if (server) await end(server, 'SIGTERM')
    await store.close()
  }
}

it(
  `an import whose server is killed ${imports * killsEach} times ends as one that nobody disturbed`,
  async () => {
    const calm = await importThrough([])
    expect(calm.register.person?.length).toBeGreaterThan(10)
    for (let importNo = 0; importNo < imports; importNo++) {
      const shares = killShares(importNo)
      const waitsMs = shares.map((share, kill) => (share - (shares[kill - 1] ?? 0)) * calm.tookMs)
      const disturbed = await importThrough(waitsMs)
      expect(disturbed.register, `killed at ${shares}`).toEqual(calm.register)
    }
  },
  (imports + 1) * 60_000,
)

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { createDatabase } from '../postgres.ts'
import { tinyLists, writeLists } from './tiny-lists.ts'

const launcher = join(import.meta.dirname, '..', '..', 'bin', 'betang.mjs')
const home = mkdtempSync(join(tmpdir(), 'betang-serve-'))
const lists = join(home, 'lists')
const data = join(home, 'data')
const port = 20_000 + (process.pid % 10_000)
const address = `http://127.0.0.1:${port}`
const Counts = z.object({ persons: z.number(), families: z.number() })
const LatestJob = z.object({ job: z.object({ state: z.string() }).nullable() })

let server: ChildProcess | undefined

function betang(args: readonly string[], databaseUrl: string): ChildProcess {
  const env = { ...process.env, BETANG_HOME: join(home, 'keys'), DATABASE_URL: databaseUrl }
  return spawn(process.execPath, [launcher, '--lang', 'en', ...args], { cwd: home, env })
}

/** Starts a server and returns what it said once it answers. */
async function serve(databaseUrl = ''): Promise<string> {
  const child = betang(['serve', '--data', data, '--port', String(port)], databaseUrl)
  server = child
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ctrl C')) resolve()
    })
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  await ready
  return said
}

async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill(signal)
  await gone
}

async function signIn(password: string): Promise<{ cookie: string }> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'sekretariat', password }),
  })
  expect(answer.status).toBe(201)
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

async function changePassword(
  headers: { cookie: string },
  present: string,
  next: string,
): Promise<{ cookie: string }> {
  const answer = await fetch(`${address}/api/v1/password`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ present, next }),
  })
  expect(answer.status).toBe(204)
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

afterAll(() => rmSync(home, { recursive: true, force: true }))

const ownPassword = 'sepeda biru tua'
const passwordIn = (said: string) => /Password: (\S+)/.exec(said)?.[1]

describe('a data folder that is served', () => {
  let password = ''

  beforeAll(async () => {
    writeLists(lists, tinyLists())
    const words = [launcher, 'run', lists, '--out', join(home, 'out'), '--data', data]
    const env = { ...process.env, BETANG_HOME: join(home, 'keys'), DATABASE_URL: '' }
    await promisify(execFile)(process.execPath, words, { cwd: home, env })
  })
  afterEach(() => stop())

  it('shows the first password once, and the lists that were run', async () => {
    const said = await serve()
    password = passwordIn(said) ?? ''
    expect(said).toContain(address)
    expect(said).toContain(data)
    expect(said).toContain('for one office')
    const first = await signIn(password)
    const shut = await fetch(`${address}/api/v1/dashboard`, { headers: first })
    expect(shut.status).toBe(403)
    const headers = await changePassword(first, password, ownPassword)
    password = ownPassword
    const dashboard = await (await fetch(`${address}/api/v1/dashboard`, { headers })).json()
    expect(Counts.parse(dashboard)).toMatchObject({ families: 12 })
    const page = await fetch(`${address}/masuk`)
    expect(await page.text()).toContain('<script type="module"')

    await stop()
    const again = await serve()
    expect(passwordIn(again)).toBeUndefined()
    const later = await fetch(`${address}/api/v1/dashboard`, { headers: await signIn(password) })
    expect(await later.json()).toEqual(dashboard)
  })

  it('is open again after the server was killed', async () => {
    await serve()
    await stop('SIGKILL')
    expect(existsSync(join(data, 'betang.lock'))).toBe(true)
    await serve()
    await signIn(password)
    await stop()
    expect(existsSync(join(data, 'betang.lock'))).toBe(false)
  })

  it('refuses a second server, and says which process holds it', async () => {
    await serve()
    const second = betang(['serve', '--data', data, '--port', String(port + 1)], '')
    let said = ''
    second.stderr?.on('data', (chunk) => {
      said += chunk
    })
    const [code] = await once(second, 'exit')
    expect(code).toBe(1)
    expect(said).toContain(`process ${server?.pid}`)
    expect(said).toContain('(store-locked)')
  })

  it('reads its lists again from the web, and shows what changed', async () => {
    await serve()
    const headers = await signIn(password)
    const lists0 = tinyLists()
    writeLists(lists, [
      ...lists0,
      {
        file: 'tambahan.csv',
        head: ['NIK;No KK;Nama;JK;Tgl Lahir;Hubungan;Kelurahan'],
        rows: [
          {
            key: 'tambahan',
            line: '6271014105880009;6271010101299999;Hartati Tundan;P;01/05/1988;Kepala Keluarga;Menteng',
          },
        ],
      },
    ])
    const asked = await fetch(`${address}/api/v1/lists-job`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': 'journey-1' },
    })
    expect(asked.status).toBe(202)
    await waitUntil(async () => {
      const answer = await fetch(`${address}/api/v1/lists-job`, { headers })
      return LatestJob.parse(await answer.json()).job?.state === 'done'
    })
    const dashboard = await (await fetch(`${address}/api/v1/dashboard`, { headers })).json()
    expect(Counts.parse(dashboard).families).toBe(13)
  })

  it('logs neither names nor numbers of persons', () => {
    const log = readFileSync(join(data, 'logs', 'betang.log'), 'utf8')
    expect(log).toContain('"route":"/api/v1/dashboard"')
    expect(log).not.toMatch(/\d{16}|Hartati|Siti|sekretariat/)
  })
})

describe('a PostgreSQL server that is served', () => {
  afterEach(() => stop())

  it('needs nothing but its address', async () => {
    const url = await createDatabase(inject('postgresHome'))
    const said = await serve(url)
    expect(said).not.toContain('for one office')
    const firstPassword = passwordIn(said) ?? ''
    const first = await signIn(firstPassword)
    const headers = await changePassword(first, firstPassword, ownPassword)
    const answer = await fetch(`${address}/api/v1/dashboard`, { headers })
    expect(await answer.json()).toMatchObject({ code: 'nothing-read-yet' })
  })
})

async function waitUntil(isDone: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await isDone()) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('it did not come to an end')
}

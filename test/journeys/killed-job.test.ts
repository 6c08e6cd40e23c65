import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openJobs } from '#platform/jobs'
import { silentLog } from '#platform/log'
import { openStore } from '#platform/open-store'

const home = mkdtempSync(join(tmpdir(), 'betang-killed-job-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('a job whose process was killed is taken up as soon as its store is open again', async () => {
  const folder = join(home, 'data')
  const script = join(import.meta.dirname, '..', 'processes', 'killed-job.ts')
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const said = await Promise.race([once(child.stdout, 'data'), gone])
  expect(String(said[0])).toBe('begun')
  child.kill('SIGKILL')
  await gone

  const store = await openStore({ folder })
  const jobs = await openJobs(store, silentLog, ['endless'])
  try {
    const openedMs = performance.now()
    const begun = new Promise<number>((resolve) => {
      void jobs.work('endless', async () => resolve(performance.now()))
    })
    // Half a minute of silence would be what tells a dead process on a server.
    expect((await begun) - openedMs).toBeLessThan(15_000)
    await expect.poll(async () => (await jobs.findLatest('endless'))?.state).toBe('done')
  } finally {
    await jobs.close()
    await store.close()
  }
}, 120_000)

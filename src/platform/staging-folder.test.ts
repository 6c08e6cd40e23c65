import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeStaging, moveOut, openStaging } from './staging-folder.ts'

let out = ''
beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), 'betang-out-'))
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

const module = fileURLToPath(new URL('staging-folder.ts', import.meta.url))

/** Another process that has begun to write into `out` and waits. */
async function beginElsewhere() {
  const script = `
    const { openStaging } = await import(${JSON.stringify(module)})
    const { writeFileSync } = await import('node:fs')
    const folder = await openStaging(process.argv[1])
    writeFileSync(folder + '/links.csv', 'half')
    console.log(folder)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, out])
  const [said] = await once(child.stdout, 'data')
  return { child, folder: String(said).trim() }
}

async function kill(child: Awaited<ReturnType<typeof beginElsewhere>>['child']) {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('openStaging', () => {
  it('removes what a killed run left, and nothing of a run that goes on', async () => {
    const dead = await beginElsewhere()
    await kill(dead.child)
    expect(readdirSync(out)).toEqual([path.basename(dead.folder)])

    const alive = await beginElsewhere()
    const staging = await openStaging(out)
    expect(readdirSync(out).sort()).toEqual(
      [alive.folder, staging].map((folder) => path.basename(folder)).sort(),
    )
    await kill(alive.child)
  }, 30_000)

  it('leaves folders that bear no mark of ours', async () => {
    for (const name of ['.betang-notours', '.betang-abc123', '.betang-def456']) {
      mkdirSync(path.join(out, name))
    }
    writeFileSync(path.join(out, '.betang-abc123', 'of-somebody'), '')
    const longAgo = new Date('2020-01-01')
    for (const name of ['.betang-notours', '.betang-abc123']) {
      utimesSync(path.join(out, name), longAgo, longAgo)
    }
    await closeStaging(await openStaging(out))
    expect(readdirSync(out).sort()).toEqual(['.betang-abc123', '.betang-def456', '.betang-notours'])
  })

  it('removes an empty one that nobody has touched for a day', async () => {
    mkdirSync(path.join(out, '.betang-abc123'))
    const longAgo = new Date('2020-01-01')
    utimesSync(path.join(out, '.betang-abc123'), longAgo, longAgo)
    await closeStaging(await openStaging(out))
    expect(readdirSync(out)).toEqual([])
  })

  it('moves the files out without its mark', async () => {
    const staging = await openStaging(out)
    writeFileSync(path.join(staging, 'links.csv'), 'whole')
    await moveOut(staging, out)
    await closeStaging(staging)
    expect(readdirSync(out)).toEqual(['links.csv'])
  })
})

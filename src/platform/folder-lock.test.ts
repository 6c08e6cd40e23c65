import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findLockHolder, lockFolder } from './folder-lock.ts'

const emptyFolder = () => mkdtempSync(path.join(tmpdir(), 'betang-lock-'))
const lockOf = (folder: string) => path.join(folder, 'betang.lock')

function writeLock(folder: string, holder: object): void {
  writeFileSync(lockOf(folder), JSON.stringify({ startedAt: '', ...holder }))
}

/** A pid that existed and is gone. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('the lock of a folder', () => {
  it('is held by one, and free again afterwards', async () => {
    const folder = emptyFolder()
    const lock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'store-locked',
      details: { folder, pid: process.pid },
    })
    expect(await findLockHolder(folder)).toEqual({ pid: process.pid })
    lock.release()
    lock.release()
    expect(existsSync(lockOf(folder))).toBe(false)
    ;(await lockFolder(folder)).release()
  })

  it('is taken over from a process that is gone', async () => {
    const folder = emptyFolder()
    writeLock(folder, { pid: await deadPid(), host: hostname() })
    expect(await findLockHolder(folder)).toBeUndefined()
    const lock = await lockFolder(folder)
    expect(JSON.parse(readFileSync(lockOf(folder), 'utf8')).pid).toBe(process.pid)
    lock.release()
  })

  it.runIf(process.platform === 'linux')(
    'is taken over when the pid now belongs to another process',
    async () => {
      const folder = emptyFolder()
      writeLock(folder, { pid: process.ppid, host: hostname(), startedAt: '1' })
      ;(await lockFolder(folder)).release()
    },
  )

  it('is taken over when the file is cut short', async () => {
    const folder = emptyFolder()
    writeFileSync(lockOf(folder), '{"pid":')
    ;(await lockFolder(folder)).release()
  })

  it('goes by the heartbeat where another computer holds it', async () => {
    const folder = emptyFolder()
    writeLock(folder, { pid: 1, host: 'another-computer' })
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'store-locked' })
    const longAgo = new Date(Date.now() - 10 * 60_000)
    utimesSync(lockOf(folder), longAgo, longAgo)
    ;(await lockFolder(folder)).release()
  })
})

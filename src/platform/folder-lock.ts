import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { AppError } from './errors.ts'

/** What a lock file says about the process that wrote it. */
const LockHolder = z.object({
  pid: z.number(),
  host: z.string(),
  /** Tells a process from a later one with the same pid; empty where the system does not say. */
  startedAt: z.string(),
})
type LockHolder = z.infer<typeof LockHolder>

/** A held lock; `release` may be called more than once. */
export interface FolderLock {
  readonly release: () => void
}

const lockName = 'betang.lock'
const heartbeatMs = 20_000
/** Three missed heartbeats: a process on another computer is taken for dead. */
const silenceMs = 70_000
const heldHere = new Set<string>()

/**
 * Takes the folder for this process by a lock file beside the store, or throws `store-locked`.
 *
 * PGlite does not lock its folder, and two writers destroy it. A lock whose process is gone (killed,
 * power cut) is taken over. On this computer the process list decides; for a folder shared between
 * computers the age of the heartbeat does.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = path.join(path.resolve(folder), lockName)
  mkdirSync(folder, { recursive: true })
  for (let attempt = 0; attempt < 3; attempt++) {
    if (tryCreate(file)) return hold(file)
    const holder = readHolder(file)
    if (holder && (await isAlive(file, holder))) {
      throw new AppError('store-locked', { folder, pid: holder.pid, file })
    }
    await removeStale(file, holder)
  }
  throw new AppError('store-locked', { folder, pid: readHolder(file)?.pid ?? 0, file })
}

/** The process that holds the folder, when there is one and it lives. */
export async function findLockHolder(folder: string): Promise<{ pid: number } | undefined> {
  const file = path.join(path.resolve(folder), lockName)
  const holder = readHolder(file)
  return holder && (await isAlive(file, holder)) ? { pid: holder.pid } : undefined
}

function tryCreate(file: string): boolean {
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    startedAt: processStart(process.pid),
  }
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function hold(file: string): FolderLock {
  heldHere.add(file)
  const heartbeat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // The disk is gone or read-only: the store itself will say so.
    }
  }, heartbeatMs)
  heartbeat.unref()
  const release = () => {
    if (!heldHere.delete(file)) return
    clearInterval(heartbeat)
    process.off('exit', release)
    rmSync(file, { force: true })
  }
  process.on('exit', release)
  return { release }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    return LockHolder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined // gone meanwhile, or cut short by a power cut
  }
}

async function isAlive(file: string, holder: LockHolder): Promise<boolean> {
  if (holder.host !== hostname()) {
    const { mtimeMs } = await stat(file)
    return Date.now() - mtimeMs < silenceMs
  }
  if (holder.pid === process.pid) return heldHere.has(file)
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return holder.startedAt === processStart(holder.pid)
}

/** Moves the stale file away first, so that of two processes only one removes it. */
async function removeStale(file: string, holder: LockHolder | undefined): Promise<void> {
  const aside = `${file}.${process.pid}`
  try {
    await rename(file, aside)
  } catch {
    return // another process was faster
  }
  const moved = readHolder(aside)
  if (moved?.pid !== holder?.pid || moved?.startedAt !== holder?.startedAt) {
    await rename(aside, file) // a live lock that came between: put it back
    return
  }
  rmSync(aside, { force: true })
}

/** Start time of a process in clock ticks since boot, from Linux's /proc; empty elsewhere. */
function processStart(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command in brackets may hold spaces; the start time is field 22, the 20th after it.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from './errors.ts'
import { makeFolder } from './make-folder.ts'
import { isRunning, markOfThisProcess, ProcessMark } from './process-mark.ts'

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
  makeFolder(folder)
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
  try {
    writeFileSync(file, JSON.stringify(markOfThisProcess()), { flag: 'wx' })
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

function readHolder(file: string): ProcessMark | undefined {
  try {
    return ProcessMark.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined // gone meanwhile, or cut short by a power cut
  }
}

async function isAlive(file: string, holder: ProcessMark): Promise<boolean> {
  const running = isRunning(holder)
  if (running === null) {
    const { mtimeMs } = await stat(file)
    return Date.now() - mtimeMs < silenceMs
  }
  return running && (holder.pid !== process.pid || heldHere.has(file))
}

/** Moves the stale file away first, so that of two processes only one removes it. */
async function removeStale(file: string, holder: ProcessMark | undefined): Promise<void> {
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

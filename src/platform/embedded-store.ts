import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import { z } from 'zod'
import { AppError } from './errors.ts'
import { lockFolder } from './folder-lock.ts'
import { makeFolder } from './make-folder.ts'
import { readMigrations } from './migrations.ts'
import { type PgliteEngine, startPglite } from './pglite-wire.ts'

/** `store.json`: which version wrote the folder, readable without starting the database. */
const StoreCard = z.object({ migration: z.string() })

/** The database of one folder, locked and migrated; nothing is connected yet. */
export interface EmbeddedStore {
  readonly folder: string
  readonly openWire: () => Duplex
  readonly close: () => Promise<void>
}

/**
 * Locks `folder`, makes or opens the database in it, and lets `migrateOver` bring it up to date.
 *
 * A new database is made beside its place and moved there when whole, so that a start that was cut
 * short leaves nothing half-made. An older one is copied before it is changed.
 */
export async function openEmbedded(
  folder: string,
  migrateOver: (openWire: () => Duplex) => Promise<void>,
): Promise<EmbeddedStore> {
  const root = path.resolve(folder)
  makeWritable(root)
  const lock = await lockFolder(root)
  try {
    const newest = readMigrations().at(-1)?.name ?? ''
    const place = path.join(root, 'postgres')
    if (!existsSync(place)) await makeDatabase(root, newest, migrateOver)

    const written = readCard(root)
    if (written > newest) throw new AppError('store-newer', { migration: written })
    if (written < newest) copyAside(root, written)

    const engine = await start(place)
    if (written < newest) {
      await closeOnFault(engine, () => migrateOver(engine.openWire))
      writeCard(root, newest)
    }
    return {
      folder: root,
      openWire: engine.openWire,
      close: async () => {
        await engine.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function makeDatabase(
  root: string,
  newest: string,
  migrateOver: (openWire: () => Duplex) => Promise<void>,
): Promise<void> {
  const unfinished = path.join(root, 'postgres.unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  const engine = await start(unfinished)
  await closeOnFault(engine, () => migrateOver(engine.openWire))
  await engine.close()
  writeCard(root, newest)
  renameSync(unfinished, path.join(root, 'postgres'))
}

/** An engine left open would keep the process from ending. */
async function closeOnFault(engine: PgliteEngine, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await engine.close()
    throw error
  }
}

async function start(place: string): Promise<PgliteEngine> {
  try {
    return await startPglite(place)
  } catch (cause) {
    throw new AppError('store-unreadable', { folder: place }, { cause })
  }
}

function makeWritable(root: string): void {
  try {
    makeFolder(root, 0o700)
    accessSync(root, constants.W_OK)
    // Root passes accessSync on a read-only disk; only writing tells.
    const probe = path.join(root, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    throw new AppError('folder-not-writable', { path: root }, { cause })
  }
}

function readCard(root: string): string {
  try {
    return StoreCard.parse(JSON.parse(readFileSync(path.join(root, 'store.json'), 'utf8')))
      .migration
  } catch {
    return '' // lost: copied and migrated again, which changes nothing when it was current
  }
}

function writeCard(root: string, migration: string): void {
  writeFileSync(path.join(root, 'store.json'), `${JSON.stringify({ migration })}\n`)
}

/** Copies the closed database before its tables change. */
function copyAside(root: string, written: string): void {
  const copies = path.join(root, 'backups')
  mkdirSync(copies, { recursive: true })
  const target = path.join(copies, `${stamp()}-before-${written || 'unknown'}`)
  cpSync(path.join(root, 'postgres'), target, { recursive: true })
}

function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(':', '-')
}

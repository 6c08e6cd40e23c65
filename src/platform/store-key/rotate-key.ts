import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { type Db, inTransaction } from '../db.ts'
import { AppError } from '../errors.ts'
import type { Store } from '../open-store.ts'
import type { Random } from '../random.ts'
import { getKeysInUse, openKeyRing, settleKeys } from '../secrets.ts'
import { findKeys, isKeyInEnvironment, keyFile, oldKeyFile, prepareKey } from './key-files.ts'
import type { KeyRing } from './key-ring.ts'
import {
  endRotation,
  findKeyState,
  lockKeys,
  type Rotation,
  saveKeyInUse,
  saveRotation,
} from './key-state.ts'
import { type RowKey, resealRows } from './reseal-rows.ts'
import { countBehind, countByKey, findSealedTables, type SealedTable } from './sealed-tables.ts'
import { isMarkOf, keyBytes, markOf, type StoreKey, toStoreKey } from './store-key.ts'

/** What happened to the key, for the trail. */
export interface KeyEvent {
  readonly step: 'begun' | 'done'
  readonly from: string
  readonly to: string
  readonly rows: number
}

export interface RotationOrder {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly env?: NodeJS.ProcessEnv
  /** Rows of one transaction. */
  readonly batchRows?: number
  /** On a server, from when the key has come until the first value is sealed again. */
  readonly takeUpMs?: number
  /** Writes what happened with the transaction in which it did. */
  readonly record: (trx: Db, event: KeyEvent) => Promise<void>
  /** Rows sealed again in this run, and those that were behind when it began. */
  readonly onRows?: ((done: number, total: number) => void) | undefined
  /** Ends the work after the batch that runs; another run goes on from there. */
  readonly signal?: AbortSignal
}

export interface RotationResult {
  readonly from: string
  readonly to: string
  /** Rows sealed again in this run. */
  readonly rows: number
  /** False when it was stopped. */
  readonly isDone: boolean
  /** Where the key lies that is no longer in use. */
  readonly oldFile: string
}

const usualBatchRows = 500
/** Servers look for a key that has come twice a second; what they sealed before is stored by then. */
const usualTakeUpMs = 2000
/** Values held by the transactions of others, or an import that writes: looked at again after this. */
const retryMs = 1000

/**
 * Makes another key for a store, seals every value again under it and hashes every HMAC on, while
 * others read and write; or goes on where a run before was ended, however it was. The key before is
 * in use until no value under it is left, and kept in a file then.
 *
 * @throws AppError `key-in-environment`, `folder-not-writable`, and what `openSecrets` throws.
 */
export async function rotateKey(order: RotationOrder): Promise<RotationResult> {
  const { store, env = process.env, takeUpMs = usualTakeUpMs, signal } = order
  if (isKeyInEnvironment(env)) throw new AppError('key-in-environment', {})
  const tables = await findSealedTables(store.db)
  await beginRotation(order, tables)
  const { rotation } = await settleKeys(store, env)
  if (!rotation) throw new Error('a change of the key has begun and is not noted')
  const ring = await openKeyRing(store, env)
  if (store.kind === 'server') await sleep(takeUpMs)

  const file = oldKeyFile(keyFile(store.storeId, env), rotation.from)
  const told = { from: rotation.from, to: rotation.to, oldFile: file }
  let rows = await walkAll(order, { tables, ring })
  while (!signal?.aborted) {
    if (await finish(order, { tables, ring, rotation, rows })) {
      await settleKeys(store, env)
      await tidy(store, tables)
      return { ...told, rows, isDone: true }
    }
    await sleep(retryMs)
    rows += await walkAll(order, { tables, ring })
  }
  return { ...told, rows, isDone: false }
}

/** Notes a change of the key and puts the next one beside the one in use; a change that runs goes on. */
async function beginRotation(order: RotationOrder, tables: readonly SealedTable[]): Promise<void> {
  const { store, clock, random, record, env = process.env } = order
  await openKeyRing(store, env).catch(async (error: unknown) => {
    if (await dropUnused(store, tables, env)) return
    throw error
  })
  await inTransaction(store.db, async (trx) => {
    await lockKeys(trx)
    const state = await findKeyState(trx)
    if (state.rotation) return
    const { key } = getKeysInUse(store.storeId, state, env)
    const next = makeNext(key, random)
    prepareKey(keyFile(store.storeId, env), next)
    const rotation: Rotation = {
      from: key.id,
      to: next.id,
      mark: markOf(next).toString('base64url'),
      startedAt: clock().toISOString(),
    }
    await saveRotation(trx, rotation)
    const rows = await countBehind(trx, tables, next.id)
    await record(trx, { step: 'begun', from: key.id, to: next.id, rows })
  })
}

function makeNext(key: StoreKey, random: Random): StoreKey {
  const next = toStoreKey(random(keyBytes), key.id)
  return next.id === key.id ? makeNext(key, random) : next
}

/** A next key that was lost before anything was sealed by it is no loss: true when it was such a one. */
async function dropUnused(
  store: Store,
  tables: readonly SealedTable[],
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return inTransaction(store.db, async (trx) => {
    await lockKeys(trx)
    const { rotation, check } = await findKeyState(trx)
    if (!rotation || !check) return false
    const keys = findKeys(store.storeId, env)
    const mark = Buffer.from(rotation.mark, 'base64url')
    const isLost = !keys.some((key) => isMarkOf(mark, key))
    const hasOwn = keys.some((key) => isMarkOf(check, key))
    if (!isLost || !hasOwn || (await countByKey(trx, tables)).has(rotation.to)) return false
    await endRotation(trx)
    return true
  })
}

interface Walk {
  readonly tables: readonly SealedTable[]
  readonly ring: KeyRing
}

/** One walk through all tables; returns the rows that were sealed again. */
async function walkAll(order: RotationOrder, { tables, ring }: Walk): Promise<number> {
  const { store, batchRows = usualBatchRows, onRows, signal } = order
  const total = await countBehind(store.db, tables, ring.newestId())
  let done = 0
  for (const table of tables) {
    let after: RowKey | undefined
    do {
      if (signal?.aborted) return done
      const batch = await resealRows(store.db, table, ring, { after, rows: batchRows })
      done += batch.rows
      after = batch.last
      if (batch.rows > 0) onRows?.(done, total)
    } while (after)
  }
  return done
}

/**
 * Notes the next key as the one in use where no value under another is left; false where one is, or
 * where others write just now. Whoever writes waits while it is looked at.
 */
async function finish(
  { store, record, env = process.env }: RotationOrder,
  { tables, ring, rotation, rows }: Walk & { readonly rotation: Rotation; readonly rows: number },
): Promise<boolean> {
  try {
    return await inTransaction(store.db, async (trx) => {
      await lockKeys(trx)
      const state = await findKeyState(trx)
      if (state.rotation?.to !== rotation.to) return true // another run has finished it
      // Given up before the server looks for deadlocks, so that it is never others who lose theirs.
      await sql`set local lock_timeout = '500ms'`.execute(trx)
      const names = sql.join(tables.map(({ name }) => sql.table(name)))
      await sql`lock table ${names} in share mode`.execute(trx)
      await sql`set local lock_timeout = 0`.execute(trx)
      if ((await countBehind(trx, tables, rotation.to)) > 0) return false
      const { next } = getKeysInUse(store.storeId, state, env)
      if (!next) return false
      await saveKeyInUse(trx, next, ring.sealChain())
      await record(trx, { step: 'done', from: rotation.from, to: rotation.to, rows })
      return true
    })
  } catch (error) {
    if (isLockTimeout(error)) return false
    throw error
  }
}

/** What was sealed by the key before stands in holes of the tables until they are filled anew. */
async function tidy({ db, kind }: Store, tables: readonly SealedTable[]): Promise<void> {
  if (db.isTransaction) return // a test that will be rolled back
  for (const { name } of tables) await sql`vacuum analyze ${sql.table(name)}`.execute(db)
  if (kind === 'embedded') await sql`checkpoint`.execute(db)
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03'
}

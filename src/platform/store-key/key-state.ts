import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../db.ts'
import { markOf, type StoreKey } from './store-key.ts'

/** A change of the key that has begun. */
export const Rotation = z.strictObject({
  /** Ids of the key in use and of the one that comes into use. */
  from: z.string(),
  to: z.string(),
  /** Mark of the latter. */
  mark: z.string(),
  startedAt: z.iso.datetime(),
})
export type Rotation = z.infer<typeof Rotation>

/** What a store says of its keys, without any of them. */
export interface KeyState {
  /** Mark of the key in use; absent in a store that nobody opened yet. */
  readonly check?: Uint8Array | undefined
  /** HMAC keys of those before it, sealed by it. */
  readonly chain?: Uint8Array | undefined
  readonly rotation?: Rotation | undefined
}

const lines = { check: 'key-check', chain: 'key-chain', rotation: 'key-rotation' } as const

export async function findKeyState(db: Db): Promise<KeyState> {
  const rows = await db
    .selectFrom('run_state')
    .select(['key', 'value'])
    .where('key', 'in', Object.values(lines))
    .execute()
  const found = new Map(rows.map(({ key, value }) => [key, value]))
  const bytesOf = (key: string) => {
    const value = found.get(key)
    return value === undefined ? undefined : Buffer.from(String(value), 'base64url')
  }
  const rotation = found.get(lines.rotation)
  return {
    check: bytesOf(lines.check),
    chain: bytesOf(lines.chain),
    rotation: rotation === undefined ? undefined : Rotation.parse(rotation),
  }
}

/** Notes the key with which a store is written from its first day. */
export async function saveFirstKey(db: Db, key: StoreKey): Promise<void> {
  const value = JSON.stringify(markOf(key).toString('base64url'))
  await db.insertInto('run_state').values({ key: lines.check, value }).execute()
}

/** Notes the key that has come into use; nothing comes into use any more. */
export async function saveKeyInUse(db: Db, key: StoreKey, chain: Uint8Array): Promise<void> {
  await save(db, lines.check, markOf(key).toString('base64url'))
  await save(db, lines.chain, Buffer.from(chain).toString('base64url'))
  await endRotation(db)
}

export async function saveRotation(db: Db, rotation: Rotation): Promise<void> {
  await save(db, lines.rotation, rotation)
}

export async function endRotation(db: Db): Promise<void> {
  await db.deleteFrom('run_state').where('key', '=', lines.rotation).execute()
}

/** Any constant: one process at a time moves files of keys or begins a change. */
const advisoryLockKey = 62_73

/** Holds whoever else changes keys of this store back until the transaction ends. */
export async function lockKeys(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${advisoryLockKey})`.execute(trx)
}

async function save(db: Db, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('run_state')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}

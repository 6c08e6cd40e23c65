import { existsSync } from 'node:fs'
import { inTransaction } from './db.ts'
import { AppError } from './errors.ts'
import type { Store } from './open-store.ts'
import { type Random, systemRandom } from './random.ts'
import {
  findKeyFiles,
  findKeys,
  isKeyInEnvironment,
  keyFile,
  nextKeyFile,
  oldKeyFile,
  settleKeyFiles,
  watchKeyFiles,
  writeKey,
} from './store-key/key-files.ts'
import { type KeyRing, makeKeyRing, type Secrets } from './store-key/key-ring.ts'
import { findKeyState, type KeyState, lockKeys, saveFirstKey } from './store-key/key-state.ts'
import { isMarkOf, keyBytes, type StoreKey, toStoreKey } from './store-key/store-key.ts'

export { keyFilePath } from './store-key/key-files.ts'
export type { Secrets } from './store-key/key-ring.ts'

/** Secrets over one key of 32 bytes, the first of its store. */
export function makeSecrets(master: Uint8Array, random: Random = systemRandom): Secrets {
  return makeKeyRing({ key: toStoreKey(master), random })
}

/**
 * The secrets of a store: the key from `BETANG_KEY` (32 bytes in base64url), from the file that
 * `BETANG_KEY_FILE` names, or from its own file, which is made at the first start, readable by its
 * owner only. While the key changes, both are held.
 *
 * @throws AppError `key-missing` when the store was written with a key that is gone, `key-wrong`
 * when this is another one, `key-invalid` when it is no key, `folder-not-writable`, and what
 * `findSecret` throws.
 */
export async function openSecrets(
  store: Store,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Secrets> {
  return openKeyRing(store, env)
}

/** The keys of a store, for what changes them; throws as `openSecrets`. */
export async function openKeyRing(
  store: Store,
  env: NodeJS.ProcessEnv = process.env,
): Promise<KeyRing> {
  const file = keyFile(store.storeId, env)
  const state = await settleKeys(store, env)
  const { key, next } = state.check
    ? getKeysInUse(store.storeId, state, env)
    : { key: await takeFirstKey(store, env), next: undefined }
  // Nobody changes the key of an embedded store while another process has it open.
  const isWatched = store.kind === 'server' && !isKeyInEnvironment(env)
  const ring = makeKeyRing({
    key,
    chain: state.chain,
    look: isWatched ? watchKeyFiles(file, key.id) : undefined,
  })
  if (next) ring.add(next)
  return ring
}

/** What the store says of its keys, once the files say the same. */
export async function settleKeys(store: Store, env: NodeJS.ProcessEnv): Promise<KeyState> {
  return inTransaction(store.db, async (trx) => {
    await lockKeys(trx)
    const state = await findKeyState(trx)
    if (state.check && !isKeyInEnvironment(env)) {
      settleKeyFiles(keyFile(store.storeId, env), {
        check: state.check,
        nextMark: markOfNext(state),
      })
    }
    return state
  })
}

function markOfNext({ rotation }: KeyState): Buffer | undefined {
  return rotation && Buffer.from(rotation.mark, 'base64url')
}

export interface KeysInUse {
  readonly key: StoreKey
  /** While the key changes: the one that comes into use. */
  readonly next?: StoreKey | undefined
}

/** @throws AppError `key-missing`, `key-wrong`, and what `findKeys` throws. */
export function getKeysInUse(
  storeId: string,
  state: KeyState,
  env: NodeJS.ProcessEnv = process.env,
): KeysInUse {
  const file = keyFile(storeId, env)
  const { check } = state
  const nextMark = markOfNext(state)
  const keys = findKeys(storeId, env)
  const key = keys.find((one) => check && isMarkOf(check, one))
  const path = isKeyInEnvironment(env) ? 'BETANG_KEY' : file
  if (!key) throw new AppError(keys.length === 0 ? 'key-missing' : 'key-wrong', { path })
  const next = nextMark && keys.find((one) => isMarkOf(nextMark, one))
  if (nextMark && !next) throw new AppError('key-missing', { path: nextKeyFile(file) })
  return { key, next }
}

async function takeFirstKey(store: Store, env: NodeJS.ProcessEnv): Promise<StoreKey> {
  const file = keyFile(store.storeId, env)
  const [known] = findKeys(store.storeId, env)
  const key = known ?? createKey(file)
  await saveFirstKey(store.db, key)
  return key
}

/**
 * Puts the keys of a restored store where the store will look for them: in its own file, or, where
 * another of its keys lies there, beside it as one of an earlier time.
 *
 * @param next the key that was coming into use when the backup was made.
 * @throws AppError `key-wrong` when the environment holds another key.
 */
export function keepStoreKeys(
  storeId: string,
  bytes: Uint8Array,
  next?: Uint8Array,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const key = toStoreKey(bytes)
  const file = keyFile(storeId, env)
  keepKey(storeId, key, { place: file, env })
  if (next) keepKey(storeId, toStoreKey(next, key.id), { place: nextKeyFile(file), env })
}

function keepKey(
  storeId: string,
  key: StoreKey,
  { place, env }: { readonly place: string; readonly env: NodeJS.ProcessEnv },
): void {
  if (isKeyInEnvironment(env)) {
    if (findKeys(storeId, env).some(({ id }) => id === key.id)) return
    throw new AppError('key-wrong', { path: 'BETANG_KEY' })
  }
  const file = keyFile(storeId, env)
  if (findKeyFiles(file).some((known) => known.key.id === key.id)) return
  writeKey(existsSync(place) ? oldKeyFile(file, key.id) : place, key)
}

/** Whether a key is the one that the store was written with; no store was written without. */
export async function isStoreKey({ db }: Store, bytes: Uint8Array): Promise<boolean> {
  const { check } = await findKeyState(db)
  return check !== undefined && isMarkOf(check, toStoreKey(bytes))
}

function createKey(file: string): StoreKey {
  const key = toStoreKey(systemRandom(keyBytes))
  writeKey(file, key)
  return key
}

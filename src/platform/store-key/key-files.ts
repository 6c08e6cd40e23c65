import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { AppError } from '../errors.ts'
import { makeFolder } from '../make-folder.ts'
import { findSecret, secretFile } from '../secret-setting.ts'
import { isMarkOf, keyBytes, type StoreKey, toStoreKey } from './store-key.ts'

/** Where the key of a store lies: never in the data folder, so that a copy of it tells no NIK. */
export function keyFilePath(storeId: string, env: NodeJS.ProcessEnv = process.env): string {
  const home = env.BETANG_HOME ?? path.join(homedir(), '.betang')
  return path.join(home, `${storeId}.key`)
}

/** The file of `BETANG_KEY_FILE`, else the store's own. */
export function keyFile(storeId: string, env: NodeJS.ProcessEnv): string {
  return secretFile('BETANG_KEY', env) ?? keyFilePath(storeId, env)
}

/** Whether the key stands in the environment itself, where nothing can change it. */
export function isKeyInEnvironment(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env.BETANG_KEY)
}

/** The key that comes into use, beside the one that is. */
export const nextKeyFile = (file: string) => `${file}.next`
/** A key that nobody uses yet. */
const preparedKeyFile = (file: string) => `${file}.prepared`
/** A key that was in use, needed by backups of its time. */
export const oldKeyFile = (file: string, keyId: string) => `${file}.${keyId}.old`

/**
 * All keys of a store that lie where it looks, the one of its own file or of the environment first.
 *
 * @throws AppError `key-invalid`, and what `findSecret` throws.
 */
export function findKeys(storeId: string, env: NodeJS.ProcessEnv): StoreKey[] {
  if (isKeyInEnvironment(env)) {
    const setting = findSecret('BETANG_KEY', env)
    return setting ? [decodeKey(setting.value, setting.from)] : []
  }
  const found = findKeyFiles(keyFile(storeId, env))
  // A file that was named and does not exist is a mistake, not the place for a first key.
  if (found.length === 0) findSecret('BETANG_KEY', env)
  return found.map(({ key }) => key)
}

/** Files with keys of a store: its own, the next, those that were, and one that nobody uses yet. */
export function findKeyFiles(file: string): { readonly path: string; readonly key: StoreKey }[] {
  return listKeyFiles(file).flatMap((one) => {
    const key = findKeyIn(one)
    return key ? [{ path: one, key }] : []
  })
}

/** Those files that are there, whatever is in them. */
export function listKeyFiles(file: string): string[] {
  const folder = path.dirname(file)
  if (!existsSync(folder)) return []
  const start = `${path.basename(file)}.`
  const old = readdirSync(folder)
    .filter((name) => name.startsWith(start) && /^[0-9a-f]{8}\.old$/.test(name.slice(start.length)))
    .sort()
    .map((name) => path.join(folder, name))
  return [file, nextKeyFile(file), ...old, preparedKeyFile(file)].filter((one) => existsSync(one))
}

/** @throws AppError `key-invalid`, `secret-unreadable`. */
export function findKeyIn(file: string): StoreKey | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new AppError('secret-unreadable', { path: file }, { cause })
  }
  return decodeKey(text, file)
}

/** A second line, `after 0123abcd`, tells which key came before. */
export function decodeKey(text: string, from: string): StoreKey {
  const [line = '', ...others] = text.trim().split(/\r?\n/)
  const bytes = Buffer.from(line.trim(), 'base64url')
  if (bytes.length !== keyBytes) throw new AppError('key-invalid', { path: from })
  return toStoreKey(bytes, /^after ([0-9a-f]{8})$/.exec(others.join('\n').trim())?.[1])
}

/**
 * Writes a key where none lies, readable by its owner only; it is on the disk when this returns.
 *
 * @throws AppError `folder-not-writable`.
 */
export function writeKey(file: string, { bytes, after }: StoreKey): void {
  const lines = [Buffer.from(bytes).toString('base64url'), ...(after ? [`after ${after}`] : [])]
  try {
    makeFolder(path.dirname(file), 0o700)
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    flushFolder(path.dirname(file))
  } catch (cause) {
    throw new AppError('folder-not-writable', { path: path.dirname(file) }, { cause })
  }
}

/** Puts a key aside that nobody uses yet. */
export function prepareKey(file: string, key: StoreKey): void {
  rmSync(preparedKeyFile(file), { force: true })
  writeKey(preparedKeyFile(file), key)
}

/**
 * Brings the files in line with what the store says of its keys: a prepared key becomes the next, from
 * when on whoever has the store open writes with it; a next key that is in use takes the place of the
 * one before, which is put aside. Only one process at a time may do this.
 *
 * @param check mark of the key in use. @param nextMark of the key that comes into use, if one does.
 */
export function settleKeyFiles(
  file: string,
  { check, nextMark }: { readonly check: Uint8Array; readonly nextMark?: Uint8Array | undefined },
): void {
  if (nextMark) {
    const prepared = findKeyIn(preparedKeyFile(file))
    if (prepared && isMarkOf(nextMark, prepared)) move(preparedKeyFile(file), nextKeyFile(file))
    return
  }
  const next = findKeyIn(nextKeyFile(file))
  if (!next || !isMarkOf(check, next)) return
  const own = findKeyIn(file)
  if (own && own.id !== next.id) move(file, oldKeyFile(file, own.id))
  move(nextKeyFile(file), file)
}

/**
 * Tells a process that has the store open of a key that follows the newest it knows: one that comes
 * into use, or that did while the process did not look.
 *
 * @throws AppError `key-changed` when it missed more than one.
 */
export function watchKeyFiles(
  file: string,
  inUse: string,
): (newestId: string) => StoreKey | undefined {
  // A store from an older backup reads with an old key; the file is of another store then.
  const isOurs = findKeyIn(file)?.id === inUse
  let seen = stampOf(file)
  return (newestId) => {
    const next = findKeyIn(nextKeyFile(file))
    if (next?.after === newestId) return next
    const stamp = stampOf(file)
    if (!isOurs || stamp === seen) return undefined
    const own = findKeyIn(file)
    const isKnown = !own || own.id === newestId || next?.id === newestId
    if (!isKnown && own.after !== newestId) throw new AppError('key-changed', {})
    seen = stamp
    return isKnown ? undefined : own
  }
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.ino} ${stats.mtimeMs}` : ''
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to)
    flushFolder(path.dirname(to))
  } catch (cause) {
    throw new AppError('folder-not-writable', { path: path.dirname(to) }, { cause })
  }
}

/** A name must survive a power cut as the bytes do; Windows keeps no folder open. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

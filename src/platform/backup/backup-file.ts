import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import {
  BackupLock,
  type BackupSecret,
  deriveKeys,
  headMark,
  isHeadMark,
  newLock,
} from './backup-lock.ts'
import { sealChunks, unsealChunks } from './sealed-chunks.ts'

/**
 * The part of a backup that anyone can read: no name, no number of a person, no count.
 *
 * A file is: `betang-backup 1` and a line end, the length of this head in 4 bytes, the head as JSON,
 * 32 bytes that prove the secret over all before them, then chunks of AES-256-GCM over gzipped lines.
 */
export const BackupHead = z.strictObject({
  madeAt: z.iso.datetime(),
  /** Names the key file of the store, where the lock is its key. */
  storeId: z.string().regex(/^\w{1,40}$/),
  lock: BackupLock,
})
export type BackupHead = z.infer<typeof BackupHead>

const mark = Buffer.from('betang-backup 1\n')
const otherVersion = /^betang-backup \d+\n/
const markBytes = 32
const longestHead = 4096

/**
 * Writes lines into a sealed file that only its owner may read; whoever looks at `file` sees the
 * whole of it or what stood there before.
 *
 * @throws AppError `file-not-writable`.
 */
export async function writeBackupFile(
  file: string,
  { secret, ...about }: { madeAt: string; storeId: string; secret: BackupSecret },
  lines: AsyncIterable<string>,
): Promise<void> {
  const head: BackupHead = { ...about, lock: newLock(secret) }
  const headBytes = encodeHead(head)
  const keys = await deriveKeys(head.lock, secret)
  const unfinished = `${file}.${process.pid}.part`
  try {
    const out = createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true })
    await pipeline(
      Readable.from(lines),
      createGzip({ level: 5 }),
      async function* (gzipped: AsyncIterable<Uint8Array>) {
        yield Buffer.concat([headBytes, headMark(keys, headBytes)])
        yield* sealChunks(gzipped, { key: keys.sealKey, head: headBytes })
      },
      out,
    )
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (isSystemError(error)) {
      throw new AppError('file-not-writable', { path: file }, { cause: error })
    }
    throw error
  }
}

/**
 * What a backup says of itself before it is opened.
 *
 * @throws AppError `file-not-found`, `backup-unknown` when the file is none of ours,
 * `backup-newer` when a later version wrote it.
 */
export async function readBackupHead(file: string): Promise<BackupHead> {
  return (await readHeadBytes(file)).head
}

/** Whether a secret is the one that opens a backup. */
export async function isSecretOf(file: string, secret: BackupSecret): Promise<boolean> {
  const { head, headBytes, proof } = await readHeadBytes(file)
  return isHeadMark(await deriveKeys(head.lock, secret), headBytes, proof)
}

/**
 * The lines of a backup, as they were written.
 *
 * @throws AppError `backup-locked` when the secret is another, `backup-damaged`, and what
 * `readBackupHead` throws.
 */
export async function* readBackupLines(
  file: string,
  secret: BackupSecret,
): AsyncGenerator<string, void> {
  const { head, headBytes, proof } = await readHeadBytes(file)
  const keys = await deriveKeys(head.lock, secret)
  if (!isHeadMark(keys, headBytes, proof)) {
    throw new AppError('backup-locked', { kind: head.lock.kind })
  }
  const sealed = createReadStream(file, { start: headBytes.length + markBytes })
  const gunzip = createGunzip()
  const feed = pipeline(
    sealed,
    (bytes: AsyncIterable<Uint8Array>) =>
      unsealChunks(bytes, { key: keys.sealKey, head: headBytes }),
    gunzip,
  )
  feed.catch(() => {}) // thrown where the lines are read
  yield* splitLines(gunzip)
  await feed
}

async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function encodeHead(head: BackupHead): Buffer {
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([mark, length, json])
}

async function readHeadBytes(file: string) {
  const handle = await openFile(file)
  try {
    const start = await readAt(handle, 0, mark.length + 4)
    if (!start.subarray(0, mark.length).equals(mark)) {
      const isNewer = otherVersion.test(start.toString('latin1'))
      throw new AppError(isNewer ? 'backup-newer' : 'backup-unknown', { path: file })
    }
    const jsonBytes = start.length < mark.length + 4 ? 0 : start.readUInt32BE(mark.length)
    if (jsonBytes > longestHead) throw new AppError('backup-unknown', { path: file })
    const headBytes = await readAt(handle, 0, start.length + jsonBytes)
    const proof = await readAt(handle, headBytes.length, markBytes)
    const head = BackupHead.safeParse(parseJson(headBytes.subarray(start.length).toString()))
    if (!head.success) throw new AppError('backup-unknown', { path: file })
    return { head: head.data, headBytes, proof }
  } finally {
    await handle.close()
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file)
    if ((await handle.stat()).isFile()) return handle
    await handle.close()
  } catch (cause) {
    throw new AppError('file-not-found', { path: file }, { cause })
  }
  throw new AppError('file-not-found', { path: file })
}

/** Fewer bytes where the file ends before. */
async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

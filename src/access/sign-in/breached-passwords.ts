import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '#platform/errors'

/** Whether a password stands in a list of leaked ones. */
export type IsBreached = (password: string) => Promise<boolean>

const hashLength = 40
/** More than two lines of `HASH:COUNT`. */
const windowBytes = 128

/**
 * Looks passwords up in a file of SHA-1 hashes, `HASH:COUNT` a line, sorted, as Have I Been Pwned
 * gives it. The file may be of any size (tens of GB): some 35 short reads find a hash in it.
 *
 * @throws AppError `file-not-found`, `breached-list-invalid`.
 */
export async function openBreachedPasswords(path: string): Promise<IsBreached> {
  const file = await open(path).catch((cause) => {
    throw new AppError('file-not-found', { path }, { cause })
  })
  const { size } = await file.stat()
  const first = await readLine(file, 0, size)
  if (!first || !/^[0-9A-Fa-f]{40}$/.test(first.hash)) {
    await file.close()
    throw new AppError('breached-list-invalid', { path })
  }
  return (password) => {
    const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
    return hasHash(file, hash, size)
  }
}

async function hasHash(file: FileHandle, wanted: string, size: number): Promise<boolean> {
  // The line, if it is there, begins at `from` or later and before `to`.
  let from = 0
  let to = size
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const line = await readLine(file, middle, size)
    if (line?.hash === wanted) return true
    if (line && line.start < to && line.hash < wanted) from = line.end
    else to = middle
  }
  return false
}

/** The first line that begins at `place` or after it, within a window. */
async function readLine(file: FileHandle, place: number, size: number) {
  // One byte earlier, so that a line which begins exactly here is seen to begin.
  const from = Math.max(0, place - 1)
  const buffer = Buffer.alloc(Math.min(windowBytes, size - from))
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from)
  const text = buffer.toString('latin1', 0, bytesRead)
  const begin = place === 0 ? 0 : text.indexOf('\n') + 1
  if ((place > 0 && begin === 0) || begin >= text.length) return undefined
  const lineEnd = text.indexOf('\n', begin)
  return {
    start: from + begin,
    end: lineEnd < 0 ? size : from + lineEnd + 1,
    hash: text.slice(begin, begin + hashLength).toUpperCase(),
  }
}

import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { AppError } from './errors.ts'

/**
 * Makes a folder and those above it that are missing, one by one.
 *
 * Node's own recursive mkdir never ends where a system refuses a folder as not found, as Linux does
 * in /proc: it makes the folder above, is refused again, and so on.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const missing: string[] = []
  let level = path.resolve(folder)
  while (!existsSync(level) && path.dirname(level) !== level) {
    missing.unshift(level)
    level = path.dirname(level)
  }
  if (missing.length === 0) makeLevel(level, mode)
  for (const one of missing) makeLevel(one, mode)
}

/** Another process may have made it meanwhile. */
function makeLevel(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/**
 * Makes the folder for results, before minutes of work are spent on them.
 *
 * @throws AppError `out-not-writable`.
 */
export function makeOutFolder(out: string): void {
  try {
    makeFolder(out)
  } catch (cause) {
    throw outNotWritable(out, cause)
  }
}

/** Why results cannot be written, with the system's own code. */
export function outNotWritable(out: string, cause: unknown): AppError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  return new AppError('out-not-writable', { path: out, reason }, { cause })
}

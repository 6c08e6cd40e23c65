import { statSync } from 'node:fs'
import { AppError } from '#platform/errors'
import { FileFaultError, fileFault } from './files/file-fault.ts'
import { loadFile } from './files/read-file.ts'
import { maskId } from './mask-id.ts'

/**
 * The bytes of a file of lists, for whoever named it.
 *
 * @throws AppError `file-not-found`, or `intake-file-refused` with what is amiss and what to do.
 */
export async function loadListFile(path: string): Promise<Uint8Array> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new AppError('file-not-found', { path: maskId(path) })
  try {
    return await loadFile(path)
  } catch (cause) {
    if (!(cause instanceof FileFaultError)) throw cause
    const { code, hintId, hintEn } = fileFault(path, cause.code)
    throw new AppError('intake-file-refused', { code, hintId, hintEn }, { cause })
  }
}

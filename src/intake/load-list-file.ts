import { AppError } from '#platform/errors'
import { FileFaultError, fileFault } from './files/file-fault.ts'
import { loadFile } from './files/read-file.ts'

/**
 * The bytes of a file of lists, for whoever named it.
 *
 * @throws AppError `intake-file-refused` with what is amiss and what to do.
 */
export async function loadListFile(path: string): Promise<Uint8Array> {
  try {
    return await loadFile(path)
  } catch (cause) {
    if (!(cause instanceof FileFaultError)) throw cause
    const { code, hintId, hintEn } = fileFault(path, cause.code)
    throw new AppError('intake-file-refused', { code, hintId, hintEn }, { cause })
  }
}

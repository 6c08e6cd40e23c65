import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#platform/errors'
import type { ListMapping } from './columns/list-mapping.ts'
import { loadFile } from './files/read-file.ts'
import { type ReadOptions, readSources } from './read-sources.ts'
import type { Intake } from './schema.ts'

const listEndings = /\.(csv|tsv|txt|xlsx|xlsm|xlsb|xls|ods)$/i

export interface FolderOptions extends ReadOptions {
  /** What officers said of the sheets, by file name. */
  readonly mappings?: Readonly<Record<string, readonly ListMapping[]>>
}

/**
 * All lists directly in a folder, understood without any mapping but what officers put right.
 *
 * Subfolders, hidden files and files of other kinds are named as ignored.
 *
 * @throws AppError `folder-not-found`, `folder-empty`.
 */
export async function readFolder(dir: string, options: FolderOptions = {}): Promise<Intake> {
  const { files, ignored } = await findLists(dir)
  const sources = files.map((file) => ({
    file,
    load: () => loadFile(join(dir, file)),
    mappings: options.mappings?.[file] ?? [],
  }))
  return { ...(await readSources(sources, options)), ignored }
}

/**
 * Names of the lists directly in a folder, in order, and of what is left alone.
 *
 * @throws AppError `folder-not-found`, `folder-empty`.
 */
export async function findLists(
  dir: string,
): Promise<{ readonly files: readonly string[]; readonly ignored: readonly string[] }> {
  let entries: Dirent[]
  try {
    entries = await readdir(dir, { withFileTypes: true })
  } catch (cause) {
    throw new AppError('folder-not-found', { path: dir }, { cause })
  }
  const files: string[] = []
  const ignored: string[] = []
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const isList = listEndings.test(entry.name) && !/^[.~]/.test(entry.name)
    if (entry.isDirectory()) ignored.push(`${entry.name}/`)
    else if (isList && (entry.isFile() || entry.isSymbolicLink())) files.push(entry.name)
    else ignored.push(entry.name)
  }
  if (files.length === 0) throw new AppError('folder-empty', { path: dir })
  return { files, ignored }
}

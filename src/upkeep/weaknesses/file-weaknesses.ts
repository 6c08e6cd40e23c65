import { statSync } from 'node:fs'
import path from 'node:path'
import { secretFile, secretNames } from '#platform/secret-setting'
import type { Words } from '#platform/words'
import type { Weakness } from '../finding.ts'

const readByGroupOrOthers = 0o077
const readByOthers = 0o007

/**
 * Files and folders that more people may read than need to. Windows has no modes: nothing is found.
 *
 * @param keyFiles where the keys of the store lie, those that lie in files.
 */
export function fileWeaknesses(
  {
    dataFolder,
    keyFiles = [],
  }: { readonly dataFolder?: string; readonly keyFiles?: readonly string[] },
  env: NodeJS.ProcessEnv = process.env,
): Weakness[] {
  const found: Weakness[] = []
  const add = (code: string, file: string, meaning: Words, remedy: Words) =>
    found.push({
      code,
      group: 'safety',
      state: 'grave',
      meaning,
      about: [path.resolve(file)],
      remedy,
    })
  if (dataFolder !== undefined && modeOf(dataFolder) & readByOthers) {
    add(
      'data-folder-open',
      dataFolder,
      {
        id: 'Folder data terbuka bagi semua pengguna komputer ini',
        en: 'The data folder is open to every user of this computer',
      },
      { id: 'Jalankan chmod 700 atas folder itu', en: 'Run chmod 700 on that folder' },
    )
  }
  for (const keyFile of keyFiles) {
    if (!(modeOf(keyFile) & readByGroupOrOthers)) continue
    add(
      'key-file-open',
      keyFile,
      {
        id: 'Berkas kunci NIK terbaca pengguna lain',
        en: 'The key file of the NIK can be read by other users',
      },
      onlyOwner,
    )
  }
  for (const keyFile of keyFiles) {
    if (dataFolder === undefined || !isInside(keyFile, dataFolder)) continue
    add(
      'key-beside-data',
      keyFile,
      {
        id: 'Kunci NIK tersimpan di dalam folder data, jadi satu salinan folder membuka semua NIK',
        en: 'The key of the NIK lies inside the data folder, so one copy of the folder opens every NIK',
      },
      { id: 'Pindahkan dan atur BETANG_HOME', en: 'Move it and set BETANG_HOME' },
    )
  }
  for (const name of secretNames) {
    const file = secretFile(name, env)
    if (file === undefined || !(modeOf(file) & readByOthers) || isMounted(file)) continue
    add(
      'secret-file-open',
      file,
      {
        id: `Berkas ${name}_FILE terbaca semua pengguna komputer ini`,
        en: `The file of ${name}_FILE can be read by every user of this computer`,
      },
      onlyOwner,
    )
  }
  return found
}

const onlyOwner: Words = {
  id: 'Jalankan chmod 600 atas berkas itu',
  en: 'Run chmod 600 on that file',
}

/** Containers mount secrets there readable to all inside, where nobody else is. */
function isMounted(file: string): boolean {
  return path.resolve(file).startsWith('/run/secrets/')
}

function isInside(file: string, folder: string): boolean {
  const way = path.relative(path.resolve(folder), path.resolve(file))
  return !way.startsWith('..') && !path.isAbsolute(way)
}

/** Permission bits; none where the file is not there or the system has no modes. */
function modeOf(file: string): number {
  if (process.platform === 'win32') return 0
  return statSync(file, { throwIfNoEntry: false })?.mode ?? 0
}

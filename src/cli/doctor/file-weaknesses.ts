import { statSync } from 'node:fs'
import path from 'node:path'
import { secretFile, secretNames } from '#platform/secret-setting'
import { say } from '../language.ts'
import type { Weakness } from './weakness.ts'

const readByGroupOrOthers = 0o077
const readByOthers = 0o007

/**
 * Files and folders that more people may read than need to. Windows has no modes: nothing is found.
 *
 * @param keyFile where the key of the store lies, when it lies in a file.
 */
export function fileWeaknesses(
  { dataFolder, keyFile }: { readonly dataFolder?: string; readonly keyFile?: string | undefined },
  env: NodeJS.ProcessEnv = process.env,
): Weakness[] {
  const found: Weakness[] = []
  if (dataFolder !== undefined && modeOf(dataFolder) & readByOthers) {
    found.push({
      code: 'data-folder-open',
      severity: 'grave',
      text: say(
        `Folder data terbuka bagi semua pengguna komputer ini. Jalankan: chmod 700 ${path.resolve(dataFolder)}`,
        `The data folder is open to every user of this computer. Run: chmod 700 ${path.resolve(dataFolder)}`,
      ),
    })
  }
  if (keyFile !== undefined && modeOf(keyFile) & readByGroupOrOthers) {
    found.push({
      code: 'key-file-open',
      severity: 'grave',
      text: say(
        `Berkas kunci NIK terbaca pengguna lain. Jalankan: chmod 600 ${keyFile}`,
        `The key file of the NIK can be read by other users. Run: chmod 600 ${keyFile}`,
      ),
    })
  }
  if (dataFolder !== undefined && keyFile !== undefined && isInside(keyFile, dataFolder)) {
    found.push({
      code: 'key-beside-data',
      severity: 'grave',
      text: say(
        `Kunci NIK tersimpan di dalam folder data (${keyFile}): satu salinan folder membuka semua NIK. Pindahkan dan atur BETANG_HOME.`,
        `The key of the NIK lies inside the data folder (${keyFile}): one copy of the folder opens every NIK. Move it and set BETANG_HOME.`,
      ),
    })
  }
  for (const name of secretNames) {
    const file = secretFile(name, env)
    if (file === undefined || !(modeOf(file) & readByOthers) || isMounted(file)) continue
    found.push({
      code: 'secret-file-open',
      severity: 'grave',
      text: say(
        `Berkas ${name}_FILE terbaca semua pengguna komputer ini. Jalankan: chmod 600 ${file}`,
        `The file of ${name}_FILE can be read by every user of this computer. Run: chmod 600 ${file}`,
      ),
    })
  }
  return found
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

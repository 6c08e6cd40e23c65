import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../make-folder.ts'
import { keyFilePath } from '../secrets.ts'

/** The latest time that a backup of a store was restored for trial, on this machine. */
const Drill = z.object({
  at: z.iso.datetime(),
  /** When the backup was made that was tried. */
  backupMadeAt: z.iso.datetime(),
  isGood: z.boolean(),
  seconds: z.number(),
})
export type Drill = z.infer<typeof Drill>

/** Beside the key of the store, not in it: a folder in use is open to one process only. */
function drillFile(storeId: string, env: NodeJS.ProcessEnv): string {
  return path.join(path.dirname(keyFilePath(storeId, env)), `${storeId}.drill.json`)
}

/** Keeps how a drill went. */
export function noteDrill(
  storeId: string,
  drill: Drill,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const file = drillFile(storeId, env)
  makeFolder(path.dirname(file), 0o700)
  writeFileSync(file, `${JSON.stringify(drill)}\n`, { mode: 0o600 })
}

/** The latest drill of a store; undefined for none, or one that cannot be read. */
export function findDrill(
  storeId: string,
  env: NodeJS.ProcessEnv = process.env,
): Drill | undefined {
  const file = drillFile(storeId, env)
  if (!existsSync(file)) return undefined
  try {
    return Drill.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

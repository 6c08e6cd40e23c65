import { mkdtemp, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeOutFolder, outNotWritable } from './make-folder.ts'
import { isRunning, markOfThisProcess, ProcessMark } from './process-mark.ts'

/** Names that `mkdtemp` gives. */
const stagingName = /^\.betang-[A-Za-z0-9]{6}$/
const markName = 'process.json'
/** A folder that no living process can be told from: this old, nobody writes in it any more. */
const forgottenMs = 24 * 60 * 60 * 1000

/**
 * An empty folder inside `out`, on the same disk, so that files move over at once. It carries the
 * mark of this process; what runs that were killed left behind in `out` is removed.
 *
 * @throws AppError `out-not-writable`.
 */
export async function openStaging(out: string): Promise<string> {
  makeOutFolder(out)
  try {
    await removeLeftovers(out)
    const staging = await mkdtemp(join(out, '.betang-'))
    await writeFile(join(staging, markName), JSON.stringify(markOfThisProcess()))
    return staging
  } catch (cause) {
    throw outNotWritable(out, cause)
  }
}

/** Moves the finished files to `out` over those of an earlier run. */
export async function moveOut(staging: string, out: string): Promise<void> {
  const names = (await readdir(staging)).filter((name) => name !== markName)
  for (const name of names) await rename(join(staging, name), join(out, name))
}

/** Removes a staging folder with all that is still in it. */
export async function closeStaging(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true })
}

async function removeLeftovers(out: string): Promise<void> {
  const entries = await readdir(out, { withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isDirectory() || !stagingName.test(entry.name)) continue
    try {
      await removeIfDead(join(out, entry.name))
    } catch {
      // Gone meanwhile, or another account's: it is in nobody's way.
    }
  }
}

async function removeIfDead(folder: string): Promise<void> {
  const mark = await findMark(folder)
  const running = mark === undefined ? null : isRunning(mark)
  if (running === true) return
  if (running === null) {
    const { mtimeMs } = await stat(folder)
    if (Date.now() - mtimeMs < forgottenMs) return
  }
  // Without our mark only an empty folder is surely ours.
  await (mark === undefined ? rmdir(folder) : closeStaging(folder))
}

async function findMark(folder: string): Promise<ProcessMark | undefined> {
  try {
    return ProcessMark.parse(JSON.parse(await readFile(join(folder, markName), 'utf8')))
  } catch {
    return undefined // killed before it was written
  }
}

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { AppError } from '#platform/errors'
import { say } from './language.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Folder of the built pages. */
export const webFolder = path.join(root, 'dist', 'web')
const stampFile = path.join(root, 'dist', 'web-sources')
const configFile = path.join(root, 'src', 'web', 'vite.config.ts')
const compressible = /\.(js|css|html|svg|json|webmanifest)$/

/** Whether the built pages are those of the sources at hand. */
export async function webState(): Promise<'fresh' | 'stale' | 'cannot-build'> {
  if (isBuilt() && readStamp() === (await sourceStamp())) return 'fresh'
  return existsSync(path.join(root, 'node_modules', 'vite')) ? 'stale' : 'cannot-build'
}

/**
 * Builds the pages when they are missing or older than their sources.
 *
 * Where the tools to build are not installed, pages that are there are served as they are.
 * @throws AppError `web-not-built`.
 */
export async function buildWeb(tell: (line: string) => void): Promise<void> {
  const state = await webState()
  if (state === 'fresh') return
  if (state === 'cannot-build') {
    if (isBuilt()) return
    throw new AppError('web-not-built', { path: webFolder })
  }
  tell(`${say('Menyiapkan halaman web', 'Preparing the web pages')}…`)
  // Taken before building: a source that changes meanwhile makes the pages stale again.
  const stamp = await sourceStamp()
  // Or a caller's own setting, such as a test run's, would make slower pages for developers.
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  // Built beside its place and moved there when whole: a build cut short leaves the old pages.
  const unfinished = `${webFolder}.${process.pid}`
  await build({ configFile, logLevel: 'error', build: { outDir: unfinished, emptyOutDir: true } })
  await compressFiles(unfinished)
  rmSync(webFolder, { recursive: true, force: true })
  try {
    renameSync(unfinished, webFolder)
  } catch (error) {
    // Another process was quicker; its pages are of the same sources.
    rmSync(unfinished, { recursive: true, force: true })
    if (!isBuilt()) throw error
  }
  writeFileSync(stampFile, stamp)
}

function isBuilt(): boolean {
  return existsSync(path.join(webFolder, 'index.html'))
}

function readStamp(): string {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
}

/** Compresses once, beside the files, what the server would otherwise compress each time. */
async function compressFiles(folder: string): Promise<void> {
  for (const file of await filesIn(folder)) {
    if (!compressible.test(file)) continue
    const bytes = await readFile(file)
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes))
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  }
}

/** A hash of all that the pages are made of: names and contents. */
async function sourceStamp(): Promise<string> {
  const hash = createHash('sha256')
  const source = path.join(root, 'src')
  const files = (await filesIn(source)).filter((file) => {
    const name = path.relative(source, file).replaceAll('\\', '/')
    return (
      (name.startsWith('web/') && !/\.test\.tsx?$/.test(name)) ||
      /^\w[\w-]*\/schema\.ts$/.test(name) ||
      /^platform\/(dates|money)\.ts$/.test(name)
    )
  })
  for (const file of [...files, path.join(root, 'package-lock.json')]) {
    hash.update(path.relative(root, file).replaceAll('\\', '/'))
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

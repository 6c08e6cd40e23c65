import path from 'node:path'
import type { Command } from 'commander'
import { bySystem, recordEvent } from '#access'
import {
  acceptHandedFile,
  contentHmacs,
  findKeptByContent,
  getHandedFile,
  keepFile,
  loadListFile,
  readKeptFile,
} from '#intake'
import { systemClock } from '#platform/clock'
import { AppError } from '#platform/errors'
import { makeRegister } from '../flow-job.ts'
import { say } from './language.ts'
import { defaultDataFolder, type Office, openOffice, storePlace } from './open-office.ts'
import { registerWords } from './person-words.ts'
import { progressLines } from './progress-lines.ts'
import { programmesDir } from './run-command.ts'

interface ImportOptions {
  readonly data: string
  /** Warnings are read, and the files count all the same. */
  readonly anyway?: boolean
}

/** `betang import`: files of offices into the register, beside those that are there. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .argument(
      '<files...>',
      say('berkas daftar (CSV, XLSX, TXT)', 'files of lists (CSV, XLSX, TXT)'),
    )
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .option('--anyway', say('terima walau ada peringatan', 'accept although there are warnings'))
    .description(
      say(
        'Baca, periksa dan tambahkan berkas dinas ke register; yang diperingatkan menunggu di halaman Berkas masuk',
        "Read, check and add offices' files to the register; one with warnings waits on the page of files",
      ),
    )
    .action(importFiles)
}

async function importFiles(
  files: readonly string[],
  { data, anyway }: ImportOptions,
): Promise<void> {
  const contents = new Map<string, Uint8Array>()
  for (const file of files) contents.set(file, await loadListFile(file))
  const office = await openOffice(storePlace(data))
  try {
    const fileIds = await keepNewFiles(office, contents)
    const stopped = []
    for (const [file, fileId] of fileIds) stopped.push(...(await readAndTell(office, file, fileId)))
    if (stopped.length > 0 && !anyway) throw new AppError('import-warned', {})
    await acceptAll(office, [...fileIds.values()], stopped)
    if (fileIds.size > 0) await work(office)
  } finally {
    await office.store.close()
  }
}

/** Keeps the files whose content does not count yet; their ids by the names that were given. */
async function keepNewFiles(
  { store, secrets }: Office,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, string>> {
  return store.db.transaction().execute(async (tx) => {
    const fileIds = new Map<string, string>()
    for (const [file, content] of contents) {
      const known = await findKeptByContent(tx, contentHmacs(secrets, content))
      const isThere =
        known?.state === 'accepted' || [...fileIds.values()].includes(known?.fileId ?? '')
      if (known && isThere) {
        process.stderr.write(
          `${file}: ${say('isi yang sama sudah ada', 'the same content is there already')}: ${known.name}\n`,
        )
        continue
      }
      const name = path.basename(file)
      const handed = { name, content, organisationId: null, receivedBy: null }
      fileIds.set(file, known?.fileId ?? (await keepFile(tx, secrets, handed)))
    }
    return fileIds
  })
}

/**
 * Reads a kept file as its page would, and tells what came of it; the codes of its warnings.
 *
 * @throws AppError `intake-file-refused` for a file that is no list.
 */
async function readAndTell(
  { store, secrets }: Office,
  file: string,
  fileId: string,
): Promise<readonly string[]> {
  const progress = progressLines(process.stderr)
  const { signal } = new AbortController()
  // A log gets one line a file, below; a terminal sees it move.
  const onProgress = process.stderr.isTTY ? progress.tell : () => {}
  const run = { subjectId: fileId, signal, onProgress }
  await readKeptFile({ db: store.db, secrets, clock: systemClock }, run)
  progress.end()
  const read = await getHandedFile(store.db, fileId, { accountId: '', job: undefined })
  if (read.fault) throw new AppError('intake-file-refused', read.fault)
  const { rows = 0, held = 0, look = 0 } = read.counts ?? {}
  process.stderr.write(
    `${file}: ${rows} ${say('baris', 'rows')}, ${held} ${say('ditahan', 'held')}, ${look} ${say('perlu dilihat', 'to look at')}\n`,
  )
  for (const { hintId, hintEn } of read.stopReasons) {
    process.stderr.write(`  ! ${say(hintId, hintEn)}\n`)
  }
  return read.stopReasons.map(({ code }) => code)
}

/** All or none, in the order in which they were named. */
async function acceptAll(
  { store }: Office,
  fileIds: readonly string[],
  despite: readonly string[],
): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    for (const fileId of fileIds) {
      await acceptHandedFile(tx, fileId, { accountId: null, despite })
      await recordEvent(tx, {
        ...bySystem,
        action: 'accept-file',
        subjectKind: 'file',
        subjectId: fileId,
        detail: { warnings: despite.length },
      })
    }
  })
}

async function work({ store, secrets }: Office): Promise<void> {
  const progress = progressLines(process.stderr)
  const { signal } = new AbortController()
  await makeRegister({ store, secrets, programmesDir }, { signal, onProgress: progress.tell })
  progress.end()
  const counts = await store.db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('person').select(fn.countAll<number>().as('n')).as('persons'),
      selectFrom('person')
        .select(fn.countAll<number>().as('n'))
        .where('status', '=', 'active')
        .as('here'),
      selectFrom('family').select(fn.countAll<number>().as('n')).as('families'),
    ])
    .executeTakeFirstOrThrow()
  process.stdout.write(
    `${say('Register kini', 'The register now')}: ${registerWords(Number(counts.persons), Number(counts.here), Number(counts.families))}\n`,
  )
}

import path from 'node:path'
import type { Command } from 'commander'
import { acceptFile, contentHmacs, findKeptByContent, keepFile, loadListFile } from '#intake'
import { makeRegister } from '../flow-job.ts'
import { say } from './language.ts'
import { defaultDataFolder, type Office, openOffice, storePlace } from './open-office.ts'
import { progressLines } from './progress-lines.ts'
import { programmesDir } from './run-command.ts'

interface ImportOptions {
  readonly data: string
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
    .description(
      say(
        'Tambahkan berkas dinas ke register; halaman Berkas masuk memeriksanya lebih dahulu',
        "Add offices' files to the register; the page of files checks them first",
      ),
    )
    .action(importFiles)
}

async function importFiles(files: readonly string[], { data }: ImportOptions): Promise<void> {
  const contents = new Map<string, Uint8Array>()
  for (const file of files) contents.set(file, await loadListFile(file))
  const office = await openOffice(storePlace(data))
  try {
    const taken = await takeFiles(office, contents)
    if (taken > 0) await work(office)
  } finally {
    await office.store.close()
  }
}

/** Keeps and accepts what is not there yet, all or nothing; how many. */
async function takeFiles(
  { store, secrets }: Office,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<number> {
  return store.db.transaction().execute(async (tx) => {
    let taken = 0
    for (const [file, content] of contents) {
      const known = await findKeptByContent(tx, contentHmacs(secrets, content))
      if (known?.state === 'accepted') {
        process.stderr.write(
          `${file}: ${say('isi yang sama sudah ada', 'the same content is there already')}: ${known.name}\n`,
        )
        continue
      }
      const handed = {
        name: path.basename(file),
        content,
        organisationId: null,
        receivedBy: null,
      }
      const fileId = known?.fileId ?? (await keepFile(tx, secrets, handed))
      await acceptFile(tx, fileId, null)
      taken++
    }
    return taken
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
      selectFrom('family').select(fn.countAll<number>().as('n')).as('families'),
    ])
    .executeTakeFirstOrThrow()
  process.stdout.write(
    `${say('Register kini', 'The register now')}: ${counts.persons} ${say('orang dalam', 'persons in')} ${counts.families} ${say('keluarga', 'families')}\n`,
  )
}

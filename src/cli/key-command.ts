import type { Command } from 'commander'
import { bySystem, recordEvent } from '#access'
import { systemClock } from '#platform/clock'
import type { Store } from '#platform/open-store'
import { systemRandom } from '#platform/random'
import { getKeysInUse } from '#platform/secrets'
import { findKeyFiles, isKeyInEnvironment, keyFile } from '#platform/store-key/key-files'
import { findKeyState } from '#platform/store-key/key-state'
import { type RotationResult, rotateKey } from '#platform/store-key/rotate-key'
import { countByKey, findSealedTables } from '#platform/store-key/sealed-tables'
import { cliLanguage, say } from './language.ts'
import { defaultDataFolder } from './open-office.ts'
import { withDataFolder } from './retention-command.ts'
import { wholeNumber } from './whole-number.ts'

interface KeyOptions {
  readonly data: string
}

/** `betang key rotate` and `betang key check`. */
export function registerKey(program: Command): void {
  const key = program
    .command('key')
    .description(
      say(
        'Kunci yang menyegel NIK dan KK: ganti dan periksa',
        'The key that seals NIK and KK: change it, check it',
      ),
    )
  key
    .command('rotate')
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .option(
      '--batch <n>',
      say('baris dalam satu transaksi', 'rows of one transaction'),
      wholeNumber(1, 10_000),
      500,
    )
    .description(
      say(
        'Buat kunci baru dan segel ulang semua nilai dengannya; bila terhenti, jalankan lagi',
        'Make another key and seal every value again under it; run it again where it was stopped',
      ),
    )
    .action((options: KeyOptions & { readonly batch: number }) =>
      withDataFolder(options.data, (store) => rotate(store, options.batch)),
    )
  key
    .command('check')
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .description(
      say(
        'Hitung nilai di bawah tiap kunci; kode keluar 1 bila ada yang bukan di bawah kunci yang dipakai',
        'Count the values under each key; exit code 1 when one is not under the key in use',
      ),
    )
    .action((options: KeyOptions) => withDataFolder(options.data, check))
}

async function rotate(store: Store, batchRows: number): Promise<void> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const progress = shareLines(process.stderr, say('Menyegel ulang', 'Sealing again'))
  try {
    const result = await rotateKey({
      store,
      clock: systemClock,
      random: systemRandom,
      batchRows,
      record: (trx, { step, ...detail }) =>
        recordEvent(trx, { ...bySystem, action: `key-rotation-${step}`, detail }),
      onRows: progress.tell,
      signal: controller.signal,
    })
    progress.end()
    process.stdout.write(result.isDone ? doneText(result) : stoppedText())
    if (!result.isDone) process.exitCode = 1
  } finally {
    progress.end()
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

function doneText({ from, to, rows, oldFile }: RotationResult): string {
  return say(
    `${rows} baris disegel ulang; tidak ada lagi nilai di bawah kunci ${from}. Kunci yang dipakai sekarang: ${to}.
Kunci lama ada di ${oldFile}. Cadangan dari sebelum hari ini membawanya sendiri, kecuali salinan harian yang dibuat tanpa frasa sandi: itu hanya terbuka dengan berkas ini. Simpan berkas ini di tempat lain selama salinan itu masih disimpan, lalu hapus. Buat cadangan baru sekarang: betang backup
`,
    `${rows} rows sealed again; no value under key ${from} is left. The key in use is ${to}.
The key before lies in ${oldFile}. Backups from before today carry it themselves, but for daily copies that were made without a passphrase: those open with this file alone. Put it away somewhere else for as long as such copies are kept, then erase it. Make a backup now: betang backup
`,
  )
}

function stoppedText(): string {
  return say(
    'Dihentikan; kedua kunci masih dipakai. Jalankan lagi untuk meneruskan.\n',
    'Stopped; both keys are in use. Run it again to go on.\n',
  )
}

async function check(store: Store): Promise<void> {
  const state = await findKeyState(store.db)
  const { key, next } = getKeysInUse(store.storeId, state)
  const counts = await countByKey(store.db, await findSealedTables(store.db))
  const written = new Intl.NumberFormat(cliLanguage())
  const isFirst = !state.chain
  const files = isKeyInEnvironment(process.env)
    ? []
    : findKeyFiles(keyFile(store.storeId, process.env))
  const where = (keyId: string) =>
    files.find((file) => file.key.id === keyId)?.path ??
    (keyId === key.id ? 'BETANG_KEY' : say('tidak ada di sini', 'not here'))

  let behind = 0
  const lineOf = (keyId: string, count: number) => {
    const use =
      keyId === key.id
        ? say('dipakai', 'in use')
        : keyId === next?.id
          ? say('menggantikannya', 'comes into use')
          : say('lama', 'earlier')
    return `${written.format(count).padStart(12)}  ${keyId}  ${use}  ${where(keyId)}\n`
  }
  const known = new Set([key.id, ...(next ? [next.id] : [])])
  const byId = new Map<string, number>()
  for (const [owner, count] of counts) {
    const keyId = owner === 'first' && isFirst ? key.id : owner
    byId.set(keyId, (byId.get(keyId) ?? 0) + count)
    if (keyId !== key.id) behind += count
  }
  for (const keyId of known) if (!byId.has(keyId)) byId.set(keyId, 0)
  for (const [keyId, count] of byId) process.stdout.write(lineOf(keyId, count))
  if (state.rotation) {
    process.stdout.write(
      `${say('Penggantian kunci belum selesai. Jalankan: betang key rotate', 'The change of the key is not done. Run: betang key rotate')}\n`,
    )
  }
  if (behind > 0 || state.rotation) process.exitCode = 1
}

/** A line a tenth of the way, or one that is written over on a terminal. */
function shareLines(stream: NodeJS.WriteStream, name: string) {
  let shown = -1
  let isOpen = false
  return {
    tell(done: number, total: number) {
      const percent = Math.min(100, Math.floor((100 * done) / Math.max(1, total)))
      const step = stream.isTTY ? percent : Math.floor(percent / 10) * 10
      if (step === shown) return
      shown = step
      isOpen = Boolean(stream.isTTY)
      stream.write(stream.isTTY ? `\r\u001b[2K${name} ${step}%` : `${name} ${step}%\n`)
    },
    end() {
      if (isOpen) stream.write('\r\u001b[2K')
      isOpen = false
    },
  }
}

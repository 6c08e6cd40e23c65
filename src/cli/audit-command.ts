import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import {
  anchorHtml,
  anchorNow,
  anchorText,
  type ChainFault,
  type FaultKind,
  sealEvents,
  type Verification,
  verifyChain,
} from '#access'
import { systemClock, today } from '#platform/clock'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { openStore } from '#platform/open-store'
import { cliLanguage, say } from './language.ts'
import { defaultDataFolder, storePlace } from './open-office.ts'

/** `betang audit verify` and `betang audit anchor`. */
export function registerAudit(program: Command): void {
  const audit = program
    .command('audit')
    .description(
      say('Jejak akses: periksa dan cetak jangkarnya', 'The access trail: check, anchor'),
    )
  audit
    .command('verify')
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .option('--anchor <hash>', say('sidik dari jangkar tercetak', 'hash of a printed anchor'), hash)
    .description(
      say(
        'Hitung ulang rantai; kode keluar 1 bila ada yang diubah, hilang, atau bergeser',
        'Work the chain out again; exit code 1 when an entry was altered, lost or moved',
      ),
    )
    .action((options: { data: string; anchor?: string }) =>
      withStore(options.data, (db) => verify(db, options.anchor)),
    )
  audit
    .command('anchor')
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .option('--out <file>', say('berkas .html atau .txt', 'file, .html or .txt'))
    .description(
      say(
        'Catat ujung rantai hari ini, untuk dicetak dan ditandatangani',
        "Note the head of today's chain, to be printed and signed",
      ),
    )
    .action((options: { data: string; out?: string }) =>
      withStore(options.data, (db) => anchor(db, options.out)),
    )
}

/** 64 hexadecimal digits, in groups as they are printed or in one. */
function hash(text: string): string {
  const digits = text.replace(/\s/g, '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(digits)) return digits
  throw new InvalidArgumentError(
    say('Isi 64 angka dan huruf dari lembar jangkar.', 'Give the 64 digits of the printed anchor.'),
  )
}

async function withStore(data: string, work: (db: Db) => Promise<void>): Promise<void> {
  const place = storePlace(data)
  if ('folder' in place && !existsSync(path.join(data, 'postgres'))) {
    throw new AppError('folder-not-found', { path: data })
  }
  const store = await openStore(place)
  try {
    await work(store.db)
  } finally {
    await store.close()
  }
}

async function verify(db: Db, anchorHash: string | undefined): Promise<void> {
  const found = await verifyChain(db, anchorHash)
  for (const fault of found.faults) process.stderr.write(`${faultLine(fault)}\n`)
  process.stdout.write(summary(found))
  if (found.faults.length > 0) process.exitCode = 1
}

const faultWords: Readonly<Record<FaultKind, readonly [id: string, en: string]>> = {
  altered: ['isinya diubah sesudah disegel', 'altered after it was sealed'],
  'event-missing': ['peristiwanya hilang', 'its event is gone'],
  'entry-missing': ['entri sebelumnya hilang', 'entries before it are gone'],
  'out-of-order': [
    'tidak bersambung dengan entri sebelumnya',
    'does not follow the entry before it',
  ],
  'never-sealed': ['berada di luar rantai', 'stands outside the chain'],
  'anchor-broken': ['tidak sama dengan jangkar', 'is not what its anchor says'],
  'anchor-unknown': ['jangkar ini tidak ada dalam rantai', 'this anchor is not in the chain'],
}

function faultLine({ kind, seq, eventId }: ChainFault): string {
  const [id, en] = faultWords[kind]
  const place = [
    ...(seq === null ? [] : [`${say('entri', 'entry')} ${seq}`]),
    ...(eventId === null ? [] : [`${say('peristiwa', 'event')} ${eventId}`]),
  ]
  return `✗ ${place.join(', ')}${place.length > 0 ? ': ' : ''}${say(id, en)} (${kind})`
}

function summary({ entries, waiting, anchors, headHash, faults }: Verification): string {
  const verdict =
    faults.length === 0
      ? `✓ ${say('Rantai utuh', 'The chain is whole')}`
      : `✗ ${say(`Rantai rusak: ${faults.length} temuan`, `The chain is broken: ${faults.length} faults`)}`
  return [
    verdict,
    `  ${say('entri', 'entries')}: ${entries}`,
    `  ${say('menunggu disegel', 'waiting to be sealed')}: ${waiting}`,
    `  ${say('jangkar', 'anchors')}: ${anchors}`,
    `  ${say('sidik ujung', 'head')}: ${headHash ?? '-'}`,
    '',
  ].join('\n')
}

async function anchor(db: Db, out: string | undefined): Promise<void> {
  while ((await sealEvents(db)) > 0) {}
  const made = await anchorNow(db, today(systemClock))
  if (!made) {
    process.stdout.write(`${say('Jejak masih kosong.', 'The trail is still empty.')}\n`)
    return
  }
  if (out === undefined) {
    process.stdout.write(anchorText(made, cliLanguage()))
    return
  }
  const page = /\.html?$/i.test(out) ? anchorHtml : anchorText
  try {
    writeFileSync(out, page(made, cliLanguage()))
  } catch (cause) {
    throw new AppError('file-not-writable', { path: out }, { cause })
  }
  process.stdout.write(`${out}\n`)
}

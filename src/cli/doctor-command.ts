import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { systemClock } from '#platform/clock'
import { freeBytes, leastFreeBytes, nearestFolder } from '#platform/disk-space'
import { AppError } from '#platform/errors'
import { findLockHolder } from '#platform/folder-lock'
import type { StorePlace } from '#platform/open-store'
import { sayError } from '#platform/say-error'
import { fileWeaknesses, findWeaknesses, isOwnMachine, type Weakness, worstOf } from '#upkeep'
import { webState } from './build-web.ts'
import { httpsName, httpsTrouble, type ServedAt } from './https-checks.ts'
import { cliLanguage, say } from './language.ts'
import { defaultDataFolder, openOffice, storePlace } from './open-office.ts'
import { type CertificateFiles, readCertificate } from './own-certificate.ts'
import { checkPort } from './port.ts'
import { readSignInSettings } from './sign-in-settings.ts'
import { wholeNumber } from './whole-number.ts'

interface Check {
  readonly name: string
  /** What is wrong and what to do; undefined: in order. */
  readonly trouble?: string | undefined
}

/** `betang doctor`: what is in order, what is not or is weak, and what to do. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .option('--port <n>', say('nomor port', 'port number'), wholeNumber(1, 65_535), 8080)
    .description(
      say(
        'Periksa apakah Betang bisa berjalan di sini, dan apakah pengaturannya aman',
        'Check whether Betang can run here, and whether its settings are safe',
      ),
    )
    .option('--host <address>', say('alamat yang dilayani', 'address to serve'), '127.0.0.1')
    .option('--behind-https', say('di belakang perantara HTTPS', 'behind an HTTPS proxy'))
    .option('--cert <file>', say('sertifikat HTTPS sendiri (PEM)', 'own HTTPS certificate (PEM)'))
    .option('--key <file>', say('kunci sertifikat itu (PEM)', 'key of that certificate (PEM)'))
    .action(async (options: DoctorOptions) => {
      const { checks, weaknesses } = await runChecks(options)
      for (const { name, trouble } of checks) {
        process.stdout.write(trouble === undefined ? `✓ ${name}\n` : `✗ ${name}: ${trouble}\n`)
      }
      process.stdout.write(weaknesses.map(weaknessLine).join(''))
      if (worstOf(weaknesses) === 'grave' || checks.some(({ trouble }) => trouble !== undefined))
        process.exitCode = 1
    })
}

function weaknessLine({ code, state, meaning, about = [], remedy }: Weakness): string {
  const language = cliLanguage()
  const what = [meaning[language], about.join(', ')].filter(Boolean).join(': ')
  return `${state === 'grave' ? '✗' : '!'} ${what}. ${remedy[language]}. (${code})\n`
}

interface DoctorOptions extends ServedAt {
  readonly data: string
  readonly port: number
}

interface Findings {
  readonly checks: readonly Check[]
  readonly weaknesses: readonly Weakness[]
}

async function runChecks(options: DoctorOptions): Promise<Findings> {
  const { data, port } = options
  const place = storePlace(data)
  const holder = 'folder' in place ? await findLockHolder(data) : undefined
  const folderChecks: Check[] =
    'folder' in place
      ? [
          {
            name: `${say('Folder data', 'Data folder')} ${path.resolve(data)}`,
            trouble: folderTrouble(data),
          },
          { name: say('Ruang disk', 'Disk space'), trouble: spaceTrouble(data) },
        ]
      : []
  const stored: Findings = holder
    ? { checks: [runningCheck(holder.pid)], weaknesses: fileWeaknesses({ dataFolder: data }) }
    : await storeFindings(options, place)
  const checks: Check[] = [
    { name: `Node ${process.versions.node}`, trouble: nodeTrouble() },
    { name: say('Halaman web', 'Web pages'), trouble: await webTrouble() },
    {
      name: httpsName(options),
      trouble: httpsTrouble(options) ?? (await certificateTrouble(options)),
    },
    {
      name: say('Pengaturan masuk', 'Sign-in settings'),
      trouble: await faultOf(readSignInSettings().then(() => undefined)),
    },
    ...folderChecks,
    ...stored.checks,
    ...(holder
      ? []
      : [{ name: `Port ${port}`, trouble: await faultOf(checkPort(port, '127.0.0.1')) }]),
  ]
  return { checks, weaknesses: stored.weaknesses }
}

function runningCheck(pid: number): Check {
  return {
    name: say(
      `Betang sedang berjalan (proses ${pid}); penyimpanan, akun, cadangan dan port diperiksa di halaman Kesehatan sistem`,
      `Betang is running (process ${pid}); the page System health checks store, accounts, backups and port`,
    ),
  }
}

function nodeTrouble(): string | undefined {
  if (Number(process.versions.node.split('.')[0]) >= 24) return undefined
  return say('perlu Node 24; jalankan "npm ci"', 'Node 24 is needed; run "npm ci"')
}

async function webTrouble(): Promise<string | undefined> {
  if ((await webState()) !== 'cannot-build') return undefined
  return say(
    'belum dibangun dan alat pembangunnya tidak terpasang; jalankan "npm ci" tanpa --omit=dev',
    'not built, and what builds them is not installed; run "npm ci" without --omit=dev',
  )
}

function folderTrouble(data: string): string | undefined {
  const probe = path.join(nearestFolder(data), `.betang-probe-${process.pid}`)
  try {
    // Root passes an access check on a read-only disk; only writing tells.
    mkdirSync(probe)
    writeFileSync(path.join(probe, 'probe'), '')
    return undefined
  } catch {
    return say(
      'tidak bisa ditulis; beri izin, atau pilih folder lain dengan --data',
      'cannot be written; grant permission, or choose another with --data',
    )
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}

function spaceTrouble(data: string): string | undefined {
  const free = freeBytes(data)
  if (free >= leastFreeBytes) return undefined
  const [left, needed] = [free, leastFreeBytes].map((bytes) => Math.floor(bytes / 1e6))
  return say(
    `tersisa ${left} MB, perlu ${needed} MB; kosongkan disk`,
    `${left} MB left, ${needed} MB needed; free some space`,
  )
}

/** Opens what is there; a folder without a store is not made for a check. */
async function storeFindings(options: DoctorOptions, place: StorePlace): Promise<Findings> {
  if ('folder' in place && !existsSync(path.join(place.folder, 'postgres'))) {
    const name = say('Penyimpanan: belum ada, dibuat saat mulai', 'Store: none yet, made at start')
    return { checks: [{ name }], weaknesses: [] }
  }
  let weaknesses: readonly Weakness[] = []
  const trouble = await faultOf(
    openOffice(place).then(async ({ store }) => {
      try {
        const isOpenToOthers = !isOwnMachine(options)
        weaknesses = await findWeaknesses(store, place, { isOpenToOthers, clock: systemClock })
      } finally {
        await store.close()
      }
    }),
  )
  const name = say('Penyimpanan dan kunci NIK', 'Store and key of the NIK')
  return { checks: [{ name, trouble }], weaknesses }
}

async function certificateTrouble({ cert, key }: ServedAt): Promise<string | undefined> {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) {
    return say('--cert dan --key ditulis bersama', '--cert and --key go together')
  }
  return faultOf(checkCertificate({ cert, key }))
}

async function checkCertificate(files: CertificateFiles): Promise<void> {
  readCertificate(files, systemClock())
}

async function faultOf(work: Promise<void>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof AppError) return `${sayError(error, cliLanguage())} (${error.code})`
    throw error
  }
}

import path from 'node:path'
import type { Command } from 'commander'
import { createFirstAccount, type FirstAccount, startSealer } from '#access'
import { type Relay, startRelay } from '#exchange'
import { readFileKind, readKeptFile } from '#intake'
import { systemClock } from '#platform/clock'
import { AppError } from '#platform/errors'
import { openJobs } from '#platform/jobs'
import { type Networks, readNetworks } from '#platform/networks'
import type { Store } from '#platform/open-store'
import { systemRandom } from '#platform/random'
import { findDukcapil, readSecondShare } from '#registry'
import { writeSample } from '#sample'
import type { Machine } from '#upkeep'
import { buildApi } from '../api/build-api.ts'
import { listsJobKind } from '../api/lists-job-routes.ts'
import { keepRegister, makeRegister } from '../flow-job.ts'
import { runInThread } from '../flow-thread.ts'
import { copyFolder, keepBackups } from './backup/keep-backups.ts'
import { buildWeb, webFolder } from './build-web.ts'
import { httpsTrouble, isHttps } from './https-checks.ts'
import { say } from './language.ts'
import { openServerLog } from './log-file.ts'
import { defaultDataFolder, type Office, openOffice, storePlace } from './open-office.ts'
import { certificateEnd, type OwnCertificate, readCertificate } from './own-certificate.ts'
import { checkPort } from './port.ts'
import { progressLines } from './progress-lines.ts'
import { programmesDir } from './run-command.ts'
import { keepRun } from './save-to-folder.ts'
import { readSignInSettings, type SignInSettings } from './sign-in-settings.ts'
import { welcome } from './welcome.ts'
import { wholeNumber } from './whole-number.ts'

interface ServeOptions {
  readonly data: string
  readonly port: number
  readonly host: string
  readonly behindHttps?: boolean
  readonly cert?: string
  readonly key?: string
}

/** What was read before the work begins, so that a fault shows at once. */
interface ServeParts {
  readonly certificate: OwnCertificate | undefined
  readonly settings: SignInSettings
}

const samplePersons = 20_000
const sampleSeed = 20250701

/** `betang serve`, and `betang start`, which brings in the sample city where nothing is stored yet. */
export function registerServe(program: Command): void {
  const withOptions = (command: Command): Command =>
    command
      .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
      .option('--port <n>', say('nomor port', 'port number'), wholeNumber(1, 65_535), 8080)
      .option('--host <address>', say('alamat yang dilayani', 'address to serve'), '127.0.0.1')
      .option(
        '--behind-https',
        say(
          'di belakang perantara HTTPS di komputer ini: kuki aman',
          'behind an HTTPS proxy on this machine: secure cookies',
        ),
      )
      .option('--cert <file>', say('sertifikat HTTPS sendiri (PEM)', 'own HTTPS certificate (PEM)'))
      .option('--key <file>', say('kunci sertifikat itu (PEM)', 'key of that certificate (PEM)'))
  withOptions(
    program
      .command('start')
      .description(
        say(
          'Mulai: kota contoh bila masih kosong, lalu buka halamannya',
          'Start: the sample city while nothing is stored, then the pages',
        ),
      ),
  ).action((options: ServeOptions, command: Command) => serve(options, true, command))
  withOptions(
    program
      .command('serve')
      .description(say('Layani halaman dari folder data', 'Serve the pages of a data folder')),
  ).action((options: ServeOptions, command: Command) => serve(options, false, command))
}

async function serve(options: ServeOptions, withSample: boolean, command: Command): Promise<void> {
  if ((options.cert === undefined) !== (options.key === undefined)) {
    command.error(say('--cert dan --key ditulis bersama', '--cert and --key go together'))
  }
  const { cert, key } = options
  const certificate = cert && key ? readCertificate({ cert, key }, systemClock()) : undefined
  if (httpsTrouble(options) !== undefined)
    throw new AppError('https-missing', { host: options.host })
  const settings = await readSignInSettings()
  const stop = stopSignal()
  await checkPort(options.port, options.host)
  await buildWeb((line) => process.stderr.write(`${line}\n`))
  const office = await openOffice(storePlace(options.data))
  try {
    if (withSample && !(await hasRun(office.store))) await bringInSample(office, options.data, stop)
    if (!stop.aborted) await serveOffice(office, { ...options, certificate, settings }, stop)
  } finally {
    await office.store.close()
  }
}

async function serveOffice(
  { store, secrets }: Office,
  options: ServeOptions & ServeParts,
  stop: AbortSignal,
): Promise<void> {
  const networks = webhookNetworks()
  const secondShare = readSecondShare(process.env)
  const log = openServerLog(store)
  const jobs = await openJobs(store, log, [listsJobKind, readFileKind])
  const api = await buildApi({
    store,
    secrets,
    jobs,
    log,
    webDir: webFolder,
    isHttps: isHttps(options),
    isBehindProxy: options.behindHttps === true,
    certificate: options.certificate,
    networks,
    secondShare,
    machine: describeMachine(store, options),
    isDukcapilConnected: findDukcapil() !== undefined,
    ...options.settings,
  })
  const sealer = startSealer(store.db, { clock: systemClock, log })
  let relay: Relay | undefined
  try {
    relay = await startRelay({
      db: store.db,
      errands: jobs.errands,
      secrets,
      networks,
      clock: systemClock,
      log,
    })
    await jobs.work(listsJobKind, (run) => makeRegister({ store, secrets, programmesDir }, run))
    const reading = { db: store.db, secrets, clock: systemClock }
    await jobs.work(readFileKind.kind, (run) => readKeptFile(reading, run))
    await api.listen({ port: options.port, host: options.host })
    const first: FirstAccount | undefined = await createFirstAccount(store.db, systemRandom)
    process.stdout.write(welcome(options, store, first))
    const backups = keepBackups(store, log, systemClock)
    const register = keepRegister(store.db, { jobs, kind: listsJobKind, log })
    await aborted(stop)
    backups.stop()
    await register.stop()
  } finally {
    await api.close()
    await relay?.stop()
    await jobs.close()
    await sealer.close()
  }
}

/** What the page of health cannot learn from the store. */
function describeMachine(store: Store, options: ServeOptions & ServeParts): Machine {
  const { certificate } = options
  return {
    place: storePlace(options.data),
    served: {
      host: options.host,
      port: options.port,
      isHttps: isHttps(options),
      isBehindProxy: options.behindHttps === true,
      ...(certificate && { certificateUntil: certificateEnd(certificate) }),
    },
    copyFolder: copyFolder(store),
    env: process.env,
    startedAt: systemClock(),
  }
}

/** Where messages to other systems may go. @throws AppError `networks-unreadable`. */
function webhookNetworks(env: NodeJS.ProcessEnv = process.env): Networks {
  const networks = readNetworks(env.BETANG_WEBHOOK_NETWORKS ?? '')
  if (!networks) throw new AppError('networks-unreadable', {})
  return networks
}

/** Whether anything was ever stored. */
async function hasRun({ db }: Store): Promise<boolean> {
  const row = await db
    .selectFrom('run_state')
    .select('key')
    .where('key', '=', 'dashboard')
    .executeTakeFirst()
  return row !== undefined
}

async function bringInSample(
  { store, secrets }: Office,
  data: string,
  stop: AbortSignal,
): Promise<void> {
  const lists = path.join(data, 'daftar-contoh')
  process.stderr.write(
    `${say('Membuat kota contoh di', 'Making the sample city in')} ${path.resolve(lists)}\n`,
  )
  await writeSample({ persons: samplePersons, seed: sampleSeed, out: lists })
  const progress = progressLines(process.stderr)
  try {
    const request = { dir: lists, programmesDir }
    const run = await runInThread(request, { onProgress: progress.tell, signal: stop })
    await keepRun(run, lists, { store, secrets, programmesDir, onProgress: progress.tell })
  } catch (error) {
    if (!stop.aborted) throw error
  } finally {
    progress.end()
  }
}

/** Aborted when somebody asks the process to stop; a second time ends it at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort())
  }
  return controller.signal
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

import { tmpdir } from 'node:os'
import { findAnchors, findSealLag } from '#access'
import { countUndelivered } from '#exchange'
import { findDrill } from '#platform/backup/drills'
import { findBackups } from '#platform/backup/last-backups'
import type { Clock } from '#platform/clock'
import { countJobs } from '#platform/count-jobs'
import { freeBytes } from '#platform/disk-space'
import { readMigrations } from '#platform/migrations'
import type { Store } from '#platform/open-store'
import { sayMoment } from '#platform/words'
import type { Finding } from '../finding.ts'
import { betangVersion, isOwnMachine, type Machine } from '../machine.ts'
import { findWeaknesses } from '../weaknesses/find-weaknesses.ts'
import { backupFindings } from './backup-findings.ts'
import { dukcapilFinding } from './dukcapil-finding.ts'
import { httpsFinding } from './network-findings.ts'
import { askStore, diskFinding, storeFinding } from './store-findings.ts'
import { anchorFinding, sealingFinding } from './trail-findings.ts'
import { failureDays, jobsFinding, messagesFinding } from './work-findings.ts'

export interface HealthParts {
  readonly store: Store
  readonly machine: Machine
  readonly clock: Clock
}

const dayMs = 24 * 60 * 60_000

/** How everything stands that an administrator answers for. */
export async function findHealth({ store, machine, clock }: HealthParts): Promise<Finding[]> {
  const { db } = store
  const now = clock()
  const failuresSince = new Date(now.getTime() - failureDays * dayMs)
  const weaknesses = await findWeaknesses(store, machine.place, {
    isOpenToOthers: !isOwnMachine(machine.served),
    clock,
    env: machine.env,
  })
  /** Told below with what is good about it. */
  const others = weaknesses.filter(({ group }) => group !== 'backup')
  const isAnchorOld = others.some(({ code }) => code === 'anchor-old')
  const [anchor] = await findAnchors(db, 1)
  return [
    systemFinding(machine),
    ...(await storeFindings(store, machine)),
    ...backupFindings(
      {
        ...(await findBackups(db)),
        isServer: store.kind === 'server',
        drill: findDrill(store.storeId, machine.env),
        keepsCopies: machine.copyFolder !== undefined,
      },
      now,
    ),
    sealingFinding(await findSealLag(db), now),
    ...(isAnchorOld ? [] : [anchorFinding(anchor)]),
    jobsFinding(await countJobs(db, failuresSince), now),
    messagesFinding(await countUndelivered(db, failuresSince), now),
    httpsFinding(machine.served, now),
    dukcapilFinding(machine.env),
    ...(others.some(({ group }) => group === 'safety') ? [] : [nothingWeak]),
    ...others,
  ]
}

function systemFinding({ startedAt }: Machine): Finding {
  const since = sayMoment(startedAt)
  const versions = `Betang ${betangVersion()}, Node ${process.versions.node}, ${process.platform} ${process.arch}`
  return {
    code: 'version',
    group: 'system',
    state: 'good',
    meaning: {
      id: `${versions}, berjalan sejak ${since.id}`,
      en: `${versions}, running since ${since.en}`,
    },
  }
}

async function storeFindings(store: Store, { place, copyFolder }: Machine): Promise<Finding[]> {
  const asked = await askStore(store.db)
  const migrationsKnown = readMigrations().length
  // The disk of a server is not seen from here; that of the copies and drills is.
  const folder = 'folder' in place ? place.folder : (copyFolder ?? tmpdir())
  return [
    storeFinding({ ...asked, migrationsKnown, kind: store.kind, place: store.place }),
    diskFinding({
      freeBytes: freeBytes(folder),
      storeBytes: 'url' in place ? 0 : asked.sizeBytes,
      folder,
    }),
  ]
}

const nothingWeak: Finding = {
  code: 'safety',
  group: 'safety',
  state: 'good',
  meaning: {
    id: 'Tidak ada akun, kunci atau berkas yang lemah',
    en: 'No weak account, key or file',
  },
}

import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { leastFreeBytes } from '#platform/disk-space'
import { inEach, saySize } from '#platform/words'
import type { Finding } from '../finding.ts'

/** What a store says of itself. */
export interface StoreFacts {
  readonly kind: 'embedded' | 'server'
  readonly place: string
  /** `17.6` */
  readonly engineVersion: string
  readonly sizeBytes: number
  readonly migrationsRun: number
  readonly migrationsKnown: number
}

/** Version of the engine, size, migrations run. */
export async function askStore(
  db: Db,
): Promise<Pick<StoreFacts, 'engineVersion' | 'sizeBytes' | 'migrationsRun'>> {
  const { rows } = await sql<{ version: string; size: number; run: number }>`
    select current_setting('server_version') as version,
      pg_database_size(current_database()) as size,
      (select count(*)::integer from schema_migration) as run`.execute(db)
  const { version = '', size = 0, run = 0 } = rows[0] ?? {}
  return {
    engineVersion: version.split(' ')[0] ?? '',
    sizeBytes: Number(size),
    migrationsRun: run,
  }
}

export function storeFinding(facts: StoreFacts): Finding {
  const { kind, engineVersion, migrationsRun, migrationsKnown } = facts
  const size = saySize(facts.sizeBytes)
  const isNewest = migrationsRun === migrationsKnown
  const meaning = {
    id: `${kind === 'server' ? `Server PostgreSQL ${engineVersion}` : `Penyimpanan satu kantor (PostgreSQL ${engineVersion} tertanam)`}, ${size.id}, ${migrationsRun} dari ${migrationsKnown} langkah tabel`,
    en: `${kind === 'server' ? `PostgreSQL server ${engineVersion}` : `Store of one office (embedded PostgreSQL ${engineVersion})`}, ${size.en}, ${migrationsRun} of ${migrationsKnown} migrations`,
  }
  const shared = { group: 'store', meaning, about: [facts.place] } as const
  if (isNewest) return { ...shared, code: 'store', state: 'good' }
  return {
    ...shared,
    code: 'store-version',
    state: 'grave',
    remedy: {
      id: 'Mulai ulang Betang agar versinya sama dengan tabelnya',
      en: 'Start Betang anew, so that its version is that of its tables',
    },
  }
}

const comfortableBytes = 5 * leastFreeBytes

/** Room for a run of the lists and a backup beside the store. */
export function diskFinding(facts: {
  readonly freeBytes: number
  readonly storeBytes: number
  readonly folder: string
}): Finding {
  const { freeBytes, storeBytes } = facts
  const free = saySize(freeBytes)
  const isShort = freeBytes < leastFreeBytes
  const isTight = freeBytes < Math.max(comfortableBytes, 2 * storeBytes)
  const meaning = inEach((language) =>
    language === 'en' ? `${free.en} of disk space left` : `Ruang disk tersisa ${free.id}`,
  )
  const shared = { group: 'store', meaning, about: [facts.folder] } as const
  if (!isTight) return { ...shared, code: 'disk-space', state: 'good' }
  return {
    ...shared,
    code: 'disk-space-short',
    state: isShort ? 'grave' : 'look',
    remedy: {
      id: 'Kosongkan disk, atau pindahkan cadangan lama ke disk lain',
      en: 'Free some space, or move old backups to another disk',
    },
  }
}

import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import { readAddress } from '#platform/server-address'
import type { Weakness } from '../finding.ts'

export interface ServerFacts {
  readonly isSuperuser: boolean
  readonly isEncrypted: boolean
  readonly isOtherHost: boolean
  /** TLS without a look at the server's certificate: anyone in between may answer. */
  readonly isUnchecked: boolean
  /** How far this computer's clock is ahead of the server's. */
  readonly aheadMs: number
}

const skewMsMost = 60_000

export async function findServerFacts(db: Db, url: string, clock: Clock): Promise<ServerFacts> {
  const before = clock().getTime()
  const { rows } = await sql<{ is_superuser: boolean; is_encrypted: boolean; now: string }>`
    select (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
      coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as is_encrypted,
      clock_timestamp() as now`.execute(db)
  const here = (before + clock().getTime()) / 2
  const { isOtherHost, isUnchecked } = readAddress(url)
  const row = rows[0] ?? { is_superuser: false, is_encrypted: false, now: clock().toISOString() }
  return {
    isSuperuser: row.is_superuser,
    isEncrypted: row.is_encrypted,
    aheadMs: here - Date.parse(row.now),
    isOtherHost,
    isUnchecked,
  }
}

export function serverWeaknesses(facts: ServerFacts): Weakness[] {
  const found: Weakness[] = []
  if (facts.isSuperuser) {
    found.push({
      code: 'database-superuser',
      group: 'store',
      state: 'grave',
      meaning: {
        id: 'DATABASE_URL memakai superuser: satu celah membuka seluruh server',
        en: 'DATABASE_URL signs in as a superuser: one hole opens the whole server',
      },
      remedy: {
        id: 'Buat pengguna yang hanya memiliki basis data ini (lihat docs/guides/running.md)',
        en: 'Make a user that owns this database only (see docs/guides/running.md)',
      },
    })
  }
  if (facts.isOtherHost && !facts.isEncrypted) {
    found.push({
      code: 'database-tls-missing',
      group: 'store',
      state: 'grave',
      meaning: {
        id: 'Sambungan ke server basis data tidak terenkripsi',
        en: 'The connection to the database server is not encrypted',
      },
      remedy: {
        id: 'Nyalakan TLS di server, lalu tambahkan ?sslmode=verify-full pada DATABASE_URL',
        en: 'Turn on TLS there, then add ?sslmode=verify-full to DATABASE_URL',
      },
    })
  }
  if (facts.isOtherHost && facts.isEncrypted && facts.isUnchecked) {
    found.push({
      code: 'database-certificate-unchecked',
      group: 'store',
      state: 'look',
      meaning: {
        id: 'Sertifikat server basis data tidak diperiksa (sslmode=no-verify)',
        en: 'The certificate of the database server is not checked (sslmode=no-verify)',
      },
      remedy: {
        id: 'Pakai sslmode=verify-full dengan sslrootcert',
        en: 'Use sslmode=verify-full with sslrootcert',
      },
    })
  }
  if (Math.abs(facts.aheadMs) > skewMsMost) {
    const seconds = Math.round(Math.abs(facts.aheadMs) / 1000)
    found.push({
      code: 'clock-skew',
      group: 'store',
      state: 'look',
      meaning: {
        id: `Jam komputer ini dan server berselisih ${seconds} detik`,
        en: `The clocks of this computer and the server differ by ${seconds} seconds`,
      },
      remedy: { id: 'Setel keduanya dengan NTP', en: 'Set both by NTP' },
    })
  }
  return found
}

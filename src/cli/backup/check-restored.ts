import { verifyChain } from '#access'
import { countAll } from '#platform/backup/copy-store'
import { findCountFaults } from '#platform/backup/fill-store'
import type { Restored } from '#platform/backup/restore-store'
import { readMigrations } from '#platform/migrations'
import { isStoreKey } from '#platform/secrets'
import { say } from '../language.ts'

/** One thing that a restored store must show. */
export interface RestoredCheck {
  readonly name: string
  readonly isGood: boolean
  readonly seconds: number
}

/** What proves that a backup is a whole office: rows, trail of access, tables of this version, key. */
export async function checkRestored(
  { store, manifest, storeKey }: Restored,
  nowMs: () => number,
): Promise<RestoredCheck[]> {
  const checks: RestoredCheck[] = []
  async function add(work: () => Promise<readonly [name: string, isGood: boolean]>): Promise<void> {
    const startMs = nowMs()
    const [name, isGood] = await work()
    checks.push({ name, isGood, seconds: (nowMs() - startMs) / 1000 })
  }
  await add(async () => {
    const faults = await findCountFaults(store.db, manifest)
    const tables = faults.map(({ table, expected, found }) => `${table} ${found}/${expected}`)
    const name = say(
      `${countAll(manifest)} baris dalam ${manifest.tables.length} tabel`,
      `${countAll(manifest)} rows in ${manifest.tables.length} tables`,
    )
    return [[name, ...tables].join(', '), faults.length === 0]
  })
  await add(async () => {
    const { entries, waiting, faults } = await verifyChain(store.db)
    const name = say(
      `jejak akses: ${entries} entri, ${waiting} menunggu segel, ${faults.length} temuan`,
      `access trail: ${entries} entries, ${waiting} waiting, ${faults.length} faults`,
    )
    return [name, faults.length === 0]
  })
  await add(async () => {
    const applied = await store.db.selectFrom('schema_migration').select('name').execute()
    const known = readMigrations()
    const name = say(
      `${applied.length} dari ${known.length} langkah tabel`,
      `${applied.length} of ${known.length} migrations`,
    )
    return [name, applied.length === known.length]
  })
  await add(async () => [
    say('kunci NIK sesuai datanya', 'key of the NIK fits the data'),
    await isStoreKey(store, storeKey),
  ])
  return checks
}

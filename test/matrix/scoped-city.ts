import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { refreshScope } from '#access'
import type { Db } from '#platform/db'
import { openStore, type Store } from '#platform/open-store'
import { writeSample } from '#sample'
import { runMainJob } from '../../src/flow.ts'
import { saveRun } from '../../src/flow-store.ts'
import { testSecrets } from '../api.ts'
import type { Engine } from '../database.ts'
import { createDatabase } from '../postgres.ts'

const programmesDir = fileURLToPath(new URL('../../programmes', import.meta.url))
const persons = 260
const seed = 11

/** Organisations of the city with the names that its lists and offers call them by. */
export const organisations = [
  { organisation_id: 'tkpk', name: 'Sekretariat TKPK', kind: 'secretariat', sectors: [] },
  { organisation_id: 'dinkes', name: 'Dinas Kesehatan', kind: 'agency', sectors: ['health'] },
  { organisation_id: 'disdik', name: 'Dinas Pendidikan', kind: 'agency', sectors: [] },
  { organisation_id: 'partner-a', name: 'BAZNAS', kind: 'partner', sectors: [] },
  { organisation_id: 'empty', name: 'Kantor tanpa daftar', kind: 'agency', sectors: [] },
] as const

const stores = new Map<Engine, Promise<Store>>()

/** A store with a sample city and its organisations; made once a worker, never changed by a test. */
export function openScopedCity(engine: Engine): Promise<Store> {
  const open = stores.get(engine) ?? makeScopedCity(engine)
  stores.set(engine, open)
  return open
}

async function makeScopedCity(engine: Engine): Promise<Store> {
  const dir = mkdtempSync(path.join(tmpdir(), 'betang-scope-'))
  await writeSample({ persons, seed, out: dir })
  const makeRun = () => runMainJob({ dir, programmesDir, nowMs: () => performance.now() })
  const run = await makeRun()
  // Before two of its lists came, the city had other persons, families and values.
  for (const file of readdirSync(dir).filter((name) => /RTLH|Disabilitas/.test(name))) {
    rmSync(path.join(dir, file))
  }
  const earlier = await makeRun()
  rmSync(dir, { recursive: true })
  const store = await openStore(
    engine === 'PGlite' ? { memory: true } : { url: await createDatabase(inject('postgresHome')) },
  )
  await saveRun(earlier, { store, secrets: testSecrets })
  await sql`update subject_version set recorded_from = '2026-01-05T02:00:00Z'`.execute(store.db)
  await saveRun(run, { store, secrets: testSecrets })
  await addOrganisations(store.db)
  await refreshScope(store.db)
  return store
}

async function addOrganisations(db: Db): Promise<void> {
  for (const { sectors, ...organisation } of organisations) {
    await db
      .insertInto('organisation')
      .values({ ...organisation, sectors: [...sectors] })
      .execute()
  }
  // Whoever keeps the list of pupils is the education agency here, and so on: by list, not by name.
  await alias(
    db,
    'disdik',
    sql`select provider from list_sheet where provider is not null order by sheet_no limit 2`,
  )
  await alias(db, 'partner-a', sql`select provider from offer order by offer_id limit 1`)
}

async function alias(db: Db, organisationId: string, providers: ReturnType<typeof sql>) {
  await sql`
    insert into organisation_alias (alias_key, organisation_id)
    select distinct provider_key(provider), ${organisationId}::text from (${providers}) as p (provider)
    on conflict do nothing`.execute(db)
}

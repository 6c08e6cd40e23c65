import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { refreshScope } from '#access'
import type { Db } from '#platform/db'
import { openStore, type Store } from '#platform/open-store'
import { writeSample } from '#sample'
import { runMainJob } from '../../src/flow.ts'
import { saveRun } from '../../src/flow-store.ts'
import { testSecrets } from '../api.ts'
import { copyStore, type Engine, type Stock } from '../database.ts'

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

/** A store with a sample city and its organisations; one a worker, never changed by a test. */
export function openScopedCity(engine: Engine): Promise<Store> {
  const open = stores.get(engine) ?? copyStore(engine, city).then((place) => openStore(place))
  stores.set(engine, open)
  return open
}

const city: Stock = { name: 'scoped-city', fill: fillCity }

async function fillCity(store: Store): Promise<void> {
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
  await saveRun(earlier, { store, secrets: testSecrets })
  await sql`update subject_version set recorded_from = '2026-01-05T02:00:00Z'`.execute(store.db)
  await sql`update dwelling_stay set recorded_from = '2026-01-05T02:00:00Z'`.execute(store.db)
  await saveRun(run, { store, secrets: testSecrets })
  await addOrganisations(store.db)
  await addGroups(store.db)
  await addJudgements(store.db)
  await refreshScope(store.db)
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

/**
 * Three groups: of one ward, of another that was renamed and closed, and one of an agency. In each are
 * persons from all over the city, one of them under an id that was joined into another.
 */
async function addGroups(db: Db): Promise<void> {
  await db
    .insertInto('account')
    .values({
      account_id: 'groupmaker',
      organisation_id: 'tkpk',
      user_name: 'groupmaker',
      display_name: 'Rina',
      password_hash: '',
    })
    .execute()
  const written = {
    made_by: 'groupmaker',
    undone_by: null,
    undone_at: null,
    organisation_id: 'tkpk',
  }
  const groups = [
    { ward: '62.71.03.1002', organisation_id: 'tkpk', kind: 'kube' },
    { ward: '62.71.01.1003', organisation_id: 'tkpk', kind: 'women-farmers' },
    { ward: '62.71.03.1001', organisation_id: 'dinkes', kind: 'dasawisma' },
  ].map((group, no) => ({
    ...written,
    ...group,
    group_id: `kelompok${no}k`,
    name: `Kelompok ${no}`,
    address: null,
    since: '2024-01-01',
  }))
  await db.insertInto('community_group').values(groups).execute()
  const change = { ...written, group_id: 'kelompok1k', name: null, reason: null }
  await db
    .insertInto('group_change')
    .values([
      { ...change, kind: 'renamed', valid_from: '2025-01-01', name: 'Kelompok baru' },
      { ...change, kind: 'closed', valid_from: '2026-04-01', reason: 'anggota pindah' },
    ])
    .execute()
  const { rows } = await sql<{ person_id: string }>`
    (select person_id from person order by person_id limit 40)
    union all (select subject_id from subject_alias where kind = 'person' and recorded_to is null
      order by subject_id limit 5)`.execute(db)
  const joined = rows.map(({ person_id }, no) => ({
    ...written,
    group_id: `kelompok${no % 3}k`,
    kind: 'joined' as const,
    person_id,
    valid_from: '2025-02-01',
    role: no < 3 ? ('chair' as const) : ('member' as const),
    joined_no: null,
  }))
  const made = await db
    .insertInto('group_member_change')
    .values(joined)
    .returning(['change_no', 'group_id', 'person_id'])
    .execute()
  const leaving = made.filter((_, no) => no % 5 === 0)
  await db
    .insertInto('group_member_change')
    .values(
      leaving.map(({ change_no, ...line }) => ({
        ...written,
        ...line,
        kind: 'left' as const,
        valid_from: '2026-02-01',
        role: null,
        joined_no: change_no,
      })),
    )
    .execute()
}

/**
 * Answers about pairs of neighbours in the lists, all over the city: every third waits for a second look, in
 * every third two differ, in every third they agree.
 */
async function addJudgements(db: Db): Promise<void> {
  await sql`
    with place as (
      select row_number() over (order by r.row_no) as no,
        jsonb_build_object('file', s.file, 'sheet', s.sheet, 'row', r.row) as ref
      from import_row r join list_sheet s using (sheet_no)),
    pair as (
      select one.no, least(one.ref, two.ref) as left_ref, greatest(one.ref, two.ref) as right_ref
      from place one join place two on two.no = one.no + 1 where one.no % 11 = 0)
    insert into pair_judgement (left_ref, right_ref, turn, answer, weight_bits, probability, evidence, draw,
      organisation_id, judged_by)
    select left_ref, right_ref, 1, 'same-person', 1.5, 0.7, '[]'::jsonb, 0.05, 'tkpk', 'groupmaker' from pair
    union all
    select left_ref, right_ref, 2, case no % 3 when 1 then 'same-person' else 'other-person' end,
      null, null, null, null, 'dinkes', 'groupmaker'
    from pair where no % 3 > 0`.execute(db)
}

async function alias(db: Db, organisationId: string, providers: ReturnType<typeof sql>) {
  await sql`
    insert into organisation_alias (alias_key, organisation_id)
    select distinct provider_key(provider), ${organisationId}::text from (${providers}) as p (provider)
    on conflict do nothing`.execute(db)
}

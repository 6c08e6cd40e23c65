import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { asViewer, type Viewer } from '#platform/scoped-db'
import { familyFields, memberFields } from '../../src/programme/field-catalogue.ts'
import { engines } from '../database.ts'
import { openScopedCity } from './scoped-city.ts'

/** Tables that hold no data of a person, each for the reason said; every other has row policies. */
const withoutPersons = {
  organisation: 'offices and firms',
  organisation_alias: 'their names',
  list_sheet: 'what a list is about',
  file_fault: 'files that cannot be read',
  family_reach: 'keys alone; read by the policies',
  allocation_plan: 'totals',
  budget_line: 'budgets',
  linkage_threshold: 'how sure the linkage must be',
  run_state: 'catalogue and totals; the view shows named keys',
  job: 'progress of background work',
  idempotency_key: 'read by the account that wrote it, through the API alone',
  schema_migration: 'versions of the store',
} as const

/** What the reader's role may write or read besides the views. */
const readerRights = ['INSERT audit_event', 'SELECT organisation_alias']

const everything: Viewer = {
  accountId: 'a',
  grantId: 'g',
  role: 'secretariat',
  organisationId: 'tkpk',
  isOwnOrganisation: false,
  regions: null,
  dataClasses: ['general', 'family', 'health', 'disability', 'children', 'finances'],
  purpose: 'test',
}

async function namesOf(db: Db, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`${query}`.execute(db)
  return rows.map(({ name }) => name)
}

describe.each(engines)('every table on %s', (engine) => {
  it('has row policies, or no data of persons', async () => {
    const { db } = await openScopedCity(engine)
    const open = await namesOf(
      db,
      sql`select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity
        order by 1`,
    )
    expect(open).toEqual(Object.keys(withoutPersons).toSorted())
  })

  it('is out of the reader’s reach but for its view', async () => {
    const { db } = await openScopedCity(engine)
    const rights = await namesOf(
      db,
      sql`select privilege || ' ' || relname as name
        from pg_class, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as p (privilege)
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
          and has_table_privilege('betang_reader', oid, privilege) order by 1`,
    )
    expect(rights).toEqual(readerRights)
    const writable = await namesOf(
      db,
      sql`select privilege || ' ' || relname as name
        from pg_class, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as p (privilege)
        where relnamespace in ('scoped'::regnamespace, 'scoped_whole'::regnamespace)
          and has_table_privilege('betang_reader', oid, privilege)`,
    )
    expect(writable).toEqual([])
    const owners = await namesOf(
      db,
      sql`select distinct pg_get_userbyid(relowner)::text as name from pg_class
        where relnamespace in ('scoped'::regnamespace, 'scoped_whole'::regnamespace) and relkind = 'v'`,
    )
    expect(owners).toEqual(['betang_guard'])
  })

  it('shows no row without settings, before and after somebody had some', async () => {
    const { db } = await openScopedCity(engine)
    const counts = () =>
      db.transaction().execute(async (trx) => {
        await sql`select set_config('role', 'betang_reader', true),
          set_config('search_path', 'public', true)`.execute(trx)
        const views = await namesOf(
          trx,
          sql`select relnamespace::regnamespace || '.' || relname as name from pg_class
            where relnamespace in ('scoped'::regnamespace, 'scoped_whole'::regnamespace)
              and relkind = 'v' order by 1`,
        )
        const counted = new Map<string, number>()
        for (const view of views) {
          const { rows } = await sql<{ count: number }>`
            select count(*)::integer as count from ${sql.table(view)}`.execute(trx)
          counted.set(view, rows[0]?.count ?? -1)
        }
        return counted
      })
    const before = await counts()
    expect(before.size).toBeGreaterThan(15)
    expect([...before.values()].every((count) => count === 0)).toBe(true)
    const seen = await asViewer(db, everything, (scoped) =>
      scoped.selectFrom('family').select('family_id').execute(),
    )
    expect(seen.length).toBeGreaterThan(20)
    expect(await counts()).toEqual(before)
  })

  it('shows each viewer the own rows when a connection has kept the plans of others', async () => {
    const { db } = await openScopedCity(engine)
    const viewers: readonly Viewer[] = [
      everything,
      { ...everything, regions: ['62.71.03'] },
      { ...everything, dataClasses: ['general', 'family'] },
      { ...everything, regions: ['62.71.01'], dataClasses: ['general', 'family', 'finances'] },
    ]
    const seenBy = (inner: Db, viewer: Viewer) =>
      asViewer(inner, viewer, (scoped) =>
        scoped.selectFrom('need').select('need_id').where('score', '>=', 0).execute(),
      )
    // One connection throughout: a plan is kept from the sixth time on.
    await db.connection().execute(async (one) => {
      const first = new Map<Viewer, number>()
      for (let round = 0; round < 8; round++) {
        for (const viewer of viewers) {
          const { length } = await seenBy(one, viewer)
          expect(first.get(viewer) ?? length).toBe(length)
          first.set(viewer, length)
        }
      }
      expect(new Set(first.values()).size).toBe(viewers.length)
      const { rows } = await sql<{ plans: number }>`
        select count(*)::integer as plans from pg_prepared_statements
        where statement like '%kept:%'`.execute(one)
      expect(rows[0]?.plans).toBeGreaterThan(1)
    })
  })

  it('refuses the reader a write, and the owner’s rights', async () => {
    const { db } = await openScopedCity(engine)
    for (const statement of [
      sql`update family set ward = null`,
      sql`delete from person`,
      sql`select * from public.person`,
      sql`select * from account`,
      sql`select * from session`,
    ]) {
      await expect(asViewer(db, everything, (scoped) => statement.execute(scoped))).rejects.toThrow(
        /permission denied|cannot/,
      )
    }
  })
})

/** The class of every name that lists, rules and needs use; a new one must be put into a class. */
describe('the class of a field', () => {
  it('is known for each field of a list and each fact of a rule', async () => {
    const { db } = await openScopedCity('PGlite')
    const classOf = async (name: string) => {
      const { rows } = await sql<{ class: string }>`select field_class(${name}) as class`.execute(
        db,
      )
      return rows[0]?.class
    }
    for (const [name, expected] of Object.entries(classes)) {
      expect([name, await classOf(name)]).toEqual([name, expected])
    }
    expect(await classOf('a field that nobody has heard of')).toBe('specific')
    for (const name of [...Object.keys(familyFields), ...Object.keys(memberFields)]) {
      expect([name, await classOf(name)]).not.toEqual([name, 'specific'])
    }
  })
})

/** @source Law 27/2022, article 4(2): health, children, personal finances; disability as health apart. */
const classes = {
  chronicIllness: 'health',
  isPregnant: 'health',
  nutrition: 'health',
  jknStatus: 'health',
  lacks_jkn: 'health',
  lacks_nutr: 'health',
  lacks_preg: 'health',
  disability: 'disability',
  disabilitySeverity: 'disability',
  severe_disability: 'disability',
  lacks_disab: 'disability',
  schoolParticipation: 'children',
  in_school: 'children',
  orphan: 'children',
  lacks_ats: 'children',
  lacks_edu_cost: 'children',
  lacks_neglect: 'children',
  hasDebt: 'finances',
  amountRp: 'finances',
  lacks_income: 'finances',
  lacks_debt: 'finances',
  note: 'specific',
  aidText: 'specific',
  groundsText: 'specific',
  components: 'specific',
  name: 'family',
  ward: 'family',
  water: 'family',
  decile: 'family',
  'decile-1': 'family',
} as const

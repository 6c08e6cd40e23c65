import { sql } from 'kysely'
import type { Db } from '#platform/db'

/** What the running system says of itself; counts only. */
export type LiveFacts = Awaited<ReturnType<typeof findLiveFacts>>

/** Counts and switches for the assessment of impact, as they stand at this moment. */
export async function findLiveFacts(db: Db, now: Date) {
  const { rows: subjects } = await sql<{
    persons: number
    minors: number
    families: number
    erased: number
    niks: number
    family_cards: number
  }>`
    select (select count(*) from person)::integer as persons,
      (select count(*) from person where is_minor(birth_date, birth_year, detail))::integer as minors,
      (select count(*) from family)::integer as families,
      (select count(*) from erased_person)::integer as erased,
      (select count(*) from person where nik_cipher is not null)::integer as niks,
      (select count(*) from family where kk_cipher is not null)::integer as family_cards`.execute(
    db,
  )
  const { rows: guards } = await sql<{ name: string; is_guarded: boolean; policies: number }>`
    select c.relname as name, c.relrowsecurity as is_guarded,
      (select count(*) from pg_policy p where p.polrelid = c.oid)::integer as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`.execute(
    db,
  )
  const { rows: grants } = await sql<{ role: string; holders: number }>`
    select role, count(distinct account_id)::integer as holders from role_grant
    where valid_from <= ${now.toISOString()}::timestamptz::date
      and (valid_to is null or valid_to > ${now.toISOString()}::timestamptz::date)
    group by role order by role`.execute(db)
  const { rows: access } = await sql<{ accounts: number; with_second_factor: number }>`
    select count(*)::integer as accounts,
      (count(*) filter (where exists (select 1 from totp t where t.account_id = a.account_id and t.confirmed_at is not null)
        or exists (select 1 from passkey p where p.account_id = a.account_id)))::integer as with_second_factor
    from account a where disabled_at is null`.execute(db)
  const { rows: handling } = await sql<{ open: number; late: number; breaches: number }>`
    select (select count(*) from subject_request where closed_at is null)::integer as open,
      (select count(*) from subject_request
        where closed_at is null and due_at < ${now.toISOString()}::timestamptz)::integer as late,
      (select count(*) from breach)::integer as breaches`.execute(db)
  const { rows: links } = await sql<{ provider_id: string; accounts: number }>`
    select provider_id, count(*)::integer as accounts from account_link group by provider_id order by 1`.execute(
    db,
  )
  const hasKey = await db
    .selectFrom('run_state')
    .select('key')
    .where('key', '=', 'key-check')
    .executeTakeFirst()
  return {
    subjects: subjects[0],
    tables: guards,
    grants,
    access: access[0],
    handling: handling[0],
    signInProviders: links,
    hasKey: hasKey !== undefined,
    exchange: await findExchange(
      db,
      guards.map(({ name }) => name),
    ),
  }
}

const exchangeTables = ['api_key', 'webhook'] as const

/** Ways out of the system that are switched on, by the tables in which they would stand. */
async function findExchange(db: Db, tables: readonly string[]) {
  const found: { table: string; count: number }[] = []
  for (const table of exchangeTables.filter((name) => tables.includes(name))) {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::integer as n from ${sql.table(table)}`.execute(db)
    found.push({ table, count: rows[0]?.n ?? 0 })
  }
  return found
}

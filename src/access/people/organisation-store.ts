import { sql } from 'kysely'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { fromCursor, toCursor } from '#platform/http'
import { publicKey } from '#platform/keys'
import { refreshFamilyReach } from '../scope/store.ts'
import {
  type NewOrganisation,
  Organisation,
  type OrganisationChange,
  type OrganisationsFilter,
  type OrganisationsPage,
  type UnclaimedNames,
} from './schema.ts'

const pageSize = 50

/** Organisations by name, page after page. */
export async function findOrganisations(
  db: Db,
  { kind, cursor }: OrganisationsFilter,
): Promise<OrganisationsPage> {
  const after = cursor === undefined ? undefined : fromCursor(cursor, 2)
  const rows = await organisations(db)
    .$if(kind !== undefined, (query) => query.where('o.kind', '=', kind ?? 'agency'))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(lower(o.name), o.organisation_id) > (${String(after?.[0])}, ${String(after?.[1])})`,
      ),
    )
    .orderBy(sql`lower(o.name)`)
    .orderBy('o.organisation_id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize).map(toOrganisation)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    organisations: shown,
    nextCursor: last ? toCursor([last.name.toLowerCase(), last.organisationId]) : null,
  }
}

/** @throws AppError `organisation-not-found`. */
export async function getOrganisation(db: Db, organisationId: string): Promise<Organisation> {
  const row = await organisations(db)
    .where('o.organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!row) throw new AppError('organisation-not-found', { organisationId })
  return toOrganisation(row)
}

function organisations(db: Db) {
  return db
    .selectFrom('organisation as o')
    .select(['o.organisation_id', 'o.name', 'o.kind', 'o.sectors'])
    .select([
      sql<string[]>`array(
        select coalesce(a.name, a.alias_key) from organisation_alias a
        where a.organisation_id = o.organisation_id and a.alias_key <> provider_key(o.name)
        order by 1)`.as('aliases'),
      sql<number>`(select count(*)::integer from account c where c.organisation_id = o.organisation_id)`.as(
        'accounts',
      ),
      sql<number>`(
        select count(*)::integer from family_reach r where r.organisation_id = o.organisation_id)`.as(
        'families',
      ),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof organisations>['execute']>>[number]

function toOrganisation(row: Row): Organisation {
  return Organisation.parse({
    organisationId: row.organisation_id,
    name: row.name,
    kind: row.kind,
    sectors: row.sectors,
    aliases: row.aliases,
    accounts: row.accounts,
    families: row.families > 0 && row.families < 10 ? null : row.families,
  })
}

/** Adds an organisation with the names it claims. @throws AppError `organisation-name-taken`. */
export async function insertOrganisation(db: Db, organisation: NewOrganisation): Promise<string> {
  return inTransaction(db, async (trx) => {
    const key = await sql<{
      key: string
    }>`select provider_key(${organisation.name}) as key`.execute(trx)
    const organisationId = publicKey(`organisation ${key.rows[0]?.key}`)
    const inserted = await trx
      .insertInto('organisation')
      .values({
        organisation_id: organisationId,
        name: organisation.name,
        kind: organisation.kind,
        sectors: organisation.sectors,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows !== 1n) {
      throw new AppError('organisation-name-taken', { organisationId })
    }
    await claimNames(trx, organisationId, [organisation.name, ...organisation.aliases])
    await refreshFamilyReach(trx, organisationId)
    return organisationId
  })
}

/**
 * Changes an organisation; a name that it gives up stays among those by which lists call it, unless
 * other ones are stated.
 *
 * @throws AppError `organisation-not-found`, `organisation-name-taken`.
 */
export async function changeOrganisation(
  db: Db,
  organisationId: string,
  { name, kind, sectors, aliases }: OrganisationChange,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const before = await getOrganisation(trx, organisationId)
    await trx
      .updateTable('organisation')
      .set({
        name: name ?? before.name,
        kind: kind ?? before.kind,
        sectors: sectors ?? before.sectors,
      })
      .where('organisation_id', '=', organisationId)
      .execute()
    if (name !== undefined || aliases !== undefined) {
      const names = aliases ?? [before.name, ...before.aliases]
      await trx
        .deleteFrom('organisation_alias')
        .where('organisation_id', '=', organisationId)
        .execute()
      await claimNames(trx, organisationId, [name ?? before.name, ...names])
    }
    if (name !== undefined || aliases !== undefined || sectors !== undefined) {
      await refreshFamilyReach(trx, organisationId)
    }
  })
}

async function claimNames(trx: Db, organisationId: string, names: readonly string[]) {
  await sql`
    insert into organisation_alias (alias_key, organisation_id, name)
    select distinct on (provider_key(name)) provider_key(name), ${organisationId}::text, name
    from unnest(${names}::text[]) with ordinality as n (name, place)
    order by provider_key(name), place
    on conflict (alias_key) do nothing`.execute(trx)
  const { rows } = await sql<{ organisation_id: string }>`
    select organisation_id from organisation_alias
    where alias_key in (select provider_key(name) from unnest(${names}::text[]) as n (name))
      and organisation_id <> ${organisationId} limit 1`.execute(trx)
  const [other] = rows
  if (other)
    throw new AppError('organisation-name-taken', { organisationId: other.organisation_id })
}

/** @throws AppError `organisation-not-found`, `organisation-in-use` while an account belongs to it. */
export async function deleteOrganisation(db: Db, organisationId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`
      select 1 from organisation where organisation_id = ${organisationId} for update`.execute(trx)
    const { accounts } = await getOrganisation(trx, organisationId)
    if (accounts > 0) throw new AppError('organisation-in-use', { organisationId })
    await sql`delete from family_reach where organisation_id = ${organisationId}`.execute(trx)
    await trx.deleteFrom('organisation').where('organisation_id', '=', organisationId).execute()
  })
}

const namesShown = 100

/** Names of providers in lists and offers that no organisation claims, the most used first. */
export async function findUnclaimedNames(db: Db): Promise<UnclaimedNames> {
  const { rows } = await sql<UnclaimedNames['names'][number]>`
    select (array_agg(name order by name))[1] as name,
      count(*) filter (where kind = 'list')::integer as lists,
      count(*) filter (where kind = 'offer')::integer as offers
    from (
      select provider as name, 'list' as kind from list_sheet where provider is not null
      union all select provider, 'offer' from offer
    ) as named
    where length(provider_key(name)) >= 2
      and not exists (select 1 from organisation_alias a where a.alias_key = provider_key(named.name))
    group by provider_key(name)
    order by count(*) desc, 1
    limit ${namesShown}`.execute(db)
  return { names: rows }
}

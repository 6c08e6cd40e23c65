import { sql } from 'kysely'
import type { IsoDate } from '#platform/dates'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { publicKey } from '#platform/keys'
import type { Viewer } from '#platform/scoped-db'
import { type DataClass, incompatibleRoles, type Role, roles, usualClasses } from './roles.ts'

/** A role that a person holds, where, on what, for how long. */
export interface NewGrant {
  readonly accountId: string
  readonly role: Role
  /** Null is the whole city. */
  readonly regions: readonly string[] | null
  readonly isOwnOrganisation: boolean
  readonly dataClasses?: readonly DataClass[]
  readonly purpose: string
  readonly validFrom: IsoDate
  /** First day on which it no longer holds; null while nobody ends it. */
  readonly validTo: IsoDate | null
  /** The grant that its holder lends until `validTo`. */
  readonly delegatedFrom?: string
  readonly grantedBy?: string
}

/**
 * Writes a grant and returns its key.
 *
 * @throws AppError `roles-incompatible` when the person holds a role in the same days that this one
 * must be kept apart from; `delegation-too-wide` when more is lent than the lender holds.
 */
export async function insertGrant(db: Db, grant: NewGrant): Promise<string> {
  return inTransaction(db, async (trx) => {
    // Two grants at once must not slip past the check of each other.
    await sql`select 1 from account where account_id = ${grant.accountId} for update`.execute(trx)
    await refuseIncompatible(trx, grant)
    const dataClasses = grant.dataClasses ?? usualClasses[grant.role]
    if (grant.delegatedFrom !== undefined) {
      await refuseTooWide(trx, { ...grant, dataClasses, delegatedFrom: grant.delegatedFrom })
    }
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from role_grant where account_id = ${grant.accountId}`.execute(
      trx,
    )
    const grantId = publicKey(`grant ${grant.accountId} ${grant.role} ${rows[0]?.count ?? 0}`)
    await trx
      .insertInto('role_grant')
      .values({
        grant_id: grantId,
        account_id: grant.accountId,
        role: grant.role,
        regions: grant.regions,
        is_own_organisation: grant.isOwnOrganisation,
        data_classes: dataClasses,
        purpose: grant.purpose,
        valid_from: grant.validFrom,
        valid_to: grant.validTo,
        delegated_from: grant.delegatedFrom ?? null,
        granted_by: grant.grantedBy ?? null,
      })
      .execute()
    return grantId
  })
}

async function refuseIncompatible(db: Db, grant: NewGrant): Promise<void> {
  const held = await db
    .selectFrom('role_grant')
    .select('role')
    .where('account_id', '=', grant.accountId)
    .where(sql<boolean>`(valid_to is null or valid_to > ${grant.validFrom}::date)`)
    .where(sql<boolean>`valid_from < coalesce(${grant.validTo}::date, 'infinity')`)
    .execute()
  for (const { roles: pair } of incompatibleRoles) {
    const [one, two] = pair
    const other = grant.role === one ? two : grant.role === two ? one : undefined
    if (other !== undefined && held.some(({ role }) => role === other)) {
      throw new AppError('roles-incompatible', { role: grant.role, other })
    }
  }
}

async function refuseTooWide(
  db: Db,
  lent: NewGrant & { readonly delegatedFrom: string; readonly dataClasses: readonly DataClass[] },
): Promise<void> {
  const own = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('grant_id', '=', lent.delegatedFrom)
    .executeTakeFirst()
  const ownRegions = own?.regions ?? null
  const isWithin =
    own !== undefined &&
    own.role === lent.role &&
    own.delegated_from === null &&
    lent.validTo !== null &&
    (own.valid_to === null || lent.validTo <= own.valid_to) &&
    lent.dataClasses.every((dataClass) => own.data_classes.includes(dataClass)) &&
    (ownRegions === null ||
      (lent.regions?.every(
        (code) => ownRegions.includes(code) || ownRegions.includes(code.slice(0, 8)),
      ) ??
        false)) &&
    (!own.is_own_organisation || lent.isOwnOrganisation)
  if (!isWithin) throw new AppError('delegation-too-wide', {})
}

/** Ends a grant on `on`; sessions that use it lose it with their next request. */
export async function endGrant(db: Db, grantId: string, on: IsoDate): Promise<void> {
  // One that never held is taken away whole: a period must not end before it begins.
  await db
    .deleteFrom('role_grant')
    .where('grant_id', '=', grantId)
    .where('valid_from', '>=', on)
    .execute()
  await db
    .updateTable('role_grant')
    .set({ valid_to: on })
    .where(sql<boolean>`(grant_id = ${grantId} or delegated_from = ${grantId})`)
    .where('valid_from', '<', on)
    .where(sql<boolean>`(valid_to is null or valid_to > ${on}::date)`)
    .execute()
}

/** The grants of a person that hold on a day, the one in use first when it is among them. */
export async function findGrants(
  db: Db,
  accountId: string,
  on: IsoDate,
  inUse: string | null = null,
): Promise<Viewer[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('account', 'account.account_id', 'g.account_id')
    .leftJoin('role_grant as lender', 'lender.grant_id', 'g.delegated_from')
    .selectAll('g')
    .select('account.organisation_id')
    .where('g.account_id', '=', accountId)
    .where('g.valid_from', '<=', on)
    .where(sql<boolean>`(g.valid_to is null or g.valid_to > ${on}::date)`)
    // what is lent ends with what the lender holds
    .where(
      sql<boolean>`(g.delegated_from is null or lender.valid_to is null or lender.valid_to > ${on}::date)`,
    )
    .orderBy(sql`g.grant_id is distinct from ${inUse}`)
    .orderBy('g.granted_at')
    .orderBy('g.grant_id')
    .execute()
  const order: readonly string[] = roles
  return rows
    .map((row) => ({
      accountId: row.account_id,
      grantId: row.grant_id,
      role: row.role,
      organisationId: row.organisation_id,
      isOwnOrganisation: row.is_own_organisation,
      regions: row.regions,
      dataClasses: row.data_classes,
      purpose: row.purpose,
    }))
    .sort(
      (left, right) =>
        Number(right.grantId === inUse) - Number(left.grantId === inUse) ||
        order.indexOf(left.role) - order.indexOf(right.role),
    )
}

/** Chooses the grant under which a session acts from now on. */
export async function chooseGrant(db: Db, sessionId: string, grantId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ grant_id: grantId })
    .where('session_id', '=', sessionId)
    .execute()
}

/** Works out anew which organisation has to do with which family; call it after either changed. */
export async function refreshFamilyReach(db: Db): Promise<void> {
  await sql`select refresh_family_reach()`.execute(db)
}

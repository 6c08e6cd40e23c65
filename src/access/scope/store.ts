import { sql } from 'kysely'
import type { IsoDate } from '#platform/dates'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { publicKey } from '#platform/keys'
import type { Viewer } from '#platform/scoped-db'
import { DataClass, incompatibleRoles, Role, roles, usualClasses } from './roles.ts'

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
    await ensureLines(trx, dataClasses)
    return grantId
  })
}

/** Roles of an account that hold on some day of a period; what is lent ends with what the lender holds. */
async function refuseIncompatible(
  db: Db,
  grant: Pick<NewGrant, 'accountId' | 'role' | 'validFrom' | 'validTo'>,
): Promise<void> {
  const held = await db
    .selectFrom('role_grant as g')
    .leftJoin('role_grant as lender', 'lender.grant_id', 'g.delegated_from')
    .select('g.role')
    .where('g.account_id', '=', grant.accountId)
    .where(sql<boolean>`g.valid_to is distinct from g.valid_from`)
    .where(
      sql<boolean>`coalesce(least(g.valid_to, lender.valid_to), 'infinity') > ${grant.validFrom}::date`,
    )
    .where(sql<boolean>`g.valid_from < coalesce(${grant.validTo}::date, 'infinity')`)
    .execute()
  for (const { role } of held) {
    const conflict = findConflict(grant.role, role)
    if (conflict) throw new AppError('roles-incompatible', conflict)
  }
}

/** What stands against holding two roles at the same time; undefined where nothing does. */
export function findConflict(
  role: Role,
  held: string,
): { role: Role; other: Role; whyId: string; whyEn: string } | undefined {
  for (const { roles: pair, id, en } of incompatibleRoles) {
    const [one, two] = pair
    const other = role === one ? two : role === two ? one : undefined
    if (other !== undefined && other === held) return { role, other, whyId: id, whyEn: en }
  }
  return undefined
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
    own.valid_from <= lent.validFrom &&
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

/**
 * Moves the end of a grant, its first day of no longer holding: earlier to take it back, later to
 * prolong it or to undo. What was lent from it ends and comes back with it.
 *
 * Sessions that use a grant lose it with the next request after its end.
 * @throws AppError `roles-incompatible`, `delegation-too-wide` when it would now hold too long.
 */
export async function moveGrantEnd(
  db: Db,
  grantId: string,
  validTo: IsoDate | null,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`
      select 1 from account where account_id in (
        select account_id from role_grant where grant_id = ${grantId} or delegated_from = ${grantId})
      order by account_id for update`.execute(trx)
    const [grant, ...lent] = await findWithLent(trx, grantId)
    if (!grant) throw new AppError('grant-not-found', { grantId })
    const isLonger = grant.validTo !== null && (validTo === null || validTo > grant.validTo)
    if (isLonger) {
      for (const held of [{ ...grant, validTo }, ...lent]) await refuseIncompatible(trx, held)
      const { delegatedFrom } = grant
      if (delegatedFrom !== undefined)
        await refuseTooWide(trx, { ...grant, validTo, delegatedFrom })
    }
    await trx
      .updateTable('role_grant')
      // taken back before it began: a period of no day
      .set({
        valid_to: sql`case when ${validTo}::date is not null then greatest(valid_from, ${validTo}::date) end`,
      })
      .where('grant_id', '=', grantId)
      .execute()
  })
}

type Stored = NewGrant & { readonly dataClasses: readonly DataClass[] }

/** A grant and, after it, those that its holder lent from it. */
async function findWithLent(db: Db, grantId: string): Promise<Stored[]> {
  const rows = await db
    .selectFrom('role_grant')
    .selectAll()
    .where((eb) => eb.or([eb('grant_id', '=', grantId), eb('delegated_from', '=', grantId)]))
    .orderBy(sql`grant_id = ${grantId}`, 'desc')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    role: Role.parse(row.role),
    regions: row.regions,
    isOwnOrganisation: row.is_own_organisation,
    dataClasses: DataClass.array().parse(row.data_classes),
    purpose: row.purpose,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    ...(row.delegated_from === null ? {} : { delegatedFrom: row.delegated_from }),
  }))
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
    .leftJoin('account as lending', 'lending.account_id', 'lender.account_id')
    .selectAll('g')
    .select('account.organisation_id')
    .where('g.account_id', '=', accountId)
    .where('g.valid_from', '<=', on)
    .where(sql<boolean>`(g.valid_to is null or g.valid_to > ${on}::date)`)
    // what is lent ends with what the lender holds, and with the lender
    .where(
      sql<boolean>`(g.delegated_from is null or lender.valid_to is null or lender.valid_to > ${on}::date)`,
    )
    .where('lending.disabled_at', 'is', null)
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
export async function refreshFamilyReach(db: Db, organisationId?: string): Promise<void> {
  const one = sql`select refresh_reach_of(${organisationId ?? ''})`
  await (organisationId === undefined ? sql`select refresh_family_reach()` : one).execute(db)
  await sql`select spread_reach()`.execute(db)
}

/** Works out anew all that decides what each person sees; call it after a run of the lists. */
export async function refreshScope(db: Db): Promise<void> {
  await sql`select refresh_scope()`.execute(db)
}

/** Makes the lines of families ready for a set of classes that nobody held before. */
export async function ensureLines(db: Db, dataClasses: readonly string[]): Promise<void> {
  await sql`select ensure_lines(${[...dataClasses]}::text[])`.execute(db)
}

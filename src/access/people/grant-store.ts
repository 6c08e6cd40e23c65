import { sql } from 'kysely'
import { type Clock, today } from '#platform/clock'
import type { IsoDate } from '#platform/dates'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { isServiceRole, type Role } from '../scope/roles.ts'
import { insertGrant, moveGrantEnd } from '../scope/store.ts'
import { type Asking, getAccount, isOnlyAccount } from './account-store.ts'
import { refuseUnfit, withGeneral } from './fit-grant.ts'
import { keepAnAdministrator } from './last-administrator.ts'
import {
  type Colleagues,
  HeldGrant,
  Loan,
  type LoansPage,
  type NewGrantBody,
  type NewLoan,
} from './schema.ts'

/** All roles that an account holds, held or will hold, the present ones first. */
export async function findHeldGrants(
  db: Db,
  accountId: string,
  clock: Clock,
): Promise<HeldGrant[]> {
  const on = today(clock)
  const rows = await db
    .selectFrom('role_grant as g')
    .leftJoin('account as giver', 'giver.account_id', 'g.granted_by')
    .leftJoin('role_grant as lent', 'lent.grant_id', 'g.delegated_from')
    .leftJoin('account as lender', 'lender.account_id', 'lent.account_id')
    .selectAll('g')
    .select([
      'giver.display_name as giver_name',
      'lender.display_name as lender_name',
      sql<IsoDate | null>`least(g.valid_to, lent.valid_to)`.as('ends_on'),
    ])
    .where('g.account_id', '=', accountId)
    .orderBy('g.granted_at', 'desc')
    .orderBy('g.grant_id')
    .execute()
  const states = ['held', 'coming', 'ended']
  return rows
    .map((row) =>
      HeldGrant.parse({
        grantId: row.grant_id,
        role: row.role,
        regions: row.regions,
        isOwnOrganisation: row.is_own_organisation,
        dataClasses: row.data_classes,
        purpose: row.purpose,
        validFrom: row.valid_from,
        validTo: row.ends_on,
        state:
          row.ends_on !== null && (row.ends_on <= on || row.ends_on <= row.valid_from)
            ? 'ended'
            : row.valid_from > on
              ? 'coming'
              : 'held',
        grantedOn: row.granted_at.slice(0, 10),
        grantedBy: row.giver_name,
        lentBy: row.lender_name,
      }),
    )
    .sort((left, right) => states.indexOf(left.state) - states.indexOf(right.state))
}

/** @throws AppError `grant-not-found`, also for a grant of another account. */
export async function getHeldGrant(
  db: Db,
  { accountId, grantId }: { readonly accountId: string; readonly grantId: string },
  clock: Clock,
): Promise<HeldGrant> {
  const grants = await findHeldGrants(db, accountId, clock)
  const grant = grants.find((held) => held.grantId === grantId)
  if (!grant) throw new AppError('grant-not-found', { grantId })
  return grant
}

/**
 * Gives an account a role. Nobody gives oneself one: another administrator does, unless there is no
 * other account yet.
 *
 * @throws AppError `account-not-found`, `own-account-refused`, `grant-unfit`, `roles-incompatible`.
 */
export async function giveGrant(
  db: Db,
  accountId: string,
  body: NewGrantBody,
  asking: Asking,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    await refuseOwn(trx, accountId, asking)
    const grant = {
      ...body,
      accountId,
      dataClasses: withGeneral(body.dataClasses),
      validFrom: body.validFrom ?? today(asking.clock),
      grantedBy: asking.accountId,
    }
    refuseUnfit(grant, today(asking.clock))
    await refuseDeciding(trx, accountId, grant.role)
    return insertGrant(trx, grant)
  })
}

/** A system holds no role that decides or lets people in. */
async function refuseDeciding(trx: Db, accountId: string, role: Role): Promise<void> {
  const { kind } = await trx
    .selectFrom('account')
    .select('kind')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  if (kind === 'service' && !isServiceRole(role)) {
    throw new AppError('grant-unfit', { role, part: 'service' })
  }
}

async function refuseOwn(trx: Db, accountId: string, asking: Asking): Promise<void> {
  const { isMine } = await getAccount(trx, accountId, asking)
  if (isMine && !(await isOnlyAccount(trx, accountId))) {
    throw new AppError('own-account-refused', {})
  }
}

/**
 * Ends a grant today, or moves its end.
 *
 * @throws AppError `grant-not-found`, `grant-unfit` for a day that has passed, `own-account-refused`
 * for prolonging one's own, `last-administrator`, `roles-incompatible`, `delegation-too-wide`.
 */
export async function changeGrantEnd(
  db: Db,
  key: { readonly accountId: string; readonly grantId: string },
  validTo: IsoDate | null,
  asking: Asking,
): Promise<HeldGrant> {
  return inTransaction(db, async (trx) => {
    const { clock } = asking
    const before = await getHeldGrant(trx, key, clock)
    const { role, validTo: endedOn } = before
    if (validTo !== null && validTo < today(clock)) {
      throw new AppError('grant-unfit', { role, part: 'period' })
    }
    const isLonger = endedOn !== null && (validTo === null || validTo > endedOn)
    if (isLonger) await refuseOwn(trx, key.accountId, asking)
    if (validTo !== null) await keepAnAdministrator(trx, { grantId: key.grantId }, clock)
    await moveGrantEnd(trx, key.grantId, validTo)
    return getHeldGrant(trx, key, clock)
  })
}

/**
 * Whom the holder of an account may lend a role to: who works in the same organisation. Citizens are
 * no colleagues of each other.
 */
export async function findColleagues(db: Db, accountId: string): Promise<Colleagues> {
  const rows = await db
    .selectFrom('account as own')
    .innerJoin('account as c', 'c.organisation_id', 'own.organisation_id')
    .select(['c.account_id', 'c.display_name'])
    .where('own.account_id', '=', accountId)
    .where('c.account_id', '<>', accountId)
    .where('c.disabled_at', 'is', null)
    .where('c.kind', '=', 'person')
    .where(
      sql<boolean>`not exists (
        select 1 from role_grant g
        where g.account_id in (own.account_id, c.account_id) and g.role = 'citizen')`,
    )
    .orderBy(sql`lower(c.display_name)`)
    .orderBy('c.account_id')
    .execute()
  return {
    colleagues: rows.map((row) => ({ accountId: row.account_id, displayName: row.display_name })),
  }
}

/**
 * Lends a role that one holds to a colleague, as wide as it is, until a day.
 *
 * @throws AppError `grant-not-found`, `account-not-found` for who is no colleague, `grant-unfit`,
 * `delegation-too-wide`, `roles-incompatible`.
 */
export async function lendGrant(
  db: Db,
  loan: NewLoan,
  { accountId, clock }: Asking,
): Promise<Loan> {
  return inTransaction(db, async (trx) => {
    const own = await getHeldGrant(trx, { accountId, grantId: loan.grantId }, clock)
    if (own.state === 'ended') throw new AppError('grant-not-found', { grantId: loan.grantId })
    const { colleagues } = await findColleagues(trx, accountId)
    if (!colleagues.some((colleague) => colleague.accountId === loan.accountId)) {
      throw new AppError('account-not-found', { accountId: loan.accountId })
    }
    const grant = {
      accountId: loan.accountId,
      role: own.role,
      regions: own.regions,
      isOwnOrganisation: own.isOwnOrganisation,
      dataClasses: own.dataClasses,
      purpose: own.purpose,
      validFrom: loan.validFrom ?? today(clock),
      validTo: loan.validTo,
      delegatedFrom: loan.grantId,
      grantedBy: accountId,
    }
    if (grant.validFrom < today(clock) || grant.validTo <= grant.validFrom) {
      throw new AppError('grant-unfit', { role: own.role, part: 'period' })
    }
    const grantId = await insertGrant(trx, grant)
    return getLoan(trx, accountId, grantId, clock)
  })
}

/** What one lends at present or has promised to. */
export async function findLoans(db: Db, accountId: string, clock: Clock): Promise<LoansPage> {
  const rows = await db
    .selectFrom('role_grant as own')
    .innerJoin('role_grant as g', 'g.delegated_from', 'own.grant_id')
    .innerJoin('account as borrower', 'borrower.account_id', 'g.account_id')
    .select(['g.grant_id', 'g.role', 'borrower.display_name', 'g.valid_from'])
    .select(sql<IsoDate>`least(g.valid_to, own.valid_to)`.as('ends_on'))
    .where('own.account_id', '=', accountId)
    .where(
      sql<boolean>`least(g.valid_to, own.valid_to) > greatest(g.valid_from, ${today(clock)}::date)`,
    )
    .orderBy('g.valid_to')
    .orderBy('g.grant_id')
    .execute()
  return {
    loans: rows.map((row) =>
      Loan.parse({
        grantId: row.grant_id,
        role: row.role,
        displayName: row.display_name,
        validFrom: row.valid_from,
        validTo: row.ends_on,
      }),
    ),
  }
}

async function getLoan(db: Db, accountId: string, grantId: string, clock: Clock): Promise<Loan> {
  const { loans } = await findLoans(db, accountId, clock)
  const loan = loans.find((one) => one.grantId === grantId)
  if (!loan) throw new AppError('grant-not-found', { grantId })
  return loan
}

/** Takes back what one lent. @throws AppError `grant-not-found`. */
export async function endLoan(
  db: Db,
  grantId: string,
  { accountId, clock }: Asking,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await getLoan(trx, accountId, grantId, clock)
    await moveGrantEnd(trx, grantId, today(clock))
  })
}

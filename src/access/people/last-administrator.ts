import { sql } from 'kysely'
import { type Clock, today } from '#platform/clock'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'

/**
 * Refuses to take the administrator's role from somebody when nobody else has it who can sign in and
 * has it without an end.
 *
 * Call it in the transaction of the change: two of them at once wait for each other here, since each
 * might leave the other's person as the last.
 *
 * @param loss the account that goes, or the one grant that ends.
 * @throws AppError `last-administrator`.
 */
export async function keepAnAdministrator(
  trx: Db,
  loss: { readonly accountId: string } | { readonly grantId: string },
  clock: Clock,
): Promise<void> {
  await sql`
    select 1 from role_grant where role = 'administrator' order by grant_id for no key update`.execute(
    trx,
  )
  const { rows } = await sql<{ account_id: string; grant_id: string }>`
    select account_id, g.grant_id
    from role_grant g join account a using (account_id)
    where g.role = 'administrator' and a.disabled_at is null and g.valid_to is null
      and g.valid_from <= ${today(clock)}::date`.execute(trx)
  const left = rows.filter((row) =>
    'grantId' in loss ? row.grant_id !== loss.grantId : row.account_id !== loss.accountId,
  )
  if (rows.length > 0 && left.length === 0) throw new AppError('last-administrator', {})
}

import { sql } from 'kysely'
import { findFilesStamp } from '#intake'
import type { Db } from '#platform/db'
import { findChangesStamp } from './change-store.ts'
import { findThresholdBits } from './decisions/threshold-store.ts'

/** Run state that tells what the register was made from. */
const madeFromKey = 'register-made-from'

/** Notes what the register in this transaction was made from; undefined for lists from elsewhere. */
export async function noteMadeFrom(tx: Db, madeFrom: string | undefined): Promise<void> {
  await tx.deleteFrom('run_state').where('key', '=', madeFromKey).execute()
  if (madeFrom === undefined) return
  const value = JSON.stringify(madeFrom)
  await tx.insertInto('run_state').values({ key: madeFromKey, value }).execute()
}

/** Changes with every file and decision that comes to count or ceases to, an adopted threshold among them. */
export async function findSourcesStamp(db: Db): Promise<string> {
  const stamp = `${await findFilesStamp(db)} / ${await findChangesStamp(db)}`
  const thresholdBits = await findThresholdBits(db)
  return thresholdBits === undefined ? stamp : `${stamp} / ${thresholdBits}`
}

/**
 * Whether the register is what its files and decisions make; false while something waits to be worked
 * out, true where nothing was ever accepted or decided.
 */
export async function isRegisterMade(db: Db): Promise<boolean> {
  const { rows } = await sql<{ made_from: unknown; has_sources: boolean }>`
    select (select value from run_state where key = ${madeFromKey}) as made_from,
      exists (select 1 from intake_acceptance) or exists (
        select 1 from register_change where in_force_at is not null) as has_sources`.execute(db)
  const [row] = rows
  if (!row?.has_sources) return true
  return row.made_from === (await findSourcesStamp(db))
}

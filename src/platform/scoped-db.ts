import { sql } from 'kysely'
import { askTogether } from './ask-together.ts'
import { type Db, inTransaction } from './db.ts'
import { keepPlans, withKeptPlans } from './kept-plans.ts'

/** On whose behalf a query runs: the settings that the database's row policies read. */
export interface Viewer {
  readonly accountId: string
  readonly grantId: string
  readonly role: string
  readonly organisationId: string
  /** Sees only what its organisation has to do with. */
  readonly isOwnOrganisation: boolean
  /** Codes of districts and wards; null is the whole city. */
  readonly regions: readonly string[] | null
  readonly dataClasses: readonly string[]
  readonly purpose: string
}

/**
 * Runs `work` with the rights of `viewer` and nobody else's, in one transaction.
 *
 * The `db` handed to it sees the views of the schema `scoped` under their tables' names: rows and
 * fields outside the viewer's scope do not exist for it, and it can write nothing but audit events.
 */
export async function asViewer<Result>(
  db: Db,
  viewer: Viewer,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, async (trx) => {
    const isInside = db.isTransaction
    await sql`
      select set_config('betang.role', ${viewer.role}, true),
        set_config('betang.organisation', ${viewer.isOwnOrganisation ? viewer.organisationId : ''}, true),
        set_config('betang.regions', ${viewer.regions?.join(' ') ?? '*'}, true),
        set_config('betang.classes', ${viewer.dataClasses.join(' ')}, true),
        set_config('search_path', ${viewsOf(viewer)}, true),
        set_config('role', 'betang_reader', true)`.execute(withKeptPlans(trx))
    const scoped = (await askTogether(trx)).withPlugin(keepPlans(viewsOf(viewer)))
    if (!isInside) return work(scoped)
    // A transaction that was open before goes on with the rights it had.
    try {
      const result = await work(scoped)
      await leave(trx)
      return result
    } catch (error) {
      await leave(trx).catch(() => {}) // a failed statement has ended the transaction already
      throw error
    }
  })
}

/** Classes of specific data; who holds all of them reads fields as they are. */
const specificClasses = ['health', 'disability', 'children', 'finances']

/** Where the names of tables lead: to plain views for those from whom no field is kept. */
function viewsOf({ dataClasses }: Viewer): string {
  const holdsAll = specificClasses.every((name) => dataClasses.includes(name))
  return holdsAll ? 'scoped_whole, scoped, public' : 'scoped, public'
}

async function leave(trx: Db): Promise<void> {
  await sql`reset role`.execute(trx)
  await sql`
    select set_config('betang.role', '', true), set_config('betang.organisation', '', true),
      set_config('betang.regions', '', true), set_config('betang.classes', '', true),
      set_config('search_path', 'public', true)`.execute(trx)
}

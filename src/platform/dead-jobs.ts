import { sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Db } from './db.ts'
import type { Store } from './open-store.ts'

const Entries = z.array(z.object({ id: z.string(), name: z.string() }))

/**
 * Gives back at once what a process left behind when it died. Only for a store that one process holds
 * at a time, before it works itself: whatever is being done there is done by nobody.
 */
export async function giveBackLeftWork(boss: PgBoss, { executeSql }: Store): Promise<void> {
  const { rows } = await executeSql(`select id, name from pgboss.job where state = 'active'`)
  for (const { id, name } of Entries.parse(rows)) {
    await boss.fail(name, id, { message: 'its process died' })
  }
}

/**
 * Ends jobs that the queue has given up: their process died in each of their tries, or nobody worked
 * for so long that the queue forgot them.
 *
 * @returns ids of those that ended as failed, with `job-interrupted`.
 */
export async function endLostJobs(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ job_id: string; state: string }>`
    update job set finished_at = now(),
      state = case when is_cancel_asked then 'cancelled' else 'failed' end,
      error_code = case when is_cancel_asked then null else 'job-interrupted' end
    where finished_at is null and not exists (
      select from pgboss.job entry
      where entry.name = job.kind and entry.state < 'completed'
        and entry.data ->> 'jobId' = job.job_id)
    returning job_id, state`.execute(db)
  return rows.filter(({ state }) => state === 'failed').map(({ job_id }) => job_id)
}

import { sql } from 'kysely'
import type { Db } from './db.ts'

/** How the work in the background stands. */
export interface JobCounts {
  readonly waiting: number
  readonly running: number
  /** Moment of the job that waits longest; null where none does. */
  readonly waitingSince: string | null
  /** Failed since the moment asked for. */
  readonly failed: number
  /** Kinds whose latest job failed, with its code. */
  readonly stillFailed: readonly { readonly kind: string; readonly errorCode: string }[]
}

/** @param since failures before it are not counted. */
export async function countJobs(db: Db, since: Date): Promise<JobCounts> {
  const { rows } = await sql<{
    waiting: number
    running: number
    waiting_since: string | null
    failed: number
  }>`
    select count(*) filter (where state = 'waiting')::integer as waiting,
      count(*) filter (where state = 'running')::integer as running,
      min(created_at) filter (where state = 'waiting') as waiting_since,
      count(*) filter (where state = 'failed' and finished_at >= ${since.toISOString()}::timestamptz)::integer
        as failed
    from job`.execute(db)
  const { rows: latest } = await sql<{ kind: string; error_code: string | null }>`
    select kind, error_code from (
      select distinct on (kind) kind, state, error_code from job order by kind, created_at desc) as l
    where state = 'failed' order by kind`.execute(db)
  const { waiting = 0, running = 0, waiting_since = null, failed = 0 } = rows[0] ?? {}
  return {
    waiting,
    running,
    waitingSince: waiting_since,
    failed,
    stillFailed: latest.map(({ kind, error_code }) => ({ kind, errorCode: error_code ?? '' })),
  }
}

import { randomUUID } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Db } from './db.ts'
import { endLostJobs, giveBackLeftWork } from './dead-jobs.ts'
import { type Errands, makeErrands, runOn } from './errands.ts'
import { AppError } from './errors.ts'
import type { Log } from './log.ts'
import type { Store } from './open-store.ts'
import type { OnProgress } from './progress.ts'

/** A job as whoever waits for it sees it. */
export const JobView = z.object({
  jobId: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** What it is doing now; null before it begins. */
  stage: z.string().nullable(),
  /** 0 to 1 within the stage. */
  share: z.number(),
  errorCode: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type JobView = z.infer<typeof JobView>

/** What a job's work is given: it must stop soon after `signal` is aborted, and leave no half. */
export interface JobRun {
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
  /** What it is about; null for kinds that are about everything. */
  readonly subjectId: string | null
}

/**
 * A kind of job. Of a plain one, one waits or runs. One `inLine` takes a subject, and of each subject
 * one may run and one more wait, which begins after it: what changed while it ran is not missed.
 */
export type JobKind = string | { readonly kind: string; readonly isInLine: true }

/** Long work in the background, one at a time a kind. */
export interface Jobs {
  /**
   * Puts a job into the queue, as part of `db`'s transaction where one is open.
   *
   * @throws AppError `job-running` while one of this kind waits or runs.
   */
  readonly enqueue: (kind: string, db: Db) => Promise<JobView>
  /**
   * Puts a job about one thing in line, as part of `db`'s transaction where one is open. Where one
   * about it waits already, that one is the answer.
   */
  readonly enqueueInLine: (kind: string, subjectId: string, db: Db) => Promise<JobView>
  /** The latest job of a kind, about one thing where it is named; in `db`'s transaction where given. */
  readonly findLatest: (kind: string, subjectId?: string, db?: Db) => Promise<JobView | undefined>
  /** Asks a job to stop. @throws AppError `job-not-found`. */
  readonly cancel: (jobId: string) => Promise<void>
  /** Says how a kind is done, and starts doing it here. */
  readonly work: (kind: string, handle: (run: JobRun) => Promise<void>) => Promise<void>
  /** Small work beside the jobs, over the same queue. */
  readonly errands: Errands
  /** Stops taking jobs and asks the running ones to stop; they begin again at the next start. */
  readonly close: () => Promise<void>
}

const longestRunSeconds = 4 * 3600
/** A process that is silent for this long is dead; its job begins again elsewhere. */
const heartbeatSeconds = 30
const progressStepMs = 500
const lookForLostMs = 60_000

const queueOptions = {
  /** One waiting or running a kind. */
  policy: 'exclusive',
  retryLimit: 3,
  expireInSeconds: longestRunSeconds,
  heartbeatSeconds,
} as const

const QueueEntry = z.object({ jobId: z.string(), subjectId: z.string().nullable().default(null) })

/**
 * The job queue of a store: pg-boss keeps the queue, the table `job` what people see.
 *
 * A job whose process died is given out again: on an embedded store at the next start, for nobody else
 * can hold it; on a server after half a minute without a heartbeat. What it does must therefore be
 * repeatable. One that died in each of its tries ends as failed (`job-interrupted`). Its own failure
 * ends it at once: the same lists would fail again.
 *
 * @param lookEveryMs how often jobs are looked for that the queue has given up.
 */
export async function openJobs(
  store: Store,
  log: Log,
  kinds: readonly JobKind[],
  { lookEveryMs = lookForLostMs }: { readonly lookEveryMs?: number } = {},
): Promise<Jobs> {
  const { db } = store
  const running = new Map<string, AbortController>()
  let isClosing = false
  const boss = new PgBoss({
    db: { executeSql: store.executeSql },
    backend: store.kind === 'embedded' ? 'pglite' : 'postgres',
    schedule: false,
  })
  boss.on('error', (error) => log.warn('job queue', { error }))
  await boss.start()
  for (const kind of kinds) {
    if (typeof kind === 'string') await boss.createQueue(kind, queueOptions)
    else await boss.createQueue(kind.kind, { ...queueOptions, policy: 'stately' })
  }
  if (store.kind === 'embedded') await giveBackLeftWork(boss, store)
  const lost = await watchLostJobs(db, log, lookEveryMs)

  async function perform(
    { jobId, subjectId }: z.infer<typeof QueueEntry>,
    handle: (run: JobRun) => Promise<void>,
  ): Promise<void> {
    const controller = new AbortController()
    running.set(jobId, controller)
    const progress = progressWriter(db, jobId, controller)
    try {
      if (!(await beginJob(db, jobId))) return
      await handle({ signal: controller.signal, onProgress: progress.write, subjectId })
      await progress.settle()
      await endJob(db, jobId, { state: 'done' })
    } catch (error) {
      await progress.settle()
      if (isClosing) throw error
      if (controller.signal.aborted) await endJob(db, jobId, { state: 'cancelled' })
      else {
        log.error('job failed', { jobId, error })
        await endJob(db, jobId, { state: 'failed', error })
      }
    } finally {
      running.delete(jobId)
    }
  }

  return {
    async enqueue(kind, trx) {
      const jobId = randomUUID()
      const accepted = await boss.send(kind, { jobId }, { singletonKey: kind, db: runOn(trx) })
      if (accepted === null) {
        const other = await findLatestJob(trx, kind)
        throw new AppError('job-running', { jobId: other?.jobId ?? '' })
      }
      await trx.insertInto('job').values({ job_id: jobId, kind, state: 'waiting' }).execute()
      return getJob(trx, jobId)
    },
    async enqueueInLine(kind, subjectId, trx) {
      const jobId = randomUUID()
      const options = { singletonKey: subjectId, db: runOn(trx) }
      const accepted = await boss.send(kind, { jobId, subjectId }, options)
      if (accepted === null) return getWaitingJob(trx, kind, subjectId)
      await trx
        .insertInto('job')
        .values({ job_id: jobId, kind, subject_id: subjectId, state: 'waiting' })
        .execute()
      return getJob(trx, jobId)
    },
    findLatest: (kind, subjectId, trx) => findLatestJob(trx ?? db, kind, subjectId),
    async cancel(jobId) {
      const job = await getJob(db, jobId)
      if (job.finishedAt !== null) return
      await db
        .updateTable('job')
        .set({ is_cancel_asked: true })
        .where('job_id', '=', jobId)
        .execute()
      running.get(jobId)?.abort()
    },
    async work(kind, handle) {
      await boss.work(kind, { pollingIntervalSeconds: 1 }, async ([entry]) => {
        await perform(QueueEntry.parse(entry?.data), handle)
      })
    },
    errands: makeErrands(boss),
    async close() {
      isClosing = true
      for (const controller of running.values()) controller.abort()
      await boss.stop({ graceful: true, timeout: 5000 })
      await lost.stop()
    },
  }
}

/** Ends jobs that the queue has given up: now, and again and again. */
async function watchLostJobs(db: Db, log: Log, everyMs: number) {
  const look = async () => {
    for (const jobId of await endLostJobs(db)) log.error('job given up', { jobId })
  }
  await look()
  let looking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error) => log.warn('job queue', { error }))
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

/** Writes progress twice a second at most, in order, and notices a cancel asked elsewhere. */
function progressWriter(db: Db, jobId: string, controller: AbortController) {
  let last = Promise.resolve()
  let lastMs = 0
  let lastStage = ''
  const write: OnProgress = ({ stage, share, detail }) => {
    const nowMs = performance.now()
    if (stage === lastStage && nowMs - lastMs < progressStepMs && share < 1) return
    lastMs = nowMs
    lastStage = stage
    last = last.then(async () => {
      const row = await db
        .updateTable('job')
        .set({ stage, share, detail: detail ?? null })
        .where('job_id', '=', jobId)
        .returning('is_cancel_asked')
        .executeTakeFirst()
      if (row?.is_cancel_asked) controller.abort()
    })
    last.catch(() => {}) // told by settle
  }
  return { write, settle: () => last.catch(() => {}) }
}

/** False when the job was cancelled before it began. */
async function beginJob(db: Db, jobId: string): Promise<boolean> {
  const row = await db
    .selectFrom('job')
    .select('is_cancel_asked')
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  if (!row) return false
  if (row.is_cancel_asked) {
    await endJob(db, jobId, { state: 'cancelled' })
    return false
  }
  await db
    .updateTable('job')
    .set({ state: 'running', share: 0, started_at: new Date().toISOString() })
    .where('job_id', '=', jobId)
    .execute()
  return true
}

async function endJob(
  db: Db,
  jobId: string,
  end: { readonly state: 'done' | 'failed' | 'cancelled'; readonly error?: unknown },
): Promise<void> {
  const { error } = end
  const fault =
    error === undefined
      ? {}
      : error instanceof AppError
        ? { error_code: error.code, error_details: JSON.stringify(error.details) }
        : { error_code: 'internal-fault' }
  await db
    .updateTable('job')
    .set({ state: end.state, finished_at: new Date().toISOString(), ...fault })
    .where('job_id', '=', jobId)
    .execute()
}

async function findLatestJob(
  db: Db,
  kind: string,
  subjectId?: string,
): Promise<JobView | undefined> {
  let query = db.selectFrom('job').select(jobColumns).where('kind', '=', kind)
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId)
  const row = await query.orderBy('created_at', 'desc').limit(1).executeTakeFirst()
  return row && toView(row)
}

/** The one that waits; where it has begun in this moment, that one. */
async function getWaitingJob(db: Db, kind: string, subjectId: string): Promise<JobView> {
  const row = await db
    .selectFrom('job')
    .select(jobColumns)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('finished_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new AppError('job-running', { jobId: '' })
  return toView(row)
}

async function getJob(db: Db, jobId: string): Promise<JobView> {
  const row = await db
    .selectFrom('job')
    .select(jobColumns)
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  if (!row) throw new AppError('job-not-found', { jobId })
  return toView(row)
}

const jobColumns = [
  'job_id',
  'state',
  'stage',
  'share',
  'error_code',
  'created_at',
  'finished_at',
] as const

function toView(row: {
  readonly job_id: string
  readonly state: JobView['state']
  readonly stage: string | null
  readonly share: number
  readonly error_code: string | null
  readonly created_at: string
  readonly finished_at: string | null
}): JobView {
  return {
    jobId: row.job_id,
    state: row.state,
    stage: row.stage,
    share: row.share,
    errorCode: row.error_code,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}

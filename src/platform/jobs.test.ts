import { afterEach, describe, expect, it } from 'vitest'
import { engines, openTestStore } from '../../test/database.ts'
import { AppError } from './errors.ts'
import { type JobRun, type Jobs, openJobs } from './jobs.ts'
import { silentLog } from './log.ts'
import type { Store } from './open-store.ts'

const kind = 'test-job'
let jobs: Jobs | undefined

/** Waits until the latest job of the kind has ended, and tells how. */
async function ended(open: Jobs) {
  for (let attempt = 0; attempt < 400; attempt++) {
    const job = await open.findLatest(kind)
    if (job?.finishedAt) return job
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the job did not end')
}

const untilAborted = ({ signal }: JobRun) =>
  new Promise<void>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

describe.each(engines)('background jobs on %s', (engine) => {
  afterEach(async () => {
    await jobs?.close()
  })

  it('run one at a time, tell their progress, and end', async () => {
    const store = await openTestStore(engine)
    jobs = await openJobs(store, silentLog, [kind])
    const queued = await jobs.enqueue(kind, store.db)
    expect(queued.state).toBe('waiting')
    await expect(jobs.enqueue(kind, store.db)).rejects.toMatchObject({
      code: 'job-running',
      details: { jobId: queued.jobId },
    })
    await jobs.work(kind, async ({ onProgress }) => {
      onProgress({ stage: 'intake', share: 0.5, detail: 'a.csv' })
      onProgress({ stage: 'store', share: 1 })
    })
    expect(await ended(jobs)).toMatchObject({
      jobId: queued.jobId,
      state: 'done',
      stage: 'store',
      share: 1,
      errorCode: null,
    })
  })

  it('say why they failed, and do not begin again', async () => {
    const store = await openTestStore(engine)
    jobs = await openJobs(store, silentLog, [kind])
    let calls = 0
    await jobs.work(kind, async () => {
      calls += 1
      throw new AppError('folder-not-found', { path: '/nowhere' })
    })
    await jobs.enqueue(kind, store.db)
    expect(await ended(jobs)).toMatchObject({ state: 'failed', errorCode: 'folder-not-found' })
    expect(calls).toBe(1)
  })

  it('stop when they are cancelled', async () => {
    const store = await openTestStore(engine)
    jobs = await openJobs(store, silentLog, [kind])
    const { jobId } = await jobs.enqueue(kind, store.db)
    const begun = new Promise<void>((resolve) => {
      void jobs?.work(kind, (run) => {
        resolve()
        return untilAborted(run)
      })
    })
    await begun
    await jobs.cancel(jobId)
    expect(await ended(jobs)).toMatchObject({ jobId, state: 'cancelled' })
    await jobs.cancel(jobId) // once more changes nothing
    await expect(jobs.cancel('no-such-job')).rejects.toMatchObject({ code: 'job-not-found' })
  })

  it('stand in line for each thing: one runs, one more waits, and nothing is missed', async () => {
    const store = await openTestStore(engine)
    jobs = await openJobs(store, silentLog, [{ kind: 'line-job', isInLine: true }])
    const first = await jobs.enqueueInLine('line-job', 'a', store.db)
    // while it waits it is one and the same
    expect((await jobs.enqueueInLine('line-job', 'a', store.db)).jobId).toBe(first.jobId)
    const other = await jobs.enqueueInLine('line-job', 'b', store.db)
    expect(other.jobId).not.toBe(first.jobId)

    const done: (string | null)[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const begun = new Promise<void>((resolve) => {
      void jobs?.work('line-job', async ({ subjectId }) => {
        resolve()
        if (done.length === 0) await held
        done.push(subjectId)
      })
    })
    await begun
    const again = await jobs.enqueueInLine('line-job', 'a', store.db)
    expect(again.jobId).not.toBe(first.jobId)
    release()
    await expect.poll(() => done.length, { timeout: 20_000 }).toBe(3)
    expect(done.toSorted()).toEqual(['a', 'a', 'b'])
    await expect
      .poll(async () => (await jobs?.findLatest('line-job', 'a'))?.state, { timeout: 5000 })
      .toBe('done')
    expect((await jobs.findLatest('line-job', 'b'))?.jobId).toBe(other.jobId)
  })

  it('are not queued when the transaction that asked is taken back', async () => {
    const store = await openTestStore(engine)
    const open = await openJobs(store, silentLog, [kind])
    jobs = open
    const before = await open.findLatest(kind)
    await store.db
      .transaction()
      .execute(async (db) => {
        await open.enqueue(kind, db)
        throw new Error('taken back')
      })
      .catch(() => {})
    expect(await open.findLatest(kind)).toEqual(before)
    await open.enqueue(kind, store.db)
    await open.work(kind, async () => {})
    expect((await ended(open)).state).toBe('done')
  })

  it('begin again after a stop in the middle', async () => {
    const store = await openTestStore(engine)
    const stopped = await openJobs(store, silentLog, [kind])
    const { jobId } = await stopped.enqueue(kind, store.db)
    await new Promise<void>((resolve) => {
      void stopped.work(kind, (run) => {
        resolve()
        return untilAborted(run)
      })
    })
    await stopped.close()
    expect((await stopped.findLatest(kind))?.state).toBe('running')

    jobs = await openJobs(store, silentLog, [kind])
    await jobs.work(kind, async () => {})
    expect(await ended(jobs)).toMatchObject({ jobId, state: 'done' })
  })

  /** Leaves a job as a process that is killed in the midst of it leaves it. */
  async function killedIn(store: Store, triesBefore: number): Promise<string> {
    const killed = await openJobs(store, silentLog, [kind])
    const { jobId } = await killed.enqueue(kind, store.db)
    await killed.close()
    await store.executeSql(
      `update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now(),
        retry_count = $2 where data ->> 'jobId' = $1`,
      [jobId, triesBefore],
    )
    await store.executeSql(`update job set state = 'running' where job_id = $1`, [jobId])
    return jobId
  }

  it('whose process was killed begin again at once where no other can hold the store', async () => {
    const store = await openTestStore(engine)
    const jobId = await killedIn(store, 0)
    jobs = await openJobs(store, silentLog, [kind])
    let begun = 0
    await jobs.work(kind, async () => {
      begun += 1
    })
    if (store.kind === 'embedded') {
      expect(await ended(jobs)).toMatchObject({ jobId, state: 'done' })
      expect(begun).toBe(1)
      return
    }
    // On a server another process may be doing it still: only its silence tells.
    await new Promise((resolve) => setTimeout(resolve, 3000))
    expect(begun).toBe(0)
    expect(await jobs.findLatest(kind)).toMatchObject({ jobId, state: 'running' })
    await store.executeSql(`delete from pgboss.job where data ->> 'jobId' = $1`, [jobId])
  })

  it('whose process died in each try are failed, and may be asked for again', async () => {
    const store = await openTestStore(engine)
    const jobId = await killedIn(store, 3)
    jobs = await openJobs(store, silentLog, [kind], { lookEveryMs: 100 })
    // What another process finds out on a server this one does on its own store.
    if (store.kind === 'server') await giveUp(store, jobId)
    expect(await ended(jobs)).toMatchObject({
      jobId,
      state: 'failed',
      errorCode: 'job-interrupted',
    })
    const again = await jobs.enqueue(kind, store.db)
    await jobs.work(kind, async () => {})
    expect(await ended(jobs)).toMatchObject({ jobId: again.jobId, state: 'done' })
  })

  it('that were to stop before their process died are stopped', async () => {
    const store = await openTestStore(engine)
    const jobId = await killedIn(store, 3)
    await giveUp(store, jobId)
    await store.executeSql('update job set is_cancel_asked = true where job_id = $1', [jobId])
    jobs = await openJobs(store, silentLog, [kind])
    expect(await ended(jobs)).toMatchObject({ jobId, state: 'cancelled', errorCode: null })
  })

  it('that wait are left waiting, however often is looked', async () => {
    const store = await openTestStore(engine)
    jobs = await openJobs(store, silentLog, [kind], { lookEveryMs: 50 })
    const { jobId } = await jobs.enqueue(kind, store.db)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await jobs.findLatest(kind)).toMatchObject({ jobId, state: 'waiting' })
    await jobs.work(kind, async () => {})
    expect((await ended(jobs)).state).toBe('done')
  })
})

async function giveUp(store: Store, jobId: string): Promise<void> {
  await store.executeSql(
    `update pgboss.job set state = 'failed', completed_on = now() where data ->> 'jobId' = $1`,
    [jobId],
  )
}

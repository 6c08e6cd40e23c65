import { openJobs } from '#platform/jobs'
import { silentLog } from '#platform/log'
import { openStore } from '#platform/open-store'

/** A process that begins a job on the store of a folder, says so, and never ends it. */
const store = await openStore({ folder: process.argv[2] ?? '' })
const jobs = await openJobs(store, silentLog, ['endless'])
await jobs.enqueue('endless', store.db)
await jobs.work('endless', () => {
  process.stdout.write('begun')
  return new Promise(() => {})
})

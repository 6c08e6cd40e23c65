import { parentPort, workerData } from 'node:worker_threads'
import { systemClock, today } from '#platform/clock'
import { AppError } from '#platform/errors'
import { runMainJob } from './flow.ts'
import type { ThreadReply, ThreadRequest } from './flow-thread.ts'

/** The thread's side of `runInThread`. */
async function main(request: ThreadRequest): Promise<void> {
  const tell = (reply: ThreadReply) => parentPort?.postMessage(reply)
  try {
    const result = await runMainJob({
      ...request,
      nowMs: () => performance.now(),
      today: today(systemClock),
      onProgress: (progress) => tell({ kind: 'progress', progress }),
    })
    tell({ kind: 'result', result })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    tell({ kind: 'refused', code: error.code, details: error.details })
  }
}

await main(workerData)

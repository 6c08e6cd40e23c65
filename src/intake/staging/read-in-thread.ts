import { Worker } from 'node:worker_threads'
import type { OnProgress, Progress } from '#platform/progress'
import type { StagedFile, StagedReading } from './staged-reading.ts'

/** What the thread says. */
export type ReadingReply =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'first' | 'whole'; readonly reading: StagedReading }

interface Listeners {
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
  /** Told early of a long file: what its first rows say. */
  readonly onFirst: (first: StagedReading) => Promise<void>
}

/**
 * Reads one file in a thread of its own, so that the server goes on answering.
 *
 * @throws `signal`'s reason when it is aborted.
 */
export async function readInThread(
  file: StagedFile,
  { signal, onProgress, onFirst }: Listeners,
): Promise<StagedReading> {
  signal.throwIfAborted()
  const thread = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: file })
  const stop = () => void thread.terminate()
  signal.addEventListener('abort', stop)
  let first: Promise<void> = Promise.resolve()
  try {
    const whole = await new Promise<StagedReading>((resolve, reject) => {
      thread.on('message', (reply: ReadingReply) => {
        if (reply.kind === 'progress') onProgress(reply.progress)
        else if (reply.kind === 'whole') resolve(reply.reading)
        else first = onFirst(reply.reading).catch(reject)
      })
      thread.on('error', reject)
      thread.on('exit', (code) =>
        reject(signal.aborted ? signal.reason : new Error(`reading ended with code ${code}`)),
      )
    })
    await first
    return whole
  } finally {
    signal.removeEventListener('abort', stop)
    await thread.terminate()
  }
}

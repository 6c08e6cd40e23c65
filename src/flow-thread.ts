import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode, type ErrorDetails } from '#platform/errors'
import type { Progress } from '#platform/progress'
import type { Lists, RunResult, RunTerms } from './flow.ts'

/** What the thread is given: everything of a request that can be sent. */
export type ThreadRequest = Lists & Omit<RunTerms, 'onProgress' | 'nowMs'>

/** What the thread says. */
export type ThreadReply =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'result'; readonly result: RunResult }
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly details: ErrorDetails[ErrorCode]
    }

/**
 * The main job in a thread of its own: the caller goes on answering, can stop it at any moment, and
 * has its memory back when it is done.
 *
 * @throws the errors of `runMainJob`, and `signal`'s reason when it is aborted.
 */
export async function runInThread(
  request: ThreadRequest,
  { onProgress, signal }: Pick<RunTerms, 'onProgress'> & { readonly signal?: AbortSignal },
): Promise<RunResult> {
  signal?.throwIfAborted()
  const thread = new Worker(new URL('./flow-worker.ts', import.meta.url), { workerData: request })
  const stop = () => void thread.terminate()
  signal?.addEventListener('abort', stop)
  try {
    return await new Promise<RunResult>((resolve, reject) => {
      thread.on('message', (reply: ThreadReply) => {
        if (reply.kind === 'progress') onProgress?.(reply.progress)
        else if (reply.kind === 'result') resolve(reply.result)
        else reject(new AppError(reply.code, reply.details))
      })
      thread.on('error', reject)
      thread.on('exit', (code) =>
        reject(signal?.aborted ? signal.reason : new Error(`main job ended with code ${code}`)),
      )
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await thread.terminate()
  }
}

import { Worker } from 'node:worker_threads'
import { type FileFaultCode, FileFaultError, maxWorkbookSeconds } from './file-fault.ts'
import type { RawSheet } from './raw-sheet.ts'
import { SheetGatherer, type SheetHead, type SheetRows } from './sheet-pieces.ts'

export interface WorkbookTask {
  readonly content: Uint8Array
  readonly form: 'zip' | 'ole' | 'markup'
}
/** What ends a task. */
export type WorkbookAnswer =
  | { readonly heads: readonly SheetHead[] }
  | { readonly fault: FileFaultCode }
/** What comes before: rows, in portions. */
interface WorkbookRows {
  readonly rows: SheetRows | 'restart'
}

/** Heap of the worker: a workbook at the size limit that is read whole needs about half of it. */
const workerHeapMb = 3000

export interface WorkbookReader {
  readonly read: (task: WorkbookTask) => Promise<readonly RawSheet[]>
  readonly close: () => Promise<void>
}

/**
 * Reads workbooks one after another in a worker with its own heap and a time limit.
 *
 * A file that exhausts either ends the worker, not the run: it gets `file-too-complex` and the next
 * file a new worker. The worker starts with the first task.
 */
export function openWorkbookReader(): WorkbookReader {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function readNow(task: WorkbookTask): Promise<readonly RawSheet[]> {
    worker ??= startWorker()
    const gatherer = new SheetGatherer()
    const answer = await ask(worker, task, gatherer)
    if (answer === 'worker-lost') {
      await worker.terminate()
      worker = undefined
      throw new FileFaultError('file-too-complex')
    }
    if ('fault' in answer) throw new FileFaultError(answer.fault)
    return gatherer.finish(answer.heads)
  }

  return {
    read(task) {
      const turn = last.then(() => readNow(task))
      last = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await worker?.terminate()
    },
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: workerHeapMb },
  })
  worker.unref()
  return worker
}

function ask(
  worker: Worker,
  task: WorkbookTask,
  gatherer: SheetGatherer,
): Promise<WorkbookAnswer | 'worker-lost'> {
  return new Promise((resolve) => {
    const finish = (answer: WorkbookAnswer | 'worker-lost') => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', lose).off('exit', lose)
      resolve(answer)
    }
    const hear = (said: WorkbookAnswer | WorkbookRows) => {
      if ('rows' in said) gatherer.take(said.rows)
      else finish(said)
    }
    const lose = () => finish('worker-lost')
    const timer = setTimeout(lose, maxWorkbookSeconds * 1000)
    worker.on('message', hear).on('error', lose).on('exit', lose)
    worker.postMessage(task)
  })
}

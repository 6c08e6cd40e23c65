import { parentPort, workerData } from 'node:worker_threads'
import { openWorkbookReader } from '../files/workbook-reader.ts'
import type { ReadingReply } from './read-in-thread.ts'
import { readStaged, type StagedFile } from './staged-reading.ts'

/** The thread's side of `readInThread`. */
async function main(file: StagedFile): Promise<void> {
  const tell = (reply: ReadingReply) => parentPort?.postMessage(reply)
  const workbooks = openWorkbookReader()
  try {
    const reading = await readStaged(file, {
      workbooks,
      onProgress: (progress) => tell({ kind: 'progress', progress }),
      onFirst: (first) => tell({ kind: 'first', reading: first }),
    })
    tell({ kind: 'whole', reading })
  } finally {
    await workbooks.close()
  }
}

await main(workerData)

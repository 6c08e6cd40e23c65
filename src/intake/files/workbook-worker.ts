import { parentPort } from 'node:worker_threads'
import { FileFaultError } from './file-fault.ts'
import { readWorkbook } from './read-workbook.ts'
import type { WorkbookAnswer, WorkbookTask } from './workbook-reader.ts'

/** The far side of `WorkbookReader`: one task in, one answer out. */
parentPort?.on('message', ({ content, form }: WorkbookTask) => {
  parentPort?.postMessage(answer(content, form))
})

function answer(content: Uint8Array, form: WorkbookTask['form']): WorkbookAnswer {
  try {
    return { sheets: readWorkbook(content, form) }
  } catch (error) {
    return { fault: error instanceof FileFaultError ? error.code : 'file-corrupt' }
  }
}

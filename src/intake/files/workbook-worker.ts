import { parentPort } from 'node:worker_threads'
import { FileFaultError } from './file-fault.ts'
import { readWorkbook } from './read-workbook.ts'
import type { WorkbookAnswer, WorkbookTask } from './workbook-reader.ts'

/** The far side of `WorkbookReader`: one task in; out come its rows in portions, then one answer. */
parentPort?.on('message', ({ content, form }: WorkbookTask) => {
  parentPort?.postMessage(answer(content, form))
})

function answer(content: Uint8Array, form: WorkbookTask['form']): WorkbookAnswer {
  try {
    return { heads: readWorkbook(content, form, (rows) => parentPort?.postMessage({ rows })) }
  } catch (error) {
    return { fault: error instanceof FileFaultError ? error.code : 'file-corrupt' }
  }
}

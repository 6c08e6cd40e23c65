import { parentPort } from 'node:worker_threads'
import { FileFaultError } from './file-fault.ts'
import type { PackedSheet } from './packed-sheet.ts'
import { readWorkbook } from './read-workbook.ts'
import type { WorkbookAnswer, WorkbookTask } from './workbook-reader.ts'

/** The far side of `WorkbookReader`: one task in, one answer out. */
parentPort?.on('message', ({ content, form }: WorkbookTask) => {
  const given = answer(content, form)
  // The places of cells change their owner instead of being copied.
  const moved = 'sheets' in given ? given.sheets.flatMap(buffersOf) : []
  parentPort?.postMessage(given, moved)
})

function buffersOf({ places, rowEnds }: PackedSheet): ArrayBuffer[] {
  return [places.buffer, rowEnds.buffer]
}

function answer(content: Uint8Array, form: WorkbookTask['form']): WorkbookAnswer {
  try {
    return { sheets: readWorkbook(content, form) }
  } catch (error) {
    return { fault: error instanceof FileFaultError ? error.code : 'file-corrupt' }
  }
}

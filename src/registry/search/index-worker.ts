import { parentPort } from 'node:worker_threads'
import { makeIndexBuilder } from './build-index.ts'
import { addBatch, type IndexReply } from './index-thread.ts'
import { buffersOf } from './packed-index.ts'
import type { RegisterBatch } from './read-register.ts'

/** The thread's side of `buildIndex`. */
const builder = makeIndexBuilder()
parentPort?.on('message', (message: RegisterBatch | 'finish') => {
  if (message !== 'finish') {
    addBatch(builder, message)
    parentPort?.postMessage('taken' satisfies IndexReply)
    return
  }
  const index = builder.finish()
  parentPort?.postMessage(index satisfies IndexReply, buffersOf(index))
})

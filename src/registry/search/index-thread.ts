import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { FamilyEntry, type IndexBuilder, makeIndexBuilder, PersonEntry } from './build-index.ts'
import type { PackedIndex } from './packed-index.ts'
import type { RegisterBatch } from './read-register.ts'

/** What the thread says: a batch is taken, or here is the index. */
export type IndexReply = 'taken' | PackedIndex

/** Gives a batch to a builder. */
export function addBatch(builder: IndexBuilder, { kind, rows }: RegisterBatch): void {
  if (kind === 'families') builder.addFamilies(z.array(FamilyEntry).parse(JSON.parse(rows)))
  else builder.addPersons(z.array(PersonEntry).parse(JSON.parse(rows)))
}

/** Batches that are read here at once before a thread is worth starting. */
const batchesHere = 3

/**
 * An index from the batches of a register. A small one is made here; a larger one in a thread of its
 * own, which hands its arrays over without a copy and gives its memory back.
 */
export async function buildIndex(batches: AsyncIterable<RegisterBatch>): Promise<PackedIndex> {
  const first: RegisterBatch[] = []
  let thread: IndexThread | undefined
  try {
    for await (const batch of batches) {
      if (!thread && first.length < batchesHere) {
        first.push(batch)
        continue
      }
      if (!thread) {
        thread = new IndexThread()
        for (const early of first) await thread.add(early)
      }
      await thread.add(batch)
    }
    if (thread) return await thread.finish()
  } finally {
    await thread?.end()
  }
  const builder = makeIndexBuilder()
  for (const batch of first) addBatch(builder, batch)
  return builder.finish()
}

/** The reader's side of the thread: one batch is taken while the next is being read. */
class IndexThread {
  readonly #worker = new Worker(new URL('./index-worker.ts', import.meta.url))
  #reply: Promise<IndexReply> = Promise.resolve('taken')
  #waiting: PromiseWithResolvers<IndexReply> | undefined
  /** Why the thread is gone; nothing that is sent then is answered. */
  #fault: unknown

  constructor() {
    const fail = (fault: unknown) => {
      this.#fault ??= fault
      this.#waiting?.reject(this.#fault)
    }
    this.#worker.on('message', (reply: IndexReply) => this.#waiting?.resolve(reply))
    this.#worker.on('error', fail)
    this.#worker.on('exit', (code) =>
      fail(new Error(`the thread of the search index ended with code ${code}`)),
    )
  }

  async add(batch: RegisterBatch): Promise<void> {
    await this.#reply
    this.#send(batch)
  }

  async finish(): Promise<PackedIndex> {
    await this.#reply
    this.#send('finish')
    const index = await this.#reply
    if (index === 'taken') throw new Error('the thread of the search index made none')
    return index
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #send(message: RegisterBatch | 'finish'): void {
    this.#waiting = Promise.withResolvers()
    this.#reply = this.#waiting.promise
    this.#reply.catch(() => {}) // thrown where it is awaited
    if (this.#fault !== undefined) this.#waiting.reject(this.#fault)
    else this.#worker.postMessage(message)
  }
}

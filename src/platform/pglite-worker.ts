import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { WorkerReply, WorkerRequest } from './pglite-wire.ts'

/**
 * The embedded PostgreSQL in a thread of its own: PGlite blocks its event loop while it works.
 * Speaks PostgreSQL's wire protocol over messages, one request at a time.
 */
async function main(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('runs as a worker only')
  const reply = (message: WorkerReply) => port.postMessage(message)

  let engine: PGlite
  try {
    const { folder } = workerData
    engine = await PGlite.create(typeof folder === 'string' ? folder : 'memory://', {
      // A run writes some 300 MB of log; one office needs no gigabyte of it on its disk.
      postgresqlconf: ['max_wal_size = 128MB', 'min_wal_size = 32MB'],
    })
  } catch (error) {
    reply({ requestNo: 0, error: String(error) })
    return
  }
  reply({ requestNo: 0 })

  let last = Promise.resolve()
  port.on('message', (request: WorkerRequest) => {
    last = last.then(async () => {
      try {
        reply({ requestNo: request.requestNo, ...(await answer(engine, request)) })
      } catch (error) {
        reply({ requestNo: request.requestNo, error: String(error) })
      }
      if (request.kind === 'close') port.close()
    })
  })
}

async function answer(engine: PGlite, request: WorkerRequest): Promise<{ bytes?: Uint8Array }> {
  if (request.kind === 'protocol') return { bytes: await engine.execProtocolRaw(request.bytes) }
  await engine.close()
  return {}
}

await main()

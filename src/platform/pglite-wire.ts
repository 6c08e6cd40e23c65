import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'

/** What the worker is asked for; answered in order. */
export type WorkerRequest =
  | { readonly requestNo: number; readonly kind: 'protocol'; readonly bytes: Uint8Array }
  | { readonly requestNo: number; readonly kind: 'close' }

/** Number 0 says that the engine is up, or why it is not. */
export interface WorkerReply {
  readonly requestNo: number
  readonly bytes?: Uint8Array
  readonly error?: string
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** PGlite behind its worker thread. */
export interface PgliteEngine {
  /** A stream that `pg` takes for a socket; one at a time. */
  readonly openWire: () => Duplex
  readonly close: () => Promise<void>
}

const nothing = new Uint8Array(0)

/**
 * Starts PGlite in a worker over a folder, or in memory without one.
 *
 * The first start in a folder makes the database (4 to 14 s); later ones take under a second.
 */
export async function startPglite(folder?: string): Promise<PgliteEngine> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: { folder },
    execArgv: [], // flags of whoever started us are not for the engine
  })
  const waiting = new Map<number, Waiting>()
  let requestNo = 0

  const started = new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(0, { resolve, reject })
  })
  worker.on('message', (reply: WorkerReply) => {
    const asked = waiting.get(reply.requestNo)
    waiting.delete(reply.requestNo)
    if (reply.error === undefined) asked?.resolve(reply.bytes ?? nothing)
    else asked?.reject(new Error(reply.error))
  })
  const failAll = (error: Error) => {
    for (const asked of waiting.values()) asked.reject(error)
    waiting.clear()
  }
  worker.on('error', failAll)
  worker.on('exit', (code) => failAll(new Error(`embedded store ended with code ${code}`)))

  function ask(request: { kind: 'protocol'; bytes: Uint8Array } | { kind: 'close' }) {
    requestNo += 1
    const no = requestNo
    return new Promise<Uint8Array>((resolve, reject) => {
      waiting.set(no, { resolve, reject })
      worker.postMessage({ ...request, requestNo: no })
    })
  }

  try {
    await started
  } catch (error) {
    await worker.terminate()
    throw error
  }

  return {
    openWire: () => new PgliteWire((bytes) => ask({ kind: 'protocol', bytes })),
    close: async () => {
      await ask({ kind: 'close' })
      await worker.terminate()
    },
  }
}

// AuthenticationOk, then ReadyForQuery (idle).
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
const terminate = 0x58
// A Query message with the text `rollback`: what an earlier wire left open must not leak into this one.
const rollback = Buffer.from([0x51, 0, 0, 0, 13, ...Buffer.from('rollback'), 0])

/**
 * The client's end of the wire. `pg` thinks it is a TCP socket, so both engines share one client:
 * the same parameters, the same parsers, the same errors.
 */
class PgliteWire extends Duplex {
  readonly #exchange: (bytes: Uint8Array) => Promise<Uint8Array>
  #isWelcomed = false

  constructor(exchange: (bytes: Uint8Array) => Promise<Uint8Array>) {
    super()
    this.#exchange = exchange
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    this.#send(chunk).then(() => done(), done)
  }

  override _writev(
    chunks: readonly { readonly chunk: Uint8Array }[],
    done: (error?: Error) => void,
  ): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done)
  }

  async #send(bytes: Uint8Array): Promise<void> {
    if (!this.#isWelcomed) {
      // The first message is the client's greeting; there is nobody to check a password.
      this.#isWelcomed = true
      await this.#exchange(rollback)
      this.push(welcome)
      return
    }
    if (bytes[0] === terminate) {
      this.push(null)
      return
    }
    this.push(Buffer.from(await this.#exchange(bytes)))
  }
}

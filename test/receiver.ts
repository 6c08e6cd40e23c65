import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A real server on this machine, for tests: keeps what it was sent and answers as it is told. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  readonly close: () => Promise<void>
}

/** @param answer the status of the next answer, or a place to which it points; 200 where absent. */
export async function startReceiver(
  answer: () => number | { readonly location: string } = () => 200,
): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer(async (request, reply) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(Buffer.from(piece))
    const body = Buffer.concat(pieces).toString('utf8')
    received.push({ path: request.url ?? '', headers: request.headers, body })
    const told = answer()
    if (typeof told === 'number') reply.writeHead(told).end()
    else reply.writeHead(302, told).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

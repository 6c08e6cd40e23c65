import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Networks } from '#platform/networks'
import { bareHost } from './address.ts'

const longestMs = 10_000

/** What became of one attempt. */
export type Attempt =
  | { readonly status: number }
  | {
      /** Why there was no answer, as a code. */
      readonly fault: string
    }

export interface Message {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

class PrivateAddress extends Error {}

/**
 * Sends a message once. Redirects are answers, not followed; of the answer only its status is read.
 *
 * The connection goes to the very address that was looked up and weighed, so that a name which
 * points elsewhere a moment later leads nowhere.
 */
export function send({ url: text, body, headers }: Message, networks: Networks): Promise<Attempt> {
  const url = new URL(text)
  const host = bareHost(url)
  if (isIP(host) !== 0 && !networks.mayReach(host)) {
    return Promise.resolve({ fault: 'private-address' })
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve) => {
    const sending = request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: lookUpOutside(networks),
        signal: AbortSignal.timeout(longestMs),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'Betang',
        },
      },
      (answer: IncomingMessage) => {
        resolve({ status: answer.statusCode ?? 0 })
        answer.destroy()
      },
    )
    sending.on('error', (error) => resolve({ fault: faultOf(error) }))
    sending.end(body)
  })
}

/** A look-up that knows no address which may not be reached, and refuses where none is left. */
function lookUpOutside(networks: Networks): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      const open = found.filter(({ address }) => networks.mayReach(address))
      const [first] = open
      if (!first) return done(new PrivateAddress(), '')
      if (options.all) return done(null, open)
      return done(null, first.address, first.family)
    })
  }
}

function faultOf(error: Error): string {
  if (error instanceof PrivateAddress) return 'private-address'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  return 'code' in error
    ? String(error.code).toLowerCase().replaceAll('_', '-').slice(0, 60)
    : 'unknown'
}

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Store, StorePlace } from '#platform/open-store'

/** How the pages are reached. */
export interface Served {
  readonly host: string
  readonly port: number
  readonly isHttps: boolean
  /** HTTPS is spoken by a proxy on this machine. */
  readonly isBehindProxy: boolean
  /** When the certificate ends by which Betang itself speaks HTTPS. */
  readonly certificateUntil?: Date | undefined
}

/** What only whoever started the server knows. */
export interface Machine {
  readonly place: StorePlace
  readonly served: Served
  /** Where daily copies go; none on a server without a folder for them. */
  readonly copyFolder?: string | undefined
  readonly env: NodeJS.ProcessEnv
  readonly startedAt: Date
}

/** A machine of which no more is known than its store: this one, on its own, without settings. */
export function bareMachine({ kind, place }: Store): Machine {
  return {
    place:
      kind === 'server'
        ? { url: place }
        : place === 'memory'
          ? { memory: true }
          : { folder: place },
    served: { host: '127.0.0.1', port: 8080, isHttps: false, isBehindProxy: false },
    env: {},
    startedAt: new Date(),
  }
}

/** Browsers trust their own machine without HTTPS. */
export function isOwnMachine({ host }: { readonly host: string }): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|::1)$/.test(host)
}

const Package = z.object({ version: z.string() })

/** The version of this Betang, `0.1.0`. */
export function betangVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  return Package.parse(JSON.parse(readFileSync(file, 'utf8'))).version
}

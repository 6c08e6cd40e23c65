import fc from 'fast-check'
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Api } from '#platform/http'
import { type ApiDocument, operationsOf } from '../../src/api/reference/document.ts'
import { ask } from './ask.ts'
import type { FuzzCaller } from './callers.ts'
import { fittingRequest } from './requests.ts'

interface Parts {
  readonly api: Api
  readonly db: Db
  readonly document: ApiDocument
  readonly callers: readonly FuzzCaller[]
  readonly seed: number
}

/** Values of one name that are kept. */
const enough = 12
/** Twice: what the first round made, the second can add to. */
const rounds = 2
const tries = 6

/**
 * Fills the store with one of each thing that the API can make, and takes down what its answers
 * name, so that later requests can ask for what is there.
 */
export async function findKnown(parts: Parts): Promise<Map<string, Set<string | number>>> {
  const { api, db, document, callers, seed } = parts
  const known = new Map<string, Set<string | number>>()
  for (let round = 0; round < rounds; round++) {
    for (const place of operationsOf(document)) {
      const { method, operation } = place
      const makes = '201' in operation.responses || '200' in operation.responses
      if (!makes || method === 'DELETE' || method === 'PUT' || method === 'PATCH') continue
      const requests = fc.sample(fittingRequest(place, { document, known }), {
        seed: seed + round,
        numRuns: tries,
      })
      const action = operation['x-action']
      const caller = callers.find(({ actions }) => actions.some((one) => one === action))
      for (const request of requests) {
        await sql`savepoint make`.execute(db)
        const headers = { ...request.headers, ...caller?.headers }
        const { status, type, body } = await ask(api, method, { ...request, headers })
        if (status < 300) {
          if (type.startsWith('application/json')) takeDown(JSON.parse(body), known)
          break
        }
        await sql`rollback to savepoint make`.execute(db)
      }
    }
  }
  return known
}

function takeDown(value: unknown, known: Map<string, Set<string | number>>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, field] of Object.entries(value)) {
    if (typeof field !== 'string' && typeof field !== 'number') takeDown(field, known)
    else if (field !== '') keep(known, nameOf(name), field)
  }
}

/** What an answer calls the next page's cursor, a request calls the cursor. */
function nameOf(name: string): string {
  return name === 'nextCursor' ? 'cursor' : name
}

function keep(known: Map<string, Set<string | number>>, name: string, value: string | number) {
  const values = known.get(name) ?? new Set()
  if (values.size < enough) known.set(name, values.add(value))
}

import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Api } from '#platform/http'
import type { Jobs, JobView } from '#platform/jobs'
import { silentLog } from '#platform/log'
import { buildApi } from '../../src/api/build-api.ts'
import { ApiDocument, type Operation, operationsOf } from '../../src/api/reference/document.ts'
import { testSecrets } from '../api.ts'
import { withScopedCity } from '../matrix/viewers.ts'
import { propertyRuns } from '../property-runs.ts'
import { ask, askAndUndo, findFault } from './ask.ts'
import { type FuzzCaller, makeCallers } from './callers.ts'
import { findKnown } from './find-known.ts'
import type { Source } from './fitting-values.ts'
import { type FuzzRequest, fittingRequest, hostileRequest } from './requests.ts'

const seed = 20260701
/** What the log was told of faults, for the message of a failed test. */
const logged: unknown[] = []
const boundless = { openRoutesOfAddress: 1e9, refusedOfAddress: 1e9, ofAccount: 1e9 }

const job: JobView = {
  jobId: '0b1e3a52-6f0d-4c5e-9a3b-2f6d1c8e7a90',
  state: 'waiting',
  stage: null,
  share: 0,
  errorCode: null,
  createdAt: '2026-07-01T02:00:00.000Z',
  finishedAt: null,
}
/** A queue that takes one job and never begins it. */
const jobs: Jobs = {
  enqueue: async () => job,
  enqueueInLine: async () => job,
  findLatest: async () => job,
  cancel: async (jobId) => {
    if (jobId !== job.jobId) throw new AppError('job-not-found', { jobId })
  },
  work: async () => {},
  errands: { post: async () => {}, work: async () => {} },
  close: async () => {},
}

interface Place {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

describe('every operation', () => {
  it('answers as documented, soon, and never with a fault of its own, whatever is asked', () =>
    withScopedCity('PGlite', async (db, store) => {
      const now = new Date()
      const callers = await makeCallers(store)
      const log = { ...silentLog, error: (_: string, facts?: object) => logged.push(facts) }
      const clock = () => now
      const api = await buildApi({
        store,
        secrets: testSecrets,
        clock,
        log,
        limits: boundless,
        jobs,
      })
      const document = ApiDocument.parse((await api.inject('/api/openapi.json')).json())
      const places = operationsOf(document)
      const known = await findKnown({ api, db, document, callers, seed })
      const faults: string[] = []
      for (const place of places) {
        const fault = await fuzz(place, { api, db, callers, source: { document, known } })
        if (fault !== null) faults.push(fault)
      }
      await api.close()
      expect(faults).toEqual([])
      expect(places.length).toBeGreaterThan(50)
    }))
})

interface Field {
  readonly api: Api
  readonly db: Db
  readonly callers: readonly FuzzCaller[]
  readonly source: Source
}

/** The first fault that was found, made as small as it gets; null when there is none. */
async function fuzz(place: Place, { api, db, callers, source }: Field): Promise<string | null> {
  const { method, operation } = place
  let fault = ''
  const property = fc.asyncProperty(
    callerOf(operation, callers),
    fc.oneof(fittingRequest(place, source), hostileRequest(place, source)),
    async (caller, request) => {
      const headers = { ...request.headers, ...caller.headers }
      const answer = await askAndUndo(db, () => ask(api, method, { ...request, headers }))
      const found = findFault(answer, operation)
      if (found !== null) {
        fault = `${method} ${operation.operationId} by ${caller.who}: ${found}\n  ${describeRequest(request)}
  ${inspect(logged.at(-1), { depth: 4 }).slice(0, 1500)}`
      }
      return found === null
    },
  )
  const details = await fc.check(property, { numRuns: propertyRuns(6), seed })
  if (!details.failed) return null
  return fault === '' ? `${operation.operationId}: ${String(details.errorInstance)}` : fault
}

/** Mostly somebody who may. */
function callerOf(
  { 'x-action': action }: Operation,
  callers: readonly FuzzCaller[],
): fc.Arbitrary<FuzzCaller> {
  const permitted = callers.filter(({ actions }) => actions.some((one) => one === action))
  return fc.oneof(
    { arbitrary: fc.constantFrom(...(permitted.length > 0 ? permitted : callers)), weight: 5 },
    { arbitrary: fc.constantFrom(...callers), weight: 1 },
  )
}

function describeRequest({ url, headers, payload }: FuzzRequest): string {
  return JSON.stringify({ url, headers, payload: payload?.toString('latin1') }).slice(0, 1200)
}

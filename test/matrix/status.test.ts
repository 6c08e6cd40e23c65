import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Role, roles } from '#access'
import type { Api } from '#platform/http'
import { openJobs } from '#platform/jobs'
import { silentLog } from '#platform/log'
import { buildApi } from '../../src/api/build-api.ts'
import { listsJobKind } from '../../src/api/lists-job-routes.ts'
import { testSecrets } from '../api.ts'
import { type Expected, expectedAccess } from './expected-access.ts'
import { readingOperations } from './route-calls.ts'
import { openScopedCity } from './scoped-city.ts'
import { addViewer, withScopedCity } from './viewers.ts'

const Paths = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
})
const Method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

interface Operation {
  readonly operationId: string
  readonly method: z.infer<typeof Method>
  readonly url: string
}

/** Every operation with its parameters filled so that it leads nowhere. */
async function operationsOf(api: Api): Promise<Operation[]> {
  const { paths } = Paths.parse((await api.inject('/api/openapi.json')).json())
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({
      operationId,
      method: Method.parse(method.toUpperCase()),
      url: path.replace(/\{[^}]+\}/g, '1'),
    })),
  )
}

function isOpenTo(expected: Expected | undefined, role: Role): boolean {
  return expected === 'public' || expected === 'signed-in' || expected?.includes(role) === true
}

describe('every operation', () => {
  it('opens to the roles that it is for, and to no other', () =>
    withScopedCity('PostgreSQL', async (_db, store) => {
      const whole = await openScopedCity('PostgreSQL')
      const jobs = await openJobs(whole, silentLog, [listsJobKind])
      const wrong: string[] = []
      const known = new Set<string>()
      for (const role of roles) {
        const { cookie } = await addViewer(store, { who: `the role ${role}`, role })
        const api = await buildApi({ store, secrets: testSecrets, jobs })
        for (const { operationId, method, url } of await operationsOf(api)) {
          known.add(operationId)
          // Each with its own session: some operations end it.
          if (endsSession.includes(operationId)) continue
          const answer = await api.inject({ method, url, headers: { cookie } })
          const body: unknown = answer.headers['content-type']?.toString().includes('json')
            ? answer.json()
            : null
          const isRefused = Refusal.safeParse(body).success || answer.statusCode === 401
          const isExpected = isOpenTo(expectedAccess[operationId], role)
          if (isRefused === isExpected) wrong.push(`${role} ${operationId} ${answer.statusCode}`)
        }
        await api.close()
      }
      await jobs.close()
      expect([...known].toSorted()).toEqual(Object.keys(expectedAccess).toSorted())
      expect(wrong).toEqual([])
    }))

  it('that reads the data of the city is compared row by row', () =>
    withScopedCity('PGlite', async (db) => {
      const compared = await readingOperations(db, testSecrets)
      const reading = Object.keys(expectedAccess).filter((one) => /^(get|search|export)/.test(one))
      expect(reading.filter((one) => !compared.includes(one)).toSorted()).toEqual(comparedElsewhere)
    }))
})

const Refusal = z.object({ code: z.enum(['not-permitted', 'sign-in-required']) })

/** Open to everyone signed in and tested where they belong. */
const endsSession = ['signOut', 'endSessions', 'endSession', 'changePassword']

/**
 * Reads nothing of the city: one's own account, or the trail and the files of offices, which have
 * tests of their own.
 */
const comparedElsewhere = [
  'exportFileDifference',
  'exportHeldRows',
  'exportOwnData',
  'exportPrivacyRecords',
  'exportSheetMapping',
  'exportSubject',
  'getAccount',
  'getAuditAnchors',
  'getBreachLetter',
  'getFileCauses',
  'getFileDifference',
  'getFileEffect',
  'getFileRows',
  'getFileSheets',
  'getHealth',
  'getImpactAssessment',
  'getIntakeFile',
  'getListsJob',
  'getOwnAccount',
  'getOwnGrants',
  'getPrivacyNotice',
  'getPrivacyRecords',
  'getServerSettings',
  'getServiceAccount',
  'getSession',
  'getSettingHistory',
  'getSettings',
  'getSheetMapping',
  'getSubjectRequest',
  'getSystemHealth',
  'getUnusualLooks',
  'getWebhook',
  'searchAccounts',
  'searchAudit',
  'searchIntakeFiles',
]

import type { z } from 'zod'
import type { Api } from '#platform/http'
import { type Jobs, openJobs } from '#platform/jobs'
import { silentLog } from '#platform/log'
import { openStore, type Store } from '#platform/open-store'
import { readFileKind, readKeptFile } from '../src/intake/staging/read-file-job.ts'
import { IntakeFile } from '../src/intake/staging/schema.ts'
import { buildApi, testSecrets } from './api.ts'
import { copyStore, type Engine } from './database.ts'
import { addViewer, type ViewerCase } from './matrix/viewers.ts'

const clock = () => new Date()
/** A fault of our own shows in the output of the test. */
const log = { ...silentLog, error: (event: string, facts?: object) => console.error(event, facts) }
/** The year in which the lists of these tests are made. */
export const thisYear = clock().getUTCFullYear()

/** Offices that hand files over, with a queue that works. */
export interface IntakeOffice {
  readonly store: Store
  readonly api: Api
  readonly as: (who: keyof typeof viewers) => Asker
  readonly close: () => Promise<void>
}

const viewers = {
  dinkes: { role: 'agency-officer', organisation: 'dinkes', isOwnOrganisation: true },
  colleague: { role: 'agency-officer', organisation: 'dinkes', isOwnOrganisation: true },
  disdik: { role: 'agency-officer', organisation: 'disdik', isOwnOrganisation: true },
  tkpk: { role: 'secretariat' },
  ward: { role: 'ward-officer', regions: ['62.71.03.1002'] },
  narrow: { role: 'secretariat', dataClasses: ['general', 'family'] },
} as const satisfies Record<string, Omit<ViewerCase, 'who'>>

/** A store of its own, three offices, and a person in each. */
export async function openIntakeOffice(engine: Engine): Promise<IntakeOffice> {
  const store = await openStore(await copyStore(engine))
  for (const organisation_id of ['tkpk', 'dinkes', 'disdik']) {
    await store.db
      .insertInto('organisation')
      .values({ organisation_id, name: `Kantor ${organisation_id}`, kind: 'agency', sectors: [] })
      .execute()
  }
  const jobs: Jobs = await openJobs(store, log, [readFileKind])
  await jobs.work(readFileKind.kind, (run) =>
    readKeptFile({ db: store.db, secrets: testSecrets, clock }, run),
  )
  const api = await buildApi({ store, secrets: testSecrets, clock, jobs, log })
  const cookies = new Map<string, string>()
  for (const [who, parts] of Object.entries(viewers)) {
    cookies.set(who, (await addViewer(store, { who, ...parts })).cookie)
  }
  return {
    store,
    api,
    as: (who) => makeAsker(api, cookies.get(who) ?? ''),
    async close() {
      await api.close()
      await jobs.close()
      await store.close()
    },
  }
}

type Answer = Awaited<ReturnType<Api['inject']>>
let keys = 0

/** What one person asks of the API. */
export interface Asker {
  readonly get: (path: string) => Promise<Answer>
  readonly read: <Shape extends z.ZodType>(path: string, shape: Shape) => Promise<z.infer<Shape>>
  readonly send: (
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    key?: string,
  ) => Promise<Answer>
  readonly sendText: (path: string, yaml: string) => Promise<Answer>
  readonly upload: (
    content: string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
    path?: string,
  ) => Promise<Answer>
  /** The file once nothing of it waits or is being read. */
  readonly settled: (fileId: string) => Promise<IntakeFile>
}

function makeAsker(api: Api, cookie: string): Asker {
  const base = '/api/v1/intake-files'
  const get = (path: string) => api.inject({ url: base + path, headers: { cookie } })
  return {
    get,
    async read(path, shape) {
      return shape.parse((await get(path)).json())
    },
    send: (method, path, body, key = `test-key-${++keys}`) =>
      api.inject({
        method,
        url: base + path,
        headers: { cookie, 'idempotency-key': key },
        ...(body ? { payload: body } : {}),
      }),
    sendText: (path, yaml) =>
      api.inject({
        method: 'PUT',
        url: base + path,
        headers: {
          cookie,
          'content-type': 'application/yaml',
          'idempotency-key': `test-key-${++keys}`,
        },
        payload: yaml,
      }),
    upload: (content, headers = {}, path = '') =>
      api.inject({
        method: 'POST',
        url: base + path,
        headers: {
          cookie,
          'content-type': 'application/octet-stream',
          'idempotency-key': `test-key-${++keys}`,
          ...(path === '' ? { 'x-file-name': 'daftar.csv' } : {}),
          ...headers,
        },
        payload: Buffer.from(content),
      }),
    async settled(fileId) {
      for (let attempt = 0; attempt < 400; attempt++) {
        const answer = await get(`/${fileId}`)
        if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
        const file = IntakeFile.parse(answer.json())
        const { state } = file.reading
        if (state !== 'waiting' && state !== 'running') return file
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error('the file was not read')
    },
  }
}

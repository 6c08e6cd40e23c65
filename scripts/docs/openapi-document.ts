import { Kysely, PostgresDialect } from 'kysely'
import type { Jobs } from '#platform/jobs'
import { makeSecrets } from '#platform/secrets'
import type { Tables } from '#platform/tables'
import { buildApi } from '../../src/api/build-api.ts'

/**
 * The OpenAPI document that a running server gives out, from the routes alone.
 *
 * Declaring routes asks nothing of a store: the one handed in refuses every question, so that a
 * route which began to ask would be seen here.
 */
export function openApiDocument(): Promise<string> {
  document ??= describeApi()
  return document
}
let document: Promise<string> | undefined

async function describeApi(): Promise<string> {
  const refuse = async (): Promise<never> => {
    throw new Error('the description of the API must not need a store')
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: refuse }) })
  const jobs: Jobs = {
    enqueue: refuse,
    enqueueInLine: refuse,
    findLatest: refuse,
    cancel: refuse,
    work: refuse,
    errands: { post: refuse, work: refuse },
    close: async () => {},
  }
  const api = await buildApi({
    store: {
      db,
      kind: 'server',
      place: 'nowhere',
      storeId: 'none',
      executeSql: refuse,
      close: async () => {},
    },
    secrets: makeSecrets(new Uint8Array(32)),
    jobs,
  })
  await api.ready()
  const document = api.swagger()
  await api.close()
  return `${JSON.stringify(document, null, 2)}\n`
}

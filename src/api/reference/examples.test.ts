import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Api } from '#platform/http'
import { withApi } from '../../../test/api.ts'
import { askUnderAnyRole } from '../../../test/ask-under-any-role.ts'
import { ApiDocument, operationsOf, Shape } from './document.ts'
import { exampleOf } from './example.ts'
import { exampleRequest } from './example-request.ts'

const boundless = { openRoutesOfAddress: 1e9, refusedOfAddress: 1e9, ofAccount: 1e9 }
const Method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
const Json = z.record(z.string(), z.json())
const Content = z.record(z.string(), z.object({ schema: Json.optional() })).default({})
const Served = z.object({
  components: z.object({ schemas: Json }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        tags: z.array(z.string()),
        parameters: z.array(z.object({ name: z.string(), schema: Json })).default([]),
        requestBody: z.object({ content: Content }).optional(),
        responses: z.record(z.string(), z.object({ content: Content })),
      }),
    ),
  ),
})

/** Every schema of the document, with where it stands and what it is about. */
function schemasOf({ paths }: z.infer<typeof Served>) {
  return Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, tags, parameters, requestBody, responses }) => [
      ...parameters.map(({ name, schema }) => ({ at: `${operationId} ${name}`, name, schema })),
      ...[requestBody, ...Object.values(responses)].flatMap((part, no) =>
        Object.values(part?.content ?? {}).flatMap(({ schema }) =>
          schema ? [{ at: `${operationId} body ${no}`, name: tags[0] ?? '', schema }] : [],
        ),
      ),
    ])
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

async function readServed(api: Api) {
  const json: unknown = (await api.inject('/api/openapi.json')).json()
  return { served: Served.parse(json), document: ApiDocument.parse(json) }
}

describe('an example', () => {
  it('fits its schema, whatever is asked for or answered', () =>
    withApi('PGlite', async ({ api }) => {
      const { served, document } = await readServed(api)
      // Refusals are all of one schema.
      const schemas = uniqueBy(schemasOf(served), ({ name, schema }) =>
        JSON.stringify([name, schema]),
      )
      const faults = schemas.flatMap(({ at, name, schema }) => {
        // The references of the document lead to what stands beside this schema here.
        const whole = JSON.stringify({ ...schema, $defs: served.components.schemas })
        const reader = z.fromJSONSchema(
          JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')),
        )
        const { error } = reader.safeParse(exampleOf(Shape.parse(schema), document, name))
        return error ? [`${at}: ${z.prettifyError(error)}`] : []
      })
      expect(faults).toEqual([])
      expect(schemas.length).toBeGreaterThan(150)
    }))

  it('of a request is one that the server understands', () =>
    withApi(
      'PGlite',
      async ({ api, db, signIn }) => {
        const { document } = await readServed(api)
        const ask = await askUnderAnyRole(db, api, await signIn())
        const faults: string[] = []
        for (const place of operationsOf(document)) {
          const { method, url, headers, body } = exampleRequest(place, document)
          await sql`savepoint example`.execute(db)
          const answer = await ask({
            method: Method.parse(method),
            url,
            headers,
            ...(typeof body === 'object' && body !== null && { payload: body }),
          }).catch((error: unknown) => ({ statusCode: 403, body: String(error) }))
          await sql`rollback to savepoint example`.execute(db)
          if (answer.statusCode === 400) faults.push(`${method} ${url}: ${answer.body}`)
        }
        expect(faults).toEqual([])
      },
      { limits: boundless },
    ))
})

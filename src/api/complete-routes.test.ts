import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Api } from '#platform/http'
import { withApi } from '../../test/api.ts'
import { askUnderAnyRole } from '../../test/ask-under-any-role.ts'
import { ApiDocument, type Operation, operationsOf, type Shape } from './reference/document.ts'
import { exampleOf } from './reference/example.ts'

const boundless = { openRoutesOfAddress: 1e9, refusedOfAddress: 1e9, ofAccount: 1e9 }
const unknownName = 'zz-unknown'
/** One of them fits what a path asks for. */
const pathValues = [
  'abcdefghjk',
  '1',
  '0b1e3a52-6f0d-4c5e-9a3b-2f6d1c8e7a90',
  'not-confirmed',
] as const
/** An identity provider adds words of its own to the address by which a person comes back. */
const openAddresses = ['/api/v1/oidc/{provider}/callback']
const Refusal = z.object({ code: z.string(), fields: z.array(z.object({ path: z.string() })) })
const Method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

async function readDocument(api: Api): Promise<ApiDocument> {
  return ApiDocument.parse((await api.inject('/api/openapi.json')).json())
}

function addressesOf(path: string): string[] {
  return pathValues.map((value) => path.replace(/\{[^}]+\}/g, value))
}

/** The example of a body, with all fields and with those that it must have: one of them fits. */
function bodiesOf(operation: Operation, document: ApiDocument): (object | undefined)[] {
  const body = bodyOf(operation, document)
  const required = operation.requestBody?.content['application/json']?.schema?.required ?? []
  return [
    body,
    body && Object.fromEntries(Object.entries(body).filter(([name]) => required.includes(name))),
  ]
}

function bodyOf(operation: Operation, document: ApiDocument): object | undefined {
  const shape = operation.requestBody?.content['application/json']?.schema
  const body = shape && exampleOf(shape, document)
  return typeof body === 'object' && body !== null ? body : undefined
}

describe('every route', () => {
  it('refuses an unknown word in its address, by name', () =>
    withApi(
      'PGlite',
      async ({ api, db, signIn }) => {
        const document = await readDocument(api)
        const ask = await askUnderAnyRole(db, api, await signIn())
        for (const { method, path, operation } of operationsOf(document)) {
          if (openAddresses.includes(path)) continue
          const named: string[] = []
          for (const url of addressesOf(path)) {
            for (const payload of bodiesOf(operation, document)) {
              const answer = await ask({
                method: Method.parse(method),
                url: `${url}?${unknownName}=1`,
                ...(payload && { payload }),
              })
              expect(answer.statusCode, `${method} ${path}`).toBe(400)
              named.push(...Refusal.parse(answer.json()).fields.map((field) => field.path))
            }
          }
          expect(named, `${method} ${path}`).toContain(unknownName)
        }
      },
      { limits: boundless },
    ))

  it('refuses an unknown field of its body, by name, and any body where it takes none', () =>
    withApi(
      'PGlite',
      async ({ api, db, signIn }) => {
        const document = await readDocument(api)
        const ask = await askUnderAnyRole(db, api, await signIn())
        for (const { method, path, operation } of operationsOf(document)) {
          if (method === 'GET') continue
          const body = bodyOf(operation, document)
          const named: string[] = []
          for (const url of addressesOf(path)) {
            const answer = await ask({
              method: Method.parse(method),
              url,
              payload: { ...body, [unknownName]: 1 },
            })
            expect(answer.statusCode, `${method} ${path}`).toBe(400)
            named.push(...Refusal.parse(answer.json()).fields.map((field) => field.path))
          }
          expect(named, `${method} ${path}`).toContain(body ? unknownName : 'body')
        }
      },
      { limits: boundless },
    ))

  it('closes every object of its body in the document', () =>
    withApi('PGlite', async ({ api }) => {
      const document = await readDocument(api)
      for (const { method, path, operation } of operationsOf(document)) {
        for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
          if (schema) expect(openObjects(schema), `${method} ${path}`).toEqual([])
        }
      }
    }))

  it('documents what can refuse it', () =>
    withApi('PGlite', async ({ api }) => {
      const document = await readDocument(api)
      for (const { method, path, operation } of operationsOf(document)) {
        const place = `${method} ${path}`
        expect(Object.keys(operation.responses), place).toEqual(
          expect.arrayContaining(['400', '429', '500']),
        )
        if (method !== 'GET') expect(operation.responses, place).toHaveProperty('403')
        // a part of the address out of a closed list is wrong or there
        const isOpen = (operation.parameters ?? []).some(
          (parameter) => parameter.in === 'path' && parameter.schema.enum === undefined,
        )
        if (isOpen && method === 'GET') {
          expect(operation.responses, place).toHaveProperty('404')
        }
        for (const [status, { content }] of Object.entries(operation.responses)) {
          if (Number(status) >= 400) {
            expect(Object.keys(content ?? {}), place).toEqual(['application/problem+json'])
          }
        }
      }
    }))
})

function openObjects(shape: Shape, at = ''): string[] {
  const inner = Object.entries(shape.properties ?? {}).flatMap(([name, field]) =>
    openObjects(field, `${at}/${name}`),
  )
  const branches = [
    ...(shape.anyOf ?? []),
    ...(shape.oneOf ?? []),
    ...(typeof shape.items === 'object' ? [shape.items] : []),
  ]
  const isOpen =
    shape.type === 'object' && shape.properties && shape.additionalProperties === undefined
  return [
    ...(isOpen ? [at] : []),
    ...inner,
    ...branches.flatMap((branch) => openObjects(branch, at)),
  ]
}

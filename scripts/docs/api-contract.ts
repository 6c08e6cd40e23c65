import openapiTypes, { astToString } from 'openapi-typescript'
import { z } from 'zod'
import { openApiDocument } from './openapi-document.ts'

const prefix = '/api/v1'
const Json = z.record(z.string(), z.unknown())
const Operation = z.looseObject({
  parameters: z.array(z.looseObject({ in: z.string() })).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Json.optional() })),
})
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})

/**
 * Types of every call that the web may make: address, parameters, body and answer, from the routes
 * alone. Refusals are left out: the web knows one shape of them.
 */
export async function apiContract(): Promise<string> {
  const document = Document.parse(JSON.parse(await openApiDocument()))
  const paths = Object.entries(document.paths)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, methods]) => [path.slice(prefix.length), mapValues(methods, reduceOperation)])
  const reduced = closeTables({
    openapi: document.openapi,
    info: document.info,
    paths: Object.fromEntries(paths),
  })
  const [types] = await openapiTypes(JSON.stringify(reduced), { defaultNonNullable: false })
  if (!types) throw new Error('the API has no address')
  return `// Written by npm run gen from the routes. Change it there.\n\n${astToString(types)}`
}

function reduceOperation(operation: z.infer<typeof Operation>) {
  const answers = Object.entries(operation.responses).filter(([status]) => /^2/.test(status))
  return {
    ...operation,
    operationId: undefined,
    tags: undefined,
    parameters: operation.parameters?.filter((parameter) => parameter.in !== 'header'),
    responses: Object.fromEntries(
      answers.map(([status, { description, content }]) => [
        status,
        {
          description,
          content:
            content && 'application/json' in content
              ? { 'application/json': content['application/json'] }
              : undefined,
        },
      ]),
    ),
  }
}

/** A table over a closed list of names has a field for each of them. */
function closeTables(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeTables)
  const table = NamedTable.safeParse(value)
  if (table.success) {
    const { propertyNames, additionalProperties, ...rest } = table.data
    const fields = propertyNames.enum.map((name) => [name, closeTables(additionalProperties)])
    return {
      ...rest,
      properties: Object.fromEntries(fields),
      required: propertyNames.enum,
      additionalProperties: false,
    }
  }
  const object = Json.safeParse(value)
  return object.success ? mapValues(object.data, closeTables) : value
}

const NamedTable = z.looseObject({
  propertyNames: z.looseObject({ enum: z.array(z.string()) }),
  additionalProperties: Json,
})

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

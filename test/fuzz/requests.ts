import fc from 'fast-check'
import type { Operation } from '../../src/api/reference/document.ts'
import { fitting, hostile, nearlyFitting, type Source } from './fitting-values.ts'
import {
  contentTypes,
  hostileBodies,
  hostileTexts,
  oddEncodings,
  oddHeaders,
  oddQueries,
} from './hostile-values.ts'

export interface FuzzRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

interface Place {
  readonly path: string
  readonly operation: Operation
}

type Value = fc.Arbitrary<string>

/** Requests that an operation should be able to serve. */
export function fittingRequest(place: Place, source: Source): fc.Arbitrary<FuzzRequest> {
  return request(place, source, {
    inAddress: (fit) => fit.map(encode),
    body: (shape) => fitting(shape, source).map((value) => JSON.stringify(value)),
    contentType: fc.constant('application/json'),
    query: fc.constant(''),
    headers: fc.constant({}),
  })
}

/** Requests with one thing or another wrong in them. */
export function hostileRequest(place: Place, source: Source): fc.Arbitrary<FuzzRequest> {
  const rarely = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
    fc.oneof({ arbitrary: usual, weight: 5 }, { arbitrary: odd, weight: 1 })
  return request(place, source, {
    inAddress: (fit) =>
      fc.oneof(
        { arbitrary: fit.map(encode), weight: 4 },
        { arbitrary: fc.constantFrom(...hostileTexts).map(encode), weight: 2 },
        { arbitrary: fc.constantFrom(...oddEncodings), weight: 1 },
      ),
    body: (shape) =>
      fc.oneof(
        { arbitrary: nearlyFitting(shape, source).map(toJson), weight: 6 },
        { arbitrary: fitting(shape, source).map(toJson), weight: 3 },
        { arbitrary: hostile.map(toJson), weight: 1 },
        { arbitrary: fc.constantFrom(...hostileBodies), weight: 1 },
      ),
    contentType: rarely(fc.constant('application/json'), fc.constantFrom(...contentTypes)),
    query: rarely(fc.constant(''), fc.constantFrom(...oddQueries)),
    headers: rarely(fc.constant({}), fc.constantFrom(...oddHeaders)),
  })
}

interface Makers {
  readonly inAddress: (fit: fc.Arbitrary<unknown>) => Value
  readonly body: (shape: object) => fc.Arbitrary<string | Buffer | undefined>
  readonly contentType: Value
  /** Added to what the operation declares. */
  readonly query: Value
  readonly headers: fc.Arbitrary<Readonly<Record<string, string>>>
}

function request(
  { path, operation }: Place,
  source: Source,
  makers: Makers,
): fc.Arbitrary<FuzzRequest> {
  const { parameters, requestBody } = operation
  const of = (where: string) => parameters.filter((one) => one.in === where)
  const segments = fc.record(
    Object.fromEntries(
      of('path').map(({ name, schema }) => [name, makers.inAddress(fitting(schema, source, name))]),
    ),
  )
  const query = fc
    .tuple(
      ...of('query').map(({ name, schema, required }) =>
        fc
          .array(makers.inAddress(fitting(schema, source, name)), {
            minLength: required ? 1 : 0,
            // The same word twice now and then.
            maxLength: 2,
          })
          .map((values) => values.map((value) => `${encode(name)}=${value}`)),
      ),
      makers.query.map((more) => (more === '' ? [] : [more])),
    )
    .map((parts) => parts.flat().join('&'))
  const declared = fc.record(
    Object.fromEntries(
      of('header').map(({ name, schema }) => [name, fitting(schema, source, name).map(toHeader)]),
    ),
  )
  const shape = requestBody?.content['application/json']?.schema
  const payload = shape ? makers.body(shape) : fc.constant(undefined)
  return fc
    .record({
      segments,
      query,
      declared,
      payload,
      type: makers.contentType,
      headers: makers.headers,
    })
    .map(({ segments, query, declared, payload, type, headers }) => ({
      url: `${path.replace(/\{([^}]+)\}/g, (_, name) => segments[name] ?? '')}${query && `?${query}`}`,
      headers: { ...(payload !== undefined && { 'content-type': type }), ...declared, ...headers },
      ...(payload !== undefined && { payload }),
    }))
}

/** Percent-encoded as UTF-8, lone surrogates too. */
function encode(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed())
}

/** As much of a text as a header can carry. */
function toHeader(value: unknown): string {
  return String(value).replace(/[^\x20-\x7e]/g, '')
}

function toJson(value: unknown): string {
  return JSON.stringify(value) ?? ''
}

import type { paths } from './contract.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Addresses that take a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<Lowercase<M>, object> ? P : never
}[keyof paths]

type Operation<M extends Method, P extends PathOf<M>> =
  paths[P] extends Record<Lowercase<M>, infer Found> ? Found : never

/** What a call answers with: null where it answers without a body. */
export type AnswerOf<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { responses: infer Responses }
    ? BodyOf<Responses[keyof Responses]>
    : never

type BodyOf<Response> = Response extends { content: { 'application/json': infer Body } }
  ? Body
  : null

/** What a call must be sent: parts of its address, words after it, a body. */
export type SentTo<M extends Method, P extends PathOf<M>> = PathParts<Operation<M, P>> &
  QueryWords<Operation<M, P>> &
  SentBody<Operation<M, P>>

type PathParts<Found> = Found extends { parameters: { path: infer Parts } }
  ? { readonly path: Readonly<Parts> }
  : unknown

type QueryWords<Found> = Found extends { parameters: { query: infer Words } }
  ? { readonly query: Sendable<Words> }
  : Found extends { parameters: { query?: infer Words } }
    ? [NonNullable<Words>] extends [never]
      ? unknown
      : { readonly query?: Sendable<NonNullable<Words>> }
    : unknown

type SentBody<Found> = Found extends {
  requestBody: { content: { 'application/json': infer Body } }
}
  ? { readonly body: Sendable<Body> }
  : unknown

/** As the contract says; what is undefined is not sent, and nothing is changed on the way. */
type Sendable<Value> = Value extends readonly (infer Item)[]
  ? readonly Sendable<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Sendable<Value[Key]> | Absent<Value, Key> }
    : Value

type Absent<Value, Key extends keyof Value> =
  Partial<Pick<Value, Key>> extends Pick<Value, Key> ? undefined : never

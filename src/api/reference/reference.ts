import { permissions, type Role, roles, serviceRoles } from '#access'
import { type ApiDocument, type Operation, operationsOf } from './document.ts'
import type { Credential } from './example-request.ts'

/** A route as the pages tell of it. */
export interface ReferenceRoute {
  readonly method: string
  readonly path: string
  readonly operation: Operation
  readonly tag: string
  /** Who gets past the door; everyone signed in holds no role in particular. */
  readonly openTo: readonly Role[] | 'anyone' | 'signed-in'
  /** Whether it wants a proof of who one is, not older than ten minutes. */
  readonly needsProof: boolean
  readonly credential: Credential
}

/** The document, read for the pages. */
export interface Reference {
  readonly document: ApiDocument
  readonly routes: readonly ReferenceRoute[]
  /** In the order of the document. */
  readonly tags: readonly string[]
  /** Codes that most routes can answer with: told once, not at each route. */
  readonly usualCodes: ReadonlySet<string>
}

/** What a document says, arranged for readers. */
export function readReference(document: ApiDocument): Reference {
  const routes = operationsOf(document).map((place) => {
    const openTo = whoMay(place.operation)
    const needsProof = codesOf(place.operation, '403').includes('step-up-required')
    return {
      ...place,
      tag: place.operation.tags[0] ?? '',
      openTo,
      needsProof,
      credential: credentialOf(place.operation, openTo, needsProof),
    }
  })
  return {
    document,
    routes,
    tags: [...new Set(routes.map(({ tag }) => tag))],
    usualCodes: usualCodesOf(routes),
  }
}

function whoMay({ 'x-action': action }: Operation): ReferenceRoute['openTo'] {
  if (action === undefined) return 'anyone'
  const permitted = roles.filter((role) => permissions[role].some((one) => one === action))
  return permitted.length === roles.length ? 'signed-in' : permitted
}

/** Whether a system with a key may act under a role. */
export function isOpenToSystems(role: Role): boolean {
  const names: readonly Role[] = serviceRoles
  return names.includes(role)
}

function credentialOf(
  { 'x-action': action }: Operation,
  openTo: ReferenceRoute['openTo'],
  needsProof: boolean,
): Credential {
  if (openTo === 'anyone') return 'none'
  // A key has no account of its own to manage, and no person behind it who could prove anything.
  if (action === 'manage-own-account' || needsProof) return 'session'
  return openTo === 'signed-in' || openTo.some(isOpenToSystems) ? 'key' : 'session'
}

/** The codes that a refusal of this status may carry. */
export function codesOf({ responses }: Operation, status: string): readonly string[] {
  const answer = responses[status]
  return Number(status) < 400 || !answer ? [] : answer.description.split(', ')
}

function usualCodesOf(routes: readonly ReferenceRoute[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { operation } of routes) {
    for (const status of Object.keys(operation.responses)) {
      for (const code of codesOf(operation, status)) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  const most = routes.length / 2
  return new Set([...counts].filter(([, count]) => count > most).map(([code]) => code))
}

/** Address of the page of a tag, and of one route on it. */
export function addressOf({ tag, operation }: Pick<ReferenceRoute, 'tag' | 'operation'>): string {
  return `/api/reference/${tag}#${operation.operationId}`
}

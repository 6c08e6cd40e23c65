import type { RequestKind, RequestState, SubjectMark } from './schema.ts'

/** States that may follow; a closed request stays closed, and a new one is made instead. */
const following: Readonly<Record<RequestState, readonly RequestState[]>> = {
  received: ['identity-needed', 'in-work', 'refused', 'withdrawn'],
  'identity-needed': ['in-work', 'refused', 'withdrawn'],
  'in-work': ['identity-needed', 'done', 'refused', 'withdrawn'],
  done: [],
  refused: [],
  withdrawn: [],
}

/** The states in which a request may go on from `state`. */
export function nextStates(state: RequestState): readonly RequestState[] {
  return following[state]
}

/** True when nothing remains to be done. */
export function isClosed(state: RequestState): boolean {
  return following[state].length === 0
}

/** What a granted request of a kind leaves at the family, if anything. */
export function markOf(kind: RequestKind): SubjectMark['kind'] | undefined {
  if (kind === 'object-automated') return 'objects-automated'
  if (kind === 'restrict') return 'restricted'
  if (kind === 'withdraw-consent') return 'consent-withdrawn'
  return undefined
}

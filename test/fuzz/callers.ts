import { type Action, permissions, type Role } from '#access'
import type { Store } from '#platform/open-store'
import { addViewer, type ViewerCase } from '../matrix/viewers.ts'
import { oddCredentials } from './hostile-values.ts'

/** Whoever asks, with what shows who they are. */
export interface FuzzCaller {
  readonly who: string
  readonly headers: Readonly<Record<string, string>>
  readonly actions: readonly Action[]
}

const people: readonly ViewerCase[] = [
  { who: 'fuzz secretariat', role: 'secretariat' },
  { who: 'fuzz ward officer', role: 'ward-officer', regions: ['62.71.03.1002'] },
  { who: 'fuzz agency', role: 'agency-officer', organisation: 'dinkes', isOwnOrganisation: true },
  { who: 'fuzz partner', role: 'partner', organisation: 'partner-a', isOwnOrganisation: true },
  { who: 'fuzz auditor', role: 'auditor' },
  { who: 'fuzz administrator', role: 'administrator' },
  { who: 'fuzz officer of data protection', role: 'data-protection-officer' },
  { who: 'fuzz citizen', role: 'citizen' },
]

/** People of several roles, and those who are nobody. */
export async function makeCallers(store: Store): Promise<FuzzCaller[]> {
  const signedIn: FuzzCaller[] = []
  for (const one of people) {
    const { cookie } = await addViewer(store, one)
    signedIn.push({ who: one.who, headers: { cookie }, actions: actionsOf(one.role) })
  }
  const nobody = [{}, ...oddCredentials].map((headers) => ({
    who: `nobody ${JSON.stringify(headers).slice(0, 40)}`,
    headers,
    actions: [],
  }))
  return [...signedIn, ...nobody]
}

function actionsOf(role: Role): readonly Action[] {
  return permissions[role]
}

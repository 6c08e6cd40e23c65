import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, render, screen } from '@testing-library/react'
import { vi } from 'vitest'
import { App } from '../App.tsx'
import { showLanguage } from '../i18n/language.ts'
import { createAppRouter } from '../routes.tsx'
import { reportCaught } from '../shell/caught-errors.ts'

/** What the API answers at a path of `/api/v1`: a body, or a body with its status. */
export type Answers = Readonly<Record<string, unknown>>

/** An answer that is not 200. */
export class Refusal {
  readonly httpStatus: number
  readonly body: unknown
  constructor(httpStatus: number, body: unknown) {
    this.httpStatus = httpStatus
    this.body = body
  }
}

const session = {
  userName: 'rina',
  displayName: 'Rina Agustina',
  organisationName: 'Sekretariat TKPK',
  language: 'id',
  mustChangePassword: false,
  needsSecondFactor: false,
}
const everyGrant = {
  grants: [
    {
      grantId: 'grant-of-all',
      role: 'secretariat',
      regions: null,
      isOwnOrganisation: false,
      dataClasses: ['general', 'family', 'health', 'disability', 'children', 'finances'],
      purpose: 'coordination',
    },
  ],
  actions: [
    'manage-own-account',
    'read-reference',
    'read-picture',
    'read-families',
    'read-allocation',
    'read-offers',
    'read-lists',
    'review-pairs',
    'read-reports',
    'manage-people',
    'read-audit',
  ],
}
const nothingToday = {
  on: '2025-07-01',
  items: [],
  counts: { files: 0, pairs: 0, questions: 0, offers: 0 },
}

/** A call that the app made. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/**
 * Opens the app at an address over an API that answers as given; a path without an answer is 404.
 *
 * @returns the calls made so far, in order.
 */
export async function openPage(address: string, answers: Answers = {}): Promise<readonly Call[]> {
  // Test files share this module, so what the last page left is cleared here and not after.
  cleanup()
  localStorage.clear()
  await showLanguage('id', false)
  const calls: Call[] = []
  const all: Answers = {
    '/session': session,
    '/grants': everyGrant,
    '/today': nothingToday,
    ...answers,
  }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const path = url.replace('/api/v1', '')
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    calls.push({ method: init.method ?? 'GET', path, body })
    const answer = path in all ? all[path] : new Refusal(404, { code: 'route-not-found' })
    return answer instanceof Refusal
      ? new Response(JSON.stringify(answer.body), { status: answer.httpStatus })
      : new Response(JSON.stringify(answer))
  })
  const history = createMemoryHistory({ initialEntries: [address] })
  render(<App router={(queryClient) => createAppRouter(queryClient, history)} />, {
    onCaughtError: reportCaught,
  })
  await screen.findByRole('heading', { level: 1 })
  return calls
}

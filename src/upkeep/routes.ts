import type { Clock } from '#platform/clock'
import { type Api, languageOf, problem } from '#platform/http'
import type { Store } from '#platform/open-store'
import type { Language } from '#platform/say-error'
import { type Finding, groups, worstOf } from './finding.ts'
import { type Given, serverSettings } from './given/server-settings.ts'
import { findHealth } from './health/find-health.ts'
import { groupWords, healthText } from './health/health-text.ts'
import type { Machine } from './machine.ts'
import { ServerSettings, SystemHealth } from './schema.ts'

export interface UpkeepParts {
  readonly store: Store
  readonly machine: Machine
  readonly given: Given
  readonly clock: Clock
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }

const healthRoute = {
  operationId: 'getSystemHealth',
  summary: 'How the system stands, what that means and what to do',
  response: { 200: SystemHealth, ...refused },
}
const serverRoute = {
  operationId: 'getServerSettings',
  summary: 'What was given to Betang when it started, without a secret',
  response: { 200: ServerSettings, ...refused },
}

const config = { action: 'manage-settings' }

/** What an administrator sees of the system; no data of residents is in it. */
export function upkeepRoutes(api: Api, { store, machine, given, clock }: UpkeepParts): void {
  api.get('/api/v1/system-health', { schema: healthRoute, config }, async (request) => {
    const found = await findHealth({ store, machine, clock })
    return toPage(found, clock(), languageOf(request.headers['accept-language']))
  })

  api.get('/api/v1/settings/server', { schema: serverRoute, config }, async (request) =>
    serverSettings(machine, given, languageOf(request.headers['accept-language'])),
  )
}

function toPage(found: readonly Finding[], at: Date, language: Language): SystemHealth {
  const held = groups.map((group) => ({
    group,
    findings: found.filter((finding) => finding.group === group),
  }))
  return {
    at: at.toISOString(),
    state: worstOf(found),
    groups: held
      .filter(({ findings }) => findings.length > 0)
      .map(({ group, findings }) => ({
        group,
        title: groupWords[group][language],
        state: worstOf(findings),
        findings: findings.map(({ code, state, meaning, about = [], remedy }) => ({
          code,
          state,
          meaning: meaning[language],
          about: [...about],
          remedy: remedy?.[language] ?? null,
        })),
      })),
    text: healthText(found, at, language),
  }
}

import { queryOptions } from '@tanstack/react-query'
import type { OfficeSettings } from '#access/schema'
import { currentLanguage } from '../i18n/language.ts'
import { callApi } from './http.ts'

/** What an administrator sets, as it holds now. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => callApi('GET', '/settings', { signal }),
})

/** Who changed what, newest first. */
export const settingHistoryQuery = queryOptions({
  queryKey: ['settings', 'history'],
  queryFn: ({ signal }) => callApi('GET', '/settings/history', { signal }),
})

/** What was given to Betang at its start, in the language in use. */
export function serverSettingsQuery() {
  return queryOptions({
    queryKey: ['server-settings', currentLanguage()],
    queryFn: ({ signal }) => callApi('GET', '/settings/server', { signal }),
  })
}

/** How the system stands at this moment, in the language in use. */
export function systemHealthQuery() {
  return queryOptions({
    queryKey: ['system-health', currentLanguage()],
    queryFn: ({ signal }) => callApi('GET', '/system-health', { signal }),
  })
}

/** @throws ApiProblem `version-outdated`, `step-up-required`. */
export function changeSettings(settings: OfficeSettings): Promise<OfficeSettings> {
  return callApi('PUT', '/settings', { body: settings })
}

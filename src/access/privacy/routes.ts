import type { Api } from '#platform/http'
import { breachRoutes } from './breach-routes.ts'
import { ownRequestRoutes } from './own-routes.ts'
import { privacyRecordRoutes } from './record-routes.ts'
import { type PrivacyParts, requestRoutes } from './request-routes.ts'

/** What law 27/2022 gives to those whose data is kept, and asks of those who keep it. */
export function privacyRoutes(api: Api, parts: PrivacyParts): void {
  requestRoutes(api, parts)
  ownRequestRoutes(api, parts)
  breachRoutes(api, parts)
  privacyRecordRoutes(api, parts)
}

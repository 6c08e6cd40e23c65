import { type Api, problem } from '#platform/http'
import { Survivorship } from './schema.ts'
import { survivorship } from './trust.ts'

/** The policy of survivorship as everybody may read it: it names no person. */
export function survivorshipRoutes(api: Api): void {
  api.get(
    '/api/v1/survivorship',
    {
      schema: {
        operationId: 'getSurvivorship',
        summary: 'Which list is believed for which field, and why',
        response: {
          200: Survivorship,
          401: problem('sign-in-required'),
          403: problem('not-permitted'),
        },
      },
      config: { action: 'read-reference' },
    },
    () => survivorship,
  )
}

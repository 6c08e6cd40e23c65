import type { Api } from '#platform/http'
import { fileRoutes } from './staging/file-routes.ts'
import { lookRoutes } from './staging/look-routes.ts'
import { mendRoutes } from './staging/mend-routes.ts'
import type { IntakeParts } from './staging/parts.ts'

/** Files of offices: handed over, looked at, put right, and let count. */
export async function intakeRoutes(api: Api, parts: IntakeParts): Promise<void> {
  // Alone here a body is bytes.
  await api.register(async (scope: Api) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer' },
      (_request, body, done) => done(null, body),
    )
    fileRoutes(scope, parts)
    lookRoutes(scope, parts)
    mendRoutes(scope, parts)
  })
}

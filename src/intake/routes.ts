import { parse } from 'yaml'
import { AppError } from '#platform/errors'
import type { Api } from '#platform/http'
import { fileRoutes } from './staging/file-routes.ts'
import { lookRoutes } from './staging/look-routes.ts'
import { mappingRoutes, yamlType } from './staging/mapping-routes.ts'
import { mendRoutes } from './staging/mend-routes.ts'
import type { IntakeParts } from './staging/parts.ts'

/** Files of offices: handed over, looked at, put right, and let count. */
export async function intakeRoutes(api: Api, parts: IntakeParts): Promise<void> {
  // Alone here a body is bytes, or YAML.
  await api.register(async (scope: Api) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer' },
      (_request, body, done) => done(null, body),
    )
    scope.addContentTypeParser(yamlType, { parseAs: 'string' }, (_request, body, done) => {
      try {
        // No aliases: a few lines of them grow without end.
        done(null, parse(String(body), { maxAliasCount: 0 }))
      } catch {
        const fields = [{ path: 'body', message: 'no YAML' }]
        done(new AppError('request-invalid', { fields }))
      }
    })
    fileRoutes(scope, parts)
    mappingRoutes(scope, parts)
    lookRoutes(scope, parts)
    mendRoutes(scope, parts)
  })
}

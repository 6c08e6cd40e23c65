import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { AppError } from '#platform/errors'
import type { Api } from '#platform/http'

const yearSeconds = 31_536_000

/**
 * Serves the built web app: files whose names carry a hash are kept by the browser for good, and
 * any address that is no file is a page of the app.
 */
export async function serveWeb(api: Api, webDir: string): Promise<void> {
  const root = path.resolve(webDir)
  if (!existsSync(path.join(root, 'index.html'))) {
    throw new AppError('web-not-built', { path: root })
  }
  await api.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    schemaHide: true,
    setHeaders(reply, file) {
      const isHashed = file.startsWith(path.join(root, 'assets'))
      reply.header(
        'cache-control',
        isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache',
      )
    },
  })
  api.get('/*', { schema: { hide: true } }, (request, reply) => {
    // A missing file must not come back as a page, nor an unknown API address.
    if (request.url.startsWith('/api/') || /\.\w+$/.test(request.url.split('?')[0] ?? '')) {
      throw new AppError('route-not-found', {})
    }
    return reply.sendFile('index.html')
  })
}

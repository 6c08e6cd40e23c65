import type { Api } from '#platform/http'
import { namesTag, tagOf } from '#platform/versions'

/**
 * Gives each answer that is read its version as `ETag`, and a changed one its next; who has a version
 * already (`If-None-Match`) gets 304 and no body. The reading itself was done, and written down, all
 * the same.
 */
export function tagAnswers(api: Api): void {
  api.addHook('onSend', async (request, reply, payload) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const isChange = request.method === 'PUT' || request.method === 'PATCH'
    if (
      !(isRead || isChange) ||
      !isOurs(request.routeOptions.url) ||
      reply.statusCode !== 200 ||
      typeof payload !== 'string'
    ) {
      return payload
    }
    const tag = tagOf(payload)
    reply.header('etag', tag)
    const known = request.headers['if-none-match']
    if (!isRead || known === undefined || !namesTag(known, tag)) return payload
    reply.code(304).removeHeader('content-type').removeHeader('content-length')
    return ''
  })
}

function isOurs(url = ''): boolean {
  return url === '/api' || url.startsWith('/api/')
}

import { AppError } from '#platform/errors'
import type { Api } from '#platform/http'

/**
 * Refuses a text with the character NUL, in the body, the address and its query: PostgreSQL keeps no
 * such text, and no name or note has one.
 */
export function refuseNul(api: Api): void {
  api.addHook('preHandler', async (request) => {
    for (const part of ['params', 'query', 'body'] as const) {
      if (holdsNul(request[part])) {
        throw new AppError('request-invalid', {
          fields: [{ path: part, message: 'NUL in a text' }],
        })
      }
    }
  })
}

/** Looks at names of fields too; not by recursion, for a body may be nested as deep as it is long. */
export function holdsNul(value: unknown): boolean {
  const open = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'string' && one.includes('\0')) return true
    // The bytes of a file are no text, and many.
    if (typeof one !== 'object' || one === null || one instanceof Uint8Array) continue
    for (const [name, field] of Object.entries(one)) open.push(name, field)
  }
  return false
}

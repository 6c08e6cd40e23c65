import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from './errors.ts'

/** The version of an answer, as `ETag` says it: 128 bits of its content's hash, in quotes. */
export function tagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** Whether a list of tags, as `If-Match` and `If-None-Match` bring it, names a version. */
export function namesTag(list: string, tag: string): boolean {
  // A proxy that compresses marks a tag as weak; it still names the content that we sent.
  const named = list.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return named.includes('*') || named.includes(tag)
}

/** What a route declares that changes a resource, for its headers and its refusals. */
export const matchHeaders = z.object({
  /** The `ETag` of the reading that the change rests on. */
  'if-match': z.string().max(300).optional(),
})

/**
 * Refuses a change that rests on an older reading than the present one. Call it in the transaction
 * of the change, with the row locked.
 *
 * @param shape what the reading's route answers with.
 * @param present what it would answer now.
 * @throws AppError `version-required` without `If-Match`, `version-outdated` when it names no such
 * version.
 */
export function requireMatch<Shape extends z.ZodType>(
  request: { readonly headers: z.infer<typeof matchHeaders> },
  shape: Shape,
  present: z.output<Shape>,
): void {
  const asked = request.headers['if-match']
  if (asked === undefined) throw new AppError('version-required', {})
  const tag = tagOf(JSON.stringify(z.encode(shape, present)))
  if (!namesTag(asked, tag)) throw new AppError('version-outdated', {})
}

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { namesTag, requireMatch, tagOf } from './versions.ts'

const Thing = z.object({ name: z.string() })
const present = { name: 'a', secret: 'not part of the answer' }
const tag = tagOf('{"name":"a"}')

describe('a change', () => {
  it.each([tag, `W/${tag}`, `"other", ${tag}`, '*'])(
    'rests on the present version: %s',
    (asked) => {
      expect(() => requireMatch({ headers: { 'if-match': asked } }, Thing, present)).not.toThrow()
    },
  )

  it('is refused without a version, and with an older one', () => {
    expect(() => requireMatch({ headers: {} }, Thing, present)).toThrow(
      expect.objectContaining({ code: 'version-required' }),
    )
    const older = { headers: { 'if-match': tagOf('{"name":"b"}') } }
    expect(() => requireMatch(older, Thing, present)).toThrow(
      expect.objectContaining({ code: 'version-outdated' }),
    )
  })
})

describe('a tag', () => {
  it('is quoted, and another for other content', () => {
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    expect(tagOf('{"name":"b"}')).not.toBe(tag)
  })

  it('is not named by a part of it', () => {
    expect(namesTag(tag.slice(1, -1), tag)).toBe(false)
    expect(namesTag('', tag)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { systemRandom } from '#platform/random'
import { isKey, makeKey, readBearer } from './key-text.ts'

describe('a key', () => {
  it('is found by its prefix and known by its hash', () => {
    const key = makeKey(systemRandom)
    expect(readBearer(`Bearer ${key.text}`)).toEqual({ text: key.text, prefix: key.prefix })
    expect(isKey(key.text, key.hash)).toBe(true)
    expect(isKey(makeKey(systemRandom).text, key.hash)).toBe(false)
    expect(key.hash).not.toContain(key.text.slice(-20))
  })

  it.each(['', 'Bearer', 'Bearer x', 'Basic YTpi', 'Bearer btg_012345678901_short', 'btg_a_b'])(
    'is not read from %j',
    (authorization) => {
      expect(readBearer(authorization)).toBeUndefined()
    },
  )
})

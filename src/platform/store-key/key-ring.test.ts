import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { type KeyRing, makeKeyRing, sealedHeadOf } from './key-ring.ts'
import { toStoreKey } from './store-key.ts'

const keyNo = (no: number) => toStoreKey(Buffer.alloc(32, no), no > 1 ? keyIdOf(no - 1) : undefined)
const keyIdOf = (no: number): string => toStoreKey(Buffer.alloc(32, no)).id

/** Rings as they are before, while and after each of that many changes of the key. */
function ringsOver(changes: number): KeyRing[] {
  let ring = makeKeyRing({ key: keyNo(1) })
  const rings = [ring]
  for (let no = 2; no <= changes + 1; no++) {
    ring.add(keyNo(no))
    rings.push(ring)
    ring = makeKeyRing({ key: keyNo(no), chain: ring.sealChain() })
    rings.push(ring)
  }
  return rings
}

describe('a ring of keys', () => {
  it('opens, finds and carries on what any ring before it sealed and hashed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.stringMatching(/^\d{16}$/),
        fc.integer({ min: 1, max: 4 }),
        (text, nik, changes) => {
          let sealed = makeKeyRing({ key: keyNo(1) }).seal(text)
          let hmacs = [makeKeyRing({ key: keyNo(1) }).hmacOf(nik)]
          let mark = makeKeyRing({ key: keyNo(1) }).textHmacOf('mark', text)
          for (const ring of ringsOver(changes)) {
            expect(ring.unseal(sealed)).toBe(text)
            for (const hmac of hmacs) {
              expect(ring.hmacsOf(nik)).toContainEqual(hmac)
              expect(ring.renewHmac(hmac)).toEqual(ring.hmacOf(nik))
            }
            expect(ring.textHmacsOf('mark', text)).toContainEqual(mark)
            sealed = ring.reseal(sealed)
            hmacs = [...hmacs, ring.hmacOf(nik)]
            mark = ring.renewHmac(mark)
            expect(mark).toEqual(ring.textHmacOf('mark', text))
          }
        },
      ),
      { numRuns: propertyRuns(30) },
    )
  })

  it('says by what a value begins which key sealed it, and no other key opens it', () => {
    const ring = makeKeyRing({ key: keyNo(1) })
    ring.add(keyNo(2))
    const sealed = ring.seal('nik')
    expect(Buffer.from(sealed).toString('hex')).toMatch(new RegExp(`^${sealedHeadOf(keyIdOf(2))}`))
    const renamed = Buffer.from(sealed)
    renamed.set(Buffer.from(keyIdOf(3), 'hex'), 1)
    ring.add(keyNo(3))
    expect(() => ring.unseal(renamed)).toThrow(/auth/)
    expect(() => makeKeyRing({ key: keyNo(1) }).unseal(sealed)).toThrow(
      expect.objectContaining({ code: 'key-lacking', details: { keyId: keyIdOf(2) } }),
    )
  })

  it('without the earlier key opens none of its values, and finds all of its numbers', () => {
    const before = makeKeyRing({ key: keyNo(1) })
    const [sealed, hmac] = [before.seal('nik'), before.hmacOf('6271')]
    before.add(keyNo(2))
    const after = makeKeyRing({ key: keyNo(2), chain: before.sealChain() })
    expect(() => after.unseal(sealed)).toThrow(
      expect.objectContaining({ code: 'key-lacking', details: { keyId: keyIdOf(1) } }),
    )
    expect(after.hmacsOf('6271')).toContainEqual(hmac)
    expect(() => makeKeyRing({ key: keyNo(3), chain: before.sealChain() })).toThrow()
  })

  it('takes up a key that has come, at once where it meets its values', () => {
    let isThere = false
    const ring = makeKeyRing({
      key: keyNo(1),
      look: (newest) => (isThere && newest === keyIdOf(1) ? keyNo(2) : undefined),
    })
    ring.seal('looks once')
    const ahead = makeKeyRing({ key: keyNo(1) })
    ahead.add(keyNo(2))
    isThere = true
    expect(ring.unseal(ahead.seal('nik'))).toBe('nik')
    expect(ring.newestId()).toBe(keyIdOf(2))
    expect(ring.hmacOf('6271')).toEqual(ahead.hmacOf('6271'))
  })
})

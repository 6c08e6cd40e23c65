import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type EventText, hashEvent, noHash } from './event-hash.ts'

const anEvent: EventText = {
  event_id: 12,
  at_text: '2026-07-01T03:00:00.000001Z',
  account_id: 'abc',
  organisation_id: null,
  role: 'auditor',
  action: 'read',
  purpose: null,
  subject_kind: 'family',
  subject_id: 'k7f2m9q4xa',
  fields: ['family', 'health'],
  reason: 'keberatan é',
  request_id: null,
  detail_text: '{}',
}

describe('the hash of an entry', () => {
  it('is SHA-256 of the bytes that are written down', () => {
    const bytes =
      '2:12,27:2026-07-01T03:00:00.000001Z,3:abc,-7:auditor,4:read,-6:family,10:k7f2m9q4xa,' +
      '18:6:family,6:health,,12:keberatan é,-2:{},'
    const expected = createHash('sha256').update(Buffer.alloc(32)).update(bytes).digest('hex')
    expect(Buffer.from(hashEvent(noHash, anEvent)).toString('hex')).toBe(expected)
  })

  it('tells an empty text from none, and one list from another', () => {
    const variants: EventText[] = [
      anEvent,
      { ...anEvent, purpose: '' },
      { ...anEvent, fields: ['family,health'] },
      { ...anEvent, fields: ['familyhealth'] },
      { ...anEvent, fields: [] },
      { ...anEvent, role: 'auditorread', action: '' },
      { ...anEvent, organisation_id: 'auditor', role: null },
    ]
    const hashes = variants.map((event) => Buffer.from(hashEvent(noHash, event)).toString('hex'))
    expect(new Set(hashes).size).toBe(variants.length)
  })
})

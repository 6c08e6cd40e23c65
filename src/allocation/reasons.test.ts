import { describe, expect, it } from 'vitest'
import type { Offer } from '#partner/schema'
import { type ServedStory, servedReason } from './reasons.ts'

const offer: Offer = {
  offerId: 'P1',
  provider: 'PDAM',
  sector: 'water',
  indicator: 'WATER',
  unitCostRp: 1,
  wards: [],
  filter: '',
  needsPerUnit: 1,
  what: '',
}
const story: ServedStory = {
  offer,
  score: 560.5,
  choices: 3,
  cutoff: 480,
  isLocked: false,
  isPromised: true,
}

describe('servedReason', () => {
  it('tells giver, choice, score, last place and promise in both languages', () => {
    expect(servedReason(story)).toEqual({
      id:
        'Dilayani oleh PDAM, karena satu dari 3 penawaran yang cocok, dipilih agar paling banyak ' +
        'kebutuhan terlayani. Nilai kebutuhan 560,5. Tempat terakhir pada nilai 480. ' +
        'Janji sebelumnya ditepati.',
      en:
        'Served by PDAM, because it is one of 3 offers that fit, chosen so that most needs are ' +
        'served. Need score 560.5. The last place went to the score 480. An earlier promise is kept.',
    })
  })

  it.each([{ choices: 1 }, { cutoff: undefined }, { isLocked: true }, { isPromised: false }])(
    'has an English text for %o',
    (part) => {
      const { id, en } = servedReason({ ...story, ...part })
      expect(en).not.toBe(id)
      expect(en).not.toMatch(/\b(?:karena|nilai|tempat|penawaran|oleh)\b/i)
    },
  )
})

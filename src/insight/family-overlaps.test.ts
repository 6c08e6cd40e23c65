import { describe, expect, it } from 'vitest'
import { familyOverlaps, giftKey } from './family-overlaps.ts'
import type { FamilyRecords } from './load-family.ts'

type Gift = FamilyRecords['received'][number]

let rowNo = 0
function aGift(part: Partial<Gift>): Gift {
  rowNo += 1
  return {
    row_no: rowNo,
    person_id: 'p1',
    family_id: 'f1',
    sector: 'basic',
    indicator: 'INCOME',
    programme: 'SEMBAKO',
    provider: 'Kemensos',
    amount_rp: null,
    received_on: '2025-05-01',
    status: 'received',
    ...part,
  }
}

const lebaran = { provider: 'PT A', programme: 'PT A: sembako lebaran' }

function wordsOf(received: readonly Gift[], gift: Gift | undefined) {
  if (!gift) throw new Error('no gift')
  return familyOverlaps({ received: [...received], rows: [] }).get(giftKey(gift))
}

describe('familyOverlaps', () => {
  it('names the other gift on both sides of a double', () => {
    const received = [aGift({}), aGift({ ...lebaran, received_on: '2025-04-10' })]
    expect(wordsOf(received, received[0])).toEqual([
      {
        noteId: 'ganda dengan PT A: sembako lebaran',
        noteEn: 'doubles PT A: sembako lebaran',
        reasonId:
          'Perlu dilihat: SEMBAKO dan PT A: sembako lebaran sejenis, dalam satu musim. Belum tentu keliru.',
        reasonEn:
          'Needs a look: SEMBAKO and PT A: sembako lebaran are of one kind, in one season. Not necessarily wrong.',
      },
    ])
    expect(wordsOf(received, received[1])).toMatchObject([{ noteId: 'ganda dengan SEMBAKO' }])
  })

  it('says that it is to be confirmed when a date is missing', () => {
    const received = [aGift({}), aGift({ ...lebaran, received_on: null })]
    expect(wordsOf(received, received[0])).toMatchObject([
      { noteId: 'ganda dengan PT A: sembako lebaran, perlu dipastikan' },
    ])
  })

  it('says once that one payment stands twice', () => {
    const received = [aGift({}), aGift({})]
    expect(wordsOf(received, received[0])).toMatchObject([{ noteId: 'tercatat dua kali' }])
  })

  it('names two rebuildings of one house a conflict', () => {
    const house = { sector: 'housing', indicator: 'HOUSING' }
    const received = [
      aGift({ ...house, programme: 'BSPS 2023' }),
      aGift({ ...house, programme: 'RST 2024' }),
    ]
    expect(wordsOf(received, received[0])).toMatchObject([
      { noteId: 'bertabrakan dengan RST 2024' },
    ])
  })

  it('says nothing where different help meets', () => {
    const received = [aGift({ programme: 'PKH' }), aGift({})]
    expect(wordsOf(received, received[0])).toBeUndefined()
  })
})

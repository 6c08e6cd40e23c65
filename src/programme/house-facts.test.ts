import { describe, expect, it } from 'vitest'
import type { Family } from '#registry/schema'
import { houseFacts } from './house-facts.ts'

function aFamily(house: Partial<Family>): Family {
  return { familyId: 'f1', memberIds: [], rowNos: [], listCount: 1, origins: [], ...house }
}

const decent = {
  roof: 'zinc',
  wall: 'wood',
  floor: 'wood',
  floorAreaM2: 36,
  water: 'piped',
  toilet: 'own',
  closet: 'goose-neck',
  wasteDisposal: 'septic',
} as const

describe('houseFacts', () => {
  it.each([
    ['a plank house with zinc roof is decent', {}, true],
    ['a thatched roof is not', { roof: 'thatch' }, false],
    ['a rotten wall is not', { wallCondition: 'damaged' }, false],
    ['7.2 m² a person is just enough', { floorAreaM2: 28.8 }, true],
    ['a bit less is not', { floorAreaM2: 28.7 }, false],
    ['a well of unknown distance to the cesspit leaves it open', { water: 'protected-well' }, null],
    ['a well 10 m from the cesspit is not safe', { water: 'borehole', wellToCesspitM: 10 }, false],
    ['a well 11 m away is', { water: 'borehole', wellToCesspitM: 11 }, true],
    ['rain water is safe', { water: 'rain' }, true],
    ['river water is not', { water: 'surface' }, false],
    ['a toilet over water is not safe', { closet: 'over-water' }, false],
    ['an earth pit is not safe', { wasteDisposal: 'earth-pit' }, false],
  ] as const)('%s', (_, change, expected) => {
    expect(houseFacts(aFamily({ ...decent, ...change }), 4).houseFit).toBe(expected)
  })

  it('leaves open what nobody has told, and settles what one fact settles', () => {
    const nothing = houseFacts(aFamily({}), 4)
    expect(nothing).toMatchObject({ houseFit: null, sanitationSafe: null, isUnsound: null })
    expect(houseFacts(aFamily({ toilet: 'none' }), 4).sanitationSafe).toBe(false)
    expect(houseFacts(aFamily({ houseCondition: 'heavy' }), 4).isUnsound).toBe(true)
  })

  it('does not take a house as roomy while members may be missing', () => {
    const open = { lo: 1, hi: Number.POSITIVE_INFINITY }
    expect(houseFacts(aFamily(decent), open).houseFit).toBe(null)
    expect(houseFacts(aFamily({ ...decent, floorAreaM2: 6 }), open).isUnsound).toBe(true)
    expect(houseFacts(aFamily({ ...decent, occupants: 4 }), open).houseFit).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { compileFilter } from './filter.ts'

describe('compileFilter', () => {
  it.each([
    ['', {}, true],
    ['decile <= 4', { decile: '4' }, true],
    ['decile <= 4', { decile: '10' }, false],
    ['decile <= 4', { decile: 'banyak' }, null],
    ['decile <= 4', { decile: '' }, null],
    ['decile <= 4', {}, null],
    ['decile != 4', {}, null],
    ['decile in [1, 2]', { decile: '2' }, true],
    ['decile in [1, 2]', { decile: 3 }, false],
    ['age_years + 1 >= 60', { age_years: '59' }, true],
    ['own_house', { own_house: 'ya' }, true],
    ['!own_house', { own_house: '0' }, true],
    ['own_house == false', { own_house: 'tidak' }, true],
    ['own_house', { own_house: 'entah' }, null],
    ['sex == "P"', { sex: ' P' }, true],
    ['ward == "62.71.01.1001"', { ward: '62.71.01.1001' }, true],
    ['!("PKH" in receives)', { receives: [] }, true],
    ['!("PKH" in receives)', { receives: '' }, true],
    ['!("PKH" in receives)', { receives: null }, null],
    ['"PKH" in receives', { receives: 'SEMBAKO;PKH' }, true],
    ['"PKH" in receives', { receives: 'SEMBAKO PKHX' }, false],
    ['faith in ["Islam"] || decile == 1', { decile: 1 }, true],
    ['since >= "2025-01-01"', { since: '2025-03-01' }, true],
    ['constructor == 4', {}, null],
    ['`Jenis kelamin` == "L"', { 'Jenis kelamin': 'L' }, true],
  ])('%j with %j is %s', (text, fields, expected) => {
    expect(compileFilter(text).test(fields)).toBe(expected)
  })

  it('names the columns it looks at and those that would settle it', () => {
    const filter = compileFilter('decile <= 4 && (own_house || flooded)')
    expect(filter.fields).toEqual(['decile', 'own_house', 'flooded'])
    expect(filter.missing({ decile: 2, own_house: false })).toEqual(['flooded'])
    expect(filter.missing({ decile: 9 })).toEqual([])
  })

  it.each(['members.exists(m, m.age > 3)', 'decile <= param("x")', 'ageOn("2025-01-01") > 3'])(
    'refuses %s: a need has no such thing',
    (text) => {
      expect(() => compileFilter(text)).toThrow(
        expect.objectContaining({ code: 'rule-unreadable' }),
      )
    },
  )

  it('says where a text cannot be read', () => {
    expect(() => compileFilter('decile = 4')).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({
          faults: [expect.objectContaining({ code: 'operator-foreign', line: 1, column: 8 })],
        }),
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { neutralCell, toCsv } from './csv.ts'

describe('neutralCell', () => {
  it.each([
    '=1+1',
    '+1+1',
    '@SUM(1,1)',
    '-cmd|calc',
    '\t=1+1',
    ' =1+1',
    '"=1+1"',
    '\u200b=1+1',
    '\uff1d1+1',
  ])('puts an apostrophe before %j', (text) => {
    expect(neutralCell(text)).toBe(`'${text}`)
  })

  it.each(['-', '-5', '-12.50', '+62 812 0000 0000', '@ Jl. Merdeka', '08123456789', 'Siti', ''])(
    'leaves %j as it is',
    (text) => {
      expect(neutralCell(text)).toBe(text)
    },
  )
})

describe('toCsv', () => {
  it('quotes what needs it and leaves absent values empty', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x, "y"', undefined],
          [1, null],
        ],
      ),
    ).toBe('a,b\n"x, ""y""",\n1,\n')
  })
})

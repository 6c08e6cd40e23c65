import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'

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

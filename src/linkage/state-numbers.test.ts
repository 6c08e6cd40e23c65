import { describe, expect, it } from 'vitest'
import { agreesFor, numberColumns, relateNumbers, wrongDigits } from './state-numbers.ts'

const relation = (left: string, right: string) =>
  relateNumbers(
    numberColumns([
      { source: 0, nik: left },
      { source: 0, nik: right },
    ]).nik,
    0,
    1,
  )

describe('relateNumbers', () => {
  it.each([
    ['6271010206980006', '6271010206980006', 'same'],
    ['6271010206980006', '6271010206980016', 'slip'],
    ['6271010206980006', '6271010206890006', 'slip'],
    ['9271010206980006', '6271010206980006', 'slip'],
    ['6271010206980006', '6271010206980115', 'other'],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(relation(left, right)).toBe(expected)
  })

  it('counts the digits that differ', () => {
    expect(wrongDigits(0x10203)).toBe(3)
    expect(wrongDigits(0xf0000000)).toBe(1)
  })

  it('compares leading digits', () => {
    const { nik } = numberColumns([
      { source: 0, nikPrefix: '627101020698000' },
      { source: 0, nik: '6271010206980006' },
    ])
    expect(agreesFor(nik, 0, 1, 15)).toBe(true)
    expect(agreesFor(nik, 0, 1, 16)).toBe(false)
  })
})

describe('numberColumns', () => {
  const nik = '6271010206980006'
  const kk = '6271013004210030'
  const family = ['6271034806030010', '6271054302240008'].map((other) => ({
    source: 0,
    nik: other,
    kk,
  }))

  it('puts numbers back that stand in the wrong columns', () => {
    const { nik: column } = numberColumns([
      { source: 0, nik, kk },
      ...family,
      { source: 1, nik: kk, kk: nik },
    ])
    expect(relateNumbers(column, 0, 3)).toBe('same')
  })

  it('leaves numbers where they are when nothing else is known', () => {
    const { nik: column } = numberColumns([{ source: 0, nik, kk }])
    expect(column.high[0]).toBe(0x62710102)
  })

  it('forgets a family card written as NIK', () => {
    const { nik: column } = numberColumns([...family, { source: 1, nik: kk, kk }])
    expect(column.digits[2]).toBe(0)
  })
})

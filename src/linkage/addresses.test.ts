import { describe, expect, it } from 'vitest'
import { normaliseAddress, normaliseAddresses } from './addresses.ts'

describe('normaliseAddress', () => {
  it.each([
    ['Jl. Rindang Banua Gg. Rambutan No. 123', 'JALAN  Rindang Banua Gang Rambutan 123'],
    ['Jl.Bangka Gg. Karya no.38', 'Jln Bangka Gg. Karya NOMOR 38'],
    ['Jl. Dr. Wahidin III No. 5A', 'Jl. Dr. Wahidin 3 No 5 a'],
    ['Jl. Tjilik Riwut Km 6 No. 38', 'Jl. Cilik Riwut Km 6 38'],
  ])('reads %s and %s alike', (left, right) => {
    const first = normaliseAddress(left)
    const second = normaliseAddress(right)
    expect({ street: first?.street, number: first?.number }).toEqual({
      street: second?.street,
      number: second?.number,
    })
    expect(first?.number).toBeDefined()
  })

  it('takes a decimal of kilometres for the street', () => {
    expect(normaliseAddress('Jl. Tjilik Riwut Km 10,5')?.number).toBeUndefined()
  })

  it('knows a landmark for no street', () => {
    expect(normaliseAddress('belakang pasar')?.street).toBe('')
  })
})

describe('normaliseAddresses', () => {
  it('leaves a last number with the street where Roman numerals or doors elsewhere say so', () => {
    const [plain, , other] = normaliseAddresses(['Jl. Kereng 5', 'Jl. Kereng V', 'Jl. Bangka 5'])
    expect(plain).toMatchObject({ street: 'kereng 5' })
    expect(plain?.number).toBeUndefined()
    expect(other).toMatchObject({ street: 'bangka', number: '5' })
  })
})

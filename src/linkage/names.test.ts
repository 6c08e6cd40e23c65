import { describe, expect, it } from 'vitest'
import { editDistance, isSlip, normaliseName } from './names.ts'

const tokens = (name: string) => [...normaliseName(name).tokens].sort()

describe('normaliseName', () => {
  it.each([
    ['H. MOH. HADI', 'Muhammad Hadi'],
    ['HJ. NORHASANAH', 'Norhasanah'],
    ['KAMARUDDIN SAPUTRA, S.TH', 'Kamaruddin Saputra'],
    ['Angel S.Kom', 'Angel'],
    ['Yohanes S., S.Kom', 'Yohanes S.'],
    ['RANGKAP, THERESIA', 'Theresia Rangkap'],
    ['Moh. Kadyr Wahab', 'Muhammad Kadir Wahab'],
    ['SOEYANTO', 'Suyanto'],
    ['DJAGA NJARING', 'Jaga Nyaring'],
    ['Sdri.  Putri Maharani SH', 'Putri Maharani'],
    ['Nurhaliza Dewi binti Asmawi', 'Nurhaliza Dewi'],
    ['UTUH (ALM)', 'Utuh'],
    ['ST NUR', 'Siti Nor'],
    ['PITRIANI', 'Fitriani'],
    ['ACHMAD', 'Ahmad'],
    ['Puspyta', 'Puspita'],
  ])('reads %s as %s', (written, meant) => {
    expect(tokens(written)).toEqual(tokens(meant))
  })

  it('knows a nickname by a form of address before one word', () => {
    expect(normaliseName('Mama Rizki')).toMatchObject({ isNickname: true, sex: 'female' })
    expect(normaliseName('Bapak Rizki Saputra')).toMatchObject({ isNickname: false, sex: 'male' })
    expect(normaliseName('Rizki').isNickname).toBe(false)
  })

  it('keeps a name that is only a title', () => {
    expect(normaliseName('H.').tokens).toHaveLength(1)
  })

  it('has nothing for signs without letters', () => {
    expect(normaliseName('-').tokens).toEqual([])
  })
})

describe('isSlip', () => {
  it.each([
    ['rahayu', 'rahauy', true],
    ['ideng', 'ieng', true],
    ['maria', 'marta', true],
    ['siti', 'sati', true],
    ['ali', 'adi', false],
    ['yakobus', 'paulus', false],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(isSlip(left, right)).toBe(expected)
  })

  it('stops counting beyond the limit', () => {
    expect(editDistance('abcdefgh', 'ijklmnop', 1)).toBe(2)
  })
})

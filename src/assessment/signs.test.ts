import { describe, expect, it } from 'vitest'
import { signsOfText } from './signs.ts'

describe('signsOfText', () => {
  it.each([
    ['rumah mau roboh, anak putus sekolah', ['house-collapsing', 'out-of-school']],
    ['rmh tdk layak, BPJS mati', ['house-unsound', 'jkn-inactive']],
    [
      'atap bocor, ada anggota cacat, korban banjir',
      ['house-unsound', 'flooded', 'disabled-member'],
    ],
    ['janda anak 3, anak tdk sekolah', ['out-of-school', 'woman-alone']],
    ['janda tua sendiri', ['woman-alone', 'alone', 'old']],
    ['lansia sebatang kara', ['alone', 'old']],
    ['ditinggal suami, KIS nonaktif', ['jkn-inactive', 'woman-alone']],
    ['belum punya KTP, numpang KK', ['no-papers']],
    ['tidak ada disabilitas', []],
    ['dekat rumah sakit', []],
    ['tidak punya BPJS TK', []],
    ['samping langgar', []],
  ])('reads "%s" as %j', (text, expected) => {
    expect(signsOfText(text).map(({ sign }) => sign)).toEqual(expected)
  })
})

import { describe, expect, it } from 'vitest'
import {
  dottedCode,
  plainCode,
  readAllocationSearch,
  readFamiliesSearch,
  readSignInSearch,
} from './page-search.ts'

describe('addresses', () => {
  it('keeps what fits and drops the rest', () => {
    expect(
      readFamiliesSearch({ wilayah: '6271051006', desil: '2', dilayani: 'belum', kurang: 'GOLD' }),
    ).toEqual({ wilayah: '6271051006', desil: 2, dilayani: 'belum' })
    expect(readFamiliesSearch({ wilayah: '62', desil: '11', urut: 'acak' })).toEqual({})
    expect(readAllocationSearch({ daftar: 'semua', bidang: 'air' })).toEqual({ bidang: 'air' })
  })

  it('takes a ward or district by its own word too', () => {
    expect(readFamiliesSearch({ kelurahan: '6271051006' })).toEqual({ wilayah: '6271051006' })
  })

  it('turns region codes there and back', () => {
    for (const code of ['62.71.05.1006', '62.71.05']) expect(dottedCode(plainCode(code))).toBe(code)
  })

  it('comes back from signing in to a path of the app only', () => {
    expect(readSignInSearch({ ke: '/kota' })).toEqual({ ke: '/kota' })
    for (const ke of ['https://a.example', '//a.example', '/\\a.example', '']) {
      expect(readSignInSearch({ ke })).toEqual({})
    }
  })
})

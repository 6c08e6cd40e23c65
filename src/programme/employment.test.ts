import { describe, expect, it } from 'vitest'
import { readEmployment } from './employment.ts'

describe('readEmployment', () => {
  it.each([
    ['buruh cuci', { kind: 'informal', isUnemployed: false }],
    ['Pedagang sayur', { kind: 'informal', isUnemployed: false }],
    ['PNS', { kind: 'formal', isUnemployed: false }],
    ['anggota Polri', { kind: 'formal', isUnemployed: false }],
    ['mengurus rumah tangga', { kind: 'none', isUnemployed: false }],
    ['asisten rumah tangga', { kind: 'informal', isUnemployed: false }],
    ['pelajar/mahasiswa', { kind: 'none', isUnemployed: false }],
    ['belum/tidak bekerja', { kind: 'none' }],
    ['belum bekerja', { kind: 'none', isUnemployed: true }],
    ['tidak bekerja', { kind: 'none' }],
    ['karyawan swasta', { isUnemployed: false }],
    ['buruh pabrik', { isUnemployed: false }],
    ['astronot', {}],
    ['', {}],
    [undefined, {}],
  ])('%s', (occupation, expected) => {
    expect(readEmployment(occupation)).toEqual(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { findPeriod } from './period.ts'

describe('findPeriod', () => {
  it.each([
    [['PERIODE MEI - JUNI 2025'], '2025-05-01', '2025-06-30'],
    [['PERIODE NOVEMBER S/D JANUARI 2026'], '2025-11-01', '2026-01-31'],
    [['Periode: Des 2024 s.d. Feb 2025'], '2024-12-01', '2025-02-28'],
    [['DAFTAR PENERIMA PKH TAHAP II TAHUN 2025'], '2025-04-01', '2025-06-30'],
    [['PENYALURAN TRIWULAN 3 TAHUN 2024'], '2024-07-01', '2024-09-30'],
    [['2025-TW2'], '2025-04-01', '2025-06-30'],
    [['Semester I / 1446-1447 H'], '2025-01-01', '2025-06-30'],
    [['Tahun Anggaran 2025'], '2025-01-01', '2025-12-31'],
    [['BULAN JUNI', 'TAHUN 2025'], '2025-06-01', '2025-06-30'],
    [['PBIJK 202506'], '2025-06-01', '2025-06-30'],
    [['Data Agustus 2024'], '2024-08-01', '2024-08-31'],
  ])('reads %j', (lines, from, to) => {
    expect(findPeriod(lines)).toEqual({ from, to })
  })

  it('finds none where no time is named', () => {
    expect(findPeriod(['REKAP PENDATAAN AIR MINUM', '07 Air Sanitasi'])).toBeUndefined()
  })
})

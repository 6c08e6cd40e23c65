import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aidWords } from './aid-words.ts'
import { classifyAid } from './classify-aid.ts'

describe('classifyAid', () => {
  it.each([
    ['Paket sembako ramadhan', ['INCOME']],
    ['Biaya hidup lansia', ['INCOME']],
    ['Santunan fakir miskin', ['INCOME']],
    ['bantuan banjir', ['INCOME']],
    ['Makan siang lansia tunggal', ['ELDER']],
    ['gerobak/modal UMKM', ['CAPITAL']],
    ['Rehab rumah (Palangka Raya Peduli)', ['HOUSING']],
    ['Rehab rumah korban banjir', ['HOUSING']],
    ['seng dan semen', ['HOUSING']],
    ['Alat bantu / pengobatan', ['DISAB']],
    ['Biaya pengobatan', ['JKN']],
    ['paket gizi balita & bumil', ['NUTR']],
    ['biaya persalinan', ['PREG']],
    ['tas & perlengkapan sekolah', ['EDU_COST']],
    ['Beasiswa anak yatim', ['EDU_COST']],
    ['Kejar Paket C', ['ATS']],
    ['septic tank biofil', ['SANI']],
    ['tandon air 650 L', ['WATER']],
    ['pasang listrik gratis', ['ELEC']],
    ['pelatihan menjahit + mesin jahit', ['CAPITAL', 'WORK']],
    ['iuran BPJS TK', ['JAMSOS']],
    ['iuran BPJS Kesehatan', ['JKN']],
    ['pelunasan utang rentenir', ['DEBT']],
    ['penerbitan akta kelahiran', ['DOC']],
    ['pampers lansia', ['ELDER']],
    ['bantuan', []],
    ['', []],
  ])('reads "%s" as %j', (text, expected) => {
    expect(classifyAid(text)).toEqual(expected)
  })

  it('never names one indicator twice, whatever the words', () => {
    const words = aidWords.flatMap((line) => line.words)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 6 }), (chosen) => {
        const found = classifyAid(chosen.join(' '))
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })

  it('finds its own indicator by every strong word', () => {
    for (const line of aidWords.filter(({ strength }) => strength === 'strong')) {
      for (const word of line.words) {
        const found = classifyAid(word.replaceAll('*', ''))
        expect([word, found.length > 0]).toEqual([word, true])
      }
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { textCell } from './cell.ts'
import { decideCodes } from './dtsen-codes.ts'
import { findingTexts } from './finding-codes.ts'
import { compositeMeanings, type Meaning } from './meaning.ts'
import { parseCell } from './parse-cell.ts'
import { decideStatusCodes } from './parse-words.ts'

function fieldOf(meaning: Meaning, text: string, codes?: 'dtsen') {
  const { fields } = parseCell(meaning, textCell(text), codes ? { codes } : {})
  return Object.entries(fields).find(([name]) => name === meaning)?.[1]
}

describe('parseCell of words from closed lists', () => {
  it.each<[Meaning, string, unknown]>([
    ['sex', 'L', 'male'],
    ['sex', 'Laki-laki', 'male'],
    ['sex', 'LAKI2', 'male'],
    ['sex', 'Lk', 'male'],
    ['sex', 'Pria', 'male'],
    ['sex', 'M', 'male'],
    ['sex', '1', 'male'],
    ['sex', 'P', 'female'],
    ['sex', 'Perempuan', 'female'],
    ['sex', 'Peremuan', 'female'],
    ['sex', 'Pr', 'female'],
    ['sex', 'Wanita', 'female'],
    ['sex', 'F', 'female'],
    ['sex', '2', 'female'],
    ['sex', '1. Laki-laki', 'male'],
    ['sex', '3', undefined],
    ['sex', 'L/P', undefined],
    ['relation', 'Kepala Keluarga', 'head'],
    ['relation', 'KK', 'head'],
    ['relation', 'Istri', 'spouse'],
    ['relation', 'Anak kandung', 'child'],
    ['relation', 'Menantu', 'child-in-law'],
    ['relation', 'Orang Tua', 'parent'],
    ['relation', 'Mertua', 'parent-in-law'],
    ['relation', 'Famili lain', 'other'],
    ['relation', '03 - Anak', 'child'],
    ['marital', 'Belum kawin', 'single'],
    ['marital', 'KAWIN', 'married'],
    ['marital', 'Cerai Mati', 'widowed'],
    ['marital', 'cerai hidup', 'divorced'],
    ['marital', 'janda', undefined],
    ['education', 'SD/sederajat', 'primary'],
    ['education', 'Tidak tamat SD', 'none'],
    ['education', 'Belum tamat SD/sederajat', 'none'],
    ['education', 'SLTP', 'junior'],
    ['education', 'SMA', 'senior'],
    ['education', 'SMK', 'senior'],
    ['education', 'Paket C', 'senior'],
    ['education', 'D-III', 'diploma'],
    ['education', 'S1', 'bachelor'],
    ['education', 'D4/S1', 'bachelor'],
    ['education', 'S-2', 'postgraduate'],
    ['schoolParticipation', 'Masih sekolah', 'attending'],
    ['schoolParticipation', 'Tidak bersekolah lagi', 'left'],
    ['schoolParticipation', 'Tidak/belum pernah sekolah', 'never'],
    ['schoolParticipation', 'putus sekolah', 'left'],
    ['disability', 'Tuna daksa', 'physical'],
    ['disability', 'ODGJ', 'mental'],
    ['disability', 'buta', 'visual'],
    ['disability', 'bisu', 'speech'],
    ['disability', 'tuli', 'hearing'],
    ['disability', 'Tuna grahita', 'intellectual'],
    ['disability', 'Sensorik netra', 'visual'],
    ['disability', 'Down syndrome', 'intellectual'],
    ['disability', 'Cerebral palsy', 'physical'],
    ['disability', 'Ganda/multi', 'multiple'],
    ['disability', 'fisik dan mental', 'multiple'],
    ['disability', 'Tunanetra', 'visual'],
    ['disability', 'tidak ada', 'none'],
    ['disability', 'ada', undefined],
    ['disabilitySeverity', 'berat', 'severe'],
    ['disabilitySeverity', 'Sedang', 'moderate'],
    ['chronicIllness', 'TBC', 'tbc'],
    ['chronicIllness', 'tidak ada', 'none'],
    ['chronicIllness', '-', undefined],
    ['isPregnant', 'hamil 7 bulan', true],
    ['isPregnant', 'tidak hamil', false],
    ['isPregnant', 'Ya', true],
    ['hasBirthCertificate', 'ada', true],
    ['hasBirthCertificate', 'belum ada', false],
    ['nutrition', 'stunting', 'stunted'],
    ['nutrition', 'Gizi baik', 'normal'],
    ['nutrition', 'gizi buruk', 'wasted'],
    ['jknStatus', 'Aktif', 'active'],
    ['jknStatus', 'NON AKTIF', 'inactive'],
    ['jknStatus', 'nonaktif', 'inactive'],
    ['jknStatus', '0', undefined],
    ['event', 'KEMATIAN', 'death'],
    ['event', 'Meninggal', 'death'],
    ['event', 'PINDAH', 'move-out'],
    ['event', 'DATANG', 'move-in'],
    ['event', 'pindah datang', 'move-in'],
    ['event', 'Pindah Masuk', 'move-in'],
    ['event', 'pindah keluar', 'move-out'],
    ['religion', 'Hindu Kaharingan', 'kaharingan'],
    ['religion', 'Kristen Protestan', 'kristen'],
    ['houseTenure', 'Milik sendiri', 'owned'],
    ['houseTenure', 'numpang orang tua', 'free-family'],
    ['houseTenure', 'Kontrak', 'contract'],
    ['houseTenure', 'bebas sewa milik orang lain', 'free-other'],
    ['landTitle', 'SHM', 'certificate'],
    ['landTitle', 'SPT', 'statement'],
    ['landTitle', 'surat adat', 'customary'],
    ['landTitle', 'tidak ada', 'none'],
    ['landTitle', 'bukan milik', 'not-owned'],
    ['landTitle', 'belum ada sertifikat', 'none'],
    ['landTitle', 'SHM a.n. orang tua', undefined],
    ['water', 'air galon isi ulang', 'refill'],
    ['water', 'galon', 'refill'],
    ['water', 'aqua galon', 'bottled'],
    ['water', 'bor', 'borehole'],
    ['water', 'Pompa', 'borehole'],
    ['water', 'PDAM', 'piped'],
    ['water', 'leding', 'piped'],
    ['water', 'Ledeng (meteran)', 'piped'],
    ['water', 'sumur gali (tutup)', 'protected-well'],
    ['water', 'sumur gali', 'unprotected-well'],
    ['water', 'Sumur tak terlindung', 'unprotected-well'],
    ['water', 'air batang', 'surface'],
    ['water', 'Sungai Kahayan', 'surface'],
    ['water', 'tadah hujan', 'rain'],
    ['water', 'sumur', undefined],
    ['water', 'sumur bor milik tetangga', 'borehole'],
    ['lighting', 'PLN', 'grid-meter'],
    ['lighting', 'PLN tanpa meteran', 'grid-no-meter'],
    ['lighting', 'numpang tetangga', 'grid-no-meter'],
    ['lighting', 'genset', 'off-grid'],
    ['lighting', 'tidak ada listrik', 'none'],
    ['cookingFuel', 'LPG 3 Kg', 'elpiji 3 kg'],
    ['cookingFuel', 'gas melon', 'elpiji 3 kg'],
    ['cookingFuel', 'kayu bakar', 'kayu bakar'],
    ['houseCondition', 'rusak berat', 'heavy'],
    ['houseCondition', 'RTLH', 'moderate'],
    ['toilet', 'ada, sendiri', 'own'],
    ['toilet', 'MCK komunal', 'communal'],
    ['closet', 'leher angsa', 'goose-neck'],
    ['wasteDisposal', 'tangki septik', 'septic'],
    ['isFlooded', 'ya', true],
    ['isFlooded', 'Tidak', false],
    ['isFlooded', 'kebanjiran', true],
    ['earlierAidText', 'Belum pernah', undefined],
    ['earlierAidText', 'belum', undefined],
    ['earlierAidText', '-', undefined],
    ['earlierAidText', 'BSPS 2023', 'BSPS 2023'],
    ['occupation', 'Buruh  Cuci', 'buruh cuci'],
    ['occupation', 'IRT', 'mengurus rumah tangga'],
    ['occupation', 'Ibu Rumah Tangga', 'mengurus rumah tangga'],
    ['occupation', 'tdk bekerja', 'tidak bekerja'],
    ['name', '  SITI   AMINAH ', 'SITI AMINAH'],
    ['name', '123', undefined],
    ['name', '-', undefined],
    ['phone', '0821-3392-8196', '082133928196'],
    ['phone', '62 82133928196', '082133928196'],
    ['phone', '+6285242923710', '085242923710'],
    ['phone', '81389290116', '081389290116'],
    ['phone', '0813-8929-0116 / 0852-4292-3710', '081389290116'],
    ['phone', '08xx', undefined],
    ['phone', '8.13893E+10', undefined],
  ])('reads %s %s as %s', (meaning, text, expected) => {
    expect(fieldOf(meaning, text)).toBe(expected)
  })

  it('marks a guess and never guesses silently', () => {
    expect(parseCell('marital', textCell('belum kawni')).findings[0]?.code).toBe('word-guessed')
    expect(parseCell('marital', textCell('janda')).findings[0]?.code).toBe('word-ambiguous')
    expect(parseCell('marital', textCell('bulan depan')).findings[0]?.code).toBe('word-unknown')
    expect(parseCell('disability', textCell('ada')).findings[0]?.code).toBe(
      'disability-kind-missing',
    )
  })
})

describe('parseCell of DTSEN codes', () => {
  it.each<[Meaning, string, unknown]>([
    ['relation', '1', 'head'],
    ['education', '0', 'none'],
    ['disability', '2', 'visual'],
    ['floor', '8', 'earth'],
    ['wall', '3', 'wood'],
    ['roof', '7', 'thatch'],
    ['water', '10', 'surface'],
    ['powerVa', '2', 900],
    ['cookingFuel', '4', 'elpiji 3 kg'],
    ['toilet', '6', 'none'],
    ['closet', '4', 'direct'],
    ['closet', '0', undefined],
    ['wasteDisposal', '1', 'septic'],
  ])('reads %s %s as %s', (meaning, text, expected) => {
    expect(fieldOf(meaning, text, 'dtsen')).toBe(expected)
  })

  it('names a code that stands in no list', () => {
    const parsed = parseCell('floor', textCell('12'), { codes: 'dtsen' })
    expect(parsed).toMatchObject({ fields: {}, findings: [{ code: 'code-unknown' }] })
  })

  it('tells code columns from words, and yes or no from kinds', () => {
    expect(decideCodes('floor', ['1', '5', '8', ''])).toBe('dtsen')
    expect(decideCodes('floor', ['papan', '5', 'semen'])).toBeUndefined()
    expect(decideCodes('name', ['1', '2'])).toBeUndefined()
    const yesNo = Array.from({ length: 40 }, (_, place) => String(place % 2))
    expect(decideCodes('disability', yesNo)).toBeUndefined()
  })
})

describe('decideStatusCodes', () => {
  it('takes the code of rows with a reason for leaving as inactive', () => {
    expect(decideStatusCodes(['0', '1', '0'], ['', 'PINDAH SEGMEN', ''])).toEqual({
      0: 'active',
      1: 'inactive',
    })
    expect(decideStatusCodes(['1', '0', '1'], ['', 'MENINGGAL', ''])).toEqual({
      1: 'active',
      0: 'inactive',
    })
    expect(decideStatusCodes(['0', '1'], ['', ''])).toBeUndefined()
  })
})

describe('parseCell of floor, wall, roof and toilet in free words', () => {
  it.each<[Meaning, string, object]>([
    ['floor', 'papan lapuk', { floor: 'wood', floorCondition: 'damaged' }],
    ['floor', 'papan bolong2', { floor: 'wood', floorCondition: 'damaged' }],
    ['floor', 'kayu (lapuk sebagian)', { floor: 'wood', floorCondition: 'damaged' }],
    ['floor', 'kayu ulin', { floor: 'wood', floorCondition: 'sound' }],
    ['floor', 'semen retak', { floor: 'cement', floorCondition: 'damaged' }],
    ['floor', 'Kramik', { floor: 'ceramic' }],
    ['floor', 'lantai tanah', { floor: 'earth' }],
    ['wall', 'kayu lapuk, miring', { wall: 'wood', wallCondition: 'damaged' }],
    ['wall', 'papan cat', { wall: 'wood', wallCondition: 'sound' }],
    ['wall', 'tembok retak', { wall: 'brick', wallCondition: 'damaged' }],
    ['wall', 'terpal/triplek', { wall: 'other' }],
    ['wall', 'kulit kayu', { wall: 'other' }],
    ['roof', 'seng berkarat & bocor', { roof: 'zinc', roofCondition: 'damaged' }],
    ['roof', 'seng tidak bocor', { roof: 'zinc', roofCondition: 'sound' }],
    ['roof', 'daun rumbia', { roof: 'thatch' }],
    ['roof', 'bocor', { roofCondition: 'damaged' }],
    ['sanitation', 'milik sendiri, septik', { toilet: 'own', wasteDisposal: 'septic' }],
    ['sanitation', 'WC leher angsa', { toilet: 'own', closet: 'goose-neck' }],
    [
      'sanitation',
      'WC leher angsa, lubang tanah',
      { toilet: 'own', closet: 'goose-neck', wasteDisposal: 'earth-pit' },
    ],
    ['sanitation', 'jamban apung', { closet: 'over-water', wasteDisposal: 'water-body' }],
    ['sanitation', 'lanting', { closet: 'over-water', wasteDisposal: 'water-body' }],
    ['sanitation', 'WC di sungai', { closet: 'over-water', wasteDisposal: 'water-body' }],
    ['sanitation', 'BABS', { toilet: 'none' }],
    ['sanitation', 'ke sungai', { toilet: 'none' }],
    ['sanitation', 'MCK umum', { toilet: 'public' }],
    ['sanitation', 'WC bersama', { toilet: 'shared' }],
    ['sanitation', 'numpang tetangga', { toilet: 'none' }],
    ['sanitation', 'tidak punya WC', { toilet: 'none' }],
    ['sanitation', 'cubluk', { closet: 'direct', wasteDisposal: 'earth-pit' }],
    ['sanitation', 'WC tanpa septik', { toilet: 'own', wasteDisposal: 'other' }],
    ['sanitation', 'WC + septic tank', { toilet: 'own', wasteDisposal: 'septic' }],
    [
      'sanitation',
      'jamban sehat (JSP)',
      { toilet: 'own', closet: 'goose-neck', wasteDisposal: 'septic' },
    ],
    ['sanitation', 'jamban semi permanen (JSSP)', { toilet: 'own', wasteDisposal: 'earth-pit' }],
    ['house', 'lantai tanah, dinding papan lapuk', { floor: 'earth', wall: 'wood' }],
  ])('reads %s %s', (meaning, text, fields) => {
    expect(parseCell(meaning, textCell(text)).fields).toMatchObject(fields)
  })

  it('gives a plain part no condition', () => {
    expect(parseCell('roof', textCell('seng')).fields).toEqual({ roof: 'zinc' })
    expect(parseCell('sanitation', textCell('ke sungai')).fields.closet).toBeUndefined()
  })
})

describe('parseCell of anything', () => {
  const meanings: readonly Meaning[] = [
    ...compositeMeanings,
    'nik',
    'name',
    'birthDate',
    'amountRp',
    'ward',
    'phone',
    'floor',
    'sex',
    'disability',
    'boat',
    'component.primary',
  ]

  it('never throws, and each finding has its words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...meanings),
        fc.string({ unit: 'grapheme' }),
        (meaning, text) => {
          for (const { code, hint } of parseCell(meaning, textCell(text)).findings) {
            expect(hint.startsWith(findingTexts[code].id)).toBe(true)
          }
        },
      ),
      { numRuns: propertyRuns(2000) },
    )
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('bears %s', (text) => {
    for (const meaning of meanings) parseCell(meaning, textCell(text))
    expect(parseCell('occupants', textCell(text)).findings[0]?.code).toBe('number-unreadable')
    expect(parseCell('ward', textCell(text)).findings[0]?.code).toBe('ward-unknown')
  })

  it('says nothing of an empty cell', () => {
    for (const meaning of meanings) {
      expect(parseCell(meaning, textCell('  '))).toEqual({ fields: {}, findings: [] })
    }
  })
})

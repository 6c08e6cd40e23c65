import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../test/property-runs.ts'
import { findRegion, regionName, searchRegion, wards } from './index.ts'
import { placesOutside } from './region-names.ts'

function wardNamed(text: string, within?: string): string | undefined {
  return findRegion(text, { level: 'ward', ...(within && { within }) })?.name
}

describe('findRegion', () => {
  it.each([
    ['Pahandut', 'Pahandut'],
    ['PAHANDUD', 'Pahandut'],
    ['Kel Pahandut', 'Pahandut'],
    ['Pahandut Kota', 'Pahandut'],
    ['Phandut', 'Pahandut'],
    ['Phd Seberang', 'Pahandut Seberang'],
    ['Seberang', 'Pahandut Seberang'],
    ['Pahandut Sebrang', 'Pahandut Seberang'],
    ['Panarung Baru', 'Panarung'],
    ['Penarung', 'Panarung'],
    ['Langkay', 'Langkai'],
    ['Flamboyan Bawah', 'Langkai'],
    ['Tumb. Rungan', 'Tumbang Rungan'],
    ['Tg. Pinang', 'Tanjung Pinang'],
    ['Tj Pinang', 'Tanjung Pinang'],
    ['Marang Lewu', 'Marang'],
    ['Tumb Tahai', 'Tumbang Tahai'],
    ['Nyaru Menteng', 'Tumbang Tahai'],
    ['S. Gohong', 'Sei Gohong'],
    ['Sungai Gohong', 'Sei Gohong'],
    ['Seigohong', 'Sei Gohong'],
    ['Habaringhurung', 'Habaring Hurung'],
    ['Kel. Palangka', 'Palangka'],
    ['Plangka', 'Palangka'],
    ['Mendawai', 'Palangka'],
    ['Mentheng', 'Menteng'],
    ['Menteng Jekan', 'Menteng'],
    ['Bkt. Tunggal', 'Bukit Tunggal'],
    ['Bukittunggal', 'Bukit Tunggal'],
    ['B. Tunggal', 'Bukit Tunggal'],
    ['Ptk. Katimpun', 'Petuk Katimpun'],
    ['Petukatimpun', 'Petuk Katimpun'],
    ['Brg Bengkel', 'Bereng Bengkel'],
    ['Klampangan', 'Kalampangan'],
    ['Kr. Bangkirai', 'Kereng Bangkirai'],
    ['Kereng', 'Kereng Bangkirai'],
    ['Kameloh', 'Kameloh Baru'],
    ['Danau Tunday', 'Danau Tundai'],
    ['Sabaroe', 'Sabaru'],
    ['Petuk Berunai', 'Petuk Barunai'],
    ['Pagar', 'Pager'],
    ['Gaung', 'Gaung Baru'],
    ['Bkt Sua', 'Bukit Sua'],
    ['62.71.01.1001', 'Pahandut'],
    ['6271031003', 'Bukit Tunggal'],
    ['62.71.05.1007 - Bukit Sua', 'Bukit Sua'],
    ['Kel. Menteng, Kec. Jekan Raya', 'Menteng'],
    ['Kec. Pahandut Kel. Langkai', 'Langkai'],
  ])('reads the ward %s as %s', (text, name) => {
    expect(wardNamed(text)).toBe(name)
  })

  it.each([
    ['Jekanraya', 'Jekan Raya'],
    ['Jekan Ry', 'Jekan Raya'],
    ['Sebangau', 'Sabangau'],
    ['Phdt', 'Pahandut'],
    ['Bukitbatu', 'Bukit Batu'],
    ['Rakumpit Hulu', 'Rakumpit'],
    ['KEC. PAHANDUT', 'Pahandut'],
    ['627103', 'Jekan Raya'],
  ])('reads the district %s as %s', (text, name) => {
    expect(findRegion(text, { level: 'district' })?.name).toBe(name)
  })

  it('takes the level from the words where none is asked', () => {
    expect(findRegion('Kec. Pahandut')?.code).toBe('62.71.01')
    expect(findRegion('Kel. Pahandut')?.code).toBe('62.71.01.1001')
    expect(findRegion('Kota Palangka Raya')?.code).toBe('62.71')
  })

  it.each(['Bukit', 'Petuk', 'Tumbang', 'Palangka Menteng'])(
    'cannot tell what %s means',
    (text) => {
      expect(searchRegion(text, { level: 'ward' }).result).toBe('ambiguous')
    },
  )

  it('lets the district break a tie', () => {
    expect(wardNamed('Petuk', '62.71.03')).toBe('Petuk Katimpun')
    expect(wardNamed('Bukit', '62.71.03')).toBe('Bukit Tunggal')
  })

  it('keeps an exact name although the district says otherwise', () => {
    expect(wardNamed('Langkai', '62.71.03')).toBe('Langkai')
  })

  it.each(['Pulang Pisau', 'Kapuas', 'Bukit Rawi', 'Petuk Liti', 'Malang', '63.71.01.1001'])(
    'knows that %s lies elsewhere',
    (text) => {
      expect(searchRegion(text, { level: 'ward' }).result).toBe('outside')
    },
  )

  it('marks the city’s name in a ward column as doubtful', () => {
    const match = findRegion('Palangkaraya', { level: 'ward' })
    expect(match).toMatchObject({ name: 'Palangka', kind: 'city-name', confidence: 0.6 })
  })

  it.each(['', '-', 'xyz', 'seberang gereja Katolik besar sekali', '6271010004', '1'])(
    'claims nothing for %j',
    (text) => {
      const match = findRegion(text, { level: 'ward' })
      expect(match === undefined || match.confidence <= 0.8).toBe(true)
    },
  )

  it('proposes names near an unknown one', () => {
    const search = searchRegion('Kalmpgn Brt', { level: 'ward' })
    expect(search.result).toBe('unknown')
    expect(search.result === 'unknown' && search.nearest.map(({ name }) => name)).toContain(
      'Kalampangan',
    )
  })

  it('finds every ward again after one slip of a letter', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    fc.assert(
      fc.property(
        fc.constantFrom(...wards),
        fc.nat(),
        letter,
        fc.constantFrom('drop', 'put', 'change', 'swap'),
        (ward, seed, other, slip) => {
          const name = ward.name
          const place = 1 + (seed % (name.length - 2))
          const head = name.slice(0, place)
          const tail = name.slice(place + 1)
          const spelling = {
            drop: head + tail,
            put: head + other + name.slice(place),
            change: head + other + tail,
            swap: head + (name[place + 1] ?? '') + (name[place] ?? '') + name.slice(place + 2),
          }[slip]
          // One letter makes Malang, another city, of Marang.
          fc.pre(!placesOutside.includes(spelling))
          expect(wardNamed(spelling)).toBe(name)
        },
      ),
      { numRuns: propertyRuns(1000) },
    )
  })

  it('reads every ward in capitals, joined, and with its prefix', () => {
    for (const { code, name } of wards) {
      expect(findRegion(name.toUpperCase(), { level: 'ward' })?.code).toBe(code)
      expect(findRegion(name.replaceAll(' ', ''), { level: 'ward' })?.code).toBe(code)
      expect(findRegion(`KEL. ${name}`)?.code).toBe(code)
      expect(regionName(code)).toBe(name)
    }
  })
})

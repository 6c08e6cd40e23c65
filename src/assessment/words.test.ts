import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorsBySector } from '#ledger/schema'
import { propertyRuns } from '../../test/property-runs.ts'
import { assess } from './assess.ts'
import { aCity, assessFamily } from './builders.ts'
import { evidenceText } from './evidence-text.ts'
import { points } from './points.ts'
import { indicatorNames, needPhrase, questionText } from './words.ts'

const indicators = Object.values(indicatorsBySector).flat()

describe('needPhrase', () => {
  it.each([
    ['WATER', [{ fact: 'water', value: 'surface' }], null, 'Air minum dari sungai'],
    ['ATS', [{ fact: 'age', value: '16' }], 'AULIA PUTRI', 'Aulia (16) tidak sekolah'],
    ['JKN', [{ fact: 'jknStatus', value: 'inactive' }], 'H. MASRANI, S.Ag', 'JKN Masrani nonaktif'],
    ['SANI', [{ fact: 'wasteDisposal', value: 'water-body' }], null, 'Tinja dibuang ke sungai'],
    ['HOUSING', [{ fact: 'roofCondition', value: 'damaged' }], null, 'Atap rumah rusak'],
    ['EDU_COST', [], null, 'Biaya sekolah'],
  ] as const)('says %s in few words', (indicator, evidence, name, expected) => {
    expect(needPhrase({ indicator, evidence }, name).id).toBe(expected)
  })

  it('fits a cell of the grid with any name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...indicators),
        fc.string({ maxLength: 60, unit: fc.constantFrom('A', 'b', ' ', '.', ',') }),
        fc.option(fc.nat(99)),
        (indicator, name, age) => {
          const evidence = age === null ? [] : [{ fact: 'age', value: String(age) }]
          const phrase = needPhrase({ indicator, evidence }, name)
          expect(phrase.id.length).toBeLessThanOrEqual(34)
          expect(phrase.en.length).toBeLessThanOrEqual(34)
          expect(phrase.id).toMatch(/\S/)
        },
      ),
      { numRuns: propertyRuns() },
    )
  })
})

describe('questionText', () => {
  it('asks as a clerk would, with the name where it is known', () => {
    expect(questionText('wasteDisposal', null).id).toBe('Tinja dibuang ke mana?')
    expect(questionText('waste_disposal', null).id).toBe('Tinja dibuang ke mana?')
    expect(questionText('jknStatus', 'SITI AMINAH').id).toBe('Apakah JKN Siti aktif?')
    expect(questionText('nik').id).toBe('Apakah anggota keluarga ini sudah punya NIK?')
  })

  it('has words of its own for every fact that an assessment asks', () => {
    const children = [
      { birthDate: '2023-01-01' },
      { birthDate: '2014-01-01' },
      { birthDate: '1990-01-01', sex: 'female' },
    ] as const
    const sketches = [
      { members: [{}, ...children] },
      { members: [{ occupation: 'tidak bekerja' }], family: { decile: 9 } },
      { isRegistered: false, family: { water: 'refill', decile: 1, floorAreaM2: 9 } },
      { family: { water: 'borehole', wellToCesspitM: 3 } },
      { members: [{ sex: undefined, birthDate: undefined }], isRegistered: false },
    ] as const
    const facts = sketches.flatMap((sketch) => assessFamily(sketch).questions.map((q) => q.fact))
    const unworded = [...new Set(facts)].filter((fact) =>
      questionText(fact).id.startsWith('Belum diketahui'),
    )
    expect(unworded).toEqual([])
  })
})

describe('evidenceText', () => {
  it('names the person, each fact and its row, in both languages', () => {
    const city = aCity({
      family: { decile: 1 },
      members: [
        { name: 'AULIA', birthDate: '2014-03-01', relation: 'child', schoolParticipation: 'left' },
      ],
    })
    const [need] = assess(city).needs.filter(({ indicator }) => indicator === 'ATS')
    if (need === undefined) throw new Error('no need')
    const text = evidenceText(need, city.register)
    expect(text.id).toBe(
      'AULIA: umur 11 tahun (register-person.xlsx/S baris 2); tidak sekolah lagi (register-person.xlsx/S baris 2)',
    )
    expect(text.en).toContain('AULIA: aged 11')
    expect(text.en).toContain('left school (register-person.xlsx/S row 2)')
  })

  it('quotes what it has no words for', () => {
    const evidence = [{ fact: 'house-collapsing', value: 'rumah mau roboh' }]
    expect(evidenceText({ evidence }).id).toBe('catatan: "rumah mau roboh"')
  })
})

describe('words', () => {
  it('stand in both languages for every indicator and every reason of points', () => {
    for (const { id, en } of [...Object.values(indicatorNames), ...Object.values(points)]) {
      expect(id).toMatch(/\S/)
      expect(en).toMatch(/\S/)
    }
    expect(Object.keys(indicatorNames).sort()).toEqual([...indicators].sort())
  })

  it('never judge a person', () => {
    const said = [...Object.values(indicatorNames), ...Object.values(points)].map(({ id }) => id)
    const asked = indicators.map((indicator) => needPhrase({ indicator, evidence: [] }, 'Siti').id)
    for (const text of [...said, ...asked]) expect(text).not.toMatch(/miskin|nakal|tidak mampu/i)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionName } from '#territory'
import { propertyRuns } from '../../../test/property-runs.ts'
import { textCell } from './cell.ts'
import { parseCell } from './parse-cell.ts'

describe('parseCell of RT and RW', () => {
  it.each([
    ['02/01', 2, 1],
    ['002/001', 2, 1],
    ['RT 01 RW 02', 1, 2],
    ['RT.1/2', 1, 2],
    ['RT.01/RW.02', 1, 2],
    ['RT01RW02', 1, 2],
    ['Rt 1, Rw 2', 1, 2],
    ['RW 02 RT 01', 1, 2],
    ['01-02', 1, 2],
    ['01 / 02', 1, 2],
    ['01 02', 1, 2],
    ['002001', 2, 1],
    ['0201', 2, 1],
    ['RT 03/IV', 3, 4],
    ['RT 3', 3, undefined],
    ['RW 3', undefined, 3],
    ['3', 3, undefined],
    ['000/000', undefined, undefined],
    ['-/-', undefined, undefined],
    ['RT - RW -', undefined, undefined],
    ['entah', undefined, undefined],
  ])('reads %s', (text, rt, rw) => {
    const { fields } = parseCell('rtRw', textCell(text))
    expect([fields.rt, fields.rw]).toEqual([rt, rw])
  })

  it('reads the pair back that a spreadsheet took for a date', () => {
    const cell = { text: '02/01/2025', kind: 'date', date: '2025-01-02' } as const
    const { fields, findings } = parseCell('rtRw', cell)
    expect(fields).toEqual({ rt: 2, rw: 1 })
    expect(findings[0]?.code).toBe('rt-rw-was-date')
  })
})

describe('parseCell of a ward', () => {
  it('gives its code, and says what was repaired or proposes', () => {
    expect(parseCell('ward', textCell('Langkai'))).toEqual({
      fields: { ward: '62.71.01.1003' },
      findings: [],
      normalisations: { ward: 'region' },
    })
    const misspelt = parseCell('ward', textCell('Mentheng'))
    expect(misspelt.fields.ward).toBe('62.71.03.1002')
    expect(misspelt.findings[0]?.code).toBe('ward-repaired')
    expect(misspelt.findings[0]?.hint).toContain('Menteng')

    const unknown = parseCell('ward', textCell('Kalmpgn Brt'))
    expect(unknown.fields).toEqual({})
    expect(unknown.findings[0]?.hint).toContain('Kalampangan')
    const ambiguous = parseCell('ward', textCell('Petuk'))
    expect(ambiguous.findings[0]?.code).toBe('ward-ambiguous')
    expect(ambiguous.findings[0]?.hint).toContain('Petuk Katimpun')
  })

  it('lets the district break a tie', () => {
    const parsed = parseCell('ward', textCell('Petuk'), { district: '62.71.03' })
    expect(regionName(parsed.fields.ward ?? '')).toBe('Petuk Katimpun')
  })

  it('takes a district in a column of wards for what it is', () => {
    const parsed = parseCell('ward', textCell('Jekan Raya'))
    expect(parsed.fields).toEqual({ district: '62.71.03' })
    expect(parsed.findings[0]?.code).toBe('ward-unknown')
  })

  it.each([
    ['Menteng / Jekan Raya'],
    ['Jekan Raya - Menteng'],
    ['Kel. Menteng Kec. Jekan Raya'],
    ['Kec. Jekan Raya, Kel. Menteng'],
  ])('splits %s', (text) => {
    expect(parseCell('wardAndDistrict', textCell(text)).fields).toEqual({
      ward: '62.71.03.1002',
      district: '62.71.03',
    })
  })
})

describe('parseCell of an address', () => {
  it('keeps it as written and takes what it names', () => {
    const address = 'Jl. Riau No. 3 RT 02 RW 01 Kel. Pahandut'
    expect(parseCell('address', textCell(`  ${address} `)).fields).toEqual({
      address,
      rt: 2,
      rw: 1,
      ward: '62.71.01.1001',
    })
    expect(parseCell('address', textCell('Jl. Riau No. 3 RT. 02/01')).fields).toMatchObject({
      rt: 2,
      rw: 1,
    })
    expect(parseCell('address', textCell('Jl. RTA Milono Km 13 No. 102')).fields).toEqual({
      address: 'Jl. RTA Milono Km 13 No. 102',
    })
    expect(parseCell('address', textCell('-')).fields).toEqual({})
  })
})

describe('parseCell of coordinates', () => {
  it.each([
    ['-2.206211, 113.923987', -2.206211, 113.923987],
    ['-2.206211,113.923987', -2.206211, 113.923987],
    ['(-2.206211, 113.923987)', -2.206211, 113.923987],
    ['-2,206211; 113,923987', -2.206211, 113.923987],
    ['-2,206211 113,923987', -2.206211, 113.923987],
    ['-2,206211,113,923987', -2.206211, 113.923987],
    ['113.923987, -2.206211', -2.206211, 113.923987],
    ['2.206211, 113.923987', -2.206211, 113.923987],
    ['-2.206211 / 113.923987', -2.206211, 113.923987],
    ['lat: -2.206211 long: 113.923987', -2.206211, 113.923987],
    ['2.206211 S, 113.923987 E', -2.206211, 113.923987],
    ['LS 2,206211 BT 113,923987', -2.206211, 113.923987],
    ['https://maps.google.com/?q=-2.206211,113.923987', -2.206211, 113.923987],
    ['2°12\'22.4"S 113°55\'26.4"T', -2.206222, 113.924],
    ['2°12\'22.4"LS 113°55\'26.4"BT', -2.206222, 113.924],
    ['S 2°12\'22.4" E 113°55\'26.4"', -2.206222, 113.924],
    ['2° 12’ 22,4” LS, 113° 55’ 26,4” BT', -2.206222, 113.924],
    ['113°55\'26.4"BT 2°12\'22.4"LS', -2.206222, 113.924],
    ["2°12.373'S 113°55.44'E", -2.206217, 113.924],
    ['-2206211, 113923987', -2.206211, 113.923987],
  ])('reads %s', (text, latitude, longitude) => {
    const { fields } = parseCell('coordinates', textCell(text))
    expect(fields.latitude).toBeCloseTo(latitude, 5)
    expect(fields.longitude).toBeCloseTo(longitude, 5)
  })

  it.each([
    ['0,0', 'coordinates-zero'],
    ['0, 0', 'coordinates-zero'],
    ['0.000000, 0.000000', 'coordinates-zero'],
    ['-6.2, 106.8', 'coordinates-outside'],
    ['dekat pasar', 'coordinates-unreadable'],
  ])('says of %s %s', (text, code) => {
    const { fields, findings } = parseCell('coordinates', textCell(text))
    expect(fields).toEqual({})
    expect(findings.map((finding) => finding.code)).toEqual([code])
  })

  it('reads columns of their own, also turned round', () => {
    expect(parseCell('latitude', textCell('-2,206211')).fields).toEqual({ latitude: -2.206211 })
    expect(parseCell('latitude', textCell('2.206211')).fields).toEqual({ latitude: -2.206211 })
    expect(parseCell('longitude', textCell('113.923987')).fields).toEqual({ longitude: 113.923987 })
    expect(parseCell('latitude', textCell('113.923987')).fields).toEqual({ longitude: 113.923987 })
    expect(parseCell('latitude', textCell('55')).fields).toEqual({})
  })

  it('gives back any point of the city in any form', () => {
    const dms = (degrees: number) => {
      const size = Math.abs(degrees)
      const minutes = (size % 1) * 60
      return `${Math.floor(size)}°${Math.floor(minutes)}'${((minutes % 1) * 60).toFixed(3)}"`
    }
    const forms = fc.constantFrom<(lat: number, lon: number) => string>(
      (lat, lon) => `${lat}, ${lon}`,
      (lat, lon) => `${lon}, ${lat}`,
      (lat, lon) => `${String(lat).replace('.', ',')}; ${String(lon).replace('.', ',')}`,
      (lat, lon) => `${-lat}, ${lon}`,
      (lat, lon) => `${dms(lat)}LS ${dms(lon)}BT`,
      (lat, lon) => `${dms(lat)}S, ${dms(lon)}T`,
    )
    const place = (least: number, most: number) =>
      fc.integer({ min: least * 1e6, max: most * 1e6 }).map((millionths) => millionths / 1e6)
    fc.assert(
      fc.property(place(-2.4, -1.6), place(113.5, 114.1), forms, (lat, lon, form) => {
        fc.pre(lat % 1 !== 0 && lon % 1 !== 0)
        const { fields } = parseCell('coordinates', textCell(form(lat, lon)))
        expect(fields.latitude).toBeCloseTo(lat, 4)
        expect(fields.longitude).toBeCloseTo(lon, 4)
      }),
      { numRuns: propertyRuns() },
    )
  })
})

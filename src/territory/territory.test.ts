import { describe, expect, it } from 'vitest'
import {
  areaProfiles,
  cityWindow,
  districtOf,
  districtShapes,
  districts,
  findAreaProfile,
  isNearCity,
  regions,
  wardAt,
  wardShapes,
  wards,
} from './index.ts'

describe('regions', () => {
  it('holds one province, one city, five districts and thirty wards', () => {
    expect(districts).toHaveLength(5)
    expect(wards).toHaveLength(30)
    expect(regions).toHaveLength(37)
    expect(new Set(regions.map(({ code }) => code)).size).toBe(37)
  })

  it('names the parent of each', () => {
    for (const ward of wards) expect(districtOf(ward.code)).toBe(ward.parent)
    expect(wards.at(-1)).toMatchObject({ code: '62.71.05.1007', name: 'Bukit Sua' })
  })
})

describe('shapes', () => {
  it('draws each ward and district under its code and name, closed', () => {
    expect(wardShapes().map(({ code }) => code)).toEqual(wards.map(({ code }) => code))
    expect(wardShapes().map(({ name }) => name)).toEqual(wards.map(({ name }) => name))
    expect(districtShapes().map(({ code }) => code)).toEqual(districts.map(({ code }) => code))
    for (const { rings } of [...wardShapes(), ...districtShapes()]) {
      for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0])
    }
  })

  it('puts the name of each ward inside it', () => {
    for (const { code, label } of wardShapes()) expect(wardAt(label[1], label[0])).toBe(code)
  })

  it('places a house of Rindang Banua in Pahandut and none in the sea', () => {
    expect(wardAt(-2.207991, 113.934527)).toBe('62.71.01.1001')
    expect(wardAt(-4, 113)).toBeUndefined()
    expect(isNearCity(-2.2, 113.9)).toBe(true)
    expect(isNearCity(-3.3, 114.6)).toBe(false)
    expect(cityWindow.west).toBeCloseTo(113.476, 2)
  })
})

describe('area profiles', () => {
  it('tells flooded wards and those reached by river only', () => {
    expect(areaProfiles).toHaveLength(30)
    expect(findAreaProfile('62.71.01.1003')).toMatchObject({ floodListings: 6, isRiverOnly: false })
    expect(findAreaProfile('62.71.05.1004')).toMatchObject({
      floodListings: null,
      isRiverOnly: true,
    })
    expect(areaProfiles.filter(({ isRiverOnly }) => isRiverOnly)).toHaveLength(6)
  })
})

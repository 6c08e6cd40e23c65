import { describe, expect, it } from 'vitest'
import { placeNames } from './place-names.ts'
import { districtPath, frameOf, project, type WardShape, wardPath } from './project.ts'
import { shadeOf } from './ward-value.ts'

function aSquare(code: string, west: number): WardShape {
  const east = west + 1
  const ring: [number, number][] = [
    [west, 0],
    [east, 0],
    [east, 1],
    [west, 1],
    [west, 0],
  ]
  return { code, name: code, district: '', rings: [ring], label: [west + 0.5, 0.5] }
}

describe('the map', () => {
  const wards = [
    aSquare('62.71.01.1001', 0),
    aSquare('62.71.01.1002', 1),
    aSquare('62.71.02.1001', 2),
  ]
  const projection = project(frameOf(wards), 300)

  it('puts north up and west left, in the frame', () => {
    expect(projection.toX(0)).toBe(0)
    expect(projection.toX(3)).toBeCloseTo(300)
    expect(projection.toY(1)).toBe(0)
    expect(wardPath(wards[0] ?? aSquare('', 0), projection)).toMatch(/^M0 .*Z$/)
  })

  it('draws lines around the city and between districts, not between wards of one', () => {
    const sides = districtPath(wards, projection).split('M').filter(Boolean)
    const between = (x: number) =>
      sides.filter((side) => side.startsWith(`${x} `) && side.split('L')[1]?.startsWith(`${x} `))
    expect(between(100)).toHaveLength(0)
    expect(between(200)).toHaveLength(1)
    expect(sides).toHaveLength(9)
  })

  it('hatches what is unknown or under ten', () => {
    expect(shadeOf(undefined, 'need')).toBe('unknown')
    expect(shadeOf({ share: 0.5, count: 4, of: 9 }, 'need')).toBe('unknown')
    expect(shadeOf({ share: 1, count: 4, of: 10 }, 'need')).toBe('need-5')
    expect(shadeOf({ share: 0, count: 0, of: 10 }, 'cover')).toBe('cover-1')
  })

  it('leaves out a name that would meet another', () => {
    const names = Array.from({ length: 9 }, (_, index) => ({
      name: `Kelurahan ${index}`,
      place: [1.5, 0.5] as const,
    }))
    const placed = placeNames(names, projection)
    expect(placed.length).toBeLessThan(9)
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1))
        expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(12)
    }
  })
})

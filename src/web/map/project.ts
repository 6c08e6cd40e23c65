import type { MapPage } from '#insight/schema'

/** A ward's outline: rings of [longitude, latitude], WGS 84; neighbours share their points. */
export type WardShape = MapPage['wards'][number]

/** A rectangle of the map in degrees. */
export interface Frame {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** A frame drawn `width` units wide: where a place lies in it, and how high it is. */
export interface Projection {
  readonly width: number
  readonly height: number
  readonly toX: (longitude: number) => number
  readonly toY: (latitude: number) => number
}

/**
 * The centre of the city, whose small wards hold most of the people and vanish at city scale.
 * Degrees WGS 84. @source chosen on the map of the 30 wards
 */
export const centreFrame: Frame = { west: 113.855, east: 113.985, south: -2.29, north: -2.16 }

/** The frame that holds all the wards. */
export function frameOf(wards: readonly WardShape[]): Frame {
  let frame = { west: 180, east: -180, south: 90, north: -90 }
  for (const [longitude, latitude] of wards.flatMap(({ rings }) => rings.flat())) {
    frame = {
      west: Math.min(frame.west, longitude),
      east: Math.max(frame.east, longitude),
      south: Math.min(frame.south, latitude),
      north: Math.max(frame.north, latitude),
    }
  }
  return frame
}

/** Degrees to drawing units; one scale both ways, true at the middle latitude. */
export function project(frame: Frame, width: number): Projection {
  const shrink = Math.cos((((frame.north + frame.south) / 2) * Math.PI) / 180)
  const scale = width / ((frame.east - frame.west) * shrink)
  return {
    width,
    height: (frame.north - frame.south) * scale,
    toX: (longitude) => (longitude - frame.west) * shrink * scale,
    toY: (latitude) => (frame.north - latitude) * scale,
  }
}

type Point = readonly [number, number]

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** SVG path of a ward. */
export function wardPath({ rings }: WardShape, { toX, toY }: Projection): string {
  return rings
    .map((ring) => `M${ring.map(([x, y]) => `${tenths(toX(x))} ${tenths(toY(y))}`).join('L')}Z`)
    .join('')
}

/** District of a ward by its code: `62.71.05` of `62.71.05.1006`. */
export function districtCode(wardCode: string): string {
  return wardCode.slice(0, 8)
}

/**
 * SVG path of the lines between districts and around the city: each stretch that only one ward
 * has, or that wards of two districts share. Neighbours share their points, so stretches meet.
 */
export function districtPath(wards: readonly WardShape[], { toX, toY }: Projection): string {
  const sides = new Map<string, { from: Point; to: Point; districts: string[] }>()
  for (const ward of wards) {
    for (const ring of ward.rings) {
      ring.forEach((from, index) => {
        const to = ring[(index + 1) % ring.length]
        if (!to || (from[0] === to[0] && from[1] === to[1])) return
        const ends = [from.join(' '), to.join(' ')].sort()
        const side = sides.get(ends.join(';')) ?? { from, to, districts: [] }
        side.districts.push(districtCode(ward.code))
        sides.set(ends.join(';'), side)
      })
    }
  }
  return [...sides.values()]
    .filter(({ districts }) => districts.length === 1 || districts[0] !== districts[1])
    .map(
      ({ from, to }) =>
        `M${tenths(toX(from[0]))} ${tenths(toY(from[1]))}L${tenths(toX(to[0]))} ${tenths(toY(to[1]))}`,
    )
    .join('')
}

/** Whether a place lies in a frame. */
export function isInside([longitude, latitude]: Point, frame: Frame): boolean {
  return (
    longitude >= frame.west &&
    longitude <= frame.east &&
    latitude >= frame.south &&
    latitude <= frame.north
  )
}

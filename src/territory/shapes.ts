import boundaries from './boundaries.json' with { type: 'json' }
import type { LonLat, MapWindow, RegionShape } from './schema.ts'

/** The crowded centre, which vanishes at the scale of the city and is drawn again larger. */
export const centreWindow: MapWindow = { west: 113.855, south: -2.29, east: 113.985, north: -2.16 }

/** What every map says under it. */
export const boundaryNotice = {
  id: 'Batas indikatif, bukan batas hukum',
  en: 'Indicative boundaries, not the legal ones',
} as const

const [scaleX = 1, scaleY = 1] = boundaries.transform.scale
const [originX = 0, originY = 0] = boundaries.transform.translate

/** Arcs of the topology in degrees; each point is stored as its step from the one before. */
const arcs: readonly (readonly LonLat[])[] = boundaries.arcs.map((steps) => {
  let x = 0
  let y = 0
  return steps.map(([stepX = 0, stepY = 0]): LonLat => {
    x += stepX
    y += stepY
    return [round5(x * scaleX + originX), round5(y * scaleY + originY)]
  })
})

function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}

/** Arcs joined end to end; a negative number is the arc `~n` walked backwards. */
function joinArcs(arcNumbers: readonly number[]): readonly LonLat[] {
  const ring: LonLat[] = []
  for (const number of arcNumbers) {
    const arc = arcs[number < 0 ? ~number : number] ?? []
    const walked = number < 0 ? arc.toReversed() : arc
    ring.push(...(ring.length > 0 ? walked.slice(1) : walked))
  }
  return ring
}

let wardShapesOnce: readonly RegionShape[] | undefined
let districtShapesOnce: readonly RegionShape[] | undefined

/**
 * Outlines of the thirty wards in the order of their codes. Degrees WGS84, indicative.
 *
 * @source cahyadsn/wilayah_boundaries, MIT; see docs/licences/wilayah-boundaries.txt.
 */
export function wardShapes(): readonly RegionShape[] {
  wardShapesOnce ??= boundaries.objects.kelurahan.geometries
    .map(({ arcs: rings, properties }) =>
      toShape(properties.kode, properties.nama, properties.kec, rings),
    )
    .sort((a, b) => a.code.localeCompare(b.code))
  return wardShapesOnce
}

/** Outlines of the five districts, dissolved from their wards, in the order of their codes. */
export function districtShapes(): readonly RegionShape[] {
  districtShapesOnce ??= boundaries.objects.kecamatan.geometries
    .map(({ arcs: rings, properties }) =>
      toShape(properties.kode, properties.nama, properties.kode, rings),
    )
    .sort((a, b) => a.code.localeCompare(b.code))
  return districtShapesOnce
}

function toShape(
  code: string,
  name: string,
  district: string,
  arcRings: readonly (readonly number[])[],
): RegionShape {
  const rings = arcRings.map(joinArcs)
  return {
    code,
    name,
    district,
    rings,
    centroid: centroidOf(rings[0] ?? []),
    label: labelOf(rings),
  }
}

/** Centre of a polygon's area. Degrees are taken as flat: the city spans less than one. */
function centroidOf(ring: readonly LonLat[]): LonLat {
  const [baseX, baseY] = ring[0] ?? [0, 0]
  let area = 0
  let sumX = 0
  let sumY = 0
  for (const [from, to] of edgesOf(ring)) {
    const [x1, y1] = [from[0] - baseX, from[1] - baseY]
    const [x2, y2] = [to[0] - baseX, to[1] - baseY]
    const cross = x1 * y2 - x2 * y1
    area += cross
    sumX += (x1 + x2) * cross
    sumY += (y1 + y2) * cross
  }
  if (area === 0) return [baseX, baseY]
  return [round5(baseX + sumX / (3 * area)), round5(baseY + sumY / (3 * area))]
}

function edgesOf(ring: readonly LonLat[]): readonly (readonly [LonLat, LonLat])[] {
  return ring.slice(1).flatMap((to, place) => {
    const from = ring[place]
    return from ? [[from, to] as const] : []
  })
}

/** The point of a 24 by 24 grid over the shape that lies deepest inside it. */
function labelOf(rings: readonly (readonly LonLat[])[]): LonLat {
  const outer = rings[0] ?? []
  const box = boxOf(outer)
  const edges = rings.flatMap(edgesOf)
  let best = centroidOf(outer)
  let deepest = isInside(rings, best) ? distanceToEdges(edges, best) : -1
  const cells = 24
  for (let column = 1; column < cells; column++) {
    for (let row = 1; row < cells; row++) {
      const point: LonLat = [
        round5(box.west + ((box.east - box.west) * column) / cells),
        round5(box.south + ((box.north - box.south) * row) / cells),
      ]
      if (!isInside(rings, point)) continue
      const depth = distanceToEdges(edges, point)
      if (depth > deepest) {
        deepest = depth
        best = point
      }
    }
  }
  return best
}

function boxOf(ring: readonly LonLat[]): MapWindow {
  const lons = ring.map(([lon]) => lon)
  const lats = ring.map(([, lat]) => lat)
  return {
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  }
}

function distanceToEdges(edges: readonly (readonly [LonLat, LonLat])[], point: LonLat): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const [from, to] of edges) nearest = Math.min(nearest, distanceToEdge(from, to, point))
  return nearest
}

function distanceToEdge(from: LonLat, to: LonLat, point: LonLat): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const [px, py] = [point[0] - from[0], point[1] - from[1]]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
  return Math.hypot(px - share * dx, py - share * dy)
}

/** Even-odd rule over all rings, so that holes count as outside. */
function isInside(rings: readonly (readonly LonLat[])[], [lon, lat]: LonLat): boolean {
  let isIn = false
  for (const ring of rings) {
    for (const [from, to] of edgesOf(ring)) {
      const isCrossed = from[1] > lat !== to[1] > lat
      if (!isCrossed) continue
      const crossing = from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0])
      if (lon < crossing) isIn = !isIn
    }
  }
  return isIn
}

/** Code of the ward in whose indicative outline a point lies. */
export function wardAt(latitude: number, longitude: number): string | undefined {
  return wardShapes().find(({ rings }) => isInside(rings, [longitude, latitude]))?.code
}

/** Bounds of the whole city, degrees. */
export const cityWindow: MapWindow = boxOf(arcs.flat())

/** About 17 km: outlines are indicative and people live just outside the line. */
const marginDegrees = 0.15

/** True when a point lies in or near the city. */
export function isNearCity(latitude: number, longitude: number): boolean {
  return (
    latitude > cityWindow.south - marginDegrees &&
    latitude < cityWindow.north + marginDegrees &&
    longitude > cityWindow.west - marginDegrees &&
    longitude < cityWindow.east + marginDegrees
  )
}

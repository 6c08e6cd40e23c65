import type { IsoDate } from '#platform/dates'

export type RegionLevel = 'province' | 'city' | 'district' | 'ward'

/** An administrative region under its Kemendagri code. */
export interface Region {
  /** Kemendagri, dotted: `62.71.01.1001`. */
  readonly code: string
  /** BPS code without dots; null where no source at hand gives it. Never derived by guess. */
  readonly bpsCode: string | null
  readonly name: string
  readonly level: RegionLevel
  /** Code of the region it lies in; null for the province. */
  readonly parent: string | null
  /** Null: in force before the oldest decree at hand. */
  readonly validFrom: IsoDate | null
}

/** Name of a region, or the kind of place a name turned out to be. */
export type RegionMatchKind =
  | 'code'
  | 'name'
  | 'abbreviation'
  | 'misspelling'
  | 'part'
  | 'neighbourhood'
  | 'city-name'

export interface RegionMatch {
  readonly code: string
  readonly name: string
  /** 0 to 1; 1 is the official name or code. */
  readonly confidence: number
  readonly kind: RegionMatchKind
  /** Other regions that the text might mean, nearest first. */
  readonly alternatives: readonly Region[]
}

/** What a text says about a region: one, several that cannot be told apart, a place elsewhere, or none. */
export type RegionSearch =
  | { readonly result: 'found'; readonly match: RegionMatch }
  | { readonly result: 'ambiguous'; readonly candidates: readonly Region[] }
  | { readonly result: 'outside'; readonly name: string }
  | { readonly result: 'unknown'; readonly nearest: readonly Region[] }

/** Longitude, latitude in degrees WGS84. */
export type LonLat = readonly [number, number]

/** A region's outline, ready to draw. */
export interface RegionShape {
  readonly code: string
  readonly name: string
  readonly district: string
  /** Closed rings, the outer one first. */
  readonly rings: readonly (readonly LonLat[])[]
  /** Centre of the area; may lie outside a crooked ward. */
  readonly centroid: LonLat
  /** A place well inside, for the name or a circle. */
  readonly label: LonLat
}

/** A rectangle of the map, degrees. */
export interface MapWindow {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Circumstances of a ward that no national variable holds. */
export interface AreaProfile {
  readonly ward: string
  /** How often six flood lists of the disaster agency, 2021 to 2025, named it; null where never. */
  readonly floodListings: number | null
  /** The river is the only way in or out. */
  readonly isRiverOnly: boolean
}

const province: Region = {
  code: '62',
  bpsCode: '62',
  name: 'Kalimantan Tengah',
  level: 'province',
  parent: null,
  validFrom: null,
}

const city: Region = {
  code: '62.71',
  bpsCode: '6271',
  name: 'Kota Palangka Raya',
  level: 'city',
  parent: '62',
  validFrom: null,
}

/** District code, its name, and its wards in the order of their codes from 1001. */
const districtRows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    '62.71.01',
    'Pahandut',
    ['Pahandut', 'Panarung', 'Langkai', 'Tumbang Rungan', 'Pahandut Seberang', 'Tanjung Pinang'],
  ],
  [
    '62.71.02',
    'Bukit Batu',
    [
      'Marang',
      'Tumbang Tahai',
      'Banturung',
      'Tangkiling',
      'Sei Gohong',
      'Kanarakan',
      'Habaring Hurung',
    ],
  ],
  ['62.71.03', 'Jekan Raya', ['Palangka', 'Menteng', 'Bukit Tunggal', 'Petuk Katimpun']],
  [
    '62.71.04',
    'Sabangau',
    ['Bereng Bengkel', 'Kalampangan', 'Kereng Bangkirai', 'Kameloh Baru', 'Danau Tundai', 'Sabaru'],
  ],
  [
    '62.71.05',
    'Rakumpit',
    [
      'Petuk Bukit',
      'Panjehang',
      'Petuk Barunai',
      'Mungku Baru',
      'Pager',
      'Gaung Baru',
      'Bukit Sua',
    ],
  ],
]

/** The five districts (kecamatan) in the order of their codes. */
export const districts: readonly Region[] = districtRows.map(([code, name]) => ({
  code,
  bpsCode: null,
  name,
  level: 'district',
  parent: city.code,
  validFrom: null,
}))

/** The thirty wards (kelurahan) in the order of their codes. */
export const wards: readonly Region[] = districtRows.flatMap(([parent, , names]) =>
  names.map(
    (name, place): Region => ({
      code: `${parent}.${1001 + place}`,
      bpsCode: null,
      name,
      level: 'ward',
      parent,
      validFrom: null,
    }),
  ),
)

/**
 * Province, city, districts and wards: 37 rows, codes of Kemendagri.
 *
 * BPS uses the same digits down to the city; its codes of districts and wards are not derivable from
 * these and stay null until its bridge is loaded (sig.bps.go.id/bridging-kode).
 *
 * @source Kepmendagri 300.2.2-2138/2025, as read in two releases of a public table of region codes.
 */
export const regions: readonly Region[] = [province, city, ...districts, ...wards]

const byCode = new Map(regions.map((region) => [region.code, region]))

/** The region with this dotted Kemendagri code. */
export function findRegionByCode(code: string): Region | undefined {
  return byCode.get(code)
}

/** Official name of a region; the code itself when it is not one of the city's. */
export function regionName(code: string): string {
  return byCode.get(code)?.name ?? code
}

/** Code of the district that holds a ward or that the code is; undefined for wider regions. */
export function districtOf(code: string): string | undefined {
  return /^\d\d\.\d\d\.\d\d/.exec(code)?.[0]
}

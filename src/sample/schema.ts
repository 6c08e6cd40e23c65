import type { IsoDate } from '#platform/dates'

/** One invented person of the synthetic city, as truth knows it. */
export interface SamplePerson {
  readonly personId: string
  readonly familyId: string
  readonly name: string
  readonly nickname: string
  readonly sex: 'L' | 'P'
  readonly born: IsoDate
  /** Empty: never registered. */
  readonly nik: string
  /** Code of the national list: 1 head, 2 spouse, 3 child, 5 grandchild, 6 parent. */
  readonly relation: 1 | 2 | 3 | 5 | 6
  /** 1 single, 2 married, 3 divorced, 4 widowed. */
  readonly marital: 1 | 2 | 3 | 4
  /** 0 none, 1 primary, 2 junior, 3 senior, 4 diploma, 5 bachelor. */
  readonly education: 0 | 1 | 2 | 3 | 4 | 5
  readonly inSchool: boolean
  readonly motherName: string
  readonly work: string
  readonly industry: string
  readonly ownsBusiness: boolean
  /** 0 none, 1 physical, 2 visual, 3 hearing, 4 speech, 5 intellectual, 6 mental. */
  readonly disability: number
  readonly severity: 'ringan' | 'sedang' | 'berat' | ''
  readonly chronic: string
  readonly jkn: 'active' | 'inactive' | 'none'
  readonly status: 'active' | 'dead' | 'moved'
  readonly statusDate: IsoDate | ''
  readonly phone: string
}

/** One invented family in its dwelling; codes as in the national list. */
export interface SampleFamily {
  readonly familyId: string
  readonly kk: string
  readonly ward: string
  readonly wardName: string
  readonly district: string
  readonly districtName: string
  readonly rt: number
  readonly rw: number
  readonly street: string
  readonly houseNo: number
  readonly latitude: number
  readonly longitude: number
  /** 0 poorest to 1 richest, what is true. */
  readonly welfare: number
  /** 1 to 10, what the ranking says: welfare with noise. */
  readonly decile: number
  readonly tenure: number
  readonly floor: number
  readonly wall: number
  readonly roof: number
  /** 1 good, 2 light, 3 moderate, 4 heavy damage. */
  readonly condition: 1 | 2 | 3 | 4
  readonly areaM2: number
  readonly water: number
  readonly lighting: number
  readonly power: number
  readonly fuel: number
  readonly toilet: number
  readonly closet: number
  readonly waste: number
  readonly assets: readonly number[]
  readonly memberIds: readonly string[]
}

export interface SampleCity {
  readonly persons: readonly SamplePerson[]
  readonly families: readonly SampleFamily[]
}

/** Where a truth person stands in a list. */
export interface TruthRow {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly personId: string
  readonly familyId: string
  /** Kinds of damage done to the row, joined with `;`. */
  readonly tags: string
}

/** A cell as an office's file holds it. */
export type SampleCell = string | number | Date | null

/** One sheet of a list, from row 1, with the truth of its data rows. */
export interface SampleSheet {
  readonly name: string
  readonly cells: readonly (readonly SampleCell[])[]
  /** Half-open ranges to merge: first row, first column, last row, last column, from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[]
}

export interface SampleList {
  readonly file: string
  readonly kind: 'xlsx' | 'csv' | 'psv' | 'ssv'
  readonly sheets: readonly SampleSheet[]
  readonly truth: readonly TruthRow[]
}

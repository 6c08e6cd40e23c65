import type { RowRef } from '#intake/schema'
import type { IsoDate } from '#platform/dates'

/** The closed list of sectors and their indicators, in the order of every screen and report. */
export const indicatorsBySector = {
  basic: ['INCOME', 'ELDER', 'NEGLECT', 'DOC'],
  education: ['ATS', 'EDU_COST'],
  health: ['JKN', 'NUTR', 'PREG', 'DISAB'],
  water: ['WATER', 'SANI'],
  housing: ['HOUSING', 'ELEC'],
  livelihood: ['WORK', 'CAPITAL', 'JAMSOS', 'PEKKA', 'DEBT'],
} as const
export type Sector = keyof typeof indicatorsBySector
export type Indicator = (typeof indicatorsBySector)[Sector][number]

/** Something that really reached a person or family. */
export interface Received {
  /** Index into `Intake.rows`. */
  readonly rowNo: number
  readonly ref: RowRef
  readonly personId: string
  readonly familyId: string
  readonly sector: Sector
  readonly indicator: Indicator
  /** Programme code or the giver's own words: `PKH`, `BAZNAS: Modal usaha`. */
  readonly programme: string
  readonly provider: string
  readonly amountRp?: number
  readonly date?: IsoDate
  readonly status: 'received' | 'active'
}

/** Served by none, one or several distinct programmes-and-givers: the one definition of it. */
export interface ServedCount {
  readonly familyId: string
  readonly programmes: readonly string[]
  /** What each of them is for, parallel to `programmes`. */
  readonly indicators: readonly Indicator[]
}

/** Two gifts that meet on one family. */
export interface Overlap {
  readonly familyId: string
  readonly kind: 'complementary' | 'duplicate' | 'conflict'
  readonly indicator: Indicator
  /** Indexes into `Intake.rows`. */
  readonly leftRowNo: number
  readonly rightRowNo: number
  /** False when a missing date leaves the season open. */
  readonly isCertain: boolean
}

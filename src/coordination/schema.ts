import type { Finding } from '#intake/schema'
import type { Indicator, Sector } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'

/**
 * The columns of the OPPKPKE matrix (optimising the end of poverty and of extreme poverty), in order.
 *
 * @source Export template of a regional OPPKPKE system.
 */
export const matrixColumns = [
  'Nomor',
  'Strategi OPPKPKE',
  'Perangkat Daerah',
  'Kode',
  'Program',
  'Kegiatan',
  'Sub Kegiatan',
  'Aktivitas Real: Langsung',
  'Tidak Langsung',
  'Penunjang',
  'Alokasi Anggaran (Rp)',
  'Sumber Pembiayaan',
  'Sifat Bantuan',
  'Lokasi',
  'Jumlah Sasaran Penerima Manfaat',
  'Besaran Manfaat',
  'Jenis Bantuan',
  'Durasi Penerima Bantuan',
  'Realisasi TW I',
  'TW II',
  'TW III',
  'TW IV',
  'Total Realisasi',
] as const

/** Strategies of Inpres 8/2025; `unknown` where the source names none. */
export const strategies = ['a', 'b', 'c', 'unknown'] as const
export type Strategy = (typeof strategies)[number]

/** How far a line has come; the share of its budget that is realised. */
export const bands = ['on-target', 'on-progress', 'attention', 'not-filled', 'no-budget'] as const
export type Band = (typeof bands)[number]

export type Involvement = 'direct' | 'indirect' | 'supporting'

/** One budget line. Texts are as written; absent values stand in no cell of the source. */
export interface MatrixLine {
  /** Number within the matrix, from 1. */
  readonly no: number
  readonly strategy: Strategy
  readonly agency: string
  readonly code: string
  readonly programme: string
  readonly activity: string
  readonly subActivity: string
  readonly involvement: readonly Involvement[]
  readonly budgetRp?: number
  readonly funding: string
  readonly nature: string
  readonly location: string
  readonly targetText: string
  readonly target?: { readonly count: number; readonly unit: string }
  readonly benefitText: string
  readonly benefitRp?: number
  readonly benefitKind: string
  readonly duration: string
  /** Rupiah of each quarter; undefined where nothing is written. */
  readonly quartersRp: readonly [
    number | undefined,
    number | undefined,
    number | undefined,
    number | undefined,
  ]
  /** Sum of the quarters, recomputed; undefined where none is written. */
  readonly totalRp?: number
  /** totalRp / budgetRp. */
  readonly share?: number
  readonly band: Band
  /** Distinct families that the ledger shows as reached by this line, where it can be told. */
  readonly familiesReached?: number
  /** How `familiesReached` was found, or why it is blank. Indonesian. */
  readonly reachNote: string
  readonly source?: { readonly file: string; readonly sheet: string; readonly row: number }
}

/** Sums over some lines; `quartersRp` as in a line. */
export interface MatrixSum {
  readonly lineCount: number
  readonly budgetRp: number
  readonly quartersRp: readonly [number, number, number, number]
  readonly totalRp: number
}

export interface MatrixGroup {
  readonly strategy: Strategy
  /** `A. MENGURANGI BEBAN PENGELUARAN MASYARAKAT`. */
  readonly title: string
  readonly lines: readonly MatrixLine[]
  readonly sum: MatrixSum
}

/** An agency's lines together, best share first. */
export interface AgencyRank extends MatrixSum {
  readonly agency: string
  readonly share?: number
}

/** Who needs, who is reached, and who is planned for, by indicator. */
export interface IndicatorReach {
  readonly sector: Sector
  readonly indicator: Indicator
  readonly familiesInNeed: number
  /** Families that the ledger shows as helped for it this year, in need now or not. */
  readonly familiesReached: number
  readonly needsPlanned: number
  readonly plannedRp: number
}

/** Help in the ledger that no budget line of the matrix accounts for. */
export interface OutsideBudget {
  readonly provider: string
  readonly programme: string
  readonly families: number
  readonly amountRp?: number
}

export interface Matrix {
  readonly year: number
  readonly on: IsoDate
  /** `budget`: from budget tables; `received`: from the ledger alone, with blanks. */
  readonly basis: 'budget' | 'received'
  readonly groups: readonly MatrixGroup[]
  readonly sum: MatrixSum
  readonly agencies: readonly AgencyRank[]
  readonly indicators: readonly IndicatorReach[]
  readonly outsideBudget: readonly OutsideBudget[]
  readonly findings: readonly Finding[]
}

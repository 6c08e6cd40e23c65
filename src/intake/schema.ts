import type { IsoDate } from '#platform/dates'
import type { Normalisation } from './values/normalisation.ts'

/** Where a row stands. `row` is 1-based; `sheet` is empty for text files. */
export interface RowRef {
  readonly file: string
  readonly sheet: string
  readonly row: number
}

/** What kind of list a sheet is, read from its titles, headings and values, never its file name alone. */
export const listKinds = [
  'register-person', // one row a person of a register (DTSEN individu)
  'register-family', // one row a family or dwelling of a register (DTSEN keluarga)
  'aid', // one row a recipient of a programme or giver
  'housing-survey',
  'water-survey',
  'disability',
  'proposal', // people put forward for help by a ward
  'vital-events', // deaths, moves out, moves in
  'offers', // what agencies and partners offer
  'budget', // OPPKPKE or budget lines
  'by-hand', // what officers wrote in the pages of the register, a sheet an office
  'other', // no list of persons, or not understood
] as const
export type ListKind = (typeof listKinds)[number]

export type Sex = 'male' | 'female'
export const relations = [
  'head',
  'spouse',
  'child',
  'child-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
  'other',
] as const
export type Relation = (typeof relations)[number]
export const educations = [
  'none',
  'primary',
  'junior',
  'senior',
  'diploma',
  'bachelor',
  'postgraduate',
] as const
export type Education = (typeof educations)[number]
export const disabilities = [
  'none',
  'physical',
  'visual',
  'hearing',
  'speech',
  'intellectual',
  'mental',
  'multiple',
] as const
export type Disability = (typeof disabilities)[number]

/**
 * What a row says about a person, in Betang's terms. Absent means that this list does not say, or
 * says something that cannot be read (then there is a finding): never "no".
 */
export interface PersonFields {
  /** As written, spaces collapsed; titles and nicknames still in it. */
  name?: string
  /** 16 digits, plausible form. */
  nik?: string
  /** Leading digits that survived a spreadsheet's rounding; never together with `nik`. */
  nikPrefix?: string
  /** Digits as written where they cannot be a NIK (length, date, serial): evidence for a near match only. */
  nikAsWritten?: string
  birthDate?: IsoDate
  /** How much of `birthDate` is written; `year` also for 1 January by habit where the list shows only a year. */
  birthPrecision?: 'day' | 'month' | 'year'
  /** Completed years as stated by the list on its own date. */
  ageYears?: number
  birthPlace?: string
  sex?: Sex
  motherName?: string
  /** Parent or guardian where the list does not say which. */
  guardianName?: string
  phone?: string
  relation?: Relation
  marital?: 'single' | 'married' | 'divorced' | 'widowed'
  schoolParticipation?: 'never' | 'attending' | 'left'
  education?: Education
  schoolLevel?: 'SD' | 'SMP' | 'SMA'
  schoolClass?: number
  schoolName?: string
  /** Lower case Indonesian as written: "buruh cuci", "tidak bekerja", "mengurus rumah tangga". */
  occupation?: string
  industry?: string
  ownsBusiness?: boolean
  disability?: Disability
  disabilitySeverity?: 'mild' | 'moderate' | 'severe'
  /** Name of the illness, or `none` where the list says none. */
  chronicIllness?: string
  isPregnant?: boolean
  hasBirthCertificate?: boolean
  nutrition?: 'normal' | 'stunted' | 'underweight' | 'wasted'
  /** National health insurance; from a list of its members. */
  jknStatus?: 'active' | 'inactive'
  jknReason?: string
  religion?: string
  event?: 'death' | 'move-out' | 'move-in'
  eventDate?: IsoDate
}

export const assetNames = [
  'gasCylinder',
  'refrigerator',
  'airConditioner',
  'waterHeater',
  'landlinePhone',
  'flatTv',
  'goldGrams',
  'computer',
  'motorcycle',
  'bicycle',
  'car',
  'boat',
  'motorBoat',
  'smartphone',
  'farmlandHectares',
  'otherLand',
  'otherHouse',
  'largeLivestock',
  'smallLivestock',
] as const
export type AssetName = (typeof assetNames)[number]

export type WaterSource =
  | 'bottled'
  | 'refill'
  | 'piped'
  | 'piped-retail'
  | 'borehole'
  | 'protected-well'
  | 'unprotected-well'
  | 'protected-spring'
  | 'unprotected-spring'
  | 'surface'
  | 'rain'
  | 'other'
export type FloorMaterial =
  | 'marble'
  | 'ceramic'
  | 'parquet'
  | 'tile'
  | 'wood'
  | 'cement'
  | 'bamboo'
  | 'earth'
  | 'other'
export type WallMaterial =
  | 'brick'
  | 'plastered-weave'
  | 'wood'
  | 'bamboo-weave'
  | 'logs'
  | 'bamboo'
  | 'other'
export type RoofMaterial =
  | 'concrete'
  | 'tile'
  | 'zinc'
  | 'asbestos'
  | 'bamboo'
  | 'wood'
  | 'thatch'
  | 'other'

/** What a row says about the family and its dwelling. Absent as in PersonFields. */
export interface FamilyFields {
  /** 16 digits. */
  kk?: string
  kkPrefix?: string
  /** Name of the head where the row names another person. */
  headName?: string
  /** Street and number as written, spaces collapsed. */
  address?: string
  rt?: number
  rw?: number
  /** Kemendagri codes, dotted: `62.71.01.1001`, `62.71.01`. */
  ward?: string
  district?: string
  latitude?: number
  longitude?: number
  familiesInHouse?: number
  occupants?: number
  dependants?: number
  decile?: number
  houseTenure?:
    | 'owned'
    | 'contract'
    | 'rented'
    | 'free-other'
    | 'free-family'
    | 'official'
    | 'other'
  landTitle?: 'certificate' | 'statement' | 'customary' | 'none' | 'not-owned'
  floor?: FloorMaterial
  wall?: WallMaterial
  roof?: RoofMaterial
  floorCondition?: 'sound' | 'damaged'
  wallCondition?: 'sound' | 'damaged'
  roofCondition?: 'sound' | 'damaged'
  /** The house as a whole where the list says so ("rumah mau roboh"). */
  houseCondition?: 'good' | 'light' | 'moderate' | 'heavy'
  floorAreaM2?: number
  water?: WaterSource
  isWaterCustomer?: boolean
  /** Metres between well and cesspit. */
  wellToCesspitM?: number
  lighting?: 'grid-meter' | 'grid-no-meter' | 'off-grid' | 'none'
  powerVa?: 0 | 450 | 900 | 1300 | 2200 | 3500
  meterId?: string
  cookingFuel?: string
  toilet?: 'own' | 'shared' | 'communal' | 'public' | 'unused' | 'none'
  /** `over-water`: floating or over a river, whatever the closet. */
  closet?: 'goose-neck' | 'covered-pit' | 'open-pit' | 'direct' | 'over-water'
  wasteDisposal?: 'septic' | 'treatment' | 'water-body' | 'earth-pit' | 'open-ground' | 'other'
  assets?: Partial<Record<AssetName, number>>
  isFlooded?: boolean
  hasDebt?: boolean
}

/** What a row says about help given, planned or refused. */
export interface AidFields {
  /** Words of the row that say what was given: "Paket sembako ramadhan". */
  aidText?: string
  provider?: string
  amountRp?: number
  aidDate?: IsoDate
  /** The row's own status words: "Gagal - saldo 0", "tidak hadir". */
  aidStatusText?: string
  /** Numbers of persons a component: `{ 'pregnant': 1, 'primary': 2 }`. */
  components?: Partial<
    Record<
      | 'pregnant'
      | 'early-childhood'
      | 'primary'
      | 'junior'
      | 'senior'
      | 'elderly'
      | 'severe-disability',
      number
    >
  >
  /** Help that the row says came earlier: "RTLH Kota 2024"; absent for "belum", "-". */
  earlierAidText?: string
  /** Group of a zakat recipient, or why a pupil is put forward. */
  groundsText?: string
  /** Free remarks. */
  note?: string
}

/** When a row's people and house were looked at. */
export interface VisitFields {
  /** Day of the visit, survey or check; never the day of help. */
  surveyDate?: IsoDate
}

export interface RowFields extends PersonFields, FamilyFields, AidFields, VisitFields {}
export type FieldName = keyof RowFields

/** Fields that an officer may write in a page; each is read as a cell of a list would be. */
export const typedFields = [
  'name',
  'nik',
  'kk',
  'birthDate',
  'birthPlace',
  'sex',
  'motherName',
  'phone',
  'relation',
  'marital',
  'schoolParticipation',
  'education',
  'schoolLevel',
  'schoolClass',
  'schoolName',
  'occupation',
  'disability',
  'disabilitySeverity',
  'chronicIllness',
  'isPregnant',
  'hasBirthCertificate',
  'nutrition',
  'religion',
  'event',
  'eventDate',
  'address',
  'rt',
  'rw',
  'district',
  'ward',
  'occupants',
  'houseTenure',
  'landTitle',
  'floor',
  'wall',
  'roof',
  'houseCondition',
  'floorAreaM2',
  'water',
  'lighting',
  'powerVa',
  'cookingFuel',
  'toilet',
  'closet',
  'wasteDisposal',
] as const satisfies readonly FieldName[]
export type TypedField = (typeof typedFields)[number]

/** One data row that identifies somebody. */
export interface IntakeRow {
  readonly ref: RowRef
  /** Index into `Intake.sheets`. */
  readonly sheetNo: number
  readonly fields: RowFields
  /** What changed values that differ from their cells, in order; values as written have none. */
  readonly normalised?: Readonly<Partial<Record<FieldName, readonly Normalisation[]>>>
}

/** A cell or row that could not be taken as it is. */
export interface Finding {
  readonly file: string
  readonly sheet: string
  readonly row: number
  /** Stable, kebab-case: `nik-length`, `date-impossible`. */
  readonly code: string
  /** Heading as written, empty when the whole row is meant. */
  readonly column: string
  /** As written; a NIK or KK is masked when written out. */
  readonly value: string
  /** What was expected and what to do, Indonesian. */
  readonly hint: string
}

export interface ColumnMeaning {
  /** 0-based place in the sheet. */
  readonly column: number
  readonly heading: string
  /** Absent: not used. */
  readonly field?: FieldName | AssetName
  /** What the column means in the words of `values/meaning.ts`, finer than `field`: `rtRw`, `rowNumber`. */
  readonly meaning?: string
  /** 0 to 1: of columns so sure, this share is right. */
  readonly confidence: number
  /** The best of what was not chosen, where anything else speaks for it. */
  readonly secondBest?: { readonly meaning: string; readonly confidence: number }
  /** Up to three of its own values, numbers of persons masked; only where the reader asked for them. */
  readonly samples?: readonly string[]
  /** An officer said so. */
  readonly isCorrected?: true
}

/** How the rows of a sheet add up: the parts sum to `lastRow`. */
export interface RowAccount {
  readonly lastRow: number
  readonly title: number
  readonly heading: number
  readonly blank: number
  /** Section lines ("RT 01 / RW 01"), subtotals, totals, footers, signatures. */
  readonly section: number
  readonly total: number
  readonly footer: number
  readonly data: number
  readonly quarantined: number
}

export interface ListSheet {
  readonly file: string
  readonly sheet: string
  readonly kind: ListKind
  /** Title lines over the headings, joined with ` · `. */
  readonly title: string
  /** Who made the list or gives the help where the titles say so. */
  readonly provider?: string
  /** Programme named by titles, sheet, file or headings: `PKH`, `SEMBAKO`, `PBI-JK`, `PIP`, … */
  readonly programme?: string
  /** The time that the titles speak of. */
  readonly period?: { readonly from: IsoDate; readonly to: IsoDate }
  /** 1-based, 0 when there is no heading row. */
  readonly headerRow: number
  readonly columns: readonly ColumnMeaning[]
  readonly account: RowAccount
}

/** A file that could not be read at all; the others go on. */
export interface FileFault {
  readonly file: string
  readonly code: string
  readonly hintId: string
  readonly hintEn: string
}

/** A table that is no list of persons, cells as text under their headings: offers, budget. */
export interface PlainTable {
  readonly file: string
  readonly sheet: string
  readonly headings: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** Everything that a folder of lists says, one entry a data row, in file, sheet, row order. */
export interface Intake {
  readonly sheets: readonly ListSheet[]
  readonly rows: readonly IntakeRow[]
  /** Data rows that identify nobody; each has a line in `quarantine`. */
  readonly quarantinedRefs: readonly RowRef[]
  readonly quarantine: readonly Finding[]
  readonly findings: readonly Finding[]
  readonly faults: readonly FileFault[]
  /** Subfolders and files of other kinds that were left alone. */
  readonly ignored: readonly string[]
  readonly offers: readonly PlainTable[]
  readonly budgets: readonly PlainTable[]
  /** Latest plausible date in the lists (not a birth, not in a plan's future), when there is one. */
  readonly latestDate?: IsoDate
}

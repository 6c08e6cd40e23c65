import { z } from 'zod'
import { SubjectMark } from '#access/schema'
import { indicatorsBySector } from '#ledger/schema'
import { Dwelling, Look, PairAnswer, PairVerdict } from '#registry/schema'

/** Shapes of the pages that look across stages. The web reads these and nothing else of `insight`. */

export const sectors = ['basic', 'education', 'health', 'water', 'housing', 'livelihood'] as const
export const SectorName = z.enum(sectors)
export const indicators = Object.values(indicatorsBySector).flat()
export const IndicatorName = z.enum(indicators)
const Key = z.string().regex(/^[a-z0-9]{10}$/)
const IsoDay = z.iso.date()
export const ServedBy = z.enum(['none', 'one', 'several'])
export type ServedBy = z.infer<typeof ServedBy>

/** One thing that waits for a person; ordered by how many families it changes. */
export const TodayItem = z.object({
  kind: z.enum([
    'quarantine',
    'file-fault',
    'pair',
    'pair-question',
    'question',
    'offer-question',
    'unserved',
    'findings',
  ]),
  /** Words of the thing itself where it has any: a file's name, a question's fact, an offer's text. */
  label: z.string(),
  count: z.number().int(),
  /** Families whose picture changes when it is done; null where it cannot be told. */
  familyCount: z.number().int().nullable(),
  /** Address in the web app. */
  href: z.string(),
})
export type TodayItem = z.infer<typeof TodayItem>

export const Today = z.object({
  on: IsoDay.nullable(),
  items: z.array(TodayItem),
  /** Open work by menu entry: only what the person may see. */
  counts: z.object({
    files: z.number().int(),
    pairs: z.number().int(),
    questions: z.number().int(),
    offers: z.number().int(),
  }),
})
export type Today = z.infer<typeof Today>

export const WardSummary = z.object({
  code: z.string(),
  name: z.string(),
  district: z.string(),
  families: z.number().int(),
  /** Families with at least one need. */
  familiesInNeed: z.number().int(),
  /** Families with a need whom no programme or giver serves. */
  unserved: z.number().int(),
  needsBySector: z.record(SectorName, z.number().int()),
})
export type WardSummary = z.infer<typeof WardSummary>

export const OverlapCount = z.object({
  /** Rules forbid the pair; the same help twice; different help, as wanted. */
  kind: z.enum(['conflict', 'duplicate', 'complementary']),
  pairs: z.number().int(),
  families: z.number().int(),
  /** Pairs that a missing date leaves open. */
  uncertainPairs: z.number().int(),
})
export type OverlapCount = z.infer<typeof OverlapCount>

export const Dashboard = z.object({
  on: IsoDay.nullable(),
  persons: z.number().int(),
  families: z.number().int(),
  lists: z.number().int(),
  rows: z.number().int(),
  /** How many families stand in exactly 1, 2, 3, … lists. */
  familiesByListCount: z.array(z.object({ lists: z.number().int(), families: z.number().int() })),
  /** Of families with a need. */
  served: z.object({ none: z.number().int(), one: z.number().int(), several: z.number().int() }),
  /** Where gifts meet on one family, gravest first. Empty where nobody counted them. */
  overlaps: z.array(OverlapCount).default([]),
  indicators: z.array(
    z.object({
      sector: SectorName,
      indicator: IndicatorName,
      families: z.number().int(),
      unservedFamilies: z.number().int(),
      unknownFamilies: z.number().int(),
    }),
  ),
  wards: z.array(WardSummary),
  /** Families whose ward no list says. */
  familiesWithoutWard: z.number().int(),
})
export type Dashboard = z.infer<typeof Dashboard>

/** A district or ward by its Kemendagri code, dotted. */
const RegionCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/)

export const FamilyFilter = z.object({
  /** Words of a name or address, a NIK, a KK or a telephone number; forgives typing in words. */
  q: z.string().max(100).default(''),
  ward: RegionCode.optional(),
  district: RegionCode.optional(),
  decile: z.union([z.number().int().min(1).max(10), z.literal('unknown')]).optional(),
  sector: SectorName.optional(),
  indicator: IndicatorName.optional(),
  served: ServedBy.optional(),
  sort: z.enum(['score', 'name', 'ward']).default('score'),
  cursor: z.string().max(300).optional(),
})
export type FamilyFilter = z.infer<typeof FamilyFilter>

/** What an export takes: the filter of the list, all on one page. */
export const FamiliesExport = FamilyFilter.omit({ sort: true, cursor: true })
export type FamiliesExport = z.infer<typeof FamiliesExport>

/** The same in an address, where words of a search may not stand. */
export const FamiliesExportQuery = FamiliesExport.omit({ q: true }).extend({
  decile: z.union([z.coerce.number().int().min(1).max(10), z.literal('unknown')]).optional(),
})

/** A part of a family by which words or a number found it. */
export const MatchedPart = z.object({
  part: z.enum(['name', 'address', 'phone', 'nik', 'kk']),
  /** Member who was hit, where it is not the head. */
  memberName: z.string().nullable(),
})
export type MatchedPart = z.infer<typeof MatchedPart>

export const FamilyLine = z.object({
  familyId: Key,
  headName: z.string(),
  wardName: z.string().nullable(),
  rt: z.number().int().nullable(),
  memberCount: z.number().int(),
  decile: z.number().int().nullable(),
  /** Indicator codes of open needs, most urgent first. */
  lacks: z.array(IndicatorName),
  topScore: z.number().int().nullable(),
  servedBy: z.array(z.string()),
  listCount: z.number().int(),
  /** Empty where no words were asked. */
  matched: z.array(MatchedPart),
})
export type FamilyLine = z.infer<typeof FamilyLine>

export const FamilyPageOfLines = z.object({
  lines: z.array(FamilyLine),
  /** Exact up to 10,000, else null ("more than 10,000"). */
  total: z.number().int().nullable(),
  /** Words found more families than are told; those told are the nearest. */
  isCut: z.boolean(),
  nextCursor: z.string().nullable(),
})
export type FamilyPageOfLines = z.infer<typeof FamilyPageOfLines>

/** One fact in the six-sector grid. */
export const GridEntry = z.object({
  state: z.enum(['lacks', 'received', 'can-get', 'promised', 'unknown']),
  indicator: IndicatorName.nullable(),
  textId: z.string(),
  textEn: z.string(),
  /** Grey line: severity, date or who. */
  noteId: z.string(),
  noteEn: z.string(),
  /** Why, in words, with rule and source; shown in the reason panel. */
  reasonId: z.string(),
  reasonEn: z.string(),
  facts: z.array(
    z.object({
      fact: z.string(),
      value: z.string(),
      file: z.string(),
      sheet: z.string(),
      row: z.number().int(),
    }),
  ),
  /** What the score is made of, for needs. */
  points: z.array(z.object({ reason: z.string(), points: z.number().int() })),
  personId: Key.nullable(),
})
export type GridEntry = z.infer<typeof GridEntry>

export const MemberLine = z.object({
  personId: Key,
  name: z.string(),
  relation: z.string().nullable(),
  sex: z.string().nullable(),
  ageYears: z.number().int().nullable(),
  ageMonths: z.number().int().nullable(),
  nikMasked: z.string().nullable(),
  education: z.string().nullable(),
  schoolParticipation: z.string().nullable(),
  occupation: z.string().nullable(),
  /** Health and disability are told only to those with the right; null here means not told or not known. */
  jknStatus: z.string().nullable(),
  status: z.enum(['active', 'dead', 'moved-out']),
  statusDate: IsoDay.nullable(),
})
export type MemberLine = z.infer<typeof MemberLine>

/** What help would stand twice if two families were one. */
export const JoinedHelp = z.object({
  familyId: Key,
  otherId: Key,
  help: z.array(
    z.object({
      /** The same help for the same lack in one season, or help that the rules forbid beside the other. */
      kind: z.enum(['duplicate', 'conflict']),
      /** False where a date is missing. */
      isCertain: z.boolean(),
      /** Programmes of the first and of the other family. */
      one: z.string(),
      other: z.string(),
    }),
  ),
})
export type JoinedHelp = z.infer<typeof JoinedHelp>

/** What help would stand twice if two persons were one. */
export const MergedHelp = z.object({
  personId: Key,
  otherId: Key,
  help: JoinedHelp.shape.help,
})
export type MergedHelp = z.infer<typeof MergedHelp>

export const ValueSources = z.object({
  subjectId: Key,
  field: z.string(),
  chosen: z.object({
    value: z.string(),
    file: z.string(),
    sheet: z.string(),
    row: z.number().int(),
  }),
  others: z.array(
    z.object({
      value: z.string(),
      file: z.string(),
      sheet: z.string(),
      row: z.number().int(),
      /** Rows of one number say the same in another spelling; 0 says what was chosen. */
      group: z.number().int(),
    }),
  ),
})
export type ValueSources = z.infer<typeof ValueSources>

export const ProgrammeLine = z.object({
  programme: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  personName: z.string().nullable(),
  result: z.enum(['eligible', 'ineligible', 'unknown']),
  isReceiving: z.boolean(),
  amountRp: z.number().int().nullable(),
  /** A fact is missing that could raise the amount. */
  isAmountMinimum: z.boolean(),
  amountPeriod: z.string().nullable(),
  decidedBy: z.string(),
  decidedByEn: z.string(),
  reasonId: z.string(),
  reasonEn: z.string(),
  ruleVersion: z.string(),
  source: z.string(),
})
export type ProgrammeLine = z.infer<typeof ProgrammeLine>

export const FamilyPage = z.object({
  familyId: Key,
  headName: z.string(),
  /** `male` gives Bapak, `female` Ibu, null neither. */
  headSex: z.string().nullable(),
  kkMasked: z.string().nullable(),
  wardCode: z.string().nullable(),
  wardName: z.string().nullable(),
  districtName: z.string().nullable(),
  address: z.string().nullable(),
  rt: z.number().int().nullable(),
  rw: z.number().int().nullable(),
  decile: z.number().int().nullable(),
  decileSource: z.string().nullable(),
  /** Where another id was asked for: that it leads to this family now. */
  mergedInto: Key.nullable(),
  /** Flags as plain words: `woman-head`, `out-of-school-child`, `elderly`, `disability`, `no-nik`, `no-kk`, … */
  flags: z.array(z.string()),
  counts: z.object({
    lacks: z.number().int(),
    sectors: z.number().int(),
    urgent: z.number().int(),
    received: z.number().int(),
    promised: z.number().int(),
    /** Monthly and quarterly payments of the last twelve months over twelve, null where no amount is known. */
    receivedRpPerMonth: z.number().int().nullable(),
  }),
  /** Deprivations out of indicators that could be told; unknown counted apart. */
  deprivation: z.object({ lacks: z.number().int(), known: z.number().int(), of: z.number().int() }),
  area: z.object({
    accessId: z.string().nullable(),
    accessEn: z.string().nullable(),
    floodTimes: z.number().int().nullable(),
  }),
  /** What members asked for about the use of their data, such as a person instead of a score. */
  marks: z.array(SubjectMark),
  /** At most three, most effect first. */
  nextSteps: z.array(
    z.object({
      kind: z.enum(['ask', 'apply', 'offer', 'check']),
      textId: z.string(),
      textEn: z.string(),
      noteId: z.string(),
      noteEn: z.string(),
    }),
  ),
  grid: z.record(SectorName, z.array(GridEntry)),
  members: z.array(MemberLine),
  /** The house and whom else the viewer may see in it; null where no list tells of the house. */
  dwelling: Dwelling.nullable(),
  lists: z.array(
    z.object({
      file: z.string(),
      sheet: z.string(),
      row: z.number().int(),
      title: z.string(),
      personName: z.string().nullable(),
    }),
  ),
  programmes: z.array(ProgrammeLine),
  questions: z.array(
    z.object({
      fact: z.string(),
      textId: z.string(),
      textEn: z.string(),
      personName: z.string().nullable(),
      settles: z.number().int(),
    }),
  ),
  sources: z.array(ValueSources),
})
export type FamilyPage = z.infer<typeof FamilyPage>

export const OfferLine = z.object({
  offerId: z.string(),
  provider: z.string(),
  what: z.string(),
  sector: z.string(),
  indicator: z.string(),
  units: z.number().nullable(),
  unitCostRp: z.number().int(),
  used: z.number(),
  usedRp: z.number().int(),
  /** Dual price: what one more unit would be worth, in points. */
  pricePoints: z.number().int(),
  /** Why something is left: `no-more-eligible`, `filter-unknown`, `outside-window`; null when used up. */
  leftReason: z.string().nullable(),
  wards: z.array(z.string()),
  filter: z.string(),
  questions: z.array(
    z.object({
      code: z.string(),
      textId: z.string(),
      textEn: z.string(),
      effectId: z.string(),
      effectEn: z.string(),
    }),
  ),
})
export type OfferLine = z.infer<typeof OfferLine>

export const AllocationPage = z.object({
  plan: z
    .object({
      planId: z.string(),
      on: IsoDay,
      needs: z.number().int(),
      served: z.number().int(),
      amountRp: z.number().int(),
      budgetRp: z.number().int(),
      value: z.number().int(),
      upperBound: z.number().int(),
    })
    .nullable(),
  sectors: z.array(
    z.object({ sector: SectorName, needs: z.number().int(), served: z.number().int() }),
  ),
  wards: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      needs: z.number().int(),
      served: z.number().int(),
    }),
  ),
  offers: z.array(OfferLine),
  unservedReasons: z.array(z.object({ reasonCode: z.string(), needs: z.number().int() })),
})
export type AllocationPage = z.infer<typeof AllocationPage>

export const AllocationRowsFilter = z.object({
  state: z.enum(['served', 'unserved']),
  offerId: z.string().max(100).optional(),
  ward: RegionCode.optional(),
  sector: SectorName.optional(),
  reasonCode: z.string().max(60).optional(),
  familyId: Key.optional(),
  cursor: z.string().max(300).optional(),
})
export type AllocationRowsFilter = z.infer<typeof AllocationRowsFilter>

export const AllocationRow = z.object({
  needId: z.string(),
  familyId: Key,
  headName: z.string(),
  personName: z.string().nullable(),
  wardName: z.string().nullable(),
  sector: SectorName,
  indicator: IndicatorName,
  score: z.number().int(),
  offerId: z.string().nullable(),
  provider: z.string().nullable(),
  what: z.string().nullable(),
  amountRp: z.number().int().nullable(),
  reasonId: z.string(),
  reasonEn: z.string(),
  reasonCode: z.string().nullable(),
  cutoff: z.number().int().nullable(),
})
export type AllocationRow = z.infer<typeof AllocationRow>

export const AllocationRows = z.object({
  rows: z.array(AllocationRow),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
})
export type AllocationRows = z.infer<typeof AllocationRows>

export const FileLine = z.object({
  sheetNo: z.number().int(),
  file: z.string(),
  sheet: z.string(),
  kind: z.string(),
  title: z.string(),
  provider: z.string().nullable(),
  programme: z.string().nullable(),
  headerRow: z.number().int(),
  dataRows: z.number().int(),
  quarantined: z.number().int(),
  otherRows: z.number().int(),
  findings: z.number().int(),
  columns: z.array(
    z.object({
      column: z.number().int(),
      heading: z.string(),
      field: z.string().nullable(),
      confidence: z.number(),
    }),
  ),
})
export type FileLine = z.infer<typeof FileLine>

export const FilesPage = z.object({
  files: z.array(FileLine),
  faults: z.array(
    z.object({ file: z.string(), code: z.string(), hintId: z.string(), hintEn: z.string() }),
  ),
})
export type FilesPage = z.infer<typeof FilesPage>

export const FindingGroup = z.object({
  code: z.string(),
  isQuarantine: z.boolean(),
  count: z.number().int(),
  hintId: z.string(),
  hintEn: z.string(),
  examples: z.array(z.object({ row: z.number().int(), column: z.string(), value: z.string() })),
})
export type FindingGroup = z.infer<typeof FindingGroup>

export const PairSide = z.object({
  /** Null in a second look, where it would tell the first answer. */
  personId: Key.nullable(),
  familyId: Key.nullable(),
  name: z.string(),
  birth: z.string().nullable(),
  nikMasked: z.string().nullable(),
  kkMasked: z.string().nullable(),
  address: z.string().nullable(),
  wardName: z.string().nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  /** The mother, or the head of the family where no mother is told. */
  motherOrHead: z.string().nullable(),
  /** Persons of the family; null in a second look. */
  memberCount: z.number().int().nullable(),
  file: z.string(),
  sheet: z.string(),
  row: z.number().int(),
})
export const PairLine = z.object({
  /** Of the two rows: the same on every run. */
  pairKey: Key,
  look: Look,
  /** Of 100 pairs with such evidence, how many are the same person. */
  percentSame: z.number().int(),
  left: PairSide,
  right: PairSide,
  evidence: z.array(
    z.object({ comparison: z.string(), level: z.string(), weightBits: z.number() }),
  ),
  /** Of a third look: what two said who differ, the first first. */
  answers: z.array(z.object({ answer: PairVerdict, organisation: z.string(), at: z.string() })),
  /** The latest question to the ward about just these two rows. */
  question: z
    .object({
      askedAt: z.string(),
      answer: PairAnswer.nullable(),
      answeredAt: z.string().nullable(),
    })
    .nullable(),
})
export type PairLine = z.infer<typeof PairLine>
export const PairsPage = z.object({
  pairs: z.array(PairLine),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  /** What the asker answered today. */
  done: z.object({
    judged: z.number().int(),
    same: z.number().int(),
    /** Numbers of the answers that can be taken back, the latest first. */
    latest: z.array(z.number().int()),
  }),
})
export type PairsPage = z.infer<typeof PairsPage>

export const ProgrammeCard = z.object({
  code: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  sector: z.string(),
  unit: z.string(),
  decidedBy: z.string(),
  decidedByEn: z.string(),
  source: z.string(),
  validFrom: z.string(),
  eligible: z.number().int(),
  unknown: z.number().int(),
  ineligible: z.number().int(),
  receiving: z.number().int(),
})
export type ProgrammeCard = z.infer<typeof ProgrammeCard>

export const QuestionLine = z.object({
  fact: z.string(),
  textId: z.string(),
  textEn: z.string(),
  families: z.number().int(),
  decisions: z.number().int(),
})
export type QuestionLine = z.infer<typeof QuestionLine>

const LonLat = z.tuple([z.number(), z.number()])
export const MapPage = z.object({
  noticeId: z.string(),
  noticeEn: z.string(),
  wards: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      district: z.string(),
      /** Closed rings of longitude and latitude, the outer one first. */
      rings: z.array(z.array(LonLat)),
      label: LonLat,
    }),
  ),
})
export type MapPage = z.infer<typeof MapPage>

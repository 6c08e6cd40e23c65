import { z } from 'zod'
import { ListMapping } from '../columns/list-mapping.ts'
import { listKinds } from '../schema.ts'

/** Public key of a file as it was handed over. */
export const FileKey = z.object({ fileId: z.string().regex(/^[a-z0-9]{10}$/) })
const sheetPlace = z.number().int().min(0).max(9999)
const text = (most: number) => z.string().trim().max(most)

/** `received`: waits, is being read, or its reading ended without an answer. `read`: understood, nothing counts yet. */
export const fileStates = ['received', 'read', 'accepted', 'withdrawn', 'faulty'] as const
export const FileState = z.enum(fileStates)
export type FileState = z.infer<typeof FileState>

/** `held`: the row stays out until it is mended. `look`: it goes in, somebody should check. */
export const Severity = z.enum(['held', 'look', 'tidied'])
export type Severity = z.infer<typeof Severity>

/** Who did something, and when. */
const Deed = z.object({ at: z.string(), by: z.string().nullable() })

/** Rows of a file: `rows` is `ready` + `look` + `held`; the rest names nobody (titles, sums, blanks). */
export const FileCounts = z.object({
  rows: z.number().int(),
  ready: z.number().int(),
  look: z.number().int(),
  held: z.number().int(),
  /** Values that Betang put into form by itself. */
  tidied: z.number().int(),
  /** Rows that are titles, headings, sums, blanks. */
  other: z.number().int(),
})
export type FileCounts = z.infer<typeof FileCounts>

/** Against the register as it stands, by NIK and KK; rows without a number are counted apart. */
export const KnownCounts = z.object({
  familiesKnown: z.number().int(),
  familiesNew: z.number().int(),
  personsKnown: z.number().int(),
  personsNew: z.number().int(),
  rowsWithoutNumber: z.number().int(),
})
export type KnownCounts = z.infer<typeof KnownCounts>

/** Why a person should stop and look before accepting. */
export const warningCodes = [
  'rows-known-already',
  'period-of-another-year',
  'columns-shifted',
  'sheet-without-names',
] as const
export const FileWarning = z.object({
  code: z.enum(warningCodes),
  hintId: z.string(),
  hintEn: z.string(),
  sheetPlace: z.number().int().nullable(),
  /** The earlier file that it is about. */
  otherFileId: z.string().nullable(),
  /** How many rows of how many. */
  count: z.number().int().nullable(),
  of: z.number().int().nullable(),
})
export type FileWarning = z.infer<typeof FileWarning>

const HandOver = z.object({
  /** Number and day of the paper of hand-over (BAST). */
  paperNumber: z.string().nullable(),
  paperDate: z.string().nullable(),
  /** What the data were handed over for. */
  purpose: z.string().nullable(),
})

/** How the reading of a file stands; `rowsRead` arrives while it reads. */
export const ReadingView = z.object({
  /** `none`: it counts, and was never read here: a list of the server's own folder. */
  state: z.enum(['none', 'waiting', 'running', 'done', 'failed', 'cancelled']),
  jobId: z.string().nullable(),
  share: z.number(),
  rowsRead: z.number().int(),
  /** Why it failed. */
  errorCode: z.string().nullable().default(null),
})

/** A file in the list of files. */
export const IntakeFileLine = z.object({
  fileId: z.string(),
  name: z.string(),
  organisationId: z.string().nullable(),
  organisationName: z.string().nullable(),
  received: Deed,
  sizeBytes: z.number().int(),
  ...HandOver.shape,
  /** The file that this one puts right, and the one that puts this one right. */
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  state: FileState,
  /** How its reading stands, where none has come to an end yet. */
  firstReading: ReadingView.shape.state.nullable(),
  faultCode: z.string().nullable(),
  kinds: z.array(z.enum(listKinds)),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  counts: FileCounts.nullable(),
  warnings: z.array(z.enum(warningCodes)),
  accepted: Deed.nullable(),
  /** Place in the order of lists. */
  acceptNo: z.number().int().nullable(),
})
export type IntakeFileLine = z.infer<typeof IntakeFileLine>

/** An office that hands over lists, and whether its next one is late by its own habit. */
export const LateOffice = z.object({
  organisationId: z.string(),
  organisationName: z.string(),
  lastReceivedAt: z.string(),
  /** Median of the days between its files. */
  usualDays: z.number().int(),
  daysLate: z.number().int(),
})

export const IntakeFilesQuery = z.object({
  state: FileState.optional(),
  organisationId: text(60).optional(),
  cursor: z.string().max(300).optional(),
})
export const IntakeFilesPage = z.object({
  files: z.array(IntakeFileLine),
  late: z.array(LateOffice),
  nextCursor: z.string().nullable(),
})
export type IntakeFilesPage = z.infer<typeof IntakeFilesPage>

/** One file with everything that its page shows first. */
export const IntakeFile = IntakeFileLine.extend({
  reading: ReadingView,
  fault: z.object({ code: z.string(), hintId: z.string(), hintEn: z.string() }).nullable(),
  known: KnownCounts.nullable(),
  stopReasons: z.array(FileWarning),
  sheetCount: z.number().int(),
  /** Cells that people put right. */
  mendCount: z.number().int(),
  /** What the last mend was, for "undo"; null when there is none of one's own. */
  lastMend: z.object({ at: z.string(), cells: z.number().int() }).nullable(),
  acceptances: z.array(
    z.object({ accepted: Deed, withdrawn: Deed.nullable(), reason: z.string().nullable() }),
  ),
})
export type IntakeFile = z.infer<typeof IntakeFile>

/** The bytes of a file, as they are. */
export const FileBody = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .meta({ type: 'string', format: 'binary' })

/** What comes beside the bytes of a file, each percent-encoded, because a header holds no umlaut. */
export const receiveHeaders = z.object({
  'idempotency-key': z.string().min(8).max(100),
  'x-file-name': z.string().min(1).max(900),
  'x-paper-number': z.string().max(600).optional(),
  'x-paper-date': z.iso.date().optional(),
  'x-purpose': z.string().max(1500).optional(),
  /** The office that handed it over; one's own where nothing is said. */
  'x-organisation': z.string().max(60).optional(),
  /** Key of the file that this one puts right. */
  'x-replaces': z
    .string()
    .regex(/^[a-z0-9]{10}$/)
    .optional(),
})

export const WrittenColumn = z.object({
  /** 0-based. */
  column: z.number().int(),
  /** `A`, `AB`. */
  letter: z.string(),
  heading: z.string(),
  /** What it means in the words of mappings; null: not used. */
  meaning: z.string().nullable(),
  field: z.string().nullable(),
  /** 0 to 1. */
  confidence: z.number(),
  secondBest: z.object({ meaning: z.string(), confidence: z.number() }).nullable(),
  /** Three of its own values, numbers of persons masked. */
  samples: z.array(z.string()),
  /** An officer said so. */
  isCorrected: z.boolean(),
})
export type WrittenColumn = z.infer<typeof WrittenColumn>

/** What a mapping says of a sheet; what it leaves out stays as Betang proposes. */
export const MappingDocument = ListMapping.omit({ sheet: true })
export type MappingDocument = z.infer<typeof MappingDocument>

export const IntakeSheet = z.object({
  sheetPlace: z.number().int(),
  /** Empty for text files. */
  sheet: z.string(),
  kind: z.enum(listKinds),
  title: z.string(),
  programme: z.string().nullable(),
  provider: z.string().nullable(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  headerRow: z.number().int(),
  lastRow: z.number().int(),
  columns: z.array(WrittenColumn),
  counts: FileCounts,
  mapping: MappingDocument.nullable(),
  /** Where the mapping was remembered from; null when it was made for this file, or is none. */
  remembered: z.object({ version: z.number().int(), at: z.string() }).nullable(),
})
export type IntakeSheet = z.infer<typeof IntakeSheet>
export const IntakeSheets = z.object({ sheets: z.array(IntakeSheet) })
export type IntakeSheets = z.infer<typeof IntakeSheets>

export const SheetKey = z.object({
  ...FileKey.shape,
  sheetPlace: z.coerce.number().pipe(sheetPlace),
})

export type SheetKey = z.infer<typeof SheetKey>

/** Which rows: `attention` are those to look at or held. */
export const GridQuery = z.object({
  show: z.enum(['all', 'attention', 'look', 'held']).default('all'),
  /** Rows of one cause. */
  code: z.string().max(60).optional(),
  column: z.coerce.number().int().min(0).max(9999).optional(),
  /** First row of the page, 1-based. */
  from: z.coerce.number().int().min(1).max(2_000_000).default(1),
  count: z.coerce.number().int().min(1).max(200).default(50),
})
export type GridQuery = z.infer<typeof GridQuery>

export const CellFinding = z.object({
  /** 0-based; null: the whole row. */
  column: z.number().int().nullable(),
  code: z.string(),
  severity: Severity,
  hintId: z.string(),
  hintEn: z.string(),
  /** What would put it right. */
  proposal: z.string().nullable(),
})
export const GridRow = z.object({
  row: z.number().int(),
  /** What stands there now, mends in it; numbers of persons masked. */
  cells: z.array(z.string()),
  /** Cells that were mended, with what stood there before. */
  mended: z.array(z.object({ column: z.number().int(), before: z.string() })),
  findings: z.array(CellFinding),
})
export type GridRow = z.infer<typeof GridRow>
export const GridPage = z.object({
  headings: z.array(z.object({ column: z.number().int(), letter: z.string(), text: z.string() })),
  headerRow: z.number().int(),
  rows: z.array(GridRow),
  /** Rows that the filter finds altogether. */
  total: z.number().int(),
  nextFrom: z.number().int().nullable(),
})
export type GridPage = z.infer<typeof GridPage>

export const CellKey = z.object({
  sheetPlace,
  row: z.number().int().min(1).max(2_000_000),
  column: z.number().int().min(0).max(9999),
})
export const RevealCells = z.object({ cells: z.array(CellKey).min(1).max(200) })
export const RevealedCells = z.object({
  cells: z.array(CellKey.extend({ value: z.string() })),
})
export type RevealedCells = z.infer<typeof RevealedCells>

/** Findings of one kind in one column: one thing to decide for all its rows. */
export const FileCause = z.object({
  sheetPlace: z.number().int(),
  /** Null: whole rows. */
  column: z.number().int().nullable(),
  heading: z.string(),
  code: z.string(),
  severity: Severity,
  rows: z.number().int(),
  /** Rows for which there is a proposal. */
  proposed: z.number().int(),
  /** Up to five, most rows first. */
  examples: z.array(
    z.object({
      row: z.number().int(),
      value: z.string(),
      proposal: z.string().nullable(),
      rows: z.number().int(),
    }),
  ),
  hintId: z.string(),
  hintEn: z.string(),
  /** What its button does: mend by the proposals, hand the rows back, or leave them as they are. */
  remedy: z.enum(['take-proposals', 'send-back', 'leave']),
})
export type FileCause = z.infer<typeof FileCause>
export const FileCauses = z.object({
  causes: z.array(FileCause),
  /** "N causes explain `explained` of `rows` rows" that need a look. */
  explained: z.number().int(),
  rows: z.number().int(),
  tidied: z.array(
    z.object({ code: z.string(), count: z.number().int(), hintId: z.string(), hintEn: z.string() }),
  ),
})
export type FileCauses = z.infer<typeof FileCauses>

/** Either cells with their values, or all proposals of one cause. */
export const NewMends = z.union([
  z.object({
    cells: z
      .array(CellKey.extend({ value: z.string().max(2000) }))
      .min(1)
      .max(5000),
  }),
  z.object({
    cause: z.object({
      sheetPlace,
      column: z.number().int().min(0).max(9999),
      code: z.string().max(60),
    }),
  }),
])
export type NewMends = z.infer<typeof NewMends>
export const MendAnswer = z.object({
  /** Cells that changed. */
  cells: z.number().int(),
  /** Cells of a mended file that stand nowhere in this one. */
  leftOut: z.number().int(),
})
export type MendAnswer = z.infer<typeof MendAnswer>

/** What officers said of headings of an office, all versions, the latest first. */
export const MappingLine = z.object({
  version: z.number().int(),
  made: Deed,
  fileId: z.string().nullable(),
  mapping: MappingDocument,
})
export type MappingLine = z.infer<typeof MappingLine>
export const SheetMapping = z.object({
  /** What holds for this sheet; null: Betang's own proposal. */
  mapping: MappingDocument.nullable(),
  /** What is remembered for the next file of the office with these headings. */
  versions: z.array(MappingLine),
})
export type SheetMapping = z.infer<typeof SheetMapping>

/** Warnings that whoever accepts has read; one that is not named stops it. */
export const AcceptFile = z.object({ despite: z.array(z.enum(warningCodes)).max(10).default([]) })
/** The register after the last run: what in it comes from this file, and from no other. */
export const FileEffect = z.object({
  /** False until the register was made with it. */
  isInRegister: z.boolean(),
  rows: z.number().int(),
  persons: z.number().int(),
  personsOnlyHere: z.number().int(),
  families: z.number().int(),
  familiesOnlyHere: z.number().int(),
})
export type FileEffect = z.infer<typeof FileEffect>

export const WithdrawFile = z.object({ reason: text(500).min(3) })

/** What an accepted file changed in the register, or would change. */
export const differenceKinds = ['new', 'gone', 'changed', 'inactive'] as const
export const DifferenceQuery = z.object({
  /** `inactive`: members of the health insurance for the poor who are out. */
  kind: z.enum(differenceKinds).default('new'),
  after: z.coerce.number().int().min(0).max(10_000_000).default(0),
  count: z.coerce.number().int().min(1).max(500).default(100),
})
export type DifferenceQuery = z.infer<typeof DifferenceQuery>
export const DifferenceLine = z.object({
  name: z.string(),
  nik: z.string(),
  kk: z.string(),
  ward: z.string().nullable(),
  sheetPlace: z.number().int(),
  row: z.number().int(),
  /** By NIK, or else by name and birth date. */
  by: z.enum(['nik', 'name-and-birth']).nullable(),
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
})
export type DifferenceLine = z.infer<typeof DifferenceLine>
export const FileDifference = z.object({
  /** The accepted file of the same office and kind before this one; null: there is none. */
  against: z.object({ fileId: z.string(), name: z.string(), acceptedAt: z.string() }).nullable(),
  counts: z.object({
    new: z.number().int(),
    gone: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    inactive: z.number().int(),
  }),
  /** How often each field changed. */
  changedFields: z.array(z.object({ field: z.string(), rows: z.number().int() })),
  lines: z.array(DifferenceLine),
  nextAfter: z.number().int().nullable(),
})
export type FileDifference = z.infer<typeof FileDifference>

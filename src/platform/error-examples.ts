import { AppError, type ErrorCode, type ErrorDetails } from './errors.ts'
import { type Language, sayError } from './say-error.ts'

type Known<Details> = Details extends unknown
  ? string extends keyof Details
    ? never
    : Details
  : never
type All<Union> = (Union extends unknown ? (part: Union) => void : never) extends (
  all: infer Whole,
) => void
  ? Whole
  : never

/** One value for each detail that any error carries: what stands in texts that tell of it. */
const exampleDetails: All<Known<ErrorDetails[ErrorCode]>> = {
  path: 'PATH',
  host: '0.0.0.0',
  folder: 'FOLDER',
  file: 'FILE',
  place: 'SERVER',
  pid: 4242,
  port: 6271,
  migration: '0001_access',
  reference: 'REFERENCE',
  jobId: 'JOB',
  sessionId: 'SESSION',
  isUsed: false,
  trouble: 'unreadable',
  providerId: 'PROVIDER',
  dwellingId: 'h4k8r2mq7z',
  familyId: 'FAMILY',
  lost: [{ place: 0, field: 'nik', code: 'nik-length', hint: 'NIK 16 angka.' }],
  personId: 'PERSON',
  groupId: 'GROUP',
  unfit: 'in-future',
  requestNo: 1,
  breachNo: 1,
  state: 'STATE',
  next: 'STATE',
  lacks: 'identity',
  ground: 'GROUND',
  what: 'STEP',
  action: 'ACTION',
  sql: 'SQL',
  name: 'NAME',
  least: 12,
  kind: 'passphrase',
  role: 'ROLE',
  other: 'ROLE',
  grantId: 'GRANT',
  keyId: 'KEY',
  madeAt: 'MOMENT',
  webhookId: 'WEBHOOK',
  why: 'insecure',
  sheetNo: 1,
  row: 1,
  fileId: 'BERKAS',
  warnings: ['columns-shifted'],
  code: 'CODE',
  day: '2026-11-12',
  hintId: 'PETUNJUK.',
  hintEn: 'HINT.',
  accountId: 'ACCOUNT',
  organisationId: 'ORGANISATION',
  whyId: 'ALASAN.',
  whyEn: 'REASON.',
  part: 'regions',
  value: 'VALUE',
  column: 'COLUMN',
  record: 2,
  rows: 2,
  otherRow: 3,
  columns: 'COLUMN, COLUMN',
  fault: 'FAULT',
  count: 1,
  found: 3,
  expected: 4,
  rule: 'RULE',
  reason: 'short',
  waitSeconds: 60,
  fields: [{ path: 'FIELD', message: 'FAULT' }],
  faults: [{ code: 'FAULT', file: 'FILE', line: 1, column: 1, hintId: 'PETUNJUK', hintEn: 'HINT' }],
  first: [{ record: 2, column: 'COLUMN', fault: 'missing' }],
}

/** What a person would read of an error, with words in capitals for what it carries. */
export function sayExample(code: ErrorCode, language: Language): string {
  const error =
    code === 'out-not-writable'
      ? new AppError(code, { path: exampleDetails.path, reason: 'EACCES' })
      : new AppError(code, exampleDetails)
  return sayError(error, language)
}

import { findingTexts } from '#intake'
import { errorTexts } from '#platform/error-messages'
import { AppError, type ErrorCode, type ErrorDetails } from '#platform/errors'
import { sayError } from '#platform/say-error'
import { pageHead, table } from './markdown.ts'

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

/** One value for each detail that any error carries: what stands in the texts of the page. */
const exampleDetails: All<Known<ErrorDetails[ErrorCode]>> = {
  path: 'PATH',
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
  familyId: 'FAMILY',
  personId: 'PERSON',
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
  webhookId: 'WEBHOOK',
  why: 'insecure',
  sheetNo: 1,
  accountId: 'ACCOUNT',
  organisationId: 'ORGANISATION',
  whyId: 'ALASAN.',
  whyEn: 'REASON.',
  part: 'regions',
  value: 'VALUE',
  column: 'COLUMN',
  record: 2,
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

/** Every code that a person or a program can meet, with what is said about it. */
export function errorsPage(): string {
  return `${pageHead('Errors and findings', 'src/platform/error-messages.ts and src/intake/values/finding-codes.ts')}
Codes do not change. Words in capitals stand for what the error carries.

## Errors

The API answers them as RFC 9457 problem documents with \`code\`; the command line prints the text.

${table(['code', 'status', 'Indonesian', 'English'], codes(errorTexts).map(errorRow))}
## Findings

What reading a list finds in a cell or row: the column \`code\` of \`findings.csv\` and
\`quarantine.csv\`. error: the value is unknown now; warning: it is in and should be checked; info:
it was repaired, or its absence explained.

${table(
  ['code', 'severity', 'Indonesian', 'English'],
  codes(findingTexts).map((code) => {
    const { severity, id, en } = findingTexts[code]
    return [`\`${code}\``, severity, id, en]
  }),
)}`
}

function errorRow(code: ErrorCode): string[] {
  const error =
    code === 'out-not-writable'
      ? new AppError(code, { path: exampleDetails.path, reason: 'EACCES' })
      : new AppError(code, exampleDetails)
  return [
    `\`${code}\``,
    String(errorTexts[code].httpStatus),
    sayError(error, 'id'),
    sayError(error, 'en'),
  ]
}

function codes<Code extends string>(texts: Readonly<Record<Code, unknown>>): Code[] {
  const isCode = (name: string): name is Code => name in texts
  return Object.keys(texts).filter(isCode).sort()
}

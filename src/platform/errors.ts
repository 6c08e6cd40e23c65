/** A fault in a text that a person wrote: a rule, a catalogue file. */
export interface TextFault {
  readonly code: string
  /** Absent when the text is not in a file. */
  readonly file?: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly hintId: string
  readonly hintEn: string
}

/**
 * Every failure the platform raises on purpose, with the facts it carries.
 *
 * A code is public: the API returns it, the web app translates it, logs count it. Add the code here
 * before raising it, with its words in `error-messages.ts`. Details hold ids, paths that the user
 * gave and numbers only, never names or documents of persons.
 */
export type ErrorDetails = {
  'folder-not-found': { path: string }
  'folder-empty': { path: string }
  'folder-not-writable': { path: string }
  'store-locked': { folder: string; pid: number; file: string }
  'store-newer': { migration: string }
  'store-changed': { migration: string }
  'store-unreadable': { folder: string }
  'database-tls-missing': Record<string, never>
  'https-missing': { host: string }
  'server-unreachable': { place: string }
  'server-roles-missing': { sql: string }
  'server-rights-missing': { sql: string }
  'secret-twice': { name: string }
  'secret-unreadable': { path: string }
  'passphrase-missing': Record<string, never>
  'passphrase-weak': { least: number }
  'backup-unknown': { path: string }
  'backup-newer': { path: string }
  'backup-locked': { kind: 'passphrase' | 'store-key' }
  'backup-damaged': Record<string, never>
  'store-not-empty': Record<string, never>
  'key-missing': { path: string }
  'key-wrong': { path: string }
  'key-invalid': { path: string }
  'key-lacking': { keyId: string }
  'key-changed': Record<string, never>
  'key-in-environment': Record<string, never>
  'backup-key-lacking': { keyId: string; madeAt: string }
  'link-file-unreadable': { file: string; reason: string }
  'link-column-missing': { file: string; column: string; columns: string }
  'link-settings-invalid': { file: string; path: string; fault: string }
  'link-earlier-unreadable': { folder: string; reason: string }
  'link-earlier-unfit': { folder: string }
  'link-no-rows': { file: string }
  'link-id-missing': { file: string; column: string; row: number; rows: number }
  'link-id-twice': { file: string; column: string; row: number; otherRow: number }
  'request-invalid': { fields: readonly { path: string; message: string }[] }
  'cursor-invalid': Record<string, never>
  'route-not-found': Record<string, never>
  'request-too-large': Record<string, never>
  'request-head-too-large': Record<string, never>
  'request-too-slow': Record<string, never>
  'origin-refused': Record<string, never>
  'internal-fault': { reference: string }
  'sign-in-required': Record<string, never>
  'sign-in-failed': Record<string, never>
  'not-permitted': { action: string }
  'roles-incompatible': { role: string; other: string; whyId: string; whyEn: string }
  'delegation-too-wide': Record<string, never>
  'grant-not-found': { grantId: string }
  'grant-unfit': {
    role: string
    part: 'regions' | 'organisation' | 'data-classes' | 'period' | 'service'
  }
  'own-account-refused': Record<string, never>
  'last-administrator': Record<string, never>
  'account-not-found': { accountId: string }
  'user-name-taken': Record<string, never>
  'organisation-not-found': { organisationId: string }
  'organisation-in-use': { organisationId: string }
  'organisation-name-taken': { organisationId: string }
  'too-many-attempts': { waitSeconds: number }
  'password-change-required': Record<string, never>
  'second-factor-required': Record<string, never>
  'step-up-required': Record<string, never>
  'session-not-found': { sessionId: string }
  'sign-in-expired': Record<string, never>
  'code-wrong': { isUsed: boolean }
  'second-factor-exists': Record<string, never>
  'second-factor-missing': Record<string, never>
  'passkey-refused': Record<string, never>
  'passkey-exists': Record<string, never>
  'passkey-not-found': Record<string, never>
  'oidc-settings-invalid': { path: string; fields: readonly { path: string; message: string }[] }
  'key-unreadable': { path: string }
  'oidc-provider-not-found': { providerId: string }
  'oidc-unreachable': { providerId: string }
  'oidc-refused': { providerId: string }
  'oidc-not-linked': { providerId: string }
  'oidc-linked-already': { providerId: string }
  'oidc-link-not-found': { providerId: string }
  'password-wrong': Record<string, never>
  'password-weak': { reason: 'short' | 'long' | 'guessable' | 'breached' | 'same' }
  'breached-list-invalid': { path: string }
  'idempotency-key-reused': Record<string, never>
  'rate-limit-exceeded': { waitSeconds: number }
  'api-key-refused': Record<string, never>
  'credentials-both': Record<string, never>
  'service-account-not-found': { accountId: string }
  'api-key-not-found': { keyId: string }
  'version-required': Record<string, never>
  'version-outdated': Record<string, never>
  'networks-unreadable': Record<string, never>
  'webhook-not-found': { webhookId: string }
  'change-not-found': Record<string, never>
  'change-subject-unknown': Record<string, never>
  'change-own': Record<string, never>
  'change-closed': { state: string }
  'pair-not-waiting': Record<string, never>
  'pair-judgement-not-found': Record<string, never>
  'pair-judgement-followed': Record<string, never>
  'threshold-not-proposed': Record<string, never>
  'second-look-unreadable': Record<string, never>
  'pair-question-open': Record<string, never>
  'pair-question-answered': Record<string, never>
  'pair-question-not-found': Record<string, never>
  'group-not-found': { groupId: string }
  'group-ward-refused': Record<string, never>
  'group-day-refused': {
    unfit: 'in-future' | 'before-group' | 'before-members' | 'before-joining'
  }
  'group-closed': Record<string, never>
  'group-member-twice': Record<string, never>
  'group-member-unknown': Record<string, never>
  'group-change-not-found': Record<string, never>
  'group-change-of-others': Record<string, never>
  'group-change-rested-on': Record<string, never>
  'change-fields-refused': {
    lost: readonly { place: number; field: string; code: string; hint: string }[]
  }
  'dukcapil-settings-invalid': Record<string, never>
  'dukcapil-unreachable': { reason: string }
  'dukcapil-answer-invalid': Record<string, never>
  'webhook-address-refused': { why: 'insecure' | 'unreadable' | 'private' }
  'web-not-built': { path: string }
  'certificate-unfit': { path: string; trouble: 'unreadable' | 'other-key' | 'time' }
  'port-in-use': { port: number }
  'port-refused': { port: number }
  'address-unknown': Record<string, never>
  'job-running': { jobId: string }
  'job-not-found': { jobId: string }
  /** Its process died in each of its tries. */
  'job-interrupted': { jobId: string }
  'run-date-unknown': { path: string }
  'date-not-iso': { value: string }
  'sheet-not-found': { sheetNo: number }
  'intake-file-not-found': { fileId: string }
  'intake-file-refused': { code: string; hintId: string; hintEn: string }
  'intake-content-known': { fileId: string; day: string }
  'intake-file-not-read': { fileId: string }
  'intake-file-accepted': { fileId: string }
  'import-warned': Record<string, never>
  'intake-file-warned': { warnings: readonly string[] }
  'intake-file-not-accepted': { fileId: string }
  'intake-sheet-not-found': { sheetNo: number }
  'intake-cell-not-found': { sheetNo: number; row: number }
  'mend-undo-empty': Record<string, never>
  'mended-file-unfit': Record<string, never>
  'mapping-unfit': { fields: readonly { path: string; message: string }[] }
  'family-not-found': { familyId: string }
  'dwelling-not-found': { dwellingId: string }
  'nothing-read-yet': Record<string, never>
  'person-not-found': { personId: string }
  'subject-request-not-found': { requestNo: number }
  'subject-request-step-refused': { state: string; next: string }
  'subject-request-incomplete': { lacks: 'identity' | 'guardian' | 'change' | 'person' }
  'refusal-ground-unfit': { ground: string }
  'received-in-future': Record<string, never>
  'breach-not-found': { breachNo: number }
  'breach-step-refused': { what: string }
  'out-not-writable': { path: string; reason: string }
  'rule-unreadable': { rule: string; faults: readonly TextFault[] }
  'programmes-unreadable': { path: string; faults: readonly TextFault[] }
  'file-not-found': { path: string }
  'file-not-writable': { path: string }
  'csv-unclosed-quote': { path: string; record: number }
  'csv-cell-count': { path: string; record: number; found: number; expected: number }
  'column-missing': { path: string; column: string }
  'rows-invalid': {
    path: string
    count: number
    first: readonly { record: number; column: string; fault: string }[]
  }
  'policy-invalid': { path: string; rule: string }
  'policy-rule-unsupported': { path: string; rule: string }
  'plan-unreadable': { path: string }
}
export type ErrorCode = keyof ErrorDetails

/** The only error class raised on purpose. Branch on `code`; `message` is for logs. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError'
  readonly code: Code
  readonly details: ErrorDetails[Code]

  constructor(code: Code, details: ErrorDetails[Code], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.code = code
    this.details = details
  }
}

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
  'server-unreachable': { place: string }
  'run-date-unknown': { path: string }
  'out-not-writable': { path: string; reason: string }
  'rule-unreadable': { rule: string; faults: readonly TextFault[] }
  'programmes-unreadable': { path: string; faults: readonly TextFault[] }
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

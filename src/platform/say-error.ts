import { type ErrorText, errorTexts } from './error-messages.ts'
import type { AppError, ErrorCode } from './errors.ts'

/** The languages of messages; screens may come in more. */
export type Language = 'id' | 'en'

/** What a person reads of an error: what happened and what to do. */
export function sayError<Code extends ErrorCode>(
  error: AppError<Code>,
  language: Language,
): string {
  const text: ErrorText<Code> = errorTexts[error.code]
  return text[language](error.details)
}

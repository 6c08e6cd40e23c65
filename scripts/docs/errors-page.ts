import { findingTexts, normalisations } from '#intake'
import { sayExample } from '#platform/error-examples'
import { errorTexts } from '#platform/error-messages'
import type { ErrorCode } from '#platform/errors'
import { pageHead, table } from './markdown.ts'

/** Every code that a person or a program can meet, with what is said about it. */
export function errorsPage(): string {
  return `${pageHead('Errors and findings', 'src/platform/error-messages.ts, src/intake/values/finding-codes.ts and normalisation.ts')}
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
)}
## Normalisations

Every way in which a value may come to differ from what stands in its cell, whole list. A value that
carries none of these names is the cell's own text.

${table(
  ['name', 'Indonesian', 'English'],
  codes(normalisations).map((name) => {
    const { id, en } = normalisations[name]
    return [`\`${name}\``, id, en]
  }),
)}`
}

function errorRow(code: ErrorCode): string[] {
  return [
    `\`${code}\``,
    String(errorTexts[code].httpStatus),
    sayExample(code, 'id'),
    sayExample(code, 'en'),
  ]
}

function codes<Code extends string>(texts: Readonly<Record<Code, unknown>>): Code[] {
  const isCode = (name: string): name is Code => name in texts
  return Object.keys(texts).filter(isCode).sort()
}

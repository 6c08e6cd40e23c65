/**
 * Where one cell may become several: with a comma for decimals, as in Indonesia, a spreadsheet cuts at
 * the semicolon and at line ends whatever the quotes around them say.
 */
const cuts = /([;\t\r\n]+)/
/** A formula, after what spreadsheets pass over before they see it: blanks, quotes, signs without shape. */
const formula =
  /^[\s"'\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*([=+\-@\uff1d\uff0b\uff0d\uff20].*)$/su
/** Numbers, telephone numbers and "at" phrases stay as they are. */
const harmless = /^(?:-|[+-]?\d[\d\s.,()-]*|@\s.*)$/s

/**
 * The text as a cell that no spreadsheet runs: an apostrophe wherever a formula could begin. Numbers,
 * telephone numbers with +, dates and addresses of e-mail stay as they are.
 *
 * @source OWASP, "CSV Injection".
 */
export function neutralCell(text: string): string {
  const parts = text.split(cuts)
  const inert = parts.map((part, place) => (place % 2 === 0 && canRun(part) ? `'${part}` : part))
  return /^[\t\r\n]/.test(text) ? `'${inert.join('')}` : inert.join('')
}

function canRun(part: string): boolean {
  const found = formula.exec(part)?.[1]
  return found !== undefined && !harmless.test(found.trimEnd())
}

/** True for text that a spreadsheet could take for a formula. */
export function isFormulaLike(text: string): boolean {
  return neutralCell(text) !== text
}

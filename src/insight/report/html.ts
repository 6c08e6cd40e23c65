/** Text that is already HTML; anything else is escaped where it is put in. */
export interface Html {
  readonly html: string
}
export type HtmlPart = Html | string | number | readonly (Html | string | number)[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A template whose values are escaped, except those that are HTML themselves. */
export function html(texts: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const written = texts.map((text, no) => text + (no < parts.length ? partText(parts[no]) : ''))
  return { html: written.join('') }
}

function partText(part: HtmlPart | undefined): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (char) => escapes[char] ?? char)
  if (typeof part === 'number') return String(part)
  return 'html' in part ? part.html : part.map(partText).join('')
}

/** `1.284`: a count as Indonesians write it. */
export function count(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
}

/** Counts under this are not told in shared views. */
export const smallCell = 10

/** The count, or "kurang dari 10" where so few could be recognised. */
export function sharedCount(value: number): string {
  return value > 0 && value < smallCell ? 'kurang dari 10' : count(value)
}

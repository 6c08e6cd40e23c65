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

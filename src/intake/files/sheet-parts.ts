/** Parts that hold cells, names and number formats; pictures, comments, macros and caches stay packed. */
export function isNeededPart(name: string): boolean {
  if (/^xl\/(worksheets|chartsheets|dialogsheets|macrosheets)\/[^/]+$/.test(name)) return true
  if (/^xl\/[^/]+\.(xml|bin)$/.test(name)) return !/vbaProject/i.test(name)
  if (/^(xl\/)?_rels\//.test(name)) return true
  if (/^xl\/theme\//.test(name)) return true
  return /^(\[Content_Types\]\.xml|docProps\/app\.xml|mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/.test(
    name,
  )
}

/**
 * Name and part of each sheet of an XLSX, in the workbook's order.
 *
 * @param parts the workbook's own parts, expanded, by name; other formats give an empty answer.
 */
export function findSheetParts(
  parts: Readonly<Record<string, Uint8Array>>,
): { readonly sheet: string; readonly part: string }[] {
  const book = textOf(parts['xl/workbook.xml'])
  const relations = textOf(parts['xl/_rels/workbook.xml.rels'])
  const targets = new Map<string, string>()
  for (const [tag] of relations.matchAll(/<Relationship\s[^>]*>/g)) {
    const id = attribute(tag, 'Id')
    const target = attribute(tag, 'Target')
    if (id && target) targets.set(id, target.replace(/^\/?(?:xl\/)?/, 'xl/'))
  }
  const found: { sheet: string; part: string }[] = []
  for (const [tag] of book.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const sheet = unescapeXml(attribute(tag, 'name') ?? '')
    const part = targets.get(attribute(tag, 'r:id') ?? '')
    if (part) found.push({ sheet, part })
  }
  return found
}

/** A part's text; empty for none. */
export function textOf(part: Uint8Array | undefined): string {
  return part ? Buffer.from(part.buffer, part.byteOffset, part.length).toString('utf8') : ''
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&')
}

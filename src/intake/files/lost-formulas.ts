/**
 * Addresses of cells that hold a formula and no stored value, by sheet name.
 *
 * The parser shows such a cell as 0 or nothing; a program that writes workbooks without computing
 * them leaves whole columns so, and a made-up 0 would be read as an amount.
 *
 * @param parts the expanded parts of an XLSX, by name; other formats give an empty answer.
 */
export function findLostFormulas(
  parts: Readonly<Record<string, Uint8Array>>,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { sheet, part } of sheetParts(parts)) {
    const xml = parts[part] ? Buffer.from(parts[part]).toString('utf8') : ''
    const lost = lostIn(xml)
    if (lost.size > 0) found.set(sheet, lost)
  }
  return found
}

function lostIn(xml: string): Set<string> {
  const lost = new Set<string>()
  let at = 0
  for (;;) {
    const formula = xml.indexOf('<f', at)
    if (formula < 0) return lost
    at = formula + 2
    if (!/[\s>/]/.test(xml[at] ?? '')) continue
    const start = xml.lastIndexOf('<c ', formula)
    const end = xml.indexOf('</c>', formula)
    if (start < 0 || end < 0) continue
    const cell = xml.slice(start, end)
    at = end
    const address = /\sr="([A-Z]+\d+)"/.exec(cell)?.[1]
    if (address && !hasStoredValue(cell)) lost.add(address)
  }
}

/** An empty text is a stored value too: `="" ` leaves `t="str"` with an empty `<v>`. */
function hasStoredValue(cell: string): boolean {
  if (/<v[^>]*>[^<]/.test(cell) || /<is>/.test(cell)) return true
  return /\st="str"/.test(cell) && /<v[\s>/]/.test(cell)
}

function sheetParts(
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

function textOf(part: Uint8Array | undefined): string {
  return part ? Buffer.from(part).toString('utf8') : ''
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

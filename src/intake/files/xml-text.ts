/** The value of an attribute in a tag's text; undefined where it has none. Entities are read. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : readEntities(value)
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** Text of XML with its entities, and with the escapes by which Excel keeps control characters. */
export function readEntities(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|quot|apos|amp));/gi, readEntity)
    : text
  return plain.includes('_x')
    ? plain.replace(/_x([\da-f]{4})_/gi, (_, code: string) => codePoint(Number.parseInt(code, 16)))
    : plain
}

function readEntity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return named[name.toLowerCase()] ?? whole
  return codePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
}

function codePoint(code: number): string {
  // No store keeps a NUL; what was there still shows.
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/** Names without the prefix that some programs put before each: `<x:row>` as `<row>`. */
export function withoutPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</')
}

/** The prefix that a document gives its own names; empty for most. */
export function prefixOf(xml: string, root: string): string {
  return new RegExp(`<(\\w+):${root}[\\s>]`).exec(xml)?.[1] ?? ''
}

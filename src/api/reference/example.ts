import { type ApiDocument, resolveShape, type Shape } from './document.ts'

/** Texts that fit most patterns and formats of the API. */
const texts = [
  'abcdefghjk',
  '32.75.04.1003',
  '2026-07-01',
  '2026-07-01T02:00:00.000Z',
  '0b1e3a52-6f0d-4c5e-9a3b-2f6d1c8e7a90',
  'https://contoh.example/betang',
  '123456',
  '0000000000000000',
  'a',
] as const
const textByFormat: Readonly<Record<string, string>> = {
  date: texts[2],
  'date-time': texts[3],
  uuid: texts[4],
  uri: texts[5],
}
/** Deeper than any schema that is no loop. */
const deepest = 12

/** A value that fits a schema; the same each time, invented, and without a person in it. */
export function exampleOf(shape: Shape, document: ApiDocument, depth = 0): unknown {
  if (shape.$ref) return exampleOf(resolveShape(shape, document), document, depth + 1)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.default !== undefined) return shape.default
  const first = (shape.anyOf ?? shape.oneOf ?? shape.allOf)?.[0]
  if (first) return exampleOf(first, document, depth + 1)
  const type = typeof shape.type === 'string' ? shape.type : shape.type?.[0]
  if (type === 'array') return exampleList(shape, document, depth)
  if (type === 'object') return exampleObject(shape, document, depth)
  if (type === 'string') return exampleText(shape)
  if (type === 'integer' || type === 'number') return exampleNumber(shape)
  if (type === 'boolean') return true
  return null
}

function exampleList(shape: Shape, document: ApiDocument, depth: number): unknown[] {
  if (shape.prefixItems) {
    return shape.prefixItems.map((item) => exampleOf(item, document, depth + 1))
  }
  const { items } = shape
  return typeof items === 'object' && depth < deepest ? [exampleOf(items, document, depth + 1)] : []
}

function exampleObject(shape: Shape, document: ApiDocument, depth: number): object {
  const fields = Object.entries(shape.properties ?? {}).map(([name, field]) => [
    name,
    exampleOf(field, document, depth + 1),
  ])
  const { additionalProperties: further } = shape
  if (typeof further === 'object' && depth < deepest) {
    fields.push(['…', exampleOf(further, document, depth + 1)])
  }
  return Object.fromEntries(fields)
}

function exampleText({ format, pattern, minLength = 0, maxLength }: Shape): string {
  const formatted = format === undefined ? undefined : textByFormat[format]
  if (formatted !== undefined) return formatted
  const fitting = texts.find(
    (text) =>
      (pattern === undefined || new RegExp(pattern, 'u').test(text)) &&
      text.length >= minLength &&
      text.length <= (maxLength ?? text.length),
  )
  return fitting ?? 'x'.repeat(minLength)
}

function exampleNumber({ minimum, maximum }: Shape): number {
  const least = minimum === undefined || !Number.isSafeInteger(minimum - 1) ? 1 : minimum
  return maximum === undefined ? least : Math.min(least, maximum)
}

import { type ApiDocument, resolveShape, type Shape } from './document.ts'
import { namedValue, textByFormat, texts } from './example-values.ts'

/** Deeper than any schema that is no loop. */
const deepest = 12

/** Where in a document an example is being made. */
interface Place {
  readonly document: ApiDocument
  readonly name: string
  /** Name of what the field belongs to. */
  readonly owner: string
  readonly depth: number
}

/**
 * A value that fits a schema; the same each time, and invented.
 *
 * @param name of the field or, for a whole body, of what it is about: a likely value is chosen by it.
 */
export function exampleOf(shape: Shape, document: ApiDocument, name = ''): unknown {
  return make(shape, { document, name, owner: name, depth: 0 })
}

function make(shape: Shape, place: Place): unknown {
  if (shape.$ref) return make(resolveShape(shape, place.document), deeper(place))
  if (shape.const !== undefined) return shape.const
  if (shape.examples) return shape.examples[0]
  if (shape.enum) return shape.enum[0]
  if (shape.default !== undefined) return shape.default
  const first = (shape.anyOf ?? shape.oneOf ?? shape.allOf)?.[0]
  if (first) return make(first, deeper(place))
  const type = typeof shape.type === 'string' ? shape.type : shape.type?.[0]
  if (type === 'array') return exampleList(shape, place)
  if (type === 'object') return exampleObject(shape, place)
  if (type === 'string') return exampleText(shape, place)
  if (type === 'integer' || type === 'number') return exampleNumber(shape, place)
  if (type === 'boolean') return true
  return null
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 }
}

function within(place: Place, name: string): Place {
  return { ...place, name, owner: place.name, depth: place.depth + 1 }
}

function exampleList({ prefixItems, items }: Shape, place: Place): unknown[] {
  if (prefixItems) return prefixItems.map((item) => make(item, deeper(place)))
  return typeof items === 'object' && place.depth < deepest ? [make(items, deeper(place))] : []
}

function exampleObject(shape: Shape, place: Place): object {
  const fields = Object.entries(shape.properties ?? {}).map(([name, field]) => [
    name,
    make(field, within(place, name)),
  ])
  const { additionalProperties: further, propertyNames } = shape
  // A schema without a word in it lets in what nobody needs to send.
  if (typeof further === 'object' && Object.keys(further).length > 0 && place.depth < deepest) {
    const key = propertyNames ? String(make(propertyNames, within(place, ''))) : '…'
    fields.push([key, make(further, deeper(place))])
  }
  return Object.fromEntries(fields)
}

function exampleText(shape: Shape, { name, owner }: Place): string {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const isFit = (text: string) =>
    (expression?.test(text) ?? true) && text.length >= minLength && text.length <= maxLength
  const named = namedValue(name, owner)
  const formatted = format === undefined ? undefined : textByFormat[format]
  const wanted = [named === undefined ? '' : String(named), formatted ?? '', ...texts]
  return wanted.find((text) => text !== '' && isFit(text)) ?? 'x'.repeat(minLength)
}

function exampleNumber(shape: Shape, { name, owner }: Place): number {
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = shape
  const above = shape.exclusiveMinimum ?? Number.NEGATIVE_INFINITY
  const isFit = (value: number) => value >= minimum && value <= maximum && value > above
  const named = namedValue(name, owner)
  const wanted = [...(typeof named === 'number' ? [named] : []), 1, minimum, maximum]
  return wanted.find(isFit) ?? 0
}

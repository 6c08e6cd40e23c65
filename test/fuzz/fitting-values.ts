import fc from 'fast-check'
import { type ApiDocument, resolveShape, type Shape } from '../../src/api/reference/document.ts'
import { exampleOf } from '../../src/api/reference/example.ts'
import { hostileNumbers, hostileShapes, hostileTexts } from './hostile-values.ts'

/** Values that stand in the store, by the name under which answers give them. */
export type Known = ReadonlyMap<string, ReadonlySet<string | number>>

/** What values are made from. */
export interface Source {
  readonly document: ApiDocument
  readonly known: Known
}

const usualTexts = [
  'abcdefghjk',
  '62.71.03',
  '62.71.03.1002',
  '2026-07-01',
  '2027-01-31',
  '2026-07-01T02:00:00.000Z',
  '0b1e3a52-6f0d-4c5e-9a3b-2f6d1c8e7a90',
  '/keluarga',
  '3275040101800001',
  'sepeda biru tua',
  'dinas-baru',
  'petugas.baru',
  'AAAA',
] as const

/** Values that a schema lets in, among them such as stand in the store under that name. */
export function fitting(shape: Shape, source: Source, name = ''): fc.Arbitrary<unknown> {
  const { document } = source
  if (shape.$ref) return fitting(resolveShape(shape, document), source, name)
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  const branches = shape.anyOf ?? shape.oneOf ?? shape.allOf
  if (branches) return fc.oneof(...branches.map((branch) => fitting(branch, source, name)))
  const type = typeof shape.type === 'string' ? shape.type : shape.type?.[0]
  if (type === 'string') return fittingText(shape, source, name)
  if (type === 'integer' || type === 'number') return fittingNumber(shape, source, name)
  if (type === 'boolean') return fc.boolean()
  if (type === 'array') return fittingList(shape, source, name)
  if (type === 'object') return fittingObject(shape, source)
  return fc.constant(exampleOf(shape, document))
}

function fittingText(shape: Shape, { document, known }: Source, name: string) {
  const { pattern, minLength = 0, maxLength = 200 } = shape
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const isFit = (text: string) =>
    (expression?.test(text) ?? true) && text.length >= minLength && text.length <= maxLength
  const inStore = [...(known.get(name) ?? [])].map(String).filter(isFit)
  const usual = [String(exampleOf(shape, document)), ...usualTexts].filter(isFit)
  // Without a pattern any text of that length fits, and is stored and shown as it is.
  const free = expression
    ? []
    : [fc.constantFrom(...hostileTexts.filter(isFit), 'x'.repeat(Math.max(1, minLength)))]
  return fc.oneof(
    fc.constantFrom(...(usual.length > 0 ? usual : ['x'.repeat(minLength)])),
    ...(inStore.length > 0 ? [fc.constantFrom(...inStore), fc.constantFrom(...inStore)] : []),
    ...free,
  )
}

function fittingNumber(shape: Shape, { document, known }: Source, name: string) {
  const { minimum = -1e6, maximum = 1e6 } = shape
  const isFit = (value: unknown) =>
    typeof value === 'number' && value >= minimum && value <= maximum
  const inStore = [...(known.get(name) ?? [])].filter(isFit)
  return fc.constantFrom(exampleOf(shape, document), minimum, maximum, ...inStore)
}

function fittingList(shape: Shape, source: Source, name: string): fc.Arbitrary<unknown> {
  const { items, minItems = 0, maxItems = 3 } = shape
  if (typeof items !== 'object') return fc.constant([])
  return fc.array(fitting(items, source, name), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(3, maxItems)),
  })
}

function fittingObject(shape: Shape, source: Source): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = shape
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, fitting(field, source, name)]),
  )
  return fc.record(fields, { requiredKeys: required })
}

/** Anything that JSON can say and nobody would. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(...hostileShapes),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A fitting value with one part of it spoilt, left out, or added. */
export function nearlyFitting(shape: Shape, source: Source): fc.Arbitrary<unknown> {
  return fc
    .tuple(fitting(shape, source), fc.nat(), hostile, fc.boolean())
    .map(([value, place, bad, isLeftOut]) => spoil(value, place, isLeftOut ? undefined : bad))
}

function spoil(value: unknown, place: number, bad: unknown): unknown {
  if (Array.isArray(value) && value.length > 0) {
    const at = place % value.length
    return value.map((item, no) => (no === at ? spoil(item, Math.floor(place / 7), bad) : item))
  }
  if (typeof value !== 'object' || value === null) return bad
  const names = [...Object.keys(value), 'zz-unknown']
  const at = names[place % names.length]
  return Object.fromEntries(
    names.flatMap((name) => {
      const field: unknown = Reflect.get(value, name)
      if (name === at) return [[name, spoil(field, Math.floor(place / 7), bad)]]
      return name in value ? [[name, field]] : []
    }),
  )
}

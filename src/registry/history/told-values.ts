import { maskId } from '#intake'
import { regionName } from '#territory'
import type { ToldValue } from './answers.ts'
import type { KnownOrigin } from './schema.ts'

/** Long digits that are no identity numbers and are told as they are. */
const otherNumbers: ReadonlySet<string> = new Set(['phone', 'meterId'])

/** A value as text, identity numbers masked; null where there is none. */
export function valueText(field: string, value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'object') {
    // Assets: what a family has none of is said by the others.
    return Object.entries(value)
      .flatMap(([name, count]) => (count === 0 ? [] : `${name} ${count}`))
      .join(', ')
  }
  const text = String(value)
  if (field === 'ward' || field === 'district') return regionName(text) ?? text
  return otherNumbers.has(field) ? text : maskId(text)
}

/** Values with where they came from, in the order of their names. */
export function toldValues(fields: object, origins: readonly KnownOrigin[]): ToldValue[] {
  const originOf = new Map(origins.map((origin) => [origin.field, origin]))
  return Object.entries(fields)
    .flatMap(([field, value]): ToldValue[] => {
      const text = valueText(field, value)
      const origin = originOf.get(field)
      if (text === null) return []
      const source = origin?.ref ?? null
      return [{ field, value: text, source, otherCount: origin?.others.length ?? 0 }]
    })
    .sort((left, right) => (left.field < right.field ? -1 : 1))
}

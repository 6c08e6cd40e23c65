import type { FieldName, IntakeRow, RowFields } from '../schema.ts'
import { fieldsOf, type Normalisation, type ParsedCell } from '../values/index.ts'
import { addFields } from './merge-fields.ts'

/** What changed each field on its way from the cell, first change first. */
export type RowChanges = NonNullable<IntakeRow['normalised']>

/** A row while it is read: what it says, and what changed each value. */
export interface RowDraft {
  readonly fields: RowFields
  readonly changes: Map<FieldName, readonly Normalisation[]>
}

/** Fields to which several cells add. */
const joinable: ReadonlySet<FieldName> = new Set<FieldName>(['assets', 'components', 'note'])

/**
 * Adds what a cell says to the row: the first word on a field stands.
 *
 * @param before what was done to the cell before it was parsed.
 */
export function addParsed(
  { fields, changes }: RowDraft,
  parsed: ParsedCell,
  before: readonly Normalisation[] = [],
) {
  for (const field of fieldsOf(parsed.fields)) {
    const isSet = fields[field] !== undefined
    if (isSet && !joinable.has(field)) continue
    const own = parsed.normalisations?.[field]
    const made = own === undefined ? before : [...before.filter((name) => name !== own), own]
    const all = isSet ? [...(changes.get(field) ?? []), ...made, 'joined' as const] : made
    if (all.length > 0) changes.set(field, [...new Set(all)])
  }
  addFields(fields, parsed.fields)
}

/** Fills a field that the row leaves open; a field that is set stays. */
export function fill<Name extends FieldName>(
  { fields, changes }: RowDraft,
  field: Name,
  value: RowFields[Name],
  name: Normalisation,
) {
  if (value === undefined || fields[field] !== undefined) return
  fields[field] = value
  changes.set(field, [name])
}

/**
 * Shares one object among all rows that were changed in the same way: there are few ways, and
 * hundreds of thousands of rows.
 */
export function shareChanges() {
  const known = new Map<string, RowChanges>()
  return ({ fields, changes }: RowDraft): RowChanges | undefined => {
    let key = ''
    for (const [field, names] of changes) {
      if (fields[field] !== undefined) key += `${field}:${names.join('+')};`
    }
    if (key === '') return undefined
    const before = known.get(key)
    if (before) return before
    const held = [...changes].filter(([field]) => fields[field] !== undefined)
    const shared: RowChanges = Object.fromEntries(held)
    known.set(key, shared)
    return shared
  }
}

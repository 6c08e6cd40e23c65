import type { FieldName, IntakeRow, RowFields } from '../schema.ts'
import { fieldsOf, type Normalisation, normalisations, type ParsedCell } from '../values/index.ts'
import { addField } from './merge-fields.ts'

/** What changed each field on its way from the cell, first change first. */
export type RowChanges = NonNullable<IntakeRow['normalised']>

/** A row while it is read: what it says, and what changed each value. */
export interface RowDraft {
  readonly fields: RowFields
  /** `ward:carried-down;ward:region;`: short to write for each row, and looked up once at the end. */
  changes: string
}

/** Fields to which several cells add. */
const joinable: ReadonlySet<FieldName> = new Set<FieldName>(['assets', 'components', 'note'])

/**
 * Adds what a cell says to the row: the first word on a field stands.
 *
 * @param before what was done to the cell before it was parsed.
 */
export function addParsed(
  draft: RowDraft,
  parsed: ParsedCell,
  before: readonly Normalisation[] = [],
) {
  const { fields } = draft
  for (const field of fieldsOf(parsed.fields)) {
    const isSet = fields[field] !== undefined
    if (isSet && !joinable.has(field)) continue
    addField(fields, field, parsed.fields)
    for (const name of before) noteChange(draft, field, name)
    const own = parsed.normalisations?.[field]
    if (own !== undefined) noteChange(draft, field, own)
    if (isSet) noteChange(draft, field, 'joined')
  }
}

/** Fills a field that the row leaves open; a field that is set stays. */
export function fill<Name extends FieldName>(
  draft: RowDraft,
  field: Name,
  value: RowFields[Name],
  name: Normalisation,
) {
  if (value === undefined || draft.fields[field] !== undefined) return
  draft.fields[field] = value
  noteChange(draft, field, name)
}

/** Notes that the field was changed. */
export function noteChange(draft: RowDraft, field: FieldName, name: Normalisation) {
  draft.changes += `${field}:${name};`
}

/**
 * The changes of a row by field, one object among all rows that were changed in the same way: there
 * are few ways, and hundreds of thousands of rows.
 */
export function shareChanges() {
  const known = new Map<string, RowChanges>()
  return (changes: string): RowChanges | undefined => {
    if (changes === '') return undefined
    const before = known.get(changes)
    if (before) return before
    const shared = readChanges(changes)
    known.set(changes, shared)
    return shared
  }
}

function readChanges(changes: string): RowChanges {
  const byField: Record<string, Normalisation[]> = {}
  for (const change of changes.split(';')) {
    const [field = '', name = ''] = change.split(':')
    if (!isNormalisation(name)) continue
    const names = byField[field] ?? []
    if (!names.includes(name)) byField[field] = [...names, name]
  }
  return byField
}

function isNormalisation(name: string): name is Normalisation {
  return name in normalisations
}

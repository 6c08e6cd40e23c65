import type { IsoDate } from '#platform/dates'
import { type FieldName, type RowFields, type TypedField, typedFields } from '../schema.ts'
import { type FindingCode, findingHint, parseCell, textCell } from '../values/index.ts'
import { checkRow } from './check-row.ts'
import { addFields } from './merge-fields.ts'

/** What is amiss with a value as typed. */
export interface TypedFinding {
  readonly field: FieldName
  readonly code: FindingCode
  /** Indonesian: what was expected and what to do. */
  readonly hint: string
  /** Nothing could be read: the value does not go in. */
  readonly isLost: boolean
}

/**
 * What an officer typed, read and checked like a row of a list.
 *
 * @param texts as typed, by field; blank ones are passed over.
 * @param on the day of typing: ages and two-digit years are judged by it.
 */
export function readTyped(
  texts: Readonly<Partial<Record<TypedField, string>>>,
  on: IsoDate,
): { readonly fields: RowFields; readonly findings: readonly TypedFinding[] } {
  const fields: RowFields = {}
  const findings: TypedFinding[] = []
  for (const field of typedFields) {
    const text = texts[field]?.trim() ?? ''
    if (text === '') continue
    const district = fields.district === undefined ? {} : { district: fields.district }
    const parsed = parseCell(field, textCell(text), { on, ...district })
    const isLost = parsed.fields[field] === undefined
    addFields(fields, parsed.fields)
    for (const { code, hint } of parsed.findings) findings.push({ field, code, hint, isLost })
  }
  if (fields.ward !== undefined) fields.district ??= fields.ward.slice(0, 8)
  const checked = checkRow(fields, Number(on.slice(0, 4)))
  for (const { code, field } of checked.faults) {
    const isLost = checked.fields[field] === undefined
    findings.push({ field, code, hint: findingHint(code), isLost })
  }
  return { fields: checked.fields, findings }
}

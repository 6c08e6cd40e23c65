import type { Tri } from '#programme/schema'
import type { FieldValue, NeedInput } from './schema.ts'

export type Fields = Readonly<Record<string, FieldValue>>

/** A filter ready to be asked; `missing` names the unknown fields that keep it from an answer. */
export interface CompiledFilter {
  /** Names of the fields that it looks at. */
  readonly fields: readonly string[]
  readonly test: (fields: Fields) => Tri
  readonly missing: (fields: Fields) => readonly string[]
}
export type CompileFilter = (text: string) => CompiledFilter

/** One fact of a need by the name that filters use; the further columns come first. */
export function fieldOf(need: NeedInput, name: string): FieldValue {
  const further = need.fields[name]
  if (further !== undefined) return further
  switch (name) {
    case 'severity':
      return need.severity
    case 'score':
      return need.score
    case 'ward':
      return need.ward === '' ? null : need.ward
    case 'sector':
      return need.sector
    case 'indicator':
      return need.indicator
    case 'since':
      return need.since === '' ? null : need.since
    case 'need_id':
      return need.needId
    case 'family_id':
      return need.familyId
    case 'person_id':
      return need.personId === '' ? null : need.personId
    default:
      return null
  }
}

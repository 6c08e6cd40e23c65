import { houseAndFamilyFields } from './family-fields.ts'
import type { FactField } from './field-kinds.ts'
import { needFields } from './need-fields.ts'

export type { FactField, Words } from './field-kinds.ts'
export { memberFields } from './member-fields.ts'
export { isNeedField, needFieldName } from './need-fields.ts'

/** Facts of the family, its house and its needs. */
export const familyFields: Readonly<Record<string, FactField>> = {
  ...houseAndFamilyFields,
  ...needFields(),
}

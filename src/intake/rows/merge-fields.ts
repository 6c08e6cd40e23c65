import type { FieldName, RowFields } from '../schema.ts'
import { fieldsOf } from '../values/index.ts'

/**
 * Adds what a further cell says to a row's fields, in place. The first word on a field stands;
 * assets and components of several columns come together; remarks are joined.
 */
export function addFields(fields: RowFields, more: Partial<RowFields>) {
  for (const name of fieldsOf(more)) addField(fields, name, more)
}

/** Adds one of the fields that a cell says. */
export function addField<Name extends FieldName>(
  fields: RowFields,
  name: Name,
  more: Partial<RowFields>,
) {
  if (fields[name] === undefined) {
    fields[name] = more[name]
    return
  }
  const { assets, components, note } = more
  if (name === 'assets') fields.assets = { ...assets, ...fields.assets }
  else if (name === 'components') fields.components = { ...components, ...fields.components }
  else if (name === 'note') fields.note = `${fields.note}; ${note}`
}

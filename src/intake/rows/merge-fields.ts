import type { RowFields } from '../schema.ts'

/**
 * Adds what a further cell says to a row's fields, in place. The first word on a field stands;
 * assets and components of several columns come together; remarks are joined.
 */
export function addFields(fields: RowFields, more: Partial<RowFields>) {
  const { assets, components, note, ...plain } = more
  const before = { ...fields }
  Object.assign(fields, plain, before)
  if (assets) fields.assets = { ...assets, ...before.assets }
  if (components) fields.components = { ...components, ...before.components }
  if (note !== undefined) fields.note = before.note === undefined ? note : `${before.note}; ${note}`
}

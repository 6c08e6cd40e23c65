import { z } from 'zod'

/**
 * The schema with every object in it closed: a field that it does not declare is refused, at any
 * depth. One that says itself what else it takes (`catchall`, `looseObject`) stays as it is.
 */
export function closeSchema(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.core.$ZodObject) return closeObject(schema)
  if (schema instanceof z.core.$ZodArray) {
    const { def } = schema._zod
    return z.core.clone(schema, { ...def, element: closeSchema(def.element) })
  }
  if (schema instanceof z.core.$ZodUnion) {
    const { def } = schema._zod
    return z.core.clone(schema, { ...def, options: def.options.map(closeSchema) })
  }
  if (schema instanceof z.core.$ZodRecord) {
    const { def } = schema._zod
    return z.core.clone(schema, { ...def, valueType: closeSchema(def.valueType) })
  }
  if (schema instanceof z.core.$ZodPipe) {
    const { def } = schema._zod
    return z.core.clone(schema, { ...def, in: closeSchema(def.in) })
  }
  if (isWrapper(schema)) {
    const { def } = schema._zod
    return z.core.clone(schema, { ...def, innerType: closeSchema(def.innerType) })
  }
  return schema
}

function closeObject(schema: z.core.$ZodObject): z.core.$ZodType {
  const { def } = schema._zod
  const shape = Object.fromEntries(
    Object.entries(def.shape).map(([name, field]) => [name, closeSchema(field)]),
  )
  return z.core.clone(schema, { ...def, shape, catchall: def.catchall ?? z.never() })
}

type Wrapper =
  | z.core.$ZodOptional
  | z.core.$ZodNullable
  | z.core.$ZodDefault
  | z.core.$ZodPrefault
  | z.core.$ZodReadonly

function isWrapper(schema: z.core.$ZodType): schema is Wrapper {
  return (
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodPrefault ||
    schema instanceof z.core.$ZodReadonly
  )
}

import { z } from 'zod'

/** The part of a JSON schema that the pages tell of. */
export const Shape = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), Shape).optional()
  },
  get items() {
    return z.union([z.boolean(), Shape]).optional()
  },
  get prefixItems() {
    return z.array(Shape).optional()
  },
  get additionalProperties() {
    return z.union([z.boolean(), Shape]).optional()
  },
  get propertyNames() {
    return Shape.optional()
  },
  get anyOf() {
    return z.array(Shape).optional()
  },
  get oneOf() {
    return z.array(Shape).optional()
  },
  get allOf() {
    return z.array(Shape).optional()
  },
})
export type Shape = z.infer<typeof Shape>

const Content = z.record(z.string(), z.object({ schema: Shape.optional() }))
export type Content = z.infer<typeof Content>

export const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()),
  /** What a caller must be permitted to do. */
  'x-action': z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        schema: Shape,
      }),
    )
    .default([]),
  requestBody: z.object({ required: z.boolean().optional(), content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content: Content.optional() }),
  ),
})
export type Operation = z.infer<typeof Operation>

/** The OpenAPI document as far as it is read here. */
export const ApiDocument = z.object({
  openapi: z.string(),
  components: z.object({ schemas: z.record(z.string(), Shape) }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})
export type ApiDocument = z.infer<typeof ApiDocument>

/** Every operation with its place. */
export function operationsOf({
  paths,
}: ApiDocument): { method: string; path: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )
}

/** The schema that another one names, or itself. */
export function resolveShape(shape: Shape, { components }: ApiDocument): Shape {
  const name = shape.$ref?.split('/').at(-1)
  return (name === undefined ? undefined : components.schemas[name]) ?? shape
}

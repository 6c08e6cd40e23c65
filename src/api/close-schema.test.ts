import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { closeSchema } from './close-schema.ts'

const Point = z.object({ x: z.number() })

describe('closeSchema', () => {
  it.each([
    ['an object', Point, { x: 1 }, { x: 1, y: 2 }],
    ['an object in an object', z.object({ at: Point }), { at: { x: 1 } }, { at: { x: 1, y: 2 } }],
    ['a list', z.array(Point), [{ x: 1 }], [{ x: 1, y: 2 }]],
    ['a field that may be absent', z.object({ at: Point.optional() }), {}, { at: { x: 1, y: 2 } }],
    ['one that may be null', Point.nullable(), null, { x: 1, y: 2 }],
    ['a default', z.object({ at: Point.default({ x: 0 }) }), {}, { at: { x: 1, y: 2 } }],
    ['a choice', z.union([z.string(), Point]), 'x', { x: 1, y: 2 }],
    [
      'a choice by a mark',
      z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), at: Point })]),
      { kind: 'a', at: { x: 1 } },
      { kind: 'a', at: { x: 1, y: 2 } },
    ],
    ['a table', z.record(z.string(), Point), { a: { x: 1 } }, { a: { x: 1, y: 2 } }],
    ['what is transformed', Point.transform(({ x }) => x), { x: 1 }, { x: 1, y: 2 }],
    ['a checked object', Point.refine(({ x }) => x > 0), { x: 1 }, { x: 1, y: 2 }],
  ])('refuses an unknown field in %s', (_where, schema, known, unknown) => {
    const closed = closeSchema(schema)
    expect(z.core.safeParse(schema, unknown).success).toBe(true)
    expect(z.core.safeParse(closed, known).success).toBe(true)
    expect(z.core.safeParse(closed, unknown).success).toBe(false)
  })

  it('leaves an object open that says so itself', () => {
    const closed = closeSchema(z.looseObject({ x: z.number() }))
    expect(z.core.safeParse(closed, { x: 1, y: 2 }).success).toBe(true)
  })
})

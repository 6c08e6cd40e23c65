import { describe, expect, it } from 'vitest'
import { type ApiDocument, Shape } from './document.ts'
import { schemaHtml, typeHtml } from './fields.ts'
import { pageWords } from './words.ts'

const Problem = Shape.parse({ type: 'object', properties: { code: { type: 'string' } } })
const document: ApiDocument = {
  openapi: '3.1.0',
  components: { schemas: { Problem } },
  paths: {},
}
const parts = { document, words: pageWords.en }
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
const say = (shape: object) => plain(typeHtml(Shape.parse(shape), parts).html)

describe('the type of a field', () => {
  it.each([
    [{ type: 'string' }, 'string'],
    [{ type: 'string', minLength: 8, maxLength: 100 }, 'string · 8–100 letters'],
    [{ type: 'string', format: 'date', pattern: '^x$' }, 'string · date'],
    [{ type: 'string', pattern: '^[a-z]{10}$' }, 'string · pattern ^[a-z]{10}$'],
    [{ type: 'string', format: 'binary' }, 'file'],
    [{ type: ['string', 'null'] }, 'string or null'],
    [{ type: 'integer', minimum: 1, maximum: 10 }, 'integer 1–10'],
    [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, 'integer'],
    [{ type: 'number', exclusiveMinimum: 0 }, 'number > 0'],
    [{ type: 'integer', default: 90 }, 'integer · where absent 90'],
    [{ enum: ['a', 'b'] }, 'one of a, b'],
    [{ enum: ['a'] }, 'a'],
    [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'integer or null'],
    [{ anyOf: [{ type: 'integer' }, { const: 'all' }] }, 'integer | "all"'],
    [{ type: 'array', items: { type: 'boolean' }, maxItems: 5 }, 'list (≤ 5 items): boolean'],
    [{ $ref: '#/components/schemas/Problem' }, 'Problem'],
    [{ type: 'null' }, 'null'],
    [{}, 'anything'],
  ])('of %j is said as %s', (shape, said) => {
    expect(say(shape)).toBe(said)
  })
})

describe('the fields of a schema', () => {
  it('stand under what holds them, each once', () => {
    const shape = Shape.parse({
      type: 'object',
      required: ['lines'],
      properties: {
        lines: {
          type: 'array',
          items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
        },
        total: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
        bySector: { type: 'object', additionalProperties: { type: 'integer' } },
      },
    })
    const { html } = schemaHtml(shape, parts)
    expect(plain(html).replace(/\s+/g, ' ')).toBe(
      'lines list: objectname string total optional integer or null bySector optional objecteach key integer ',
    )
    expect(html.match(/<ul class="fields">/g)?.length).toBe(3)
  })

  it('of a named schema are told where it is asked for itself', () => {
    const { html } = schemaHtml({ $ref: '#/components/schemas/Problem' }, parts)
    expect(plain(html)).toContain('code')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from './errors.ts'
import { fromCursor, languageOf, toCursor, toProblem } from './http.ts'

describe('languageOf', () => {
  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['en-GB,en;q=0.9', 'en'],
    ['id;q=0.5,en;q=0.9', 'en'],
    ['ms, en;q=0.3', 'en'],
    ['en;q=0', 'id'],
    ['*', 'id'],
    [';;q=x,,', 'id'],
  ])('reads %s as %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })
})

describe('a cursor', () => {
  it('gives back the values that made it', () => {
    const values = fc.array(
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constant(null),
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(values, (keyset) => {
        // -0 is 0 in JSON, and sorts alike.
        expect(fromCursor(toCursor(keyset), keyset.length)).toEqual(
          keyset.map((v) => (v === 0 ? 0 : v)),
        )
      }),
    )
  })

  it.each(['', 'x', 'W10', toCursor([1, 2, 3]), Buffer.from('{"a":1}').toString('base64url')])(
    'is refused when it is no cursor of two values: %s',
    (cursor) => {
      expect(() => fromCursor(cursor, 2)).toThrow(
        expect.objectContaining({ code: 'cursor-invalid' }),
      )
    },
  )
})

describe('toProblem', () => {
  it('says what to do, in the language asked for', () => {
    const error = new AppError('port-in-use', { port: 8080 })
    expect(toProblem(error, 'en')).toEqual({
      type: 'urn:betang:error:port-in-use',
      title: 'port-in-use',
      status: 503,
      code: 'port-in-use',
      detail:
        'Port 8080 is in use by another program. Stop it, or choose another port: --port 8081.',
    })
    expect(toProblem(error, 'id').detail).toContain('--port 8081')
  })
})

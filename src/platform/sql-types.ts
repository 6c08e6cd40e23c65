import pg from 'pg'

const int8 = 20
const date = 1082
const timestamptz = 1184
const int8Array = 1016
const numeric = 1700

/** A bigint as a number; money and counts never pass 2^53, and if one does it must not be rounded. */
function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer beyond 2^53: ${text}`)
  return value
}

function toNumber(text: string): number {
  return text.includes('.') ? Number(text) : toSafeInteger(text)
}

/** `2026-07-01 03:00:00.5+00` as PostgreSQL writes it, to ISO 8601 in UTC. */
function toInstant(text: string): string {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  return new Date(iso).toISOString()
}

function toIntegers(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(toSafeInteger)
}

const parsers = new Map<number, (text: string) => unknown>([
  [int8, toSafeInteger],
  [numeric, toNumber],
  [date, (text) => text],
  [timestamptz, toInstant],
  [int8Array, toIntegers],
])

/**
 * How column values become JavaScript, alike on both engines: bigint and numeric are numbers (an
 * unsafe integer throws), dates are `YYYY-MM-DD` text, moments are ISO text in UTC.
 */
export const sqlTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
}

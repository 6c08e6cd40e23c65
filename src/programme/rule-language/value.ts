import { ageYears } from '#platform/dates'
import type { Tri } from '../schema.ts'
import type { ComparisonOperator } from './syntax.ts'

/** A whole number known only to lie between two others, both possible. */
export interface Range {
  readonly lo: number
  /** Infinity where there is no upper end. */
  readonly hi: number
}

/** What a fact may be; null is unknown. */
export type FactValue = number | string | boolean | readonly string[] | Range | null
export type FactRow = Readonly<Record<string, FactValue | undefined>>

/** All that one decision may look at. */
export interface Facts {
  /** Of the family (or need). A field that is absent is unknown. */
  readonly values: FactRow
  /** Of the person whom the decision is about; its names are not names of `values`. */
  readonly subject?: FactRow
  readonly members?: readonly FactRow[]
  /**
   * True when the family may have members that no list names: then "none of them" and "all of
   * them" stay unknown.
   */
  readonly mayHaveMoreMembers?: boolean
}

export function isRange(value: FactValue): value is Range {
  return typeof value === 'object' && value !== null && 'lo' in value
}

/** A range as narrow as it is: a number when both ends meet. */
export function rangeOf(lo: number, hi: number): number | Range {
  return lo === hi ? lo : { lo, hi }
}

export function not(value: Tri): Tri {
  return value === null ? null : !value
}

/** Kleene: false wins over unknown. */
export function and(left: Tri, right: Tri): Tri {
  if (left === false || right === false) return false
  return left === null || right === null ? null : true
}

/** Kleene: true wins over unknown. */
export function or(left: Tri, right: Tri): Tri {
  if (left === true || right === true) return true
  return left === null || right === null ? null : false
}

/** A value as a truth; anything but true or false is unknown. */
export function asTri(value: FactValue): Tri {
  return typeof value === 'boolean' ? value : null
}

/** The comparison of two values of one type; unknown when a side leaves it open. */
export function compare(operator: ComparisonOperator, left: FactValue, right: FactValue): Tri {
  if (left === null || right === null) return null
  if (operator === 'in') return isIn(left, right)
  if (operator === '!=') return not(compare('==', left, right))
  if (operator === '>') return compare('<', right, left)
  if (operator === '>=') return compare('<=', right, left)
  if (typeof left === 'number' && typeof right === 'number') {
    return operator === '==' ? left === right : operator === '<' ? left < right : left <= right
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return operator === '==' ? left === right : operator === '<' ? left < right : left <= right
  }
  if (typeof left === 'boolean' && typeof right === 'boolean' && operator === '==') {
    return left === right
  }
  const a = asRange(left)
  const b = asRange(right)
  if (!a || !b) return null
  if (operator === '==') {
    if (a.hi < b.lo || b.hi < a.lo) return false
    return a.lo === a.hi && b.lo === b.hi ? a.lo === b.lo : null
  }
  if (operator === '<') return a.hi < b.lo ? true : a.lo >= b.hi ? false : null
  return a.hi <= b.lo ? true : a.lo > b.hi ? false : null
}

function isIn(left: FactValue, right: FactValue): Tri {
  if (!isTextList(right)) return null
  if (typeof left === 'string' || typeof left === 'number') return right.includes(String(left))
  if (!isRange(left)) return null
  return right.some((item) => Number(item) >= left.lo && Number(item) <= left.hi) ? null : false
}

export function isTextList(value: FactValue): value is readonly string[] {
  return Array.isArray(value)
}

export function asRange(value: FactValue): Range | undefined {
  if (typeof value === 'number') return { lo: value, hi: value }
  return isRange(value) ? value : undefined
}

/** Sum, difference or product; unknown when a side is. */
export function arithmetic(
  operator: '+' | '-' | '*',
  left: FactValue,
  right: FactValue,
): number | Range | null {
  if (typeof left === 'number' && typeof right === 'number') {
    return operator === '+' ? left + right : operator === '-' ? left - right : left * right
  }
  const a = asRange(left)
  const b = asRange(right)
  if (!a || !b) return null
  if (operator === '+') return rangeOf(a.lo + b.lo, a.hi + b.hi)
  if (operator === '-') return rangeOf(a.lo - b.hi, a.hi - b.lo)
  const corners = [times(a.lo, b.lo), times(a.lo, b.hi), times(a.hi, b.lo), times(a.hi, b.hi)]
  return rangeOf(Math.min(...corners), Math.max(...corners))
}

/** Nothing times without end is nothing here: no member more, no rupiah more. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b
}

/**
 * Completed years on a date, from the facts `born_from` and `born_to` of a row (the first and last
 * day on which the person may have been born); a person not yet born is 0 years old.
 */
export function ageOn(row: FactRow | undefined, date: string): number | Range | null {
  const from = row?.born_from
  const to = row?.born_to
  if (typeof from !== 'string' || typeof to !== 'string') return null
  return rangeOf(Math.max(0, ageYears(to, date)), Math.max(0, ageYears(from, date)))
}

/** How a value is shown in an explanation; null when unknown. */
export function showValue(value: FactValue | undefined): string | null {
  if (value === null || value === undefined) return null
  if (isTextList(value)) return value.join(' ')
  if (isRange(value)) {
    return value.hi === Number.POSITIVE_INFINITY ? `${value.lo}+` : `${value.lo}–${value.hi}`
  }
  return String(value)
}

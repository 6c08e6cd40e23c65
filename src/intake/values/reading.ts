import type { Reading } from './cell.ts'
import { type FindingCode, findingHint } from './finding-codes.ts'
import type { Normalisation } from './normalisation.ts'

/** The cell says nothing, and nothing is wrong with that. */
export const nothing: Reading<never> = { findings: [] }

/** A value without a word to be said about it. */
export function value<Value>(read: Value, normalisation?: Normalisation): Reading<Value> {
  return { value: read, findings: [], ...(normalisation ? { normalisation } : {}) }
}

/** A value that somebody should know about: repaired, doubtful. */
export function remark<Value>(read: Value, code: FindingCode, detail = ''): Reading<Value> {
  return { value: read, findings: [{ code, hint: findingHint(code, detail) }] }
}

/** No value, and why. */
export function fault(code: FindingCode, detail = ''): Reading<never> {
  return { findings: [{ code, hint: findingHint(code, detail) }] }
}

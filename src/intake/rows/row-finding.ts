import type { Finding } from '../schema.ts'
import { type FindingCode, findingHint } from '../values/index.ts'

/** Where a finding is made. */
export interface FindingPlace {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly value: string
}

/** A finding with the hint of its code. */
export function findingAt(place: FindingPlace, code: FindingCode, detail = ''): Finding {
  return { ...place, code, hint: findingHint(code, detail) }
}

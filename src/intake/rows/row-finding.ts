import type { Finding } from '../schema.ts'
import { type CellFinding, type FindingCode, findingHint } from '../values/index.ts'

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

/** A parser's finding, put in its place. */
export function placeFinding(place: FindingPlace, { code, hint }: CellFinding): Finding {
  return { ...place, code, hint }
}

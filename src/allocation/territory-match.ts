import type { Tri } from '#programme/schema'

/** Lengths of undotted BPS codes: province, regency, district (6 or 7); a ward has 10. */
const bpsLevels = [2, 4, 6, 7]

/**
 * Whether an offer for these region codes reaches a ward; no codes reach everywhere.
 *
 * A code covers what lies below it: `62.71.01` covers `62.71.01.1003`. Null when the ward is not
 * known, or only known as a region that the offer covers in part.
 */
export function reachesWard(codes: readonly string[], ward: string): Tri {
  if (codes.length === 0) return true
  if (ward === '') return null
  if (codes.some((code) => covers(code, ward))) return true
  return codes.some((code) => covers(ward, code)) ? null : false
}

function covers(code: string, ward: string): boolean {
  if (code === ward) return true
  if (ward.startsWith(`${code}.`)) return true
  return (
    ward.length === 10 &&
    bpsLevels.includes(code.length) &&
    /^\d+$/.test(ward) &&
    ward.startsWith(code)
  )
}

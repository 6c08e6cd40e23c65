import type { Register } from '#registry/schema'
import { findFixedProgramme } from './classify-aid.ts'
import { plainWords } from './plain-words.ts'
import type { Received, ServedCount } from './schema.ts'

/**
 * Which programme of which giver an entry belongs to. Two payments of Sembako are one programme;
 * food at Christmas and food at Lebaran from one company are one; two companies are two.
 */
export function programmeKey(entry: Received): string {
  const fixed = findFixedProgramme(entry.programme)
  if (fixed !== undefined) return fixed.code
  return `${plainWords(entry.provider)}|${entry.indicator}`
}

/** The programme's code where the law fixes its purpose, else the giver's own words. */
export function programmeCode(entry: Pick<Received, 'programme'>): string {
  return findFixedProgramme(entry.programme)?.code ?? entry.programme
}

/**
 * By whom each family of the register is served: one entry a family, in the register's order, with
 * the distinct programmes-and-givers that reached the family or a member; empty for served by none.
 */
export function countServed(
  received: readonly Received[],
  register: Register,
): readonly ServedCount[] {
  const byFamily = new Map<string, Map<string, Received>>()
  for (const entry of received) {
    const gifts = byFamily.get(entry.familyId) ?? new Map<string, Received>()
    const key = programmeKey(entry)
    if (!gifts.has(key)) gifts.set(key, entry)
    byFamily.set(entry.familyId, gifts)
  }
  return register.families.map(({ familyId }) => {
    const gifts = [...(byFamily.get(familyId)?.values() ?? [])]
    return {
      familyId,
      programmes: gifts.map(programmeCode),
      indicators: gifts.map(({ indicator }) => indicator),
    }
  })
}

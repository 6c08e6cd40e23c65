import type { FamilyRecords } from './load-family.ts'
import type { MemberLine } from './schema.ts'

/** Words that name what deserves a second look; each from facts, none from a score. */
export function familyFlags(
  { needs, family }: FamilyRecords,
  members: readonly MemberLine[],
): string[] {
  const active = members.filter(({ status }) => status === 'active')
  const head = members.find(({ relation }) => relation === 'head')
  const has = (indicator: string): boolean => needs.some((need) => need.indicator === indicator)
  const flags: readonly (readonly [string, boolean])[] = [
    ['woman-head', head?.sex === 'female'],
    ['out-of-school-child', has('ATS')],
    ['malnourished-child', has('NUTR')],
    ['pregnant', has('PREG')],
    ['disability', has('DISAB')],
    ['elderly', active.some(({ ageYears }) => ageYears !== null && ageYears >= 60)],
    ['lone-elderly', active.length === 1 && has('ELDER')],
    ['no-nik', active.some(({ nikMasked }) => nikMasked === null)],
    ['no-kk', family.kk_cipher === null],
    ['flooded', family.detail.isFlooded === true],
  ]
  return flags.filter(([, isSo]) => isSo).map(([flag]) => flag)
}

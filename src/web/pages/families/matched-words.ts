import type { MatchedPart } from '#insight/schema'
import { properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'

/**
 * By what a family was found, in words; undefined where the line shows it already: the head's name.
 * A number that was searched for is called by its kind and not repeated.
 */
export function matchedWords(matched: readonly MatchedPart[]): string | undefined {
  const words = matched.map(wordsOf).filter((part) => part !== undefined)
  if (words.length === 0) return undefined
  return t('families.matched.by', { what: words.join(', ') })
}

function wordsOf({ part, memberName }: MatchedPart): string | undefined {
  const name = memberName === null ? undefined : properName(memberName)
  switch (part) {
    case 'name':
      return name === undefined ? undefined : t('families.matched.member', { name })
    case 'address':
      return t('families.matched.address')
    case 'kk':
      return t('families.matched.kk')
    case 'nik':
      return name === undefined ? t('families.matched.nik') : t('families.matched.nikOf', { name })
    case 'phone':
      return name === undefined
        ? t('families.matched.phone')
        : t('families.matched.phoneOf', { name })
  }
}

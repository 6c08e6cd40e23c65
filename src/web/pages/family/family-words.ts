import type { FamilyPage, GridEntry } from '#insight/schema'
import { number, properName, rupiah } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'

type Head = Pick<FamilyPage, 'headName' | 'headSex'>

/** `Ibu Norlela`: Ibu or Bapak from the recorded sex, never guessed. */
export function headWords({ headName, headSex }: Head): string {
  const name = properName(headName)
  if (headSex === 'female') return t('person.female', { name })
  if (headSex === 'male') return t('person.male', { name })
  return name
}

/** `Keluarga Ibu Norlela`. */
export function familyName(head: Head): string {
  return t('family.of', { name: headWords(head) })
}

/** A flag in plain words; one that is not known yet as its code, spaced. */
export function flagWords(flag: string): string {
  return codeWords('flag', flag)
}

/** The sentence of the page in its parts; the first is the finding. */
export function standingParts({ counts }: FamilyPage): {
  readonly lacks: string
  readonly urgent: string | null
  readonly received: string
  readonly amount: string | null
  readonly promised: string | null
} {
  return {
    lacks:
      counts.lacks === 0
        ? t('family.lacksNone')
        : t('family.lacks', { count: number(counts.lacks), sectors: number(counts.sectors) }),
    urgent: counts.urgent > 0 ? t('family.urgent', { count: number(counts.urgent) }) : null,
    received:
      counts.received === 0
        ? t('family.receivedNone')
        : t('family.received', { count: counts.received }),
    amount:
      counts.receivedRpPerMonth === null
        ? null
        : t('family.perMonth', { amount: rupiah(counts.receivedRpPerMonth) }),
    promised: counts.promised > 0 ? t('family.promised', { count: counts.promised }) : null,
  }
}

/** The four columns of the grid, in their order. */
export const columns = ['lacks', 'received', 'can-get', 'promised'] as const
export type Column = (typeof columns)[number]

/**
 * The column in which a fact stands. What is not known stands where the answer would: a need that
 * cannot be told among the needs, a programme that cannot be told among what can be had.
 */
export function columnOf(entry: GridEntry): Column {
  if (entry.state !== 'unknown') return entry.state
  return entry.indicator === null ? 'can-get' : 'lacks'
}

/** `16 tahun`; under two years in months. */
export function ageWords(ageYears: number | null, ageMonths: number | null): string | null {
  if (ageMonths !== null && ageMonths < 24) return t('person.ageMonths', { count: ageMonths })
  return ageYears === null ? null : t('person.ageYears', { count: ageYears })
}

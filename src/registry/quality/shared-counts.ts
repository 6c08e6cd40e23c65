import type { Language } from '#platform/say-error'
import type { XlsxValue } from '#platform/xlsx'
import type { DataQuality, QualityAnswers, QualityCounts } from './schema.ts'

/** Below this a number could point at somebody. */
const leastTold = 10

/**
 * A count as it may be shown outside: none, "under ten", or rounded down to tens. Two tables of rounded
 * counts cannot be subtracted to find the few who were left out.
 */
export function sharedCount(count: number, language: Language): XlsxValue {
  if (count === 0) return 0
  if (count < leastTold) return language === 'id' ? 'kurang dari 10' : 'under 10'
  return Math.floor(count / leastTold) * leastTold
}

const headingWords = {
  id: {
    of: { ward: 'Kelurahan', office: 'Instansi' },
    persons: 'Orang',
    sound: 'Keempat kriteria',
    criteria: ['Satu orang satu catatan', 'Sesuai Dukcapil', 'Satu keluarga', 'Isian lengkap'],
    answers: ['ya', 'tidak', 'belum diketahui'],
    unnamed: 'tidak disebut',
  },
  en: {
    of: { ward: 'Ward', office: 'Office' },
    persons: 'Persons',
    sound: 'All four criteria',
    criteria: ['One person, one record', 'As Dukcapil', 'One family', 'Complete'],
    answers: ['yes', 'no', 'not known'],
    unnamed: 'not named',
  },
} as const

/** The counts by ward or by office as a table to be shared outside: no number under ten in it. */
export function sharedTable(
  { wards, offices }: DataQuality,
  by: 'ward' | 'office',
  language: Language,
): { readonly headings: readonly string[]; readonly rows: readonly (readonly XlsxValue[])[] } {
  const words = headingWords[language]
  const lines: readonly (QualityCounts & { readonly name: string | null })[] =
    by === 'ward'
      ? wards
      : offices.map(({ office, ...counts }) => ({ ...counts, name: office || null }))
  const cells = ({ yes, no, unknown }: QualityAnswers) =>
    [yes, no, unknown].map((count) => sharedCount(count, language))
  return {
    headings: [
      words.of[by],
      words.persons,
      ...[words.sound, ...words.criteria].flatMap((name) =>
        words.answers.map((answer) => `${name}: ${answer}`),
      ),
    ],
    rows: lines.map(({ name, persons, sound, criteria }) => [
      name ?? words.unnamed,
      sharedCount(persons, language),
      ...cells(sound),
      ...cells(criteria.unique),
      ...cells(criteria.confirmed),
      ...cells(criteria['one-family']),
      ...cells(criteria.complete),
    ]),
  }
}

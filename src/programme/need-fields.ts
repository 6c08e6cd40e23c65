import { indicatorNames } from '#assessment'
import { indicatorsBySector } from '#ledger/schema'
import { type FactField, homeVisit, type Words, yesNo } from './field-kinds.ts'

/** Said in plainer words than "the need X is on record". */
const needSayings: Readonly<Record<string, { readonly yes: Words; readonly no: Words }>> = {
  HOUSING: {
    yes: { id: 'rumahnya perlu diperbaiki', en: 'the house needs repair' },
    no: {
      id: 'penilaian rumah tidak mencatat kekurangan',
      en: 'the assessment records no fault of the house',
    },
  },
  SANI: {
    yes: { id: 'rumah ini belum punya jamban yang aman', en: 'the house has no safe toilet' },
    no: { id: 'jambannya sudah aman', en: 'the toilet is safe' },
  },
  ATS: {
    yes: { id: 'ada anak yang tidak bersekolah', en: 'a child is out of school' },
    no: { id: 'semua anak bersekolah', en: 'all children are in school' },
  },
}

/** `lacks_housing` and so on: the outcome of the assessment, one field an indicator. */
export function needFields(): Record<string, FactField> {
  const indicators = Object.values(indicatorsBySector).flat()
  return Object.fromEntries(
    indicators.map((indicator) => {
      const name = indicatorNames[indicator]
      const inner: Words = { id: name.id.toLowerCase(), en: name.en.toLowerCase() }
      const sayings = needSayings[indicator] ?? {
        yes: {
          id: `kebutuhan ${inner.id} tercatat pada keluarga ini`,
          en: `the family has a need on record: ${inner.en}`,
        },
        no: {
          id: `kebutuhan ${inner.id} tidak tercatat pada keluarga ini`,
          en: `the family has no such need on record: ${inner.en}`,
        },
      }
      const field = yesNo({
        label: { id: `ada kebutuhan: ${inner.id}`, en: `has a need: ${inner.en}` },
        source: 'penilaian kebutuhan',
        yes: () => sayings.yes,
        no: () => sayings.no,
        ask: () => ({ id: `keadaan ${inner.id}`, en: `the state of ${inner.en}` }),
        bring: homeVisit,
      })
      return [needFieldName(indicator), field]
    }),
  )
}

/** Field of the rule language for an indicator: `HOUSING` is `lacks_housing`. */
export function needFieldName(indicator: string): string {
  return `lacks_${indicator.toLowerCase()}`
}

/** True for a field that holds an outcome of the assessment. */
export function isNeedField(name: string): boolean {
  return name.startsWith('lacks_')
}

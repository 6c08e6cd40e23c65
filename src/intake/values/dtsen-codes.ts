import type { RowFields } from '../schema.ts'

type CodeList<Value> = Readonly<Record<number, Value>>

/**
 * Numeric code lists of DTSEN's coded variables.
 *
 * @source BPS's Susenas habit as the draft annex of the DTSEN regulation words it; the numbers are
 * not confirmed by BPS. Change them here when the final annex is at hand.
 */
export const dtsenCodes = {
  sex: { 1: 'male', 2: 'female' },
  relation: {
    1: 'head',
    2: 'spouse',
    3: 'child',
    4: 'child-in-law',
    5: 'grandchild',
    6: 'parent',
    7: 'parent-in-law',
    8: 'other',
  },
  marital: { 1: 'single', 2: 'married', 3: 'divorced', 4: 'widowed' },
  schoolParticipation: { 1: 'never', 2: 'attending', 3: 'left' },
  education: {
    0: 'none',
    1: 'primary',
    2: 'junior',
    3: 'senior',
    4: 'diploma',
    5: 'bachelor',
    6: 'postgraduate',
  },
  disability: {
    0: 'none',
    1: 'physical',
    2: 'visual',
    3: 'hearing',
    4: 'speech',
    5: 'intellectual',
    6: 'mental',
    7: 'multiple',
  },
  disabilitySeverity: { 1: 'mild', 2: 'moderate', 3: 'severe' },
  houseTenure: {
    1: 'owned',
    2: 'contract',
    3: 'rented',
    4: 'free-other',
    5: 'free-family',
    6: 'official',
    7: 'other',
  },
  floor: {
    1: 'marble',
    2: 'ceramic',
    3: 'parquet',
    4: 'tile',
    5: 'wood',
    6: 'cement',
    7: 'bamboo',
    8: 'earth',
    9: 'other',
  },
  wall: {
    1: 'brick',
    2: 'plastered-weave',
    3: 'wood',
    4: 'bamboo-weave',
    5: 'logs',
    6: 'bamboo',
    7: 'other',
  },
  roof: {
    1: 'concrete',
    2: 'tile',
    3: 'zinc',
    4: 'asbestos',
    5: 'bamboo',
    6: 'wood',
    7: 'thatch',
    8: 'other',
  },
  water: {
    1: 'bottled',
    2: 'refill',
    3: 'piped',
    4: 'piped-retail',
    5: 'borehole',
    6: 'protected-well',
    7: 'unprotected-well',
    8: 'protected-spring',
    9: 'unprotected-spring',
    10: 'surface',
    11: 'rain',
    12: 'other',
  },
  lighting: { 1: 'grid-meter', 2: 'grid-no-meter', 3: 'off-grid', 4: 'none' },
  powerVa: { 0: 0, 1: 450, 2: 900, 3: 1300, 4: 2200, 5: 3500 },
  cookingFuel: {
    0: 'tidak memasak',
    1: 'listrik',
    2: 'elpiji 5,5 kg',
    3: 'elpiji 12 kg',
    4: 'elpiji 3 kg',
    5: 'gas kota',
    6: 'biogas',
    7: 'minyak tanah',
    8: 'briket',
    9: 'arang',
    10: 'kayu bakar',
    11: 'lainnya',
  },
  toilet: { 1: 'own', 2: 'shared', 3: 'communal', 4: 'public', 5: 'unused', 6: 'none' },
  closet: { 1: 'goose-neck', 2: 'covered-pit', 3: 'open-pit', 4: 'direct' },
  wasteDisposal: {
    1: 'septic',
    2: 'treatment',
    3: 'water-body',
    4: 'earth-pit',
    5: 'open-ground',
    6: 'other',
  },
  houseCondition: { 1: 'good', 2: 'light', 3: 'moderate', 4: 'heavy' },
} as const satisfies {
  readonly [Field in keyof RowFields]?: CodeList<NonNullable<RowFields[Field]>>
}

/** Fields that DTSEN writes as numbers. */
export type CodedField = keyof typeof dtsenCodes

const codedFields: ReadonlySet<string> = new Set(Object.keys(dtsenCodes))

/** True when the meaning has a numeric code list. */
export function isCodedField(meaning: string): meaning is CodedField {
  return codedFields.has(meaning)
}

/** True when the number stands in the field's code list. */
export function hasCode(field: CodedField, code: number): boolean {
  return Object.hasOwn(dtsenCodes[field], code)
}

/**
 * Whether a column holds DTSEN's code numbers, from its cells' texts.
 *
 * Nearly all must be whole numbers of the list. A column of zeros and ones says yes and no, not
 * "none" and "physical": it is no code list of a field that has more.
 */
export function decideCodes(meaning: string, texts: readonly string[]): 'dtsen' | undefined {
  if (!isCodedField(meaning)) return undefined
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '' && text !== '-')
  if (filled.length === 0) return undefined
  const numbers = filled.filter((text) => /^0?\d{1,2}(\.0+)?$/.test(text)).map(Number)
  const listed = numbers.filter((number) => hasCode(meaning, number))
  if (listed.length < filled.length * 0.9) return undefined
  const isYesNo = new Set(listed).size <= 2 && listed.every((number) => number <= 1)
  const hasZero = hasCode(meaning, 0)
  return isYesNo && hasZero && filled.length > 20 && meaning !== 'education' ? undefined : 'dtsen'
}

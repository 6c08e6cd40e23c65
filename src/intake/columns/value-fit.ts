import { decideCodes, isAssetMeaning, type Meaning, parseCell, textCell } from '../values/index.ts'
import { signedMeanings, signShare } from './text-signs.ts'
import type { ValueProfile } from './value-profile.ts'

/** Meanings whose words form a closed list, so that words alone can give a column away. */
const wordMeanings: ReadonlySet<Meaning> = new Set<Meaning>([
  'relation',
  'marital',
  'schoolParticipation',
  'education',
  'schoolLevel',
  'disability',
  'disabilitySeverity',
  'nutrition',
  'event',
  'houseTenure',
  'landTitle',
  'floor',
  'wall',
  'roof',
  'water',
  'lighting',
  'powerVa',
  'cookingFuel',
  'toilet',
  'sanitation',
  'closet',
  'wasteDisposal',
  'religion',
  'ward',
  'district',
])

/**
 * How well a column's values suit a meaning, 0 to 1; undefined where values say nothing about it
 * (free text, or an empty column).
 */
export function valueFit(meaning: Meaning, profile: ValueProfile): number | undefined {
  if (profile.count === 0) return zerosFit(meaning, profile)
  if (wordMeanings.has(meaning)) return wordFit(meaning, profile)
  if (meaning.startsWith('component.') || isAssetMeaning(meaning)) {
    return profile.idShare > 0.3 || profile.nameShare > 0.5 ? 0 : Math.max(profile.numberShare, 0.3)
  }
  return shapeFit(meaning, profile)
}

/** A column of nothing but zeros counts something, or holds codes; it is no text and no number of a person. */
function zerosFit(meaning: Meaning, { zeros }: ValueProfile): number | undefined {
  if (zeros === 0) return undefined
  if (meaning.startsWith('component.') || isAssetMeaning(meaning)) return 0.9
  return neverZero.has(meaning) ? 0 : undefined
}

const neverZero: ReadonlySet<Meaning> = new Set<Meaning>([
  'nik',
  'kk',
  'name',
  'headName',
  'motherName',
  'guardianName',
  'birthDate',
  'phone',
  'address',
  'ward',
  'district',
])

/** Free texts, with how well a column of nothing but numbers suits them: codes stand for some. */
const numbersForText: Partial<Record<Meaning, number>> = {
  birthPlace: 0.1,
  schoolName: 0.2,
  provider: 0.3,
  aidText: 0.3,
  earlierAidText: 0.4,
  jknReason: 0.4,
  note: 0.5,
  groundsText: 0.5,
  occupation: 0.6,
  industry: 0.6,
  chronicIllness: 0.6,
}

function shapeFit(meaning: Meaning, profile: ValueProfile): number | undefined {
  switch (meaning) {
    case 'nik':
      return profile.idShare * (looksLikeKk(profile) ? 0.3 : 1)
    case 'kk':
      return profile.idShare * (looksLikeNik(profile) ? 0.3 : 1)
    case 'nikOrKk':
      return profile.idShare
    case 'name':
    case 'headName':
    case 'motherName':
    case 'guardianName':
      return profile.nameShare * (profile.distinctShare < 0.1 && profile.count > 60 ? 0.4 : 1)
    case 'birthDate':
      return Math.max(
        profile.dateShare * (profile.yearSpan >= 3 ? 1 : 0.5),
        profile.yearOnlyShare,
        profile.placeDateShare * 0.6,
        profile.ageShare * 0.3,
      )
    case 'birthYear':
      return profile.yearOnlyShare
    case 'placeAndBirthDate':
      return Math.min(
        1,
        profile.placeDateShare + 0.95 * (profile.dateShare + profile.yearOnlyShare),
      )
    case 'birthDateOrAge':
      return Math.max(profile.dateShare, profile.ageShare, profile.yearOnlyShare)
    case 'aidDate':
    case 'eventDate':
    case 'surveyDate':
      return profile.dateShare * (profile.yearSpan > 25 ? 0.3 : 1)
    case 'ageYears':
      return profile.ageShare
    case 'sex':
      return profile.sexShare
    case 'phone':
      return profile.phoneShare
    case 'address':
      if (profile.rtRwShare > 0.6) return 0.3
      return profile.addressShare >= 0.3
        ? 1
        : profile.idShare > 0.5 || profile.numberShare > 0.7
          ? 0
          : 0.6
    case 'rtRw':
      return profile.rtRwShare
    case 'rt':
    case 'rw':
      return Math.max(profile.smallNumberShare, profile.rtRwShare * 0.5)
    case 'amountRp':
      return Math.max(
        profile.amountShare,
        profile.numberShare * (profile.maxNumber >= 10_000 ? 0.6 : 0.1),
      )
    case 'coordinates':
      return profile.coordinateShare
    case 'rowNumber':
      return profile.sequenceShare
    case 'occupants':
    case 'dependants':
    case 'familiesInHouse':
    case 'decile':
      return profile.maxNumber > 40 ? profile.smallNumberShare * 0.5 : profile.smallNumberShare
    case 'schoolClass':
      return profile.nameShare > 0.9 && profile.meanLength > 5 ? 0 : 0.8
    case 'otherNumber':
      return profile.nameShare > 0.8 ? 0.1 : 0.8
    case 'floorAreaM2':
    case 'wellToCesspitM':
      return profile.idShare > 0.3 || profile.nameShare > 0.8 ? 0 : 0.8
    case 'aidText':
      return signShare('provider', profile) >= 0.6 ? 0.2 : textFit(meaning, profile)
    case 'provider':
      return signShare('aidText', profile) >= 0.6 ? 0.2 : textFit(meaning, profile)
    default:
      return textFit(meaning, profile)
  }
}

function textFit(meaning: Meaning, profile: ValueProfile): number | undefined {
  if (profile.idShare > 0.5) return 0.1
  return profile.numberShare > 0.8 ? numbersForText[meaning] : undefined
}

/** Meanings that are told apart by more than their values' form: none speaks against another. */
const kin: readonly (readonly Meaning[])[] = [
  ['nik', 'kk', 'nikOrKk', 'nameAndNik', 'otherNumber'],
  ['birthDate', 'birthDateOrAge', 'placeAndBirthDate', 'aidDate', 'eventDate', 'surveyDate'],
  ['ward', 'district', 'wardAndDistrict', 'regionCode', 'birthPlace', 'address'],
  ['rt', 'rw', 'rtRw', 'address'],
  ['coordinates', 'latitude', 'longitude'],
  ['sex', 'sexMale', 'sexFemale'],
  ['name', 'headName', 'motherName', 'guardianName', 'nameAndNik', 'provider'],
  ['amountRp', 'otherNumber'],
  ['phone', 'otherNumber'],
  ['ageYears', 'ageMonths', 'birthDateOrAge'],
]

/** Meanings that values alone give away by their form. */
const formed: ReadonlySet<Meaning> = new Set<Meaning>([
  'nik',
  'kk',
  'birthDate',
  'placeAndBirthDate',
  'aidDate',
  'ward',
  'district',
  'rtRw',
  'coordinates',
  'sex',
  'amountRp',
  'phone',
  'address',
])

/** How surely the values are of another form than the meaning, 0 to 1. */
export function valueRival(meaning: Meaning, given: readonly ValueMeaning[]): number {
  const isKin = (other: Meaning) =>
    other === meaning || kin.some((group) => group.includes(meaning) && group.includes(other))
  return given
    .filter((other) => formed.has(other.meaning) && !isKin(other.meaning))
    .reduce((most, { confidence }) => Math.max(most, confidence), 0)
}

/** All days under 41 and all years of issue recent: no column of persons' numbers is like that. */
export function looksLikeKk(profile: ValueProfile): boolean {
  return profile.count >= 20 && profile.womanShare < 0.02 && profile.recentYearShare > 0.9
}

/** Women's days, or years of birth before family cards were numbered. */
export function looksLikeNik(profile: ValueProfile): boolean {
  return profile.count >= 8 && (profile.womanShare > 0.1 || profile.recentYearShare < 0.5)
}

/** Share of the column's distinct words that the meaning's parser reads without a fault. */
function wordFit(meaning: Meaning, profile: ValueProfile): number {
  const words = profile.words.slice(0, 40)
  const codes = decideCodes(meaning, words)
  const isPlace = meaning === 'ward' || meaning === 'district'
  const isRead = (word: string) => {
    // A school or street that bears a ward's name is no ward.
    if (isPlace && /\d/.test(word)) return false
    const { fields, findings } = parseCell(meaning, textCell(word), codes ? { codes } : {})
    return Object.keys(fields).length > 0 && !findings.some(({ code }) => faultCodes.test(code))
  }
  return words.filter(isRead).length / Math.max(1, words.length)
}

/** A city's name is read as its ward, but a column of it is one of cities. */
const faultCodes = /-(?:unknown|unreadable|ambiguous|format|length|impossible|is-city)$/

/** Lists of help and events are younger than this; a column of older dates holds births. */
const oldestHelpYear = 2008

/** A meaning that values alone suggest, without any heading. */
export interface ValueMeaning {
  readonly meaning: Meaning
  readonly confidence: number
}

/**
 * What the values of a column alone give away, surest first. Only meanings with a form or a closed
 * list of words of their own: a free text is never guessed.
 */
export function valueMeanings(profile: ValueProfile): readonly ValueMeaning[] {
  if (profile.count < 3) return []
  const found: ValueMeaning[] = []
  const note = (meaning: Meaning, confidence: number) => {
    if (confidence >= 0.6) found.push({ meaning, confidence: Math.min(1, confidence) })
  }
  if (profile.idShare >= 0.5) {
    const isCard = looksLikeKk(profile)
    if (isCard) note('kk', profile.idShare)
    else note('nik', Math.max(0.7, profile.idShare) * (looksLikeNik(profile) ? 1 : 0.85))
    if (!isCard && profile.womanShare < 0.05 && profile.recentYearShare > 0.7) note('kk', 0.65)
    return found
  }
  note('placeAndBirthDate', profile.placeDateShare * 1.4)
  if (profile.dateShare > 0.6) {
    const isOld = profile.newestYear > 0 && profile.newestYear < oldestHelpYear
    if (isOld || (profile.yearSpan >= 8 && profile.oldDateShare > 0.5))
      note('birthDate', profile.dateShare)
    else note('aidDate', profile.dateShare * 0.8)
    return found
  }
  if (profile.words.length <= 8 && !/^\d/.test(profile.words[0] ?? ''))
    note('sex', profile.sexShare)
  note('rtRw', profile.rtRwShare)
  note('ageYears', profile.markedAgeShare > 0.3 ? profile.ageShare : 0)
  note('coordinates', profile.coordinateShare)
  note('phone', profile.phoneShare)
  if (profile.maxNumber >= 10_000) note('amountRp', profile.amountShare * 0.95)
  note('address', profile.addressShare >= 0.5 ? 0.7 + profile.addressShare / 4 : 0)
  if (profile.numberShare < 0.2) noteWords(profile, note)
  for (const { meaning, share } of signedMeanings(profile)) note(meaning, 0.65 + 0.25 * share)
  if (profile.distinctShare > 0.5 && profile.meanLength >= 5) note('name', profile.nameShare * 0.9)
  note('rowNumber', profile.sequenceShare >= 0.9 ? 0.8 : 0)
  return found.sort((left, right) => right.confidence - left.confidence)
}

function noteWords(profile: ValueProfile, note: (meaning: Meaning, confidence: number) => void) {
  const isPlace = profile.words.length >= 3 || profile.count >= 5
  if (isPlace) {
    const ward = wordFit('ward', profile)
    const district = wordFit('district', profile)
    // Names that are both are a district's, but not where a list names more wards than districts.
    note('ward', ward * (district >= ward ? 0.98 : 1))
    note('district', district * (district > ward ? 1 : 0.99))
  }
  if (profile.words.length < 2 || (profile.distinctShare > 0.5 && profile.count > 20)) return
  for (const meaning of guessable) {
    const fit = wordFit(meaning, profile)
    if (fit >= 0.8) note(meaning, fit * 0.85)
  }
}

/** Closed lists whose words are told apart from the others'. */
const guessable: readonly Meaning[] = [
  'relation',
  'marital',
  'education',
  'disability',
  'disabilitySeverity',
  'event',
  'water',
  'roof',
  'wall',
  'floor',
  'lighting',
  'sanitation',
  'landTitle',
  'houseTenure',
]

import { bearsBirthDate, nikParts } from '../rows/nik-parts.ts'
import { type Cell, type Meaning, parseCell, textCell } from '../values/index.ts'
import { headingMeanings } from './heading-rules.ts'
import { signShare } from './text-signs.ts'
import { type ValueMeaning, valueFit, valueMeanings, valueRival } from './value-fit.ts'
import { type ProfiledCell, profileValues, type ValueProfile } from './value-profile.ts'

/** What one column means and how surely. */
export interface AssignedColumn {
  readonly column: number
  readonly heading: string
  /** Absent: not used. */
  readonly meaning?: Meaning
  readonly confidence: number
  /** What else it may mean: the best of what was not chosen. */
  readonly secondBest?: { readonly meaning: Meaning; readonly confidence: number }
  /** An officer's word, not a proposal. */
  readonly isSaid?: true
  /** The column names heads of family, who are the persons of the list. */
  readonly isHead?: true
  readonly profile: ValueProfile
}

/** Meanings that several columns may share. */
const shareable: ReadonlySet<Meaning> = new Set<Meaning>([
  'otherNumber',
  'ignored',
  'note',
  'surveyDate', // a first visit and its check: neither is a day of help
])

/** Below this a column is left unused. */
const leastConfidence = 0.4

interface Proposal {
  readonly column: number
  readonly meaning: Meaning
  /** By which columns and meanings find each other. */
  readonly score: number
  /** How often a proposal like this is right. */
  readonly confidence: number
}

/**
 * The meaning of each column, from its heading and its values together.
 *
 * A heading whose values contradict it loses to what the values give away; a column without a
 * usable heading is taken by its values. The surest column takes a meaning, the next one its second
 * choice.
 *
 * @param cells cells of the block's data rows, by column.
 * @param said meanings that an officer gave, by column: they stand, and nothing else takes them.
 */
export function assignMeanings(
  headings: readonly string[],
  cells: readonly (readonly ProfiledCell[])[],
  said: ReadonlyMap<number, Meaning> = new Map(),
): AssignedColumn[] {
  const profiles = cells.map(profileValues)
  const proposals = profiles
    .flatMap((profile, column) => proposalsOf(headings[column] ?? '', profile, column))
    .sort((left, right) => right.score - left.score || left.column - right.column)

  const byColumn = new Map<number, Proposal>()
  const taken = new Set<Meaning>()
  for (const [column, meaning] of said) {
    byColumn.set(column, { column, meaning, score: 1, confidence: 1 })
    if (!shareable.has(meaning)) taken.add(meaning)
  }
  for (const proposal of proposals) {
    if (byColumn.has(proposal.column) || proposal.score < leastConfidence) continue
    if (taken.has(proposal.meaning)) continue
    byColumn.set(proposal.column, proposal)
    if (!shareable.has(proposal.meaning)) taken.add(proposal.meaning)
  }
  const assigned = profiles.map((profile, column): AssignedColumn => {
    const proposal = byColumn.get(column)
    const second = proposals.find(
      (other) => other.column === column && other.meaning !== proposal?.meaning,
    )
    return {
      column,
      heading: headings[column] ?? '',
      profile,
      confidence: proposal?.confidence ?? 0,
      ...(proposal ? { meaning: proposal.meaning } : {}),
      ...(second ? { secondBest: { meaning: second.meaning, confidence: second.confidence } } : {}),
      ...(said.has(column) ? { isSaid: true } : {}),
    }
  })
  return settleTogether(withBirthsByNik(assigned, cells))
}

function proposalsOf(heading: string, profile: ValueProfile, column: number): Proposal[] {
  const named = heading === '' ? [] : headingMeanings(heading)
  const given = valueMeanings(profile)
  const isNamed = new Set(named.map(({ meaning }) => meaning))
  const proposals = named.map(({ meaning, weight }): Proposal => {
    const fit = fitOf(meaning, profile, given)
    const said = weight * (fit === undefined ? 0.97 : 0.22 + 0.8 * fit)
    const shown = given.find((other) => other.meaning === meaning)?.confidence ?? 0
    return {
      column,
      meaning,
      score: weight * (fit === undefined ? 0.85 : 0.3 + 0.7 * fit),
      // Heading and values are two witnesses.
      confidence: 1 - (1 - said) * (1 - 0.8 * shown),
    }
  })
  // A known heading is believed unless values speak clearly for something else.
  const believed = named.length > 0 && profile.count < 5 ? 0.4 : 0.66
  const [first, second] = given
  const isClose = first && second && second.confidence > first.confidence * 0.9
  for (const { meaning, confidence } of given) {
    if (isNamed.has(meaning)) continue
    const doubt = (named.length > 0 ? 0.8 : 0.95) * (isClose ? 0.85 : 1)
    proposals.push({
      column,
      meaning,
      score: confidence * believed,
      confidence: confidence * doubt,
    })
  }
  return proposals
}

/** How well values suit a meaning; a free text that has the form of something else suits badly. */
function fitOf(
  meaning: Meaning,
  profile: ValueProfile,
  given: readonly ValueMeaning[],
): number | undefined {
  const fit = valueFit(meaning, profile)
  if (fit !== undefined) return fit
  const rival = valueRival(meaning, given)
  return rival >= 0.6 ? 1 - rival : undefined
}

/** Dates that stand in the same rows' NIK are births, whatever the heading and however recent. */
function withBirthsByNik(
  columns: readonly AssignedColumn[],
  cells: readonly (readonly ProfiledCell[])[],
): AssignedColumn[] {
  const nik = columns.find(({ meaning }) => meaning === 'nik')
  if (!nik || columns.some(({ meaning }) => meaning === 'birthDate')) return [...columns]
  const niks = cells[nik.column] ?? []
  return columns.map((column) => {
    if (column.isSaid || column.profile.dateShare < 0.5 || column.meaning === 'placeAndBirthDate')
      return column
    return agreement(niks, cells[column.column] ?? []) >= 0.5
      ? { ...column, meaning: 'birthDate' as const, confidence: Math.max(column.confidence, 0.95) }
      : column
  })
}

/** Share of rows with both in which the date is the one in the NIK. */
function agreement(niks: readonly ProfiledCell[], dates: readonly ProfiledCell[]): number {
  let both = 0
  let same = 0
  for (const [row, { text }] of niks.entries()) {
    const parts = nikParts(text.replace(/\D/g, ''))
    const { raw, text: written } = dates[row] ?? { raw: undefined, text: '' }
    if (!parts || written === '') continue
    const isDate = typeof raw === 'object' && 'date' in raw
    const cell: Cell = isDate ? { text: raw.text, kind: 'date', date: raw.date } : textCell(written)
    const born = parseCell('birthDate', cell).fields.birthDate
    if (born === undefined) continue
    both++
    if (bearsBirthDate(parts, born)) same++
  }
  return both < 3 ? 0 : same / both
}

/** What only all columns together can tell. */
function settleTogether(columns: readonly AssignedColumn[]): AssignedColumn[] {
  const has = (meaning: Meaning) => columns.some((column) => column.meaning === meaning)
  const isMembers = isMembershipList(columns)
  return columns.map((column) => {
    const { meaning, profile } = column
    // A list that names only heads of family names them as its persons.
    if (meaning === 'headName' && !has('name')) return { ...column, meaning: 'name', isHead: true }
    if (column.isSaid) return column
    // "JUMLAH" over small numbers is a count of something, not money.
    if (meaning === 'amountRp' && profile.numberShare > 0.8 && profile.maxNumber < 1000) {
      return withMeaning(column, 'otherNumber')
    }
    // The class of a health insurance room and of a pupil share their heading.
    if (meaning === 'schoolClass' && !has('schoolName') && !has('schoolLevel')) {
      return withMeaning(column, 'ignored')
    }
    const isCodes = profile.words.length > 0 && profile.words.every((text) => /^\d$/.test(text))
    if (meaning === 'note' && isMembers && isCodes && !has('jknStatus')) {
      return withMeaning(column, 'jknStatus')
    }
    if (meaning === 'aidStatusText' && isMembers) return withMeaning(column, 'jknStatus')
    if (meaning === 'note' && !has('aidStatusText') && signShare('aidStatusText', profile) >= 0.8) {
      return withMeaning(column, 'aidStatusText')
    }
    if (meaning === 'note' && isMembers && !has('jknReason') && saysReason(profile)) {
      return withMeaning(column, 'jknReason')
    }
    if (meaning === 'birthDate' && profile.placeDateShare > 0.3) {
      return withMeaning(column, 'placeAndBirthDate')
    }
    if (meaning === 'birthDate' && profile.ageShare > 0.15) {
      return withMeaning(column, 'birthDateOrAge')
    }
    if (meaning === 'ageYears' && profile.dateShare > 0.15) {
      return withMeaning(column, 'birthDateOrAge')
    }
    if (meaning === 'rt' && profile.rtRwShare > 0.5) return withMeaning(column, 'rtRw')
    if (meaning === 'aidDate' && has('event') && !has('eventDate')) {
      return withMeaning(column, 'eventDate')
    }
    return column
  })
}

function withMeaning(column: AssignedColumn, meaning: Meaning): AssignedColumn {
  return { ...column, meaning }
}

/**
 * A list of members of the health insurance: their numbers, or reasons for leaving it beside a
 * status in codes.
 */
function isMembershipList(columns: readonly AssignedColumn[]): boolean {
  const isInsurance = columns.some(
    ({ meaning, heading }) =>
      meaning === 'jknReason' ||
      meaning === 'jknStatus' ||
      (meaning === 'otherNumber' && /noka\b|bpjs|jkn|\bkis\b/i.test(heading.replace(/_/g, ' '))),
  )
  if (isInsurance) return true
  const hasCodes = columns.some(
    ({ meaning, profile }) =>
      meaning === 'aidStatusText' && profile.words.every((word) => /^\d$|aktif/.test(word)),
  )
  return (
    hasCodes && columns.some(({ meaning, profile }) => meaning === 'note' && saysReason(profile))
  )
}

function saysReason(profile: ValueProfile): boolean {
  return signShare('jknReason', profile) >= 0.6
}

import type { PatternRow } from './kernel/patterns.ts'

/**
 * The comparisons and their levels, in splink's words, with the shares from which learning starts.
 *
 * `m`: share among pairs of one person; `u`: among pairs of strangers; `h`: among two members of
 * one household. They are what a model without data believes: with few records they decide, with
 * many they are forgotten. Level 0 is "missing" throughout and weighs nothing.
 *
 * @source own estimate of the error kinds in agencies' lists; u of names by the information of the
 * words that agree.
 */
export interface Level {
  readonly name: string
  readonly m: number
  readonly u: number
  readonly h: number
}

export interface Comparison {
  readonly name: string
  /** Bits left of which the level stands in a packed pattern. */
  readonly shift: number
  readonly bits: number
  readonly levels: readonly Level[]
}

const missing: Level = { name: 'missing', m: 1, u: 1, h: 1 }

/** Upper edges, in bits of the agreeing words, of the bands of each kind of name agreement. */
export const fullNameBands = [8, 11, 14, 17, 20] as const
export const fuzzyNameBands = [8, 12, 16] as const
export const partNameBands = [6, 9, 12] as const

/** First level of each kind of name agreement; a kind with bands takes one level more than edges. */
export const nameLevel = {
  none: 1,
  nicknameNone: 2,
  nicknamePiece: 3,
  nicknameWord: 4,
  nicknameWhole: 5,
  nicknameKin: 6,
  partial: 7,
  fuzzySubset: 11,
  subset: 15,
  fuzzyFull: 19,
  full: 23,
} as const

function level(name: string, m: number, u: number, h: number): Level {
  return { name, m, u, h }
}

function banded(
  name: string,
  edges: readonly number[],
  m: number,
  u: number,
  h: number,
): readonly Level[] {
  return Array.from({ length: edges.length + 1 }, (_, band) => {
    const low = edges[band - 1] ?? 4
    const label = `${name}, ${band === 0 ? 'common' : `${low} bits`}`
    const share = 1 / (edges.length + 1)
    return level(label, m * share, Math.min(u, 2 ** -(low + 1)) * share, h * share)
  })
}

export const nameComparison: Comparison = {
  name: 'name',
  shift: 0,
  bits: 5,
  levels: [
    missing,
    level('none', 0.02, 0.95, 0.5),
    level('nickname without a match', 0.005, 0.03, 0.03),
    level('nickname, piece of a word', 0.01, 0.01, 0.01),
    level('nickname, one of the words', 0.01, 0.01, 0.01),
    level('nickname, the whole name', 0.01, 0.002, 0.002),
    level("nickname from a child's name", 0.01, 0.003, 0.01),
    ...banded('one word', partNameBands, 0.04, 0.05, 0.4),
    ...banded('shorter name contained, slips', partNameBands, 0.05, 0.004, 0.02),
    ...banded('shorter name contained', partNameBands, 0.08, 0.01, 0.02),
    ...banded('all words, slips', fuzzyNameBands, 0.11, 0.002, 0.01),
    ...banded('all words', fullNameBands, 0.7, 0.004, 0.01),
  ],
}

/** Levels of numbers given by the state; `near` = one digit or two neighbours swapped. */
export const nikLevel = {
  exact: 1,
  cutLong: 2,
  near: 3,
  cutShort: 4,
  otherUnsure: 5,
  otherSure: 6,
  nearSerial: 7,
} as const
export const nikComparison: Comparison = {
  name: 'nik',
  shift: 5,
  bits: 3,
  levels: [
    missing,
    level('exact', 0.86, 1e-8, 0.004),
    level('equal where digits were lost', 0.05, 2e-6, 0.001),
    level('one slip', 0.03, 2e-6, 0.002),
    level('equal as far as it goes', 0.01, 0.02, 0.5),
    level('other, in doubt', 0.03, 0.5, 0.5),
    level('other, each fits its own birth date', 0.001, 0.48, 0.49),
    level('one slip in the serial, each fits its own birth date', 0.003, 1e-6, 0.001),
  ],
}

export const kkLevel = { exact: 1, near: 2, cutShort: 3, other: 4 } as const
export const kkComparison: Comparison = {
  name: 'kk',
  shift: 8,
  bits: 3,
  levels: [
    missing,
    level('exact', 0.85, 2e-4, 0.85),
    level('one slip or digits lost', 0.05, 2e-5, 0.05),
    level('equal as far as it goes', 0.02, 0.1, 0.02),
    level('other', 0.08, 0.9, 0.08),
  ],
}

export const dateLevel = {
  exact: 1,
  swapped: 2,
  slip: 3,
  firstOfJanuary: 4,
  yearOnly: 5,
  approximate: 6,
  sameYear: 7,
  nearYear: 8,
  approximateOff: 9,
  other: 10,
  approximateNear: 11,
} as const
export const dateComparison: Comparison = {
  name: 'birth date',
  shift: 11,
  bits: 4,
  levels: [
    missing,
    level('exact', 0.86, 4e-5, 0.004),
    level('day and month swapped', 0.006, 3e-5, 1e-4),
    level('one part differs by a slip', 0.03, 1.5e-3, 0.003),
    level('year agrees, 1 January by habit', 0.03, 5e-4, 5e-4),
    level('year agrees, no more is known', 0.02, 2e-3, 1e-3),
    level('stated age agrees', 0.03, 0.01, 0.01),
    level('same year, another day', 0.005, 0.015, 0.015),
    level('within two years', 0.004, 0.06, 0.07),
    level('stated age differs', 0.005, 0.1, 0.1),
    level('other', 0.01, 0.81, 0.8),
    level('stated age near', 0.01, 0.02, 0.02),
  ],
}

export const placeLevel = {
  door: 1,
  streetNoDoor: 2,
  streetOtherDoor: 3,
  neighbourhood: 4,
  wardOnly: 5,
  wardOtherStreet: 6,
  wardOtherNeighbourhood: 7,
  otherWard: 8,
  otherDistrict: 9,
} as const
export const placeComparison: Comparison = {
  name: 'place',
  shift: 15,
  bits: 4,
  levels: [
    missing,
    level('same door', 0.68, 3e-4, 0.8),
    level('same street, a house number missing', 0.12, 1e-3, 0.1),
    level('same street, another number', 0.02, 5e-3, 0.02),
    level('same RT', 0.05, 4e-3, 0.03),
    level('same ward', 0.03, 0.02, 0.01),
    level('same ward, another street', 0.04, 0.06, 0.01),
    level('same ward, another RT', 0.02, 0.03, 0.01),
    level('another ward', 0.03, 0.3, 0.01),
    level('another district', 0.02, 0.58, 0.01),
  ],
}

export const sexLevel = { same: 1, other: 2 } as const
export const sexComparison: Comparison = {
  name: 'sex',
  shift: 19,
  bits: 2,
  levels: [missing, level('same', 0.99, 0.5, 0.5), level('other', 0.01, 0.5, 0.5)],
}

export const phoneComparison: Comparison = {
  name: 'phone',
  shift: 21,
  bits: 2,
  levels: [missing, level('same', 0.6, 1e-5, 0.2), level('other', 0.4, 1, 0.8)],
}

export const kinLevel = { rare: 1, same: 2, partial: 3, none: 4 } as const
export const kinComparison: Comparison = {
  name: 'mother or head',
  shift: 23,
  bits: 3,
  levels: [
    missing,
    level('same, rare name', 0.5, 1e-3, 0.5),
    level('same', 0.3, 0.01, 0.3),
    level('one word', 0.08, 0.06, 0.08),
    level('other', 0.12, 0.93, 0.12),
  ],
}

/** Where records stand in their families. A record may stand for a whole household. */
export const roleLevel = {
  same: 1,
  other: 2,
  householdHead: 3,
  householdSpouse: 4,
  householdMember: 5,
  payeeAdult: 6,
  payeeMember: 7,
} as const
export const roleComparison: Comparison = {
  name: 'place in the family',
  shift: 26,
  bits: 3,
  levels: [
    missing,
    level('same', 0.94, 0.4, 0.25),
    level('other', 0.06, 0.6, 0.75),
    level('stands for the house, head', 0.8, 0.3, 0.3),
    level('stands for the house, spouse', 0.15, 0.25, 0.25),
    level('stands for the house, other member', 0.05, 0.45, 0.45),
    level('receives for the family, head or spouse', 0.95, 0.55, 0.55),
    level('receives for the family, other member', 0.05, 0.45, 0.45),
  ],
}

export const comparisons: readonly Comparison[] = [
  nameComparison,
  nikComparison,
  kkComparison,
  dateComparison,
  placeComparison,
  sexComparison,
  phoneComparison,
  kinComparison,
  roleComparison,
]

/** The level of a comparison in a packed pattern. */
export function levelIn(pattern: number, comparison: Comparison): number {
  return (pattern >>> comparison.shift) & ((1 << comparison.bits) - 1)
}

/** Counted patterns with their levels unpacked, ascending: sums do not depend on the order of pairs. */
export function patternRows(counts: ReadonlyMap<number, number>): readonly PatternRow[] {
  return [...counts]
    .sort(([left], [right]) => left - right)
    .map(([pattern, count]) => ({
      count,
      levels: Uint8Array.from(comparisons, (comparison) => levelIn(pattern, comparison)),
    }))
}

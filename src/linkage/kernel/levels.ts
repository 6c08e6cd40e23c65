import type { LevelCap } from '../em.ts'
import { fullBands, fuzzyBands, partBands, wordLevel } from './compare-words.ts'
import { dateLevel } from './dates.ts'

/** What a column holds, recognised from its values. */
export const comparisonKinds = [
  'name',
  'text',
  'address',
  'date',
  'identifier',
  'shared_identifier',
  'phone',
  'email',
  'code',
  'category',
  'number',
] as const
export type ComparisonKind = (typeof comparisonKinds)[number]

/**
 * A level of a comparison with the shares from which learning starts: `m` among pairs of one person,
 * `u` among strangers, `h` among two members of one household. With few records they decide, with
 * many they are forgotten. Level 0 is "missing" throughout and weighs nothing.
 *
 * @source own estimate of the kinds of error in lists; u of texts by the information of what agrees.
 */
export interface LevelStart {
  readonly label: string
  readonly m: number
  readonly u: number
  readonly h: number
}

/** Upper edges, in bits of the agreeing value, of the bands of an exact agreement. */
export const valueBands = [3, 6, 9, 12] as const

/** First level of each kind of agreement of whole values. */
export const valueLevel = { other: 1, part: 2, near: 3, exact: 4 } as const

const missing: LevelStart = { label: 'missing', m: 1, u: 1, h: 1 }

function start(label: string, m: number, u: number, h: number): LevelStart {
  return { label, m, u, h }
}

function banded(
  label: string,
  edges: readonly number[],
  shares: { readonly m: number; readonly u: number; readonly h: number },
): readonly LevelStart[] {
  const share = 1 / (edges.length + 1)
  return Array.from({ length: edges.length + 1 }, (_, band) => {
    const low = edges[band - 1] ?? (edges[0] ?? 4) / 2
    return start(
      `${label}, ${band === 0 ? 'common' : `${low} bits`}`,
      shares.m * share,
      Math.min(shares.u, 2 ** -(low + 1)) * share,
      shares.h * share,
    )
  })
}

/** Words in any order; `shared` is how often members of one household agree on the whole. */
function wordLevels(shared: number): readonly LevelStart[] {
  const rest = 1 - shared
  return [
    missing,
    start('none', 0.03, 0.95, 0.5 * rest),
    start('initials only', 0.01, 0.03, 0.02 * rest),
    ...banded('one word', partBands, { m: 0.04, u: 0.05, h: 0.4 * rest }),
    ...banded('shorter contained, slips', partBands, { m: 0.05, u: 0.004, h: 0.02 * rest }),
    ...banded('shorter contained', partBands, { m: 0.08, u: 0.01, h: 0.02 * rest }),
    ...banded('all words, slips', fuzzyBands, { m: 0.11, u: 0.002, h: 0.01 + 0.1 * shared }),
    ...banded('all words', fullBands, { m: 0.68, u: 0.004, h: 0.01 + 0.9 * shared }),
  ]
}

function valueLevels(shared: number, uPart: number): readonly LevelStart[] {
  const rest = 1 - shared
  return [
    missing,
    start('other', 0.06, 1 - uPart, 0.85 * rest),
    start('a part agrees', 0.03, uPart, 0.1 * rest),
    start('one slip', 0.05, Math.min(uPart, 1e-3), 0.05 * rest),
    ...banded('exact', valueBands, { m: 0.86, u: 0.3, h: 0.01 + shared }),
  ]
}

const dateLevels: readonly LevelStart[] = [
  missing,
  start('other', 0.01, 0.75, 0.7),
  start('within ten years', 0.01, 0.16, 0.2),
  start('within a year', 0.005, 0.03, 0.04),
  start('same year', 0.005, 0.02, 0.02),
  start('same day and month, another year', 0.008, 3e-3, 3e-3),
  start('year agrees, 1 January by habit', 0.02, 2e-3, 2e-3),
  start('year agrees, no more is known', 0.02, 2e-3, 1e-3),
  start('same month', 0.01, 1e-3, 2e-3),
  start('one part differs by a slip', 0.04, 1.5e-3, 2e-3),
  start('day and month swapped', 0.006, 3e-5, 1e-4),
  start('exact', 0.86, 5e-5, 0.004),
]

/** The levels of each kind, "missing" first. */
export const levelsByKind: Readonly<Record<ComparisonKind, readonly LevelStart[]>> = {
  name: wordLevels(0),
  text: wordLevels(0.3),
  address: wordLevels(0.7),
  date: dateLevels,
  identifier: valueLevels(0.02, 1e-3),
  shared_identifier: valueLevels(0.85, 1e-3),
  phone: valueLevels(0.3, 1e-3),
  email: valueLevels(0.05, 5e-3),
  code: valueLevels(0.6, 0.05),
  category: valueLevels(0.4, 1e-3),
  number: valueLevels(0.4, 0.05),
}

/** What learning is held to, so that a class of pairs stays what it is called. */
export function classLimits(kinds: readonly ComparisonKind[]) {
  return {
    household: kinds.map((kind) =>
      kind === 'date' || kind === 'identifier' || kind === 'email' ? 'strangers' : 'learned',
    ),
    fewOfOnePerson: kinds.map((kind) => disagreeing[kind]),
    fewOfHousehold: kinds.map((kind) => unlikeHousehold[kind]),
  } as const
}

/**
 * How many pairs of one person may disagree, at most. Without this, learning from lists that know
 * little of persons takes the members of a household for one.
 *
 * @source own estimate; in lists of the field 2 to 10 of 100 pairs of one person disagree on a name.
 */
const disagreeing: Partial<Record<ComparisonKind, LevelCap>> = {
  name: { firstLevel: wordLevel.none, lastLevel: wordLevel.fuzzySubset - 1, share: 0.2 },
  date: { firstLevel: dateLevel.other, lastLevel: dateLevel.nearYear, share: 0.2 },
  identifier: { firstLevel: valueLevel.other, lastLevel: valueLevel.part, share: 0.25 },
}

/**
 * How many pairs within a household may bear one name, and how many may live apart. A class of pairs
 * that shares neither door nor card is no household.
 *
 * @source own estimate; father and son of one name, cards and numbers written wrong.
 */
const unlikeHousehold: Partial<Record<ComparisonKind, LevelCap>> = {
  name: {
    firstLevel: wordLevel.fuzzyFull,
    lastLevel: wordLevel.full + fullBands.length,
    share: 0.02,
  },
  address: { firstLevel: wordLevel.none, lastLevel: wordLevel.fuzzySubset - 1, share: 0.3 },
  shared_identifier: { firstLevel: valueLevel.other, lastLevel: valueLevel.part, share: 0.2 },
  phone: { firstLevel: valueLevel.other, lastLevel: valueLevel.part, share: 0.5 },
}

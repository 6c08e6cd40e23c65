import type { PatternRow } from './kernel/patterns.ts'

/** Shares of the levels of each comparison in one class of pairs; level 0 (missing) is 1. */
type Shares = readonly Float64Array[]

/** What learning found: three classes of pairs and how many pairs each holds. */
export interface LinkModel {
  /** Pairs of one person. */
  readonly m: Shares
  /** Pairs of strangers. */
  readonly u: Shares
  /** Pairs of two members of one household. */
  readonly h: Shares
  readonly matchCount: number
  readonly householdCount: number
  readonly strangerCount: number
  readonly iterations: number
}

/** The shares from which learning starts: level 0 is "missing". */
interface StartLevel {
  readonly m: number
  readonly u: number
  readonly h: number
}

/** The highest share that levels hold together, first and last among them. */
export interface LevelCap {
  readonly firstLevel: number
  readonly lastLevel: number
  readonly share: number
}

export interface LearnInput {
  /** Levels of each comparison. */
  readonly comparisons: readonly (readonly StartLevel[])[]
  /**
   * Comparisons in which members of one household are strangers; what they share is learned. Without
   * this, pairs of one person with faults are taken for household members.
   */
  readonly household?: readonly ('learned' | 'strangers')[]
  /** Of each comparison, levels that hold few pairs of one person together, and few of a household. */
  readonly fewOfOnePerson?: readonly (LevelCap | undefined)[]
  readonly fewOfHousehold?: readonly (LevelCap | undefined)[]
  /** Patterns of the pairs that blocking found, in an order that depends on the patterns only. */
  readonly candidates: readonly PatternRow[]
  /** Patterns of pairs drawn at random from all pairs, in the same order. */
  readonly random: readonly PatternRow[]
  /** All pairs that there are, compared or not. */
  readonly totalPairs: number
  readonly recordCount: number
}

/** Pairs that the starting shares are worth: with fewer pairs than this they decide. */
const startWeight = 30
const maxIterations = 30

/**
 * Fellegi-Sunter shares by expectation and maximisation on pattern counts.
 *
 * Three classes instead of two: members of one household agree on card, door and street without
 * being one person, which a model of strangers alone takes for proof. Pairs that blocking did not
 * find count as strangers; strangers' shares come from random pairs, less what the model takes for
 * a match among them.
 */
export function learnModel(input: LearnInput): LinkModel {
  const { comparisons, candidates, random } = input
  let randomPairs = 0
  for (const row of random) randomPairs += row.count

  const floor = Math.max(0.5, input.recordCount * 0.02)
  let matchCount = Math.min(input.totalPairs * 0.3, Math.max(floor, input.recordCount * 0.5))
  let householdCount = Math.min(input.totalPairs * 0.2, Math.max(floor, input.recordCount))
  const startM = startShares(comparisons, 'm')
  const startH = startShares(comparisons, 'h')
  const startU = startShares(comparisons, 'u')
  let [m, h, u]: readonly [Shares, Shares, Shares] = [startM, startH, startU]
  let iterations = 0
  for (; iterations < maxIterations; iterations++) {
    const strangerCount = Math.max(1, input.totalPairs - matchCount - householdCount)
    const sums = { m: emptyShares(u), h: emptyShares(u), u: emptyShares(u) }
    let matches = 0
    let households = 0
    for (const { levels, count } of candidates) {
      const isMatch = matchCount * likelihood(m, levels)
      const isHousehold = householdCount * likelihood(h, levels)
      const all = isMatch + isHousehold + strangerCount * likelihood(u, levels)
      if (!(all > 0)) continue
      matches += (count * isMatch) / all
      households += (count * isHousehold) / all
      addTo(sums.m, levels, (count * isMatch) / all)
      addTo(sums.h, levels, (count * isHousehold) / all)
    }
    for (const { levels, count } of random) {
      const isStranger = strangerCount * likelihood(u, levels)
      const all =
        isStranger + matchCount * likelihood(m, levels) + householdCount * likelihood(h, levels)
      addTo(sums.u, levels, all > 0 ? (count * isStranger) / all : count)
    }
    const moved = Math.abs(matches - matchCount) / Math.max(1, matchCount)
    matchCount = Math.min(input.totalPairs * 0.5, Math.max(floor, matches))
    householdCount = Math.min(input.totalPairs * 0.4, Math.max(floor, households))
    m = cappedShares(sharesFrom(sums.m, startM), input.fewOfOnePerson)
    u = strangerShares(sums.u, startU, randomPairs)
    h = cappedShares(sharesFrom(sums.h, startH), input.fewOfHousehold).map((shares, place) =>
      input.household?.[place] === 'strangers' ? (u[place] ?? shares) : shares,
    )
    if (iterations > 5 && moved < 1e-4) break
  }
  const strangerCount = Math.max(1, input.totalPairs - matchCount - householdCount)
  return { m, u, h, matchCount, householdCount, strangerCount, iterations }
}

/** Shares of which some levels stay below a cap together; within each part proportions stay. */
function cappedShares(learned: Shares, caps: LearnInput['fewOfOnePerson']): Shares {
  return learned.map((shares, place) => {
    const cap = caps?.[place]
    if (!cap) return shares
    const isCapped = (level: number) => level >= cap.firstLevel && level <= cap.lastLevel
    let held = 0
    shares.forEach((share, level) => {
      if (isCapped(level)) held += share
    })
    if (held <= cap.share) return shares
    return shares.map((share, level) => {
      if (level === 0) return 1
      return isCapped(level) ? (share * cap.share) / held : (share * (1 - cap.share)) / (1 - held)
    })
  })
}

function emptyShares(like: Shares): Float64Array[] {
  return like.map(({ length }) => new Float64Array(length))
}

function startShares(comparisons: LearnInput['comparisons'], kind: 'm' | 'u' | 'h'): Shares {
  return comparisons.map((levels) => normalised(Float64Array.from(levels, (level) => level[kind])))
}

/** Shares that add to 1 over the levels that say something. */
function normalised(shares: Float64Array): Float64Array {
  let sum = 0
  for (let level = 1; level < shares.length; level++) sum += shares[level] ?? 0
  const result = new Float64Array(shares.length)
  result[0] = 1
  for (let level = 1; level < shares.length; level++) result[level] = (shares[level] ?? 0) / sum
  return result
}

function likelihood(shares: Shares, levels: Uint8Array): number {
  let product = 1
  for (let place = 0; place < levels.length; place++) {
    product *= shares[place]?.[levels[place] ?? 0] ?? 1
  }
  return product
}

function addTo(sums: Float64Array[], levels: Uint8Array, weight: number): void {
  for (let place = 0; place < levels.length; place++) {
    const sum = sums[place]
    const level = levels[place] ?? 0
    if (sum && level > 0) sum[level] = (sum[level] ?? 0) + weight
  }
}

/** Counts with the starting shares mixed in as if `startWeight` pairs had shown them. */
function sharesFrom(sums: readonly Float64Array[], start: Shares): Shares {
  return sums.map((sum, place) => {
    const mixed = sum.map((value, level) => value + startWeight * (start[place]?.[level] ?? 0))
    return normalised(mixed)
  })
}

/**
 * Shares among strangers. A level that random pairs never show is rarer than one in their number:
 * it keeps its starting share when that is rarer still.
 */
function strangerShares(sums: readonly Float64Array[], start: Shares, randomPairs: number): Shares {
  return sums.map((sum, place) => {
    let seen = 0
    for (const value of sum) seen += value
    // Below some hundred pairs the start decides, as it does for the other classes.
    const weight = startWeight * Math.max(0, 1 - seen / 20000)
    const mixed = sum.map((value, level) => {
      const begin = start[place]?.[level] ?? 0
      const floor = Math.min(0.5, begin * Math.max(1, Math.min(seen, randomPairs)))
      return value + floor + weight * begin
    })
    return normalised(mixed)
  })
}

import type { PairLine } from '#insight/schema'

/** One fact's step: from where to where on the way from "different" (0) to "same" (100). */
export interface Step {
  readonly comparison: string
  readonly level: string
  readonly weightBits: number
  readonly verdict: 'same' | 'other' | 'unknown'
  readonly from: number
  readonly to: number
}

export interface Staircase {
  readonly start: number
  readonly steps: readonly Step[]
  readonly end: number
  /** Where a pair is doubtful. */
  readonly doubtFrom: number
  readonly doubtTo: number
}

/** Less weight than this says nothing. */
const silentBits = 0.05
/** A pair stays doubtful between one in ten and nineteen in twenty. */
const doubtBits = { from: Math.log2(0.1 / 0.9), to: Math.log2(0.95 / 0.05) }

/**
 * The evidence as a walk on a line of even odds, in percent of its width.
 *
 * It ends where the pair's chance says and starts where the weights, taken back, lead: at two
 * persons picked at random.
 */
export function staircaseOf({
  percentSame,
  evidence,
}: Pick<PairLine, 'percentSame' | 'evidence'>): Staircase {
  const share = Math.min(0.995, Math.max(0.005, percentSame / 100))
  const endBits = Math.log2(share / (1 - share))
  const startBits = endBits - evidence.reduce((sum, { weightBits }) => sum + weightBits, 0)

  let at = startBits
  const walked = evidence.map((fact) => {
    const from = at
    at += fact.weightBits
    return { fact, from, to: at }
  })
  const marks = [startBits, endBits, doubtBits.from - 2, doubtBits.to + 2]
  const all = [...marks, ...walked.map(({ to }) => to)]
  const least = Math.min(...all)
  const most = Math.max(...all)
  const place = (bits: number) => 3 + ((bits - least) / (most - least || 1)) * 94

  return {
    start: place(startBits),
    end: place(endBits),
    doubtFrom: place(doubtBits.from),
    doubtTo: place(doubtBits.to),
    steps: walked.map(({ fact, from, to }) => ({
      ...fact,
      verdict: verdictOf(fact),
      from: place(from),
      to: place(to),
    })),
  }
}

function verdictOf({ level, weightBits }: { level: string; weightBits: number }): Step['verdict'] {
  if (level === 'missing' || Math.abs(weightBits) < silentBits) return 'unknown'
  return weightBits > 0 ? 'same' : 'other'
}

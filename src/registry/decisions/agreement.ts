import type { Agreement, Estimate } from './judgement-schema.ts'

/** How often two reviewers gave which answers: first and second, `same` and `other`. */
export interface AnswerTable {
  readonly sameSame: number
  readonly sameOther: number
  readonly otherSame: number
  readonly otherOther: number
}

/** Standard normal quantile of a 95 % interval, and its square: chi-square with one degree. */
const z95 = 1.959964
const chiSquare95 = z95 ** 2
/** Of fewer pairs a kappa says nothing. */
const fewestForKappa = 10
/** Less than this is a rounding of floating point. */
const tiny = 1e-9

/** Agreement of two reviewers with its uncertainty. */
export function agreementOf(
  table: AnswerTable,
): Pick<Agreement, 'pairs' | 'agreed' | 'share' | 'kappa'> {
  const { sameSame, sameOther, otherSame, otherOther } = table
  const agreed = sameSame + otherOther
  const pairs = agreed + sameOther + otherSame
  const kappa = pairs < fewestForKappa ? null : kappaOf(table)
  return { pairs, agreed, share: shareOf(agreed, pairs), kappa }
}

/**
 * A share with its Wilson interval of 95 %; null of nothing.
 *
 * @source Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
 */
export function shareOf(count: number, of: number): Estimate | null {
  if (of === 0) return null
  const value = count / of
  const middle = (value + chiSquare95 / (2 * of)) / (1 + chiSquare95 / of)
  const half =
    (z95 / (1 + chiSquare95 / of)) *
    Math.sqrt((value * (1 - value)) / of + chiSquare95 / (4 * of * of))
  return rounded({ value, from: Math.max(0, middle - half), to: Math.min(1, middle + half) })
}

/**
 * Cohen's kappa with an interval of 95 %; null where all answers are one.
 *
 * The interval holds every kappa that a chi-square test of goodness of fit does not refute, who was first
 * left aside. Unlike the usual standard error it has a width where all agree.
 *
 * @source Cohen (1960), "A coefficient of agreement for nominal scales"; Donner and Eliasziw (1992), "A
 *   goodness-of-fit approach to inference procedures for the kappa statistic", Statistics in Medicine 11.
 */
export function kappaOf(table: AnswerTable): Estimate | null {
  const { sameSame, sameOther, otherSame, otherOther } = table
  const differing = sameOther + otherSame
  const pairs = sameSame + differing + otherOther
  if (pairs === 0) return null
  const first = (sameSame + sameOther) / pairs
  const second = (sameSame + otherSame) / pairs
  const byChance = first * second + (1 - first) * (1 - second)
  const same = (first + second) / 2
  const other = 1 - same
  if (same === 0 || other === 0) return null
  const value = ((sameSame + otherOther) / pairs - byChance) / (1 - byChance)

  const counted = [sameSame, differing, otherOther]
  const isRefuted = (kappa: number): boolean => {
    const shared = same * other * kappa
    const shares = [same * same + shared, 2 * same * other * (1 - kappa), other * other + shared]
    let distance = 0
    for (const [cell, share] of shares.entries()) {
      if (share < -tiny) return true
      const off = (counted[cell] ?? 0) - pairs * share
      if (Math.abs(off) > tiny) distance += off ** 2 / (pairs * Math.max(share, tiny))
    }
    return distance > chiSquare95
  }
  const middle = 1 - differing / (2 * pairs * same * other)
  return rounded({
    value,
    from: Math.min(value, edge(middle, -1, isRefuted)),
    to: Math.max(value, edge(middle, 1, isRefuted)),
  })
}

/** The farthest of `inside` towards `outside` that is not refuted, by halving. */
function edge(inside: number, outside: number, isRefuted: (at: number) => boolean): number {
  if (!isRefuted(outside)) return outside
  let [held, refuted] = [inside, outside]
  for (let step = 0; step < 40; step++) {
    const middle = (held + refuted) / 2
    if (isRefuted(middle)) refuted = middle
    else held = middle
  }
  return held
}

function rounded({ value, from, to }: Estimate): Estimate {
  const round = (number: number) => Math.round(number * 1000) / 1000
  return { value: round(value), from: round(from), to: round(to) }
}

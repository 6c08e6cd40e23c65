import { type BlockRange, type Kernel, visitPairs } from './kernel.ts'
import { levelsByKind } from './levels.ts'
import { levelFunctions } from './pair-comparer.ts'
import { PatternCounter, type PatternRow } from './patterns.ts'

/** Weights of levels in units of a bit's 1,024th, against strangers and against household members. */
export interface LevelWeights {
  readonly againstStranger: readonly Int32Array[]
  readonly againstHousehold: readonly Int32Array[]
  readonly priorStranger: number
  readonly priorHousehold: number
}

/** Pairs whose weight reaches the asked one, lower record left; in the order in which they were found. */
export interface KeptPairs {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly units: Int32Array
  /** Pairs that each rule was the first to find, kept or not. */
  readonly compared: Float64Array
}

/** Counts the patterns of one pair in `stride`, chosen by the records' numbers. */
export function countPatterns(
  kernel: Kernel,
  ranges: readonly BlockRange[],
  stride: number,
): readonly PatternRow[] {
  const functions = levelFunctions(kernel.columns)
  const counter = new PatternCounter(levelCountsOf(kernel))
  const levels = new Uint8Array(functions.length)
  for (const range of ranges) {
    visitPairs(kernel, range, (left, right) => {
      if (stride > 1 && !isSampled(left, right, stride)) return
      for (let place = 0; place < functions.length; place++) {
        levels[place] = functions[place]?.(left, right) ?? 0
      }
      counter.add(levels)
    })
  }
  return counter.rows()
}

export function levelCountsOf({ columns }: Pick<Kernel, 'columns'>): readonly number[] {
  return columns.map(({ kind }) => levelsByKind[kind].length)
}

function isSampled(left: number, right: number, stride: number): boolean {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % stride === 0
}

/**
 * Pairs of the ranges with a weight of `keepUnits` or more.
 *
 * The weight is the smaller of the two, so that both other explanations must be ruled out. What is
 * cheap to compare comes first; a pair that cannot reach the asked weight any more is left.
 */
export function scorePairs(
  kernel: Kernel,
  ranges: readonly BlockRange[],
  { weights, keepUnits }: { readonly weights: LevelWeights; readonly keepUnits: number },
): KeptPairs {
  const steps = scoreSteps(kernel, weights)
  const kept = new PairStore()
  const compared = new Float64Array(kernel.rules.length)
  for (const range of ranges) {
    let looked = 0
    visitPairs(kernel, range, (left, right) => {
      looked++
      let stranger = weights.priorStranger
      let household = weights.priorHousehold
      for (const step of steps) {
        const level = step.levelOf(left, right)
        stranger += step.stranger[level] ?? 0
        household += step.household[level] ?? 0
        if (stranger + step.restStranger < keepUnits) return
        if (household + step.restHousehold < keepUnits) return
      }
      kept.add(left, right, Math.min(stranger, household))
    })
    compared[range.ruleNo] = (compared[range.ruleNo] ?? 0) + looked
  }
  return { ...kept.take(), compared }
}

function scoreSteps(kernel: Kernel, weights: LevelWeights) {
  const functions = levelFunctions(kernel.columns)
  const costs = { dates: 0, values: 1, words: 2 }
  const places = kernel.columns
    .map((_, place) => place)
    .sort((one, other) => costOf(one) - costOf(other) || one - other)
  function costOf(place: number): number {
    const form = kernel.columns[place]?.form ?? 'words'
    return costs[form]
  }
  const steps = places.map((place) => ({
    levelOf: functions[place] ?? (() => 0),
    stranger: weights.againstStranger[place] ?? new Int32Array(1),
    household: weights.againstHousehold[place] ?? new Int32Array(1),
    restStranger: 0,
    restHousehold: 0,
  }))
  let restStranger = 0
  let restHousehold = 0
  for (const step of [...steps].reverse()) {
    step.restStranger = restStranger
    step.restHousehold = restHousehold
    restStranger += Math.max(0, ...step.stranger)
    restHousehold += Math.max(0, ...step.household)
  }
  return steps
}

/** Pairs in columns that grow. */
class PairStore {
  #left = new Int32Array(1024)
  #right = new Int32Array(1024)
  #units = new Int32Array(1024)
  #size = 0

  add(left: number, right: number, units: number): void {
    if (this.#size === this.#left.length) {
      this.#left = doubled(this.#left)
      this.#right = doubled(this.#right)
      this.#units = doubled(this.#units)
    }
    this.#left[this.#size] = left
    this.#right[this.#size] = right
    this.#units[this.#size++] = units
  }

  take() {
    return {
      left: this.#left.slice(0, this.#size),
      right: this.#right.slice(0, this.#size),
      units: this.#units.slice(0, this.#size),
    }
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(column.length * 2)
  longer.set(column)
  return longer
}

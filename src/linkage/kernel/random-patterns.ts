import { numberStream } from '../hash.ts'
import type { Kernel } from './kernel.ts'
import { levelFunctions } from './pair-comparer.ts'
import { PatternCounter, type PatternRow } from './patterns.ts'
import { levelCountsOf } from './run-ranges.ts'

/** Patterns of pairs drawn at random, or of all pairs when there are fewer than asked for. */
export function randomPatterns(
  kernel: Omit<Kernel, 'rules'>,
  wanted: number,
): readonly PatternRow[] {
  const functions = levelFunctions(kernel.columns)
  const counter = new PatternCounter(levelCountsOf(kernel))
  const levels = new Uint8Array(functions.length)
  const { count, sources, isLinkOnly } = kernel
  const add = (left: number, right: number) => {
    if (isLinkOnly && sources[left] === sources[right]) return
    for (let place = 0; place < functions.length; place++) {
      levels[place] = functions[place]?.(left, right) ?? 0
    }
    counter.add(levels)
  }
  if ((count * (count - 1)) / 2 <= wanted) {
    for (let left = 0; left < count; left++) {
      for (let right = left + 1; right < count; right++) add(left, right)
    }
    return counter.rows()
  }
  const next = numberStream(20250701)
  for (let drawn = 0; drawn < wanted; drawn++) {
    const left = next() % count
    const right = next() % count
    if (left !== right) add(left, right)
  }
  return counter.rows()
}

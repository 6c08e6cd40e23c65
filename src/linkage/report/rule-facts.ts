import type { TableLinkage } from '../link-table.ts'
import { unitsPerBit } from '../score.ts'

/** What a blocking rule did for the pairs over the threshold. */
export interface RuleFacts {
  /** Joined pairs that the rule finds, whichever finds them first. */
  readonly finds: number
  /** Joined pairs that no earlier rule finds. */
  readonly firstFinds: number
  /** Joined pairs that no other rule finds: lost without it. */
  readonly aloneFinds: number
}

export function ruleFacts({ kernel, pairs, settings }: TableLinkage): readonly RuleFacts[] {
  const threshold = Math.round(settings.threshold_match_weight * unitsPerBit)
  const facts = kernel.rules.map(() => ({ finds: 0, firstFinds: 0, aloneFinds: 0 }))
  pairs.units.forEach((weight, place) => {
    if (weight < threshold) return
    const left = pairs.left[place] ?? 0
    const right = pairs.right[place] ?? 0
    const finding = facts.filter((_, no) => {
      const keys = kernel.rules[no]?.keys
      return keys !== undefined && keys[left] !== 0 && keys[left] === keys[right]
    })
    finding.forEach((fact, no) => {
      fact.finds++
      if (no === 0) fact.firstFinds++
      if (finding.length === 1) fact.aloneFinds++
    })
  })
  return facts
}

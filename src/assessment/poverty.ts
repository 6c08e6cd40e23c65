import { anyOf, type Claim } from './claim.ts'
import { type FamilyView, familyFact, told } from './family-view.ts'

/** Deciles of the national rank that count as poor; the next two are near-poor. */
const poorDeciles = 2
const nearPoorDeciles = 4

/**
 * Poor: national decile 1 or 2, or a zakat giver found the family destitute (`fakir`), or a ward
 * calls it so. A decile that no list tells leaves it open; Betang never sets a decile.
 */
export function isPoor(view: FamilyView): Claim {
  return anyOf(
    familyFact(view, 'decile', (decile) => decile <= poorDeciles),
    told(view, 'destitute'),
  )
}

/**
 * Near-poor or poor: national decile 1 to 4, or people who know the family put it forward: the ward
 * in a proposal, a zakat giver among the poor.
 */
export function isNearPoor(view: FamilyView): Claim {
  return anyOf(
    familyFact(view, 'decile', (decile) => decile <= nearPoorDeciles),
    told(view, 'proposed', 'poor-grounds', 'destitute'),
  )
}

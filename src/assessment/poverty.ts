import { allOf, anyOf, type Claim, unknown } from './claim.ts'
import { type FamilyView, familyFact, told } from './family-view.ts'

/** Deciles of the national rank that count as poor; the next two are near-poor. */
const poorDeciles = 2
const nearPoorDeciles = 4

/**
 * Poor: national decile 1 or 2; or decile 3 or 4 where people who know the family add a second sign
 * (put forward by the ward, zakat for the poor, no work, debt); or put forward by the ward where no
 * list tells the decile. Where the ward and a decile above 4 disagree, somebody has to look.
 */
export function isPoor(view: FamilyView): Claim {
  return once(poorByView, view, judgePoor)
}

function judgePoor(view: FamilyView): Claim {
  const { decile } = view.family
  if (decile === undefined) {
    const heard = told(view, 'proposed')
    return heard.value === true ? heard : unknown({ fact: 'decile' })
  }
  if (decile > nearPoorDeciles && told(view, 'proposed', 'destitute').value === true) {
    return unknown({ fact: 'fieldCheck' })
  }
  return anyOf(
    familyFact(view, 'decile', (tenth) => tenth <= poorDeciles),
    allOf(
      familyFact(view, 'decile', (tenth) => tenth <= nearPoorDeciles),
      told(view, 'proposed', 'poor-grounds', 'destitute', 'jobless', 'debt'),
    ),
  )
}

/**
 * Near-poor or poor: national decile 1 to 4, or people who know the family put it forward: the ward
 * in a proposal, a zakat giver among the poor.
 */
export function isNearPoor(view: FamilyView): Claim {
  return once(nearPoorByView, view, judgeNearPoor)
}

function judgeNearPoor(view: FamilyView): Claim {
  return anyOf(
    familyFact(view, 'decile', (decile) => decile <= nearPoorDeciles),
    told(view, 'proposed', 'poor-grounds', 'destitute'),
  )
}

/** Every member and indicator asks again: one answer a view. */
const poorByView = new WeakMap<FamilyView, Claim>()
const nearPoorByView = new WeakMap<FamilyView, Claim>()

function once(
  answers: WeakMap<FamilyView, Claim>,
  view: FamilyView,
  judge: (view: FamilyView) => Claim,
): Claim {
  const known = answers.get(view)
  if (known !== undefined) return known
  const claim = judge(view)
  answers.set(view, claim)
  return claim
}

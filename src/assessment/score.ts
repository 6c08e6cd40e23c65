import type { IsoDate } from '#platform/dates'
import { isIll, isLoneElderly } from './basic.ts'
import { type FamilyView, told } from './family-view.ts'
import type { Lack } from './finding.ts'
import { hasDisabled, isPregnant } from './health.ts'
import { isWomanHead } from './livelihood.ts'
import { type PointReason, points } from './points.ts'
import type { Need } from './schema.ts'

/** Flood lists of six from which a ward counts as flooded often. */
const oftenListed = 4

/** Years of waiting beyond which no further points come. */
const waitingYearsCounted = 3

/** Reasons of the family and its place, the same for each of its needs. */
export function familyReasons(view: FamilyView): readonly PointReason[] {
  const { area, family } = view
  const holding: readonly (readonly [PointReason, boolean])[] = [
    [decileReason(family.decile), family.decile === undefined || family.decile <= 5],
    ['proposed', told(view, 'proposed', 'poor-grounds', 'destitute').value === true],
    ['lone-elderly', isLoneElderly(view).value === true],
    ['disabled', hasDisabled(view).value === true],
    ['woman-head', isWomanHead(view).value === true],
    ['pregnant', view.members.some((member) => isPregnant(view, member).value === true)],
    ['small-child', view.members.some(({ age }) => age !== null && age < 5)],
    ['ill', view.members.some((member) => isIll(view, member).value === true)],
    ['river-only', area?.isRiverOnly === true],
    ['flood-ward', (area?.floodListings ?? 0) >= oftenListed],
    ['flooded', family.isFlooded === true || told(view, 'flooded').value === true],
    ['served-by-none', view.gifts.length === 0],
  ]
  return holding.filter(([, holds]) => holds).map(([reason]) => reason)
}

function decileReason(decile: number | undefined): PointReason {
  switch (decile) {
    case 1:
      return 'decile-1'
    case 2:
      return 'decile-2'
    case 3:
      return 'decile-3'
    case 4:
      return 'decile-4'
    case undefined:
      return 'decile-unknown'
    default:
      return 'decile-5'
  }
}

/** The points of one need, largest first; their sum is its score. */
export function pointsOf(
  lack: Lack,
  shared: readonly PointReason[],
  isHelped: boolean,
  waitingYears: number,
): Need['points'] {
  const lines: { reason: PointReason; points: number }[] = [
    `severity-${lack.severity}` as const,
    ...shared,
  ].map((reason) => ({ reason, points: points[reason].points }))
  if (!isHelped) lines.push({ reason: 'not-yet-helped', points: points['not-yet-helped'].points })
  const years = Math.min(waitingYears, waitingYearsCounted)
  if (years > 0) lines.push({ reason: 'waiting', points: points.waiting.points * years })
  return lines.sort((left, right) => right.points - left.points)
}

/** Completed years since a need was first seen. */
export function yearsWaiting(since: IsoDate | undefined, on: IsoDate): number {
  if (since === undefined || since > on) return 0
  const years = Number(on.slice(0, 4)) - Number(since.slice(0, 4))
  return on.slice(5) < since.slice(5) ? years - 1 : years
}

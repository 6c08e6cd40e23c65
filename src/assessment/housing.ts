import { allOf, anyOf, type Claim, known, not, unknown } from './claim.ts'
import { type FamilyView, familyFact, told } from './family-view.ts'
import { type Finding, familyFinding, given, type Severity } from './finding.ts'
import { isNearPoor, isPoor } from './poverty.ts'

/** Square metres a person needs. @source HREIS, PUPR. */
const areaPerPersonM2 = 7.2

/**
 * Materials that no house may rest on by HREIS. Planks and zinc are sound here and in the standard:
 * what counts is their condition.
 */
const unfitFloors = ['earth', 'bamboo', 'other']
const unfitWalls = ['bamboo', 'bamboo-weave', 'logs', 'other']
const unfitRoofs = ['bamboo', 'thatch', 'asbestos', 'other']

/**
 * House: an unsound or crowded house of a near-poor family that does not rent it. Stands the house
 * on a survey of unfit houses, the surveyor's visit stands for the decile and tenure nobody told.
 */
export function decentHouse(view: FamilyView): Finding {
  const visited = told(view, 'surveyed-unfit')
  const owner = not(
    familyFact(view, 'houseTenure', (tenure) => tenure === 'rented' || tenure === 'contract'),
  )
  const isOwner = owner.value === null && anyOf(visited, told(view, 'proposed')).value === true
  const claim = given(
    isUnsound(view),
    anyOf(isNearPoor(view), visited),
    isOwner ? known(true) : owner,
  )
  return familyFinding(claim, houseSeverity(view))
}

/** Damage, unfit material or too little room; unknown while a part is untold. */
export function isUnsound(view: FamilyView): Claim {
  return anyOf(
    isDamaged(view),
    familyFact(view, 'floor', (floor) => unfitFloors.includes(floor)),
    familyFact(view, 'wall', (wall) => unfitWalls.includes(wall)),
    familyFact(view, 'roof', (roof) => unfitRoofs.includes(roof)),
    isCrowded(view),
    told(view, 'house-unsound', 'house-collapsing'),
  )
}

/** A part of the house is rotten, leaking or leaning, or the whole is. */
function isDamaged(view: FamilyView): Claim {
  const whole = familyFact(
    view,
    'houseCondition',
    (condition) => condition === 'moderate' || condition === 'heavy',
  )
  const parts = [
    familyFact(view, 'floorCondition', (condition) => condition === 'damaged'),
    familyFact(view, 'wallCondition', (condition) => condition === 'damaged'),
    familyFact(view, 'roofCondition', (condition) => condition === 'damaged'),
  ]
  // A verdict on the whole house outweighs its parts. Without one, a damaged part settles it, sound
  // parts do not: a house can lean on good floors, and a verdict nobody gave is no "no".
  if (whole.value !== null) return whole
  const anyPart = anyOf(...parts)
  return anyPart.value === true ? anyPart : unknown({ fact: 'houseCondition' })
}

/** Too little room. Members are the fewest who live there: they show a crowd, never that there is none. */
function isCrowded(view: FamilyView): Claim {
  const area = familyFact(view, 'floorAreaM2', () => true)
  if (area.value === null) return area
  const { occupants } = view.family
  const persons = occupants ?? view.members.length
  const isTight = familyFact(view, 'floorAreaM2', (m2) => m2 < areaPerPersonM2 * persons)
  if (occupants === undefined && isTight.value === false) return unknown({ fact: 'occupants' })
  return allOf(known(true, { fact: 'occupants', value: String(persons) }), isTight)
}

function houseSeverity(view: FamilyView): Severity {
  const { floorCondition, wallCondition, roofCondition, houseCondition } = view.family
  const damaged = [floorCondition, wallCondition, roofCondition].filter(
    (condition) => condition === 'damaged',
  ).length
  const isCollapsing = told(view, 'house-collapsing').value === true
  if (isCollapsing || houseCondition === 'heavy' || damaged === 3) return 4
  if (houseCondition === 'moderate' || damaged === 2) return 3
  return damaged === 1 || told(view, 'house-unsound').value === true ? 2 : 1
}

/** Light: no grid power, or the neighbour's line in a poor family. */
export function electricity(view: FamilyView): Finding {
  const offGrid = familyFact(
    view,
    'lighting',
    (lighting) => lighting === 'off-grid' || lighting === 'none',
  )
  const borrowed = given(
    familyFact(view, 'lighting', (lighting) => lighting === 'grid-no-meter'),
    isPoor(view),
  )
  const heard = offGrid.value === null ? told(view, 'no-electricity') : known(false)
  const severity = view.family.lighting === 'none' ? 3 : view.family.lighting === 'off-grid' ? 2 : 1
  return familyFinding(anyOf(offGrid, borrowed, heard), severity)
}

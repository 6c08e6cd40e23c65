import type { Family } from '#registry/schema'
import { and, compare, not, or, type Range } from './rule-language/value.ts'
import type { Tri } from './schema.ts'

/** What the house is like, by the ministry's measure of a decent house. */
export interface HouseFacts {
  readonly roofSound: Tri
  readonly wallSound: Tri
  readonly floorSound: Tri
  readonly isDamaged: Tri
  readonly floorAreaPerPersonDm2: number | Range | null
  readonly buildingSound: Tri
  /** Damaged, of material that does not last, or crowded. */
  readonly isUnsound: Tri
  readonly waterSafe: Tri
  readonly sanitationSafe: Tri
  readonly houseFit: Tri
  readonly isOverWater: Tri
}

/** @source HREIS of the housing ministry: 7.2 m² a person. */
const leastAreaDm2 = 720
/** @source HREIS: a well is safe when the cesspit is more than 10 m away. */
const leastWellToCesspitM = 10

/**
 * The house by HREIS: floor area, drinking water, sanitation and building, each three-valued.
 *
 * @param memberCount active members; a range where not all may be listed.
 * @source HREIS metadata as quoted in the city's note on DTSEN; plank walls and floors are sound.
 */
export function houseFacts(family: Family, memberCount: number | Range): HouseFacts {
  const roofSound = partSound(
    isOneOf(family.roof, ['concrete', 'tile', 'zinc', 'wood']),
    family.roofCondition,
  )
  const wallSound = partSound(
    isOneOf(family.wall, ['brick', 'plastered-weave', 'wood']),
    family.wallCondition,
  )
  const floorSound = partSound(
    isOneOf(family.floor, ['marble', 'ceramic', 'parquet', 'tile', 'wood', 'cement']),
    family.floorCondition,
  )
  const buildingSound = and(and(roofSound, wallSound), floorSound)
  const floorAreaPerPersonDm2 = areaPerPersonDm2(family, memberCount)
  const waterSafe = isWaterSafe(family)
  const sanitationSafe = isSanitationSafe(family)
  const isRoomy = compare('>=', floorAreaPerPersonDm2, leastAreaDm2)
  const isDamaged: Tri =
    family.houseCondition === undefined
      ? null
      : family.houseCondition === 'moderate' || family.houseCondition === 'heavy'
  return {
    roofSound,
    wallSound,
    floorSound,
    isDamaged,
    floorAreaPerPersonDm2,
    buildingSound,
    isUnsound: or(or(isDamaged, not(buildingSound)), not(isRoomy)),
    waterSafe,
    sanitationSafe,
    houseFit: and(and(isRoomy, waterSafe), and(sanitationSafe, buildingSound)),
    isOverWater: family.closet === undefined ? null : family.closet === 'over-water',
  }
}

/** Sound when the material lasts and nothing is broken; a silent survey does not speak of damage. */
function partSound(material: Tri, condition: 'sound' | 'damaged' | undefined): Tri {
  if (condition === 'damaged') return false
  return material
}

function isOneOf<Value extends string>(value: Value | undefined, good: readonly Value[]): Tri {
  return value === undefined ? null : good.includes(value)
}

function areaPerPersonDm2(family: Family, memberCount: number | Range): number | Range | null {
  if (family.floorAreaM2 === undefined || family.floorAreaM2 <= 0) return null
  const areaDm2 = Math.round(family.floorAreaM2 * 100)
  const fewest = Math.max(1, typeof memberCount === 'number' ? memberCount : memberCount.lo)
  const most = typeof memberCount === 'number' ? fewest : memberCount.hi
  // Occupants of other families share the floor when the list counts them.
  const people = Math.max(fewest, family.occupants ?? 0)
  const hi = Math.floor(areaDm2 / people)
  if (most === Number.POSITIVE_INFINITY && family.occupants === undefined) return { lo: 0, hi }
  return hi
}

function isWaterSafe({ water, wellToCesspitM }: Family): Tri {
  const isFar: Tri = wellToCesspitM === undefined ? null : wellToCesspitM > leastWellToCesspitM
  switch (water) {
    case undefined:
      return null
    case 'borehole':
    case 'protected-well':
    case 'protected-spring':
      return isFar
    case 'bottled':
    case 'refill':
    case 'piped':
    case 'piped-retail':
    case 'rain':
      return true
    default:
      return false
  }
}

function isSanitationSafe({ toilet, closet, wasteDisposal }: Family): Tri {
  // No toilet settles it: nobody asks for its closet.
  return and(
    isOneOf(toilet, ['own', 'shared', 'communal']),
    and(isOneOf(closet, ['goose-neck']), isOneOf(wasteDisposal, ['septic', 'treatment'])),
  )
}

import type { SeededRandom } from './random.ts'
import type { SampleFamily } from './schema.ts'

type Dwelling = Pick<
  SampleFamily,
  | 'tenure'
  | 'floor'
  | 'wall'
  | 'roof'
  | 'condition'
  | 'areaM2'
  | 'water'
  | 'lighting'
  | 'power'
  | 'fuel'
  | 'toilet'
  | 'closet'
  | 'waste'
  | 'assets'
>

/** A house as families of that welfare live in; code numbers as in the national list. */
export function makeDwelling(random: SeededRandom, welfare: number, members: number): Dwelling {
  const isPoor = random.chance(1 - welfare)
  const toilet = isPoor ? random.pick([1, 1, 2, 3, 4, 6] as const) : 1
  const closet = isPoor ? random.pick([1, 1, 2, 3, 4] as const) : 1
  const light = isPoor ? random.pick([1, 1, 1, 2, 2, 3] as const) : 1
  return {
    tenure:
      random.weighted([
        [1, 60],
        [3, 20],
        [5, 12],
        [4, 8],
      ] as const) ?? 1,
    floor: isPoor ? random.pick([5, 5, 6, 6, 8] as const) : random.pick([2, 2, 4, 5] as const),
    wall: isPoor ? random.pick([3, 3, 3, 4, 1] as const) : random.pick([1, 1, 3] as const),
    roof: isPoor ? random.pick([3, 3, 4, 7] as const) : random.pick([3, 2, 3] as const),
    condition: isPoor ? random.pick([1, 2, 2, 3, 4] as const) : random.pick([1, 1, 1, 2] as const),
    areaM2: Math.max(9, Math.round((isPoor ? 22 : 55) + members * 3 + random.normal() * 9)),
    water: isPoor
      ? random.pick([2, 5, 5, 6, 7, 10, 11] as const)
      : random.pick([2, 3, 3, 5] as const),
    lighting: light,
    power:
      light === 1
        ? isPoor
          ? random.pick([1, 1, 2] as const)
          : random.pick([2, 3, 4] as const)
        : 0,
    fuel: isPoor ? random.pick([4, 4, 4, 10] as const) : 4,
    toilet,
    closet: toilet === 6 ? 4 : closet,
    waste: toilet === 6 ? 3 : isPoor ? random.pick([1, 3, 4, 4] as const) : 1,
    assets: assetCounts(random, welfare),
  }
}

/** Nineteen counts in the order of the national list. */
function assetCounts(random: SeededRandom, welfare: number): number[] {
  const has = (share: number): number => (random.chance(share) ? 1 : 0)
  return [
    has(welfare * 0.3),
    has(0.3 + welfare * 0.6),
    has(welfare * 0.4),
    0,
    0,
    has(0.2 + welfare * 0.6),
    random.chance(welfare * 0.5) ? random.whole(1, 20) : 0,
    has(welfare * 0.6),
    random.chance(0.85) ? random.whole(1, welfare > 0.6 ? 3 : 2) : 0,
    has(0.2),
    has(welfare * 0.35),
    has(0.06),
    has(0.04),
    random.whole(0, 3),
    0,
    has(welfare * 0.2),
    has(welfare * 0.15),
    0,
    has(0.1),
  ]
}

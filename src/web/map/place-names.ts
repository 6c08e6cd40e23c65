import type { Projection } from './project.ts'

interface Name {
  readonly name: string
  readonly place: readonly [number, number]
}
interface PlacedName {
  readonly name: string
  /** Middle of the word and its base line, in drawing units. */
  readonly x: number
  readonly y: number
}

/** Width of a letter and height of a line at the map's type size. */
const letterWidth = 5.8
const lineHeight = 12
/** Where a name may stand instead: a little above or below its place. */
const shifts = [0, -8, 8, -14, 14]

/** Names where they fit, the first ones first: one that would meet another is left out. */
export function placeNames(names: readonly Name[], projection: Projection): PlacedName[] {
  const placed: (PlacedName & { readonly half: number })[] = []
  for (const { name, place } of names) {
    const half = (name.length * letterWidth) / 2
    const x = Math.min(Math.max(projection.toX(place[0]), half), projection.width - half)
    for (const shift of shifts) {
      const wanted = projection.toY(place[1]) + 4 + shift
      const y = Math.min(Math.max(wanted, lineHeight), projection.height - 3)
      const meets = placed.some(
        (other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < lineHeight,
      )
      if (meets) continue
      placed.push({ name, x, y, half })
      break
    }
  }
  return placed
}

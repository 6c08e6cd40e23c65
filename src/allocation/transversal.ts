/** Needs that the same offers may serve, and offers with their free places. */
export interface PlacesProblem {
  /** Free places of each offer. */
  readonly places: readonly number[]
  /** Offers of each class, in the order in which they are tried. */
  readonly classes: readonly (readonly number[])[]
  /** Class of each need, highest priority first; -1 stays unserved. */
  readonly classOf: Int32Array
  /** Points of each need, falling. */
  readonly points: Float64Array
  /** Offer that a need would rather have (an earlier promise), -1 for none. */
  readonly preferred: Int32Array
}

export interface PlacesSolution {
  /** Offer of each need, -1 unserved. */
  readonly offerOf: Int32Array
  /** Points at which an offer turned the first need away; 0 while it has room. */
  readonly price: Float64Array
  /** Offers that closed together, by number; -1 for those that never closed. */
  readonly blockOf: Int32Array
}

/**
 * The most valuable set of needs that can be served together, and its proof.
 *
 * The sets of needs that can be served together form a transversal matroid, so going down the
 * priority list is optimal when a need is taken whenever a place is free or can be freed by moving
 * served needs to other offers (nobody is dropped). When the search fails, the offers it reached
 * are full of needs that fit nowhere else: they close at these points, which are their dual price.
 *
 * @source Edmonds (1971), "Matroids and the greedy algorithm"; Edmonds and Fulkerson (1965).
 */
export function fillPlaces(problem: PlacesProblem): PlacesSolution {
  const seats = new Seating(problem)
  const { classOf, points, preferred } = problem
  for (let need = 0; need < classOf.length; need++) {
    const classNo = classOf[need] ?? -1
    if (classNo < 0) continue
    seats.take(need, classNo, preferred[need] ?? -1, points[need] ?? 0)
  }
  return { offerOf: seats.offerOf, price: seats.price, blockOf: seats.blockOf }
}

/** Who sits where while places are given away; guards that counts and seats agree. */
class Seating {
  readonly offerOf: Int32Array
  readonly price: Float64Array
  readonly blockOf: Int32Array
  private readonly offerCount: number
  private readonly classes: readonly (readonly number[])[]
  private readonly free: Float64Array
  /** Needs seated, by class and offer. */
  private readonly seated: Map<number, number[]>[]
  private readonly isClassClosed: Uint8Array
  /** `links[a * n + b]`: needs seated at a that could move to b. */
  private readonly links: Int32Array
  /** A class with a need at a that could move to b, where one was seen last. */
  private readonly hints: Int32Array
  private readonly classesAt: number[][]
  private readonly near: number[][]
  private readonly cameFrom: Int32Array
  private readonly seenAt: Int32Array
  private searchNo = 0
  private blockCount = 0

  constructor({ places, classes, classOf }: PlacesProblem) {
    const n = places.length
    this.offerCount = n
    this.classes = classes
    this.offerOf = new Int32Array(classOf.length).fill(-1)
    this.price = new Float64Array(n)
    this.blockOf = new Int32Array(n).fill(-1)
    this.free = Float64Array.from(places)
    this.seated = classes.map(() => new Map())
    this.isClassClosed = new Uint8Array(classes.length)
    this.links = new Int32Array(n * n)
    this.hints = new Int32Array(n * n).fill(-1)
    this.cameFrom = new Int32Array(n).fill(-1)
    this.seenAt = new Int32Array(n)
    this.classesAt = places.map(() => [])
    const nearSets = places.map(() => new Set<number>())
    for (const [classNo, offers] of classes.entries()) {
      for (const offer of offers) {
        this.classesAt[offer]?.push(classNo)
        for (const other of offers) if (other !== offer) nearSets[offer]?.add(other)
      }
    }
    this.near = nearSets.map((set) => [...set].sort((a, b) => a - b))
  }

  take(need: number, classNo: number, preferred: number, points: number): void {
    if (this.isClassClosed[classNo] === 1) return
    const offers = this.classes[classNo] ?? []
    const direct =
      preferred >= 0 && this.hasRoom(preferred) && offers.includes(preferred)
        ? preferred
        : offers.find((offer) => this.hasRoom(offer))
    if (direct !== undefined) {
      this.seat(need, classNo, direct)
      return
    }
    const reached = offers.filter((offer) => this.isOpen(offer))
    const end = reached.length === 0 ? -1 : this.search(reached)
    if (end >= 0) {
      this.seat(need, classNo, this.shiftAlong(end))
      return
    }
    for (const offer of reached) {
      this.blockOf[offer] = this.blockCount
      this.price[offer] = points
    }
    this.blockCount++
    this.isClassClosed[classNo] = 1
  }

  private isOpen(offer: number): boolean {
    return this.blockOf[offer] === -1
  }

  private hasRoom(offer: number): boolean {
    return (this.free[offer] ?? 0) > 0
  }

  /** Breadth first from `reached`, which grows by every open offer found; the end has room, or -1. */
  private search(reached: number[]): number {
    const searchNo = ++this.searchNo
    for (const offer of reached) {
      this.seenAt[offer] = searchNo
      this.cameFrom[offer] = -1
    }
    for (let head = 0; head < reached.length; head++) {
      const offer = reached[head] ?? 0
      const row = offer * this.offerCount
      for (const other of this.near[offer] ?? []) {
        if (this.seenAt[other] === searchNo || !this.isOpen(other)) continue
        if ((this.links[row + other] ?? 0) === 0) continue
        this.seenAt[other] = searchNo
        this.cameFrom[other] = offer
        if (this.hasRoom(other)) return other
        reached.push(other)
      }
    }
    return -1
  }

  /** Moves one need along each step of the path that ends at `end`; returns the offer freed. */
  private shiftAlong(end: number): number {
    let to = end
    for (;;) {
      const from = this.cameFrom[to] ?? -1
      if (from < 0) return to
      const classNo = this.movableClass(from, to)
      const moved = this.seated[classNo]?.get(from)?.pop()
      if (moved === undefined) throw new Error(`no need to move from offer ${from} to ${to}`)
      this.count(classNo, from, -1)
      this.seat(moved, classNo, to)
      to = from
    }
  }

  private movableClass(from: number, to: number): number {
    const at = from * this.offerCount + to
    const hint = this.hints[at] ?? -1
    if (hint >= 0 && this.seatedCount(hint, from) > 0) return hint
    for (const classNo of this.classesAt[from] ?? []) {
      if (this.seatedCount(classNo, from) > 0 && this.classes[classNo]?.includes(to)) {
        this.hints[at] = classNo
        return classNo
      }
    }
    throw new Error(`no class links offer ${from} to ${to}`)
  }

  private seatedCount(classNo: number, offer: number): number {
    return this.seated[classNo]?.get(offer)?.length ?? 0
  }

  private seat(need: number, classNo: number, offer: number): void {
    this.offerOf[need] = offer
    const bySeat = this.seated[classNo]
    const list = bySeat?.get(offer)
    if (list) list.push(need)
    else bySeat?.set(offer, [need])
    this.count(classNo, offer, 1)
  }

  /** Keeps free places and links in step with one need that came (1) or went (-1). */
  private count(classNo: number, offer: number, change: 1 | -1): void {
    this.free[offer] = (this.free[offer] ?? 0) - change
    const row = offer * this.offerCount
    for (const other of this.classes[classNo] ?? []) {
      this.links[row + other] = (this.links[row + other] ?? 0) + change
    }
  }
}

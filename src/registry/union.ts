/**
 * Disjoint sets of numbers; the smallest member names a set, so that order does not matter. What is
 * kept apart is never joined, not even through others.
 */
export class Union {
  readonly #parent: Int32Array
  /** Roots that a root must not be joined with. */
  readonly #apart = new Map<number, Set<number>>()

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, no) => no)
  }

  rootOf(no: number): number {
    let root = no
    while (root !== (this.#parent[root] ?? root)) root = this.#parent[root] ?? root
    let walked = no
    while (walked !== root) {
      const next = this.#parent[walked] ?? root
      this.#parent[walked] = root
      walked = next
    }
    return root
  }

  /** Keeps two sets apart from now on; false where they are one already. */
  keepApart(left: number, right: number): boolean {
    const [one, other] = [this.rootOf(left), this.rootOf(right)]
    if (one === other) return false
    this.#apartOf(one).add(other)
    this.#apartOf(other).add(one)
    return true
  }

  /** Whether the two may become one set, or are. */
  mayJoin(left: number, right: number): boolean {
    return !this.#apart.get(this.rootOf(left))?.has(this.rootOf(right))
  }

  /** Joins two sets that may be joined. */
  join(left: number, right: number): void {
    const one = this.rootOf(left)
    const other = this.rootOf(right)
    if (one === other || this.#apart.get(one)?.has(other)) return
    const [low, high] = one < other ? [one, other] : [other, one]
    this.#parent[high] = low
    for (const kept of this.#apart.get(high) ?? []) {
      this.#apartOf(low).add(kept)
      this.#apartOf(kept).delete(high)
      this.#apartOf(kept).add(low)
    }
    this.#apart.delete(high)
  }

  #apartOf(root: number): Set<number> {
    const known = this.#apart.get(root)
    if (known) return known
    const made = new Set<number>()
    this.#apart.set(root, made)
    return made
  }
}

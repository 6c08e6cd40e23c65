/** Disjoint sets of numbers; the smallest member names a set, so that order does not matter. */
export class Union {
  readonly #parent: Int32Array

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

  join(left: number, right: number): void {
    const [low, high] = [this.rootOf(left), this.rootOf(right)].sort((a, b) => a - b)
    if (low !== undefined && high !== undefined && low !== high) this.#parent[high] = low
  }
}

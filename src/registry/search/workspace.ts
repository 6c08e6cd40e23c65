import type { PackedIndex } from './packed-index.ts'
import type { Grades } from './vocabulary.ts'

/**
 * Arrays that one question after another writes into, so that none of them makes any: one cell a
 * person, family or word. Between questions all cells are zero.
 */
export class Workspace {
  /** Persons who may be an answer; 1, or one more than the parts that they answer. */
  readonly persons: Marked
  /** Families that may be an answer by their address alone. */
  readonly families: Marked
  /** Families with an answer. */
  readonly ranked: Marked
  readonly bestKey: Float64Array
  /** Whom the best answer of a family is owed to, counted from 1; 0 is its address. */
  readonly bestPerson: Uint32Array
  /** What was hit, as in `hit`. */
  readonly bestHit: Uint8Array
  readonly #grades: Grades[] = []
  #gradesInUse = 0
  readonly #wordCount: number

  constructor(index: PackedIndex) {
    const familyCount = index.scopeOfFamily.length
    this.persons = new Marked(index.familyOfPerson.length)
    this.families = new Marked(familyCount)
    this.ranked = new Marked(familyCount)
    this.bestKey = new Float64Array(familyCount)
    this.bestPerson = new Uint32Array(familyCount)
    this.bestHit = new Uint8Array(familyCount)
    this.#wordCount = Math.max(index.names.words.count, index.streets.words.count)
  }

  /** Empty grades for a vocabulary of the index. */
  takeGrades(): Grades {
    const known = this.#grades[this.#gradesInUse]
    const grades = known ?? { row: new Uint8Array(this.#wordCount), wordNos: [] }
    if (!known) this.#grades.push(grades)
    this.#gradesInUse++
    return grades
  }

  /** Makes all cells zero again, as many as were written. */
  clear(): void {
    this.persons.clear()
    this.families.clear()
    for (let at = 0; at < this.ranked.count; at++) this.bestKey[this.ranked.at(at)] = 0
    this.ranked.clear()
    for (const { row, wordNos } of this.#grades.slice(0, this.#gradesInUse)) {
      for (const wordNo of wordNos.splice(0)) row[wordNo] = 0
    }
    this.#gradesInUse = 0
  }

  /** Bytes that it holds. */
  get byteLength(): number {
    const cells = [
      this.bestKey,
      this.bestPerson,
      this.bestHit,
      ...this.#grades.map(({ row }) => row),
    ]
    const marked = [this.persons, this.families, this.ranked]
    return [...cells, ...marked].reduce((sum, { byteLength }) => sum + byteLength, 0)
  }
}

/** Numbers whose cell was written, in the order in which they came. */
class Marked {
  readonly #cells: Uint8Array
  readonly #numbers: Uint32Array
  count = 0

  constructor(most: number) {
    this.#cells = new Uint8Array(most)
    this.#numbers = new Uint32Array(most)
  }

  /** Writes 1 into the cell of a number that has none. */
  add(number: number): void {
    if (this.#cells[number] !== 0) return
    this.#numbers[this.count++] = number
    this.#cells[number] = 1
  }

  /** Writes into the cell of a number that was added. */
  write(number: number, value: number): void {
    this.#cells[number] = value
  }

  valueOf(number: number): number {
    return this.#cells[number] ?? 0
  }

  at(place: number): number {
    return this.#numbers[place] ?? 0
  }

  clear(): void {
    for (let place = 0; place < this.count; place++) this.#cells[this.at(place)] = 0
    this.count = 0
  }

  get byteLength(): number {
    return this.#cells.byteLength + this.#numbers.byteLength
  }
}

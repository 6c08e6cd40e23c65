import type { Damaged } from './damage.ts'
import type { SampleCell, SamplePerson, SampleSheet, TruthRow } from './schema.ts'

/** Builds one sheet row by row and keeps the truth of its data rows. */
export class SheetWriter {
  readonly #cells: SampleCell[][] = []
  readonly #truth: TruthRow[] = []
  readonly #file: string
  readonly #sheet: string
  readonly #isText: boolean

  /** @param isText the file has no sheets, so that truth names none. */
  constructor(file: string, sheet: string, isText = false) {
    this.#file = file
    this.#sheet = sheet
    this.#isText = isText
  }

  /** A title, heading, blank, total or signature line. */
  line(...cells: readonly SampleCell[]): void {
    this.#cells.push([...cells])
  }

  /** A data row about a person; damaged cells leave their tag in the truth. */
  row(person: SamplePerson, cells: readonly (SampleCell | Damaged)[]): void {
    const tags: string[] = []
    const plain = cells.map((cell): SampleCell => {
      if (cell === null || typeof cell !== 'object' || cell instanceof Date) return cell
      if (cell.tag !== undefined) tags.push(cell.tag)
      return cell.cell
    })
    this.#cells.push(plain)
    this.#truth.push({
      file: this.#file,
      sheet: this.#isText ? '' : this.#sheet,
      row: this.#cells.length,
      personId: person.personId,
      familyId: person.familyId,
      tags: tags.join(';'),
    })
  }

  /** Rows so far, for running numbers. */
  get dataRows(): number {
    return this.#truth.length
  }

  get truth(): readonly TruthRow[] {
    return this.#truth
  }

  sheet(): SampleSheet {
    return { name: this.#sheet, cells: this.#cells }
  }
}

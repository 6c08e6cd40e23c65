import type { Intake } from '#intake/schema'
import { publicKey } from '#platform/keys'

/** Makes public keys from the source rows, so that two runs over the same files agree. */
export class KeyMaker {
  readonly #intake: Intake
  readonly #taken = new Set<string>()

  constructor(intake: Intake) {
    this.#intake = intake
  }

  /** The key of a person or family by the first of its rows, by file, sheet and row. */
  make(kind: 'person' | 'family', rowNos: readonly number[]): string {
    const places = rowNos.map((rowNo) => {
      const ref = this.#intake.rows[rowNo]?.ref
      return `${ref?.file}\n${ref?.sheet}\n${String(ref?.row).padStart(9, '0')}`
    })
    const source = `${kind}\n${places.reduce((least, place) => (place < least ? place : least))}`
    let key = publicKey(source)
    for (let again = 1; this.#taken.has(key); again++) key = publicKey(`${source}\n${again}`)
    this.#taken.add(key)
    return key
  }
}

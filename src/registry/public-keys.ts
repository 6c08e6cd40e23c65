import type { Intake } from '#intake/schema'
import { publicKey } from '#platform/keys'

/** Makes public keys from the source rows, so that two runs over the same files agree. */
export class KeyMaker {
  readonly #intake: Intake
  readonly #taken = new Set<string>()

  constructor(intake: Intake) {
    this.#intake = intake
  }

  /**
   * The key of a person, family or dwelling by the first of its rows. Lists stand in the order in which they were
   * accepted: a list that comes later changes no key.
   */
  make(kind: 'person' | 'family' | 'dwelling', rowNos: readonly number[]): string {
    const first = rowNos.reduce((least, rowNo) => Math.min(least, rowNo))
    const ref = this.#intake.rows[first]?.ref
    const source = `${kind}\n${ref?.file}\n${ref?.sheet}\n${ref?.row}`
    let key = publicKey(source)
    for (let again = 1; this.#taken.has(key); again++) key = publicKey(`${source}\n${again}`)
    this.#taken.add(key)
    return key
  }
}

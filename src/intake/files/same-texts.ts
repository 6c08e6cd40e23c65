/** Distinct texts of a column that are looked up; a column with more hardly repeats. */
const mostKnown = 3000

/**
 * Keeps one copy of texts that come again in a column: most cells of a long list say what a cell above
 * them says, and a text that is the same object is found faster by all that looks it up later.
 */
export class SameTexts {
  readonly #byColumn: Map<string, string>[] = []

  /** The copy that was seen first, or the text itself. */
  of(column: number, text: string): string {
    const known = this.#byColumn[column] ?? new Map<string, string>()
    this.#byColumn[column] = known
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size < mostKnown) known.set(text, text)
    return text
  }
}

/**
 * The earlier help on record that closes a programme for a family, as the ledger writes it.
 *
 * A word of the list counts where it stands as whole words in the record, whatever the case and the
 * signs: `RTLH` is in "RTLH Kota 2024". Without a record nothing is closed.
 */
export function findEarlierAid(
  closingWords: readonly string[],
  received: readonly string[],
): string | undefined {
  if (closingWords.length === 0 || received.length === 0) return undefined
  return received.find((record) => {
    const plain = ` ${plainWords(record)} `
    return closingWords.some((word) => plain.includes(` ${plainWords(word)} `))
  })
}

/** True when a record names the programme itself by its code or another of its names. */
export function isSameProgramme(
  { code, aliases }: { readonly code: string; readonly aliases: readonly string[] },
  record: string,
): boolean {
  const plain = plainWords(record)
  return plain === plainWords(code) || aliases.some((alias) => plainWords(alias) === plain)
}

/** Lists repeat the same few records for thousands of families. */
const plainByText = new Map<string, string>()

function plainWords(text: string): string {
  const known = plainByText.get(text)
  if (known !== undefined) return known
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (plainByText.size < 10_000) plainByText.set(text, plain)
  return plain
}

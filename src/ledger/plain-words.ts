/** Lower case letters and digits with single spaces: what word lists are compared with. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** One pattern for a list of words; `*` stands for any ending of a word. */
export function wordPattern(words: readonly string[]): RegExp {
  const parts = words.map((word) => word.replaceAll('*', '[a-z0-9]*'))
  return new RegExp(`(?:^| )(?:${parts.join('|')})(?= |$)`)
}

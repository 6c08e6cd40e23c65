/**
 * A text with every identity number in it masked: `6271••••••••0003`. Runs of twelve and more digits
 * count, also with spaces, dots or dashes between them, and with letters that a clerk types for
 * digits. All else stays as written.
 */
export function maskNumbers(text: string): string {
  return text.replace(/\d(?:[\s.'’-]?[\dOoIl|]){11,}/g, (run) => {
    const signs = run.replace(/[\s.'’-]/g, '')
    return `${signs.slice(0, 4)}${'•'.repeat(signs.length - 8)}${signs.slice(-4)}`
  })
}

const longest = 80

/** A text of a file as the report shows it: identity numbers masked, the end of a long one cut off. */
export function shown(text: string): string {
  const masked = maskNumbers(text)
  return masked.length > longest ? `${masked.slice(0, longest)}…` : masked
}

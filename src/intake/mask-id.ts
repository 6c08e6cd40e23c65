/**
 * A text with every identity number in it masked: `6271••••••••0003`. Runs of twelve and more digits
 * count, also with spaces, dots or dashes between them, and with letters that a clerk types for
 * digits (O, l, I): such a number is as good as the right one. All else stays as written.
 */
export function maskId(text: string): string {
  return text.replace(/\d(?:[\s.'’-]?[\dOoIl|]){11,}/g, (run) => {
    const signs = run.replace(/[\s.'’-]/g, '')
    return `${signs.slice(0, 4)}${'•'.repeat(signs.length - 8)}${signs.slice(-4)}`
  })
}

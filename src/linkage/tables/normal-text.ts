/**
 * Words of a text in lower case, apart by one space: marks over letters and apostrophes off, letters
 * of every script and digits kept. Empty where nothing is left.
 */
export function normalWords(written: string): string {
  const plain = /^[\x20-\x7e]*$/.test(written)
    ? written
    : written.normalize('NFKD').replace(/\p{M}+/gu, '')
  return plain
    .toLowerCase()
    .replace(/['`’‘ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A code or number without the signs that people put between its parts. */
export function normalCode(written: string): string {
  return written.toLowerCase().replace(/[\s.\-/_()]+/g, '')
}

/** The last nine digits: what stands before them is a way to dial. */
export function normalPhone(written: string): string {
  return written.replace(/\D/g, '').slice(-9)
}

export function normalEmail(written: string): string {
  return written.toLowerCase().replace(/\s+/g, '')
}

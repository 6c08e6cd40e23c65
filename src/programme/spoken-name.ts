/** Titles that stand apart before a name, lower case, without dots. */
const titles: ReadonlySet<string> = new Set([
  'h',
  'hj',
  'kh',
  'ust',
  'ustadz',
  'dr',
  'drs',
  'dra',
  'ir',
  'prof',
  'pdt',
  'tn',
  'ny',
  'sdr',
  'sdri',
  'bpk',
  'bapak',
  'ibu',
  'alm',
  'almh',
  'an',
])

/**
 * A name as it is read out: without titles before and degrees after it, in title case.
 *
 * `H. AULIA RAHMAN, S.Pd` is `Aulia Rahman`. All names are kept: brothers often share the first.
 */
export function spokenName(written: string): string {
  const plain = (written.split(/[,(/]/)[0] ?? '').replace(/\s+/g, ' ').trim()
  const words = plain.split(' ')
  let first = 0
  while (
    first < words.length - 1 &&
    titles.has((words[first] ?? '').toLowerCase().replaceAll('.', ''))
  ) {
    first++
  }
  return words
    .slice(first)
    .join(' ')
    .toLowerCase()
    .replace(/(^|[\s.'-])\p{L}/gu, (start) => start.toUpperCase())
}

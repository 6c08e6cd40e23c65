/** Lower-case letters and digits with single spaces: for headings and words in cells. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** A name for a field of a rule, made of the words of a text: `mau swadaya` to `mau_swadaya`. */
export function fieldName(prefix: string, text: string): string {
  const words = plainText(text).split(' ').filter(Boolean).slice(0, 6)
  return [prefix, ...words].join('_')
}

const emptyMarks: ReadonlySet<string> = new Set(['', 'null', 'nan', 'na', 'n a', 'kosong'])

/** True for a cell that says nothing: empty, dashes, "n/a". */
export function saysNothing(text: string): boolean {
  return emptyMarks.has(plainText(text))
}

const yesWords: ReadonlySet<string> = new Set(
  '1 ya y yes true v x ada wajib perlu harus iya benar'.split(' '),
)
const noWords: ReadonlySet<string> = new Set('0 tidak t no n false tdk bukan'.split(' '))

/** Yes or no; undefined for a cell that says neither. A tick counts as yes. */
export function readYesNo(text: string): boolean | undefined {
  if (/^[✓✔√]$/.test(text.trim())) return true
  const word = plainText(text)
  if (yesWords.has(word)) return true
  if (noWords.has(word) || /^tidak (wajib|perlu|harus)$/.test(word)) return false
  return undefined
}

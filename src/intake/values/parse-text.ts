import type { Cell, Reading } from './cell.ts'
import { isEmptyMark, isNoneWord, plainWords, tidyText } from './plain-words.ts'
import { fault, nothing, value } from './reading.ts'

/** Free text as written; nothing for dashes and the like. */
export function parseText(cell: Cell): Reading<string> {
  const text = tidyText(cell.text)
  return isEmptyMark(text) || !/[\p{L}\d]/u.test(text) ? nothing : value(text)
}

/** Free text that names something; nothing where it says that there is none. */
export function parseNamed(cell: Cell): Reading<string> {
  const reading = parseText(cell)
  return reading.value !== undefined && isNoneWord(reading.value) ? nothing : reading
}

/** A word or phrase in lower case, as occupations and illnesses are kept. */
export function parseLower(cell: Cell): Reading<string> {
  const reading = parseText(cell)
  return reading.value === undefined ? reading : value(reading.value.toLowerCase())
}

/** Several ways to write one occupation, in plain words with short forms spelled out. */
const occupationNames: readonly (readonly [string, RegExp])[] = [
  ['mengurus rumah tangga', /^(?:irt|ibu rumah tangga|rumah tangga|(?:meng)?urus rumah tangga)$/],
  [
    'tidak bekerja',
    /^(?:(?:tidak|belum) (?:ada |punya )?(?:be|pe)?kerja(?:an)?|tidak belum bekerja|belum tidak bekerja)$/,
  ],
  ['menganggur', /^(?:me)?nganggur$|^pengangguran$/],
  ['sekolah', /^(?:pelajar|siswa|siswi|murid|anak sekolah|sekolah|pelajar mahasiswa)$/],
]

/** An occupation in lower case, the commonest ones under one name. */
export function parseOccupation(cell: Cell): Reading<string> {
  const reading = parseLower(cell)
  if (reading.value === undefined) return reading
  const words = plainWords(reading.value)
  const name = occupationNames.find(([, writings]) => writings.test(words))?.[0]
  return name === undefined ? reading : value(name, 'one-name')
}

/** An illness in lower case, `none` where the list says that there is none. */
export function parseIllness(cell: Cell): Reading<string> {
  const reading = parseLower(cell)
  if (reading.value === undefined) return reading
  return isNoneWord(reading.value) || /^(?:sehat|normal|0)$/.test(reading.value)
    ? value('none', 'one-name')
    : reading
}

/** A person's name as written; numbers and marks are none. */
export function parseName(cell: Cell): Reading<string> {
  const text = tidyText(cell.text).replace(/^[.,;:*\s-]+|[,;:*\s-]+$/g, '')
  if (isEmptyMark(text) || isNoneWord(text)) return nothing
  const letters = text.replace(/[^\p{L}]/gu, '').length
  const digits = text.replace(/\D/g, '').length
  if (letters < 2 || digits > letters || /^(.)\1+$/i.test(text.replace(/\s/g, ''))) {
    return letters === 0 && digits === 0 ? nothing : fault('name-unreadable')
  }
  return value(text)
}

/** A phone number as 08…, digits only. */
export function parsePhone(cell: Cell): Reading<string> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text) || isNoneWord(text) || /^0+$/.test(text)) return nothing
  // A number cell too narrow to show it: digits are lost.
  if (/\de\+?\d/i.test(text)) return fault('phone-unreadable')
  const first = text.split(/\s*(?:\/|;|,|atau)\s*/i)[0] ?? ''
  const digits = first.replace(/\D/g, '')
  const local = digits.startsWith('62')
    ? `0${digits.slice(2)}`
    : digits.startsWith('8')
      ? `0${digits}`
      : digits
  const national = local.replace(/^00/, '0')
  return /^0\d{8,13}$/.test(national) ? value(national) : fault('phone-unreadable')
}

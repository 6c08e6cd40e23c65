/**
 * Findings against the damage of the truth, as far as a row alone can show it: a NIK of another
 * member of the family beside no birth date shows nothing, a ward "Kel. Palangka" is no misspelling.
 */
import type { Intake } from '#intake/schema'
import { districts, wards } from '#territory'
import { bearsBirthDate, nikParts } from '../src/intake/rows/nik-parts.ts'
import { type RawFiles, rawRow, rawText, readTruth, type TrueRecord } from './intake-rows.ts'

/** A record with what its own cells show. */
interface ShownRecord extends TrueRecord {
  /** Text of the cell whose column has the meaning; empty where none is. */
  readonly text: (meaning: string) => string
  /** Digits of the NIK as written, those that a spreadsheet made up cut off. */
  readonly nik: string
}

type Shows = (record: ShownRecord) => boolean

const has =
  (...tags: readonly string[]): Shows =>
  (record) =>
    tags.some((tag) => record.tags.has(tag))
const both =
  (...all: readonly Shows[]): Shows =>
  (record) =>
    all.every((shows) => shows(record))
const not =
  (shows: Shows): Shows =>
  (record) =>
    !shows(record)

function isLostNumber(tags: ReadonlySet<string>): boolean {
  return tags.has('nik_number_15') || tags.has('nik_number')
}

const isLost: Shows = ({ tags }) => isLostNumber(tags)
const isMoved = has('nik_is_kk', 'nik_kk_swapped')
const bornWrong = has('dob_day_off', 'dob_year_off', 'dob_day_month_swapped', 'dob_century')
const isFirstOfJanuary = has('dob_1_january')
const tellsBirth: Shows = ({ text }) =>
  text('birthDate') + text('placeAndBirthDate') + text('birthDateOrAge') !== ''

/** The NIK's own date and sex, where enough of its digits are sure. */
function partsOf({ nik, tags }: ShownRecord) {
  if (tags.has('nik_sci') || tags.has('nik_placeholder')) return undefined
  const isWhole = nik.length === 16 || (nik.length === 15 && isLostNumber(tags))
  return isWhole ? nikParts(nik.padEnd(16, '1')) : undefined
}

const birthDisagrees: Shows = (record) => {
  const parts = partsOf(record)
  if (!parts || !tellsBirth(record) || has('age_approx')(record)) return false
  const bearsTruth = bearsBirthDate(parts, record.born)
  if (bornWrong(record)) return bearsTruth
  const sameYear = Number(record.born.slice(2, 4)) === parts.yearInCentury
  if (has('date_year_only')(record) || isFirstOfJanuary(record)) return !sameYear
  return !bearsTruth
}

const sexDisagrees: Shows = (record) => {
  const parts = partsOf(record)
  if (!parts || record.text('sex') === '') return false
  return (parts.sex === record.sex) === has('sex_wrong')(record)
}

const numbers: Shows = ({ text }) => text('nik') !== '' && text('kk') !== ''

/** The card's column shows what only a person's number can, or the birth date proves it. */
const swapShows: Shows = (record) => {
  const card = record.text('kk').replace(/\D/g, '')
  const parts = card.length === 16 ? nikParts(card) : undefined
  if (!parts) return false
  const isProved = tellsBirth(record) && bearsBirthDate(parts, record.born)
  return isProved || parts.sex === 'female' || parts.yearInCentury > 25
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(?:kel|kelurahan|desa|kec|kecamatan)\b/g, '')
    .replace(/[^a-z]/g, '')
}

const officialWards = new Set(wards.map(({ name }) => bare(name)))
const officialDistricts = new Set(districts.map(({ name }) => bare(name)))
const isOtherName =
  (meaning: string, official: ReadonlySet<string>): Shows =>
  ({ text }) =>
    text(meaning) !== '' && !official.has(bare(text(meaning)))

interface Check {
  readonly codes: readonly string[]
  readonly wanted: Shows
  /** Neither right nor wrong: nothing in the row decides. */
  readonly open?: Shows
}

const written: Shows = ({ text }) => text('nik') !== ''
const cardDateGone: Shows = ({ text }) => {
  const card = text('kk').replace(/\D/g, '')
  return card.length === 16 && (Number(card.slice(6, 8)) > 31 || Number(card.slice(8, 10)) > 12)
}

const checks: readonly Check[] = [
  {
    codes: ['nik-digits-lost'],
    wanted: has('nik_number_15', 'nik_sci'),
    open: has('nik_number', 'nik_kk_swapped'),
  },
  {
    codes: ['kk-digits-lost'],
    wanted: has('kk_number_15', 'kk_sci'),
    open: has('kk_number', 'nik_kk_swapped'),
  },
  { codes: ['nik-placeholder'], wanted: both(has('nik_placeholder'), written) },
  { codes: ['nik-length'], wanted: both(has('nik_short', 'nik_long'), written) },
  { codes: ['nik-repaired'], wanted: both(has('nik_letter', 'nik_spaced', 'nik_dotted'), written) },
  { codes: ['nik-same-as-kk'], wanted: both(has('nik_is_kk'), numbers), open: has('kk_sci') },
  { codes: ['nik-kk-swapped'], wanted: both(has('nik_kk_swapped'), swapShows) },
  {
    codes: ['nik-date-impossible', 'nik-serial-zero'],
    wanted: (record) =>
      record.nik.length === 16 && !isLost(record) && nikParts(record.nik) === undefined,
    open: has('nik_kk_swapped', 'nik_number_15', 'nik_placeholder', 'nik_digit'),
  },
  {
    codes: ['nik-birth-mismatch'],
    wanted: birthDisagrees,
    open: (record) => isMoved(record) || (bornWrong(record) && isDamaged(record)),
  },
  { codes: ['nik-sex-mismatch'], wanted: sexDisagrees, open: isMoved },
  {
    codes: ['birth-date-approximate'],
    wanted: both(
      isFirstOfJanuary,
      tellsBirth,
      not(has('date_year_only', 'nik_other_member')),
      not(birthDisagrees),
    ),
    open: (record) => record.born.endsWith('-01-01') || has('date_year_only')(record),
  },
  {
    codes: ['date-placeholder', 'date-impossible', 'date-too-old', 'age-over-100'],
    wanted: both(has('dob_impossible', 'dob_century'), tellsBirth),
  },
  { codes: ['kk-date-impossible', 'kk-looks-like-nik'], wanted: cardDateGone, open: isMoved },
  {
    codes: ['ward-repaired', 'ward-is-neighbourhood', 'ward-is-city', 'ward-unknown'],
    wanted: both(has('kel_misspelt'), isOtherName('ward', officialWards)),
    open: has('kel_misspelt'),
  },
  {
    codes: ['district-repaired', 'district-unknown'],
    wanted: both(has('kec_misspelt'), isOtherName('district', officialDistricts)),
    open: has('kec_misspelt'),
  },
  {
    codes: ['coordinates-zero'],
    wanted: both(has('gps_zero'), ({ text }) => text('coordinates') !== ''),
  },
  {
    codes: ['coordinates-repaired'],
    wanted: both(has('gps_swap', 'gps_pos'), ({ text }) => text('coordinates') !== ''),
  },
]

function isDamaged(record: ShownRecord): boolean {
  return [...record.tags].some((tag) => /^nik_(?:digit|transposed|other)/.test(tag))
}

function shownRecords(intake: Intake, files: RawFiles, folder: string): ShownRecord[] {
  const columns = new Map(
    intake.sheets.map(({ file, sheet, columns: found }) => [
      `${file}|${sheet}`,
      new Map(found.map(({ meaning, column }) => [meaning, column])),
    ]),
  )
  return readTruth(folder).map((record) => {
    const cells = rawRow(files, record.ref)
    const byMeaning = columns.get(`${record.ref.file}|${record.ref.sheet}`)
    const text = (meaning: string) => rawText(cells[byMeaning?.get(meaning) ?? -1]).trim()
    const digits = text('nik').replace(/\D/g, '')
    const nik = isLostNumber(record.tags) ? digits.slice(0, 15) : digits
    return { ...record, text, nik }
  })
}

/** Precision and recall of each code of finding, and of all together. */
export function printFindings(intake: Intake, files: RawFiles, folder: string, isLong: boolean) {
  const codesByRow = new Map<string, Set<string>>()
  for (const { file, sheet, row, code } of [...intake.findings, ...intake.quarantine]) {
    const key = `${file}|${sheet}|${row}`
    codesByRow.set(key, (codesByRow.get(key) ?? new Set()).add(code))
  }
  const records = shownRecords(intake, files, folder)
  const all = { right: 0, found: 0, wanted: 0 }
  console.log('\nfindings against damage that a row alone shows')
  for (const { codes, wanted, open } of checks) {
    const sum = { right: 0, found: 0, wanted: 0 }
    for (const record of records) {
      const { file, sheet, row } = record.ref
      const said = codesByRow.get(`${file}|${sheet}|${row}`)
      const isFound = codes.some((code) => said?.has(code))
      const isWanted = wanted(record)
      if (isFound !== isWanted && open?.(record)) continue
      if (isFound) sum.found++
      if (isWanted) sum.wanted++
      if (isFound && isWanted) sum.right++
      if (isLong && isFound !== isWanted) {
        console.log(
          `    ${isFound ? 'too many' : 'missed'} ${file} ${sheet} ${row} ${[...record.tags].join(' ')}`,
        )
      }
    }
    console.log(line(codes.join(', '), sum))
    all.right += sum.right
    all.found += sum.found
    all.wanted += sum.wanted
  }
  console.log(line('all', all))
  const checked = new Set(checks.flatMap(({ codes }) => codes))
  const rest = Map.groupBy([...intake.findings], ({ code }) => code)
  const unchecked = [...rest].filter(([code]) => !checked.has(code))
  console.log(
    `  not in the truth: ${unchecked.map(([code, found]) => `${code} ${found.length}`).join(', ')}`,
  )
}

interface Sum {
  readonly right: number
  readonly found: number
  readonly wanted: number
}

function line(name: string, { right, found, wanted }: Sum): string {
  const precision = (right / Math.max(1, found)).toFixed(3)
  const recall = (right / Math.max(1, wanted)).toFixed(3)
  return `  ${name.padEnd(74)} precision ${precision}  recall ${recall}  (${wanted})`
}

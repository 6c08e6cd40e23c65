import { formatRupiah } from '#platform/money'
import { currentLanguage } from './language.ts'

const months = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
const longMonths = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  en: 'January February March April May June July August September October November December',
} as const
const weekdays = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, currentLanguage() === 'en' ? ',' : '.')
}

/** A count or amount with at most one decimal: `1.284`, `18,6`; a true minus sign. */
export function number(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10)
  const whole = grouped(String(Math.floor(tenths / 10)))
  const rest = tenths % 10
  const text = rest === 0 ? whole : `${whole}${currentLanguage() === 'en' ? '.' : ','}${rest}`
  return value < 0 && tenths > 0 ? `−${text}` : text
}

/** A measure of one or less with two decimals: `0,78`. */
export function hundredths(value: number): string {
  const text = Math.abs(value).toFixed(2)
  const said = currentLanguage() === 'en' ? text : text.replace('.', ',')
  return value < 0 && Number(text) > 0 ? `−${said}` : said
}

/** A share of 0 to 1 in percent: `62%`, two decimals near the ends: `0,08%`, `99,96%`. */
export function percent(share: number): string {
  const value = share * 100
  const isNearEnd = (value > 0 && value < 1) || (value > 99 && value < 100)
  if (!isNearEnd) return `${number(value)}%`
  // Cut, not rounded: 99.999 % of the best is not "100 %".
  const text = String(Math.max(0.01, Math.floor(value * 100) / 100))
  return `${currentLanguage() === 'en' ? text : text.replace('.', ',')}%`
}

/** Rupiah in full: `Rp1.575.000`. */
export function rupiah(amountRp: number): string {
  const text = formatRupiah(amountRp)
  return currentLanguage() === 'en' ? text.replaceAll('.', ',') : text
}

/** Rupiah for a headline: `Rp18,6 M` (miliar), `Rp640 jt`; the full value belongs in its title. */
export function rupiahShort(amountRp: number): string {
  const isEnglish = currentLanguage() === 'en'
  const steps: readonly [number, string][] = [
    [1e12, isEnglish ? ' tn' : ' T'],
    [1e9, isEnglish ? ' bn' : ' M'],
    [1e6, isEnglish ? ' m' : ' jt'],
  ]
  for (const [size, unit] of steps) {
    if (Math.abs(amountRp) < size) continue
    const value = number(amountRp / size)
    return `${value.startsWith('−') ? '−Rp' : 'Rp'}${value.replace('−', '')}${unit}`
  }
  return rupiah(amountRp)
}

/** `24 Nov 2026` for tables. */
export function day(isoDate: string): string {
  const [year, month, date] = isoDate.split('-').map(Number)
  if (!year || !month || !date) return isoDate
  return `${date} ${months[currentLanguage()][month - 1]} ${year}`
}

/** `24 Nov 2026, 14.05`, where this device stands. */
export function moment(instant: string): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const mark = currentLanguage() === 'en' ? ':' : '.'
  return `${day(date)}, ${two(at.getHours())}${mark}${two(at.getMinutes())}`
}

/** A sentence with its ISO dates written as dates are: `sejak 2025-06-01` is `sejak 1 Jun 2025`. */
export function withDates(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, day)
}

/** `Selasa, 24 November 2026` for letters and headings. */
export function longDay(isoDate: string): string {
  const [year, month, date] = isoDate.split('-').map(Number)
  if (!year || !month || !date) return isoDate
  const weekday = weekdays[currentLanguage()][new Date(Date.UTC(year, month - 1, date)).getUTCDay()]
  return `${weekday}, ${date} ${longMonths[currentLanguage()].split(' ')[month - 1]} ${year}`
}

/** Text as a title reads: card names in capitals become `Siti Aisyah`; mixed case stays as written. */
export function properName(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s.'(-])(\p{L})/gu, (_, before: string, letter: string) => {
      return before + letter.toUpperCase()
    })
}

/** A NIK or KK in groups of four: `6271 •••• •••• 0002`; another length stays as it is. */
export function inFours(digits: string): string {
  const text = digits.replaceAll(' ', '')
  return text.length === 16 ? text.replace(/(.{4})(?=.)/gu, '$1 ') : digits
}

/** RT and RW as they are written on cards: `003`. */
export function threeDigits(value: number): string {
  return String(value).padStart(3, '0')
}

/** Spreadsheet letters of a 0-based column: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest
}

import type { Language } from '#platform/say-error'
import type { Instant } from '#platform/tables'

const units = {
  id: { D: 'hari', M: 'bulan', Y: 'tahun' },
  en: { D: 'days', M: 'months', Y: 'years' },
} as const

/** `P5Y` as it is read out: `5 tahun`. */
export function sayPeriod(period: string, language: Language): string {
  const [, count = '', unit = ''] = /^P(\d+)([DMY])$/.exec(period) ?? []
  const words = units[language]
  return unit === 'D' || unit === 'M' || unit === 'Y' ? `${count} ${words[unit]}` : period
}

const zones = { id: 'id-ID', en: 'en-GB' } as const

/** An instant as a letter writes it, with the time zone of the city. */
export function sayInstant(at: Instant, language: Language): string {
  const said = new Intl.DateTimeFormat(zones[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  }).format(new Date(at))
  return `${said} WIB`
}

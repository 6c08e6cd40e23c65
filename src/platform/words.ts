import type { Language } from './say-error.ts'

/** The same words in each language of Betang. */
export type Words = Readonly<Record<Language, string>>

const locales = { id: 'id-ID', en: 'en-GB' } as const

/** Words that only differ by what is put into them. */
export function inEach(make: (language: Language) => string): Words {
  return { id: make('id'), en: make('en') }
}

/** A moment with its time zone, that of this computer: `24 Nov 2026, 16.12 WIB`. */
export function sayMoment(at: string | Date): Words {
  return inEach((language) =>
    new Intl.DateTimeFormat(locales[language], {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(new Date(at)),
  )
}

/** A size in decimal units, as disks are sold: `1,2 GB`. */
export function saySize(bytes: number): Words {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(bytes || 1) / 3)))
  const amount = bytes / 1000 ** step
  return inEach((language) => {
    const digits = amount < 10 && step > 0 ? 1 : 0
    const said = new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits })
    return `${said.format(amount)} ${units[step]}`
  })
}

import type { Breach, TermClock } from '#access/schema'
import { t } from '../../i18n/language.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** How long: `2 hari 3 jam`, under a day `3 jam 20 menit`. */
function span(seconds: number): string {
  const whole = Math.abs(seconds)
  if (whole < day) {
    return t('privacy.hours', {
      hours: Math.floor(whole / hour),
      minutes: Math.floor((whole % hour) / minute),
    })
  }
  return t('privacy.days', {
    days: Math.floor(whole / day),
    hours: Math.floor((whole % day) / hour),
  })
}

/** What is left of a term, or by how much it is over. */
export function timeLeft({ secondsLeft, isLate }: TermClock): string {
  if (secondsLeft === null) return isLate ? t('privacy.wasLate') : t('privacy.inTime')
  return isLate
    ? t('privacy.late', { time: span(secondsLeft) })
    : t('privacy.left', { time: span(secondsLeft) })
}

/** Whose term it is. */
export function termOf({ termArticle }: TermClock): string {
  return termArticle === null ? t('privacy.byOffice') : t('privacy.byLaw', { article: termArticle })
}

/** `P5Y` as it is read: `5 tahun`; no time at all is at once. */
export function periodWords(period: string): string {
  const [, count = '', unit = ''] = /^P(\d+)([DMY])$/.exec(period) ?? []
  if (count === '0') return t('retention.atOnce')
  if (unit === 'D') return t('retention.P.D', { n: count })
  return unit === 'M' ? t('retention.P.M', { n: count }) : t('retention.P.Y', { n: count })
}

/** Who has been told of a breach so far, and when. */
export function toldOf(breach: Breach) {
  return [
    { what: 'subjects-told', at: breach.subjectsToldAt },
    { what: 'authority-told', at: breach.authorityToldAt },
    { what: 'public-told', at: breach.publicToldAt },
    { what: 'closed', at: breach.closedAt },
  ] as const
}

/** The moment of a form's `datetime-local`, as the API takes it. */
export function instantOf(local: string): string {
  return new Date(local).toISOString()
}

/** Now, as a `datetime-local` shows it. */
export function localNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** The words of a form, by name. */
export function textOf(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? '').trim()
}

import { districtOf, regionName } from '#territory/schema'
import { day } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'

/** The name of a role as a label begins with it: `Petugas kelurahan`. */
export function roleName(role: string): string {
  const name = codeWords('role', role)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** `Pahandut, Kec. Jekan Raya`; the whole city where there is no limit. */
export function placeWords(regions: readonly string[] | null): string {
  if (regions === null) return t('grants.wholeCity')
  return regions
    .map((code) =>
      districtOf(code) === code
        ? t('grants.district', { name: regionName(code) })
        : regionName(code),
    )
    .join(', ')
}

/** What a grant is limited to, in one line: places, own organisation. */
export function scopeWords(grant: {
  readonly regions: readonly string[] | null
  readonly isOwnOrganisation: boolean
}): string {
  const place = placeWords(grant.regions)
  return grant.isOwnOrganisation ? `${place}, ${t('grants.own')}` : place
}

/** The period of a grant by its last day, which people say, and not the day after, which is stored. */
export function periodWords(validFrom: string, validTo: string | null, isComing = false): string {
  if (validTo !== null) {
    return t('grants.period', { from: day(validFrom), to: day(dayBefore(validTo)) })
  }
  return t(isComing ? 'grants.coming' : 'grants.from', { from: day(validFrom) })
}

/** The civil date one day earlier. */
export function dayBefore(date: string): string {
  return shifted(date, -1)
}

/** The civil date one day later: the first day on which something no longer holds. */
export function dayAfter(date: string): string {
  return shifted(date, 1)
}

function shifted(date: string, days: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, dayOfMonth + days)).toISOString().slice(0, 10)
}

/** Today where this device stands. */
export function todayHere(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

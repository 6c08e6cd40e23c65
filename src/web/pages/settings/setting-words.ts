import type { OfficeSettings, SettingChange } from '#access/schema'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { roleName } from '../people/grant-words.ts'

/** Both values of a change, as they are read. */
export function valuesOf(change: SettingChange): { readonly from: string; readonly to: string } {
  const { from, to } = partsOf(change)
  return { from: partWords(from), to: partWords(to) }
}

/** What a change put in place, and what stood there before. */
export function partsOf(change: SettingChange): {
  readonly from: Partial<OfficeSettings>
  readonly to: Partial<OfficeSettings>
} {
  if (change.key === 'office') return { from: { office: change.from }, to: { office: change.to } }
  if (change.key === 'sessions') {
    return { from: { sessions: change.from }, to: { sessions: change.to } }
  }
  return { from: { secondFactorRoles: change.from }, to: { secondFactorRoles: change.to } }
}

function partWords({ office, sessions, secondFactorRoles }: Partial<OfficeSettings>): string {
  if (office) return [office.name, office.unit, office.contact].join(' · ')
  if (sessions) {
    return t('settings.sessionsValue', {
      idle: number(sessions.idleMinutes),
      longest: number(sessions.longestMinutes),
    })
  }
  const roles = (secondFactorRoles ?? []).map(roleName)
  return roles.length === 0 ? t('settings.noRole') : roles.join(', ')
}

/** Whether a part of the settings holds now, in whatever order its roles stand. */
export function holdsNow(settings: OfficeSettings, part: Partial<OfficeSettings>): boolean {
  const { secondFactorRoles } = part
  if (secondFactorRoles) {
    return secondFactorRoles.toSorted().join() === settings.secondFactorRoles.toSorted().join()
  }
  return (
    partWords(part) ===
    partWords(part.office ? { office: settings.office } : { sessions: settings.sessions })
  )
}

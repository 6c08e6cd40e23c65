import type { OfficeSettings } from './schema.ts'

/** Whether somebody gets in, or stays in, more easily than before. */
export function isWeaker(from: OfficeSettings, to: OfficeSettings): boolean {
  return (
    to.sessions.idleMinutes > from.sessions.idleMinutes ||
    to.sessions.longestMinutes > from.sessions.longestMinutes ||
    from.secondFactorRoles.some((role) => !to.secondFactorRoles.includes(role))
  )
}

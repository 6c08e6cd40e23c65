import { processingRecords } from '../privacy/privacy-files.ts'
import type { OfficeSettings, SessionLimits } from './schema.ts'

/** As Betang comes: an officer signs in once a morning and once after a long break. */
export const usualSessions: SessionLimits = { idleMinutes: 120, longestMinutes: 720 }

/** What holds while nobody has set anything; names of the office come with `privacy/records.yaml`. */
export function usualSettings(): OfficeSettings {
  const { name, unit, contact } = processingRecords().controller
  return {
    office: { name: name.id, unit: unit.id, contact: contact.id },
    sessions: usualSessions,
    secondFactorRoles: [],
  }
}

import { z } from 'zod'
import { Role } from '../scope/roles.ts'

/** What an administrator sets, by its key in the store. */
export const settingKeys = ['office', 'sessions', 'second-factor'] as const
export type SettingKey = (typeof settingKeys)[number]

const officeWords = z
  .string()
  .trim()
  .min(1)
  .max(160)
  .refine((words) => !/\d{16}/.test(words.replace(/[ .-]/g, '')), 'a NIK or family card number')

/** Who the office is on notices, letters and records about personal data. */
export const OfficeNames = z.strictObject({
  /** The controller of the data, `Pemerintah Kota …`. */
  name: officeWords,
  unit: officeWords,
  /** How the data-protection officer is reached. */
  contact: officeWords,
})
export type OfficeNames = z.infer<typeof OfficeNames>

/**
 * Between what an officer can bear and what leaves a forgotten screen open.
 *
 * @source NIST SP 800-63B-4, section 2.2.3 (AAL2): an hour without use, 24 hours in all. Four hours
 * without use are allowed here, for days of field work.
 */
export const sessionBounds = {
  idleMinutes: { least: 5, most: 240 },
  longestMinutes: { least: 60, most: 1440 },
} as const

function minutesWithin({ least, most }: { readonly least: number; readonly most: number }) {
  return z.number().int().min(least).max(most)
}

/** When somebody who signed in has to sign in again, in minutes. */
export const SessionLimits = z
  .strictObject({
    /** Without a request. */
    idleMinutes: minutesWithin(sessionBounds.idleMinutes),
    /** In any case. */
    longestMinutes: minutesWithin(sessionBounds.longestMinutes),
  })
  .refine(({ idleMinutes, longestMinutes }) => idleMinutes <= longestMinutes, {
    path: ['idleMinutes'],
    message: 'at most longestMinutes',
  })
export type SessionLimits = z.infer<typeof SessionLimits>

/** Whoever holds one of these roles gets no further without a second factor. */
export const SecondFactorRoles = z
  .array(Role)
  .max(Role.options.length)
  .refine((roles) => new Set(roles).size === roles.length, 'each role once')
export type SecondFactorRoles = z.infer<typeof SecondFactorRoles>

/** All that an administrator sets. */
export const OfficeSettings = z.strictObject({
  office: OfficeNames,
  sessions: SessionLimits,
  secondFactorRoles: SecondFactorRoles,
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

function changeOf<Key extends SettingKey, Value extends z.ZodType>(key: Key, value: Value) {
  return z.object({
    changeNo: z.number().int(),
    changedAt: z.iso.datetime(),
    changedBy: z.object({ accountId: z.string(), displayName: z.string() }),
    key: z.literal(key),
    from: value,
    to: value,
  })
}

/** One change of one setting. */
export const SettingChange = z.discriminatedUnion('key', [
  changeOf('office', OfficeNames),
  changeOf('sessions', SessionLimits),
  changeOf('second-factor', SecondFactorRoles),
])
export type SettingChange = z.infer<typeof SettingChange>

/** The latest changes, newest first. */
export const SettingHistory = z.object({ changes: z.array(SettingChange) })

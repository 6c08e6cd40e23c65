import { z } from 'zod'

export const SignIn = z.object({
  userName: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
})
export type SignIn = z.infer<typeof SignIn>

/** Who is signed in; nothing secret. */
export const Session = z.object({
  userName: z.string(),
  displayName: z.string(),
  organisationName: z.string(),
  language: z.enum(['id', 'en']),
  /** The password is still the one that Betang printed. */
  mustChangePassword: z.boolean(),
})
export type Session = z.infer<typeof Session>

/** A device on which somebody is signed in. */
export const Device = z.object({
  sessionId: z.string(),
  /** Browser and system, `Chrome, Android`; empty when unknown. */
  device: z.string(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  isMine: z.boolean(),
})
export type Device = z.infer<typeof Device>

export const PasswordChange = z.object({
  present: z.string().min(1).max(200),
  next: z.string().min(1).max(200),
})
export type PasswordChange = z.infer<typeof PasswordChange>

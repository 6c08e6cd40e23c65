import { z } from 'zod'
import { Action, DataClass, Role } from './roles.ts'

/** A role that one holds: where, on what, for which purpose. */
export const GrantLine = z.object({
  grantId: z.string(),
  role: Role,
  /** Codes of districts and wards; null is the whole city. */
  regions: z.array(z.string()).nullable(),
  /** Sees only what its organisation has to do with. */
  isOwnOrganisation: z.boolean(),
  dataClasses: z.array(DataClass),
  purpose: z.string(),
})
export type GrantLine = z.infer<typeof GrantLine>

/** The roles one holds, the one in use first, and what that one permits. */
export const GrantsPage = z.object({ grants: z.array(GrantLine), actions: z.array(Action) })
export type GrantsPage = z.infer<typeof GrantsPage>

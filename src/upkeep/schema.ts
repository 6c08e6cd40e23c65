import { z } from 'zod'
import { groups, states } from './finding.ts'

const FindingState = z.enum(states)

/** How one thing stands, in the reader's language. */
const HealthFinding = z.object({
  /** Public: scripts that watch over a server look for it. */
  code: z.string(),
  state: FindingState,
  meaning: z.string(),
  /** User names, beginnings of keys, folders: for the administrator alone. */
  about: z.array(z.string()),
  /** What to do; null where there is nothing to. */
  remedy: z.string().nullable(),
})

/** What belongs together, with its worst state. */
const HealthGroup = z.object({
  group: z.enum(groups),
  title: z.string(),
  state: FindingState,
  findings: z.array(HealthFinding),
})
export type HealthGroup = z.infer<typeof HealthGroup>

export const SystemHealth = z.object({
  at: z.iso.datetime(),
  /** The worst of all. */
  state: FindingState,
  groups: z.array(HealthGroup),
  /** All of it as plain text for whoever helps, without names, folders and addresses. */
  text: z.string(),
})
export type SystemHealth = z.infer<typeof SystemHealth>

/** A setting that is given to Betang when it starts. */
const ServerSetting = z.object({
  /** Of the variable or the option, `BETANG_HOME`, `--host`. */
  name: z.string(),
  meaning: z.string(),
  isSet: z.boolean(),
  /** Null for a secret, and where nothing is set. */
  value: z.string().nullable(),
})

/** What holds until Betang is started anew. */
export const ServerSettings = z.object({
  settings: z.array(ServerSetting),
  /** Everybody needs a second factor, whatever the role. */
  needsSecondFactor: z.boolean(),
  /** Outside providers by which people sign in. */
  providers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Says how somebody signed in there; else it counts as a password alone. */
      saysHow: z.boolean(),
    }),
  ),
  /** The file of leaked passwords; null where none is named. */
  breachedPasswords: z
    .object({ sizeBytes: z.number().int().nullable(), changedAt: z.iso.datetime().nullable() })
    .nullable(),
  /** Requests a minute. */
  limits: z.array(z.object({ meaning: z.string(), perMinute: z.number().int() })),
})
export type ServerSettings = z.infer<typeof ServerSettings>

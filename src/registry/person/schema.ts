import { z } from 'zod'
import { PersonGroup } from '../community/schema.ts'
import { dukcapilStates } from '../dukcapil/service.ts'

const Key = z.string().regex(/^[a-z0-9]{10}$/)

/** Who one person is, as far as the viewer may know it. */
export const PersonCard = z.object({
  personId: Key,
  /** Where another id was asked for: that it leads to this person now. */
  mergedInto: Key.nullable(),
  familyId: Key,
  headName: z.string().nullable(),
  wardName: z.string().nullable(),
  name: z.string().nullable(),
  relation: z.string().nullable(),
  status: z.enum(['active', 'dead', 'moved-out']),
  dukcapil: z.object({
    /** What Dukcapil's service answered; `belum_dicek` where it was not asked or gave no answer. */
    state: z.enum(dukcapilStates),
    at: z.string().nullable(),
    /** Which service answered. */
    source: z.string().nullable(),
    /** Whether this office has connected the service at all. */
    isConnected: z.boolean(),
    /** NIK, name and day of birth are known: less cannot be asked about. */
    canBeAsked: z.boolean(),
  }),
  groups: z.array(PersonGroup),
})
export type PersonCard = z.infer<typeof PersonCard>

import { z } from 'zod'
import { FamilyAsOf } from './answers.ts'

const Key = z.string().regex(/^[a-z0-9]{10}$/)

export const PersonKey = z.object({ personId: Key })

/** When the register said it: half open; the present has no end. */
const Recorded = z.object({ recordedFrom: z.string(), recordedTo: z.string().nullable() })

/** What became of one person, as it was known on a day and, where one is asked, as it was on another. */
export const PersonHistory = z.object({
  personId: Key,
  /** Where another id was asked for: that it leads to this person now. */
  mergedInto: Key.nullable(),
  knownOn: z.iso.date().nullable(),
  validOn: z.iso.date().nullable(),
  /** The family on the day when it was known; null where nobody of this id was known then. */
  familyId: Key.nullable(),
  /** The person on the two days; null where no row speaks of that day yet. */
  record: FamilyAsOf.shape.members.unwrap().nullable(),
  /** Names that the register gave, latest first; as all below up to the day when it was known. */
  names: z.array(Recorded.extend({ name: z.string() })),
  identifiers: z.array(
    Recorded.extend({
      type: z.enum(['nik', 'kk']),
      /** Masked. */
      value: z.string(),
      /** `current` stands, `former` stood before, `other` is told by a list and never stood. */
      status: z.enum(['current', 'former', 'other']),
      /** False where only a part of its digits is known. */
      isWhole: z.boolean(),
      /** Rows that say it. */
      sources: z.array(z.object({ file: z.string(), sheet: z.string(), row: z.int() })),
    }),
  ),
  memberships: z.array(
    Recorded.extend({
      familyId: Key,
      headName: z.string().nullable(),
      relation: z.string().nullable(),
      /** Times in which the person lived with the family by the events of civil registration, half open. */
      periods: FamilyAsOf.shape.members.unwrap().shape.periods,
    }),
  ),
  /** Ids of persons who were joined into this one, and since when and until when they lead here. */
  mergedFrom: z.array(Recorded.extend({ personId: Key })),
})
export type PersonHistory = z.infer<typeof PersonHistory>

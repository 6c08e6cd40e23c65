import { z } from 'zod'

const Key = z.string().regex(/^[a-z0-9]{10}$/)
const IsoDay = z.iso.date()
const Place = z.object({ file: z.string(), sheet: z.string(), row: z.number().int() })

export const FamilyKey = z.object({ familyId: Key })

/** A value with the row it came from; absent where that row is about somebody who may not be seen. */
export const ToldValue = z.object({
  field: z.string(),
  /** Identity numbers masked. */
  value: z.string(),
  source: Place.nullable(),
  /** Rows that said otherwise. */
  otherCount: z.number().int(),
})
export type ToldValue = z.infer<typeof ToldValue>

/** A person by the name that the register had; null where it may not be told, or was not known. */
const Named = z.object({ personId: Key, name: z.string().nullable() })

export const FamilyHistory = z.object({
  familyId: Key,
  headName: z.string().nullable(),
  /** The family that this id leads to at present; null where it stands itself, or leads nowhere. */
  mergedInto: Key.nullable(),
  /** Latest first. */
  steps: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(['first', 'changed', 'gone']),
      /** Lists whose rows came to stand with the family, or ceased to. */
      lists: z.array(
        z.object({
          file: z.string(),
          title: z.string(),
          provider: z.string().nullable(),
          rowsAdded: z.number().int(),
          rowsRemoved: z.number().int(),
        }),
      ),
      /** What people decided, or took back, since the step before. */
      decisions: z.array(
        z.object({
          changeNo: z.number().int(),
          kind: z.enum([
            'same-person',
            'other-person',
            'same-family',
            'other-family',
            'value',
            'added',
          ]),
          field: z.string().nullable(),
          isTakenBack: z.boolean(),
          organisation: z.string(),
          reason: z.string(),
        }),
      ),
      joined: z.array(Named),
      left: z.array(Named),
      /** Ids of families that were joined into this one then, and of those that parted from it again. */
      mergedFrom: z.array(Key),
      partedTo: z.array(Key),
      changes: z.array(
        z.object({
          /** Null: of the family and its house. */
          person: Named.nullable(),
          field: z.string(),
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      ),
    }),
  ),
})
export type FamilyHistory = z.infer<typeof FamilyHistory>

export const AsOfQuery = z.strictObject({
  /** Day at whose end the register is asked; the present where it is absent. */
  knownOn: IsoDay.optional(),
  /** Day of the world that is asked about; without it, all that was known counts. */
  validOn: IsoDay.optional(),
})

const Period = z.object({
  from: IsoDay.nullable(),
  to: IsoDay.nullable(),
  end: z.enum(['death', 'move-out']).nullable(),
})

export const FamilyAsOf = z.object({
  familyId: Key,
  mergedInto: Key.nullable(),
  knownOn: IsoDay.nullable(),
  validOn: IsoDay.nullable(),
  /** False: the register knew no such family on that day, and the rest is empty. */
  isKnown: z.boolean(),
  headName: z.string().nullable(),
  values: z.array(ToldValue),
  members: z.array(
    Named.extend({
      relation: z.string().nullable(),
      status: z.enum(['active', 'dead', 'moved-out']),
      statusDate: IsoDay.nullable(),
      /** Times in which the person lived with the family, half open. */
      periods: z.array(Period),
      values: z.array(ToldValue),
    }),
  ),
  /** Who belongs to the family as known, but was not with it on that day as far as rows tell. */
  absent: z.array(Named.extend({ reason: z.enum(['no-row', 'not-born', 'not-moved-in']) })),
  /** Wards in which the family lived, by rows that say a day; half open. */
  dwellings: z.array(
    z.object({ wardName: z.string(), from: IsoDay, to: IsoDay.nullable(), source: Place }),
  ),
  rows: z.array(
    Place.extend({
      title: z.string(),
      /** Day of which the row speaks; null where neither it nor its list says one. */
      on: IsoDay.nullable(),
      isCounted: z.boolean(),
    }),
  ),
})
export type FamilyAsOf = z.infer<typeof FamilyAsOf>

import { z } from 'zod'
import { ToldValue } from '../history/answers.ts'

/** By what a house is known: a door, the number of its electricity meter, a point on the map. */
export const dwellingEvidence = ['door', 'meter', 'point'] as const
export type DwellingEvidence = (typeof dwellingEvidence)[number]

const Key = z.string().regex(/^[a-z0-9]{10}$/)

export const DwellingKey = z.object({ dwellingId: Key })

/** A house and those of its families whom the viewer may see. */
export const Dwelling = z.object({
  dwellingId: Key,
  families: z.array(
    z.object({
      familyId: Key,
      headName: z.string().nullable(),
      memberCount: z.int(),
      address: z.string().nullable(),
      rt: z.int().nullable(),
      rw: z.int().nullable(),
      wardName: z.string().nullable(),
      /** By what the family shares the house with others, and the row that says so. */
      shared: z.array(
        z.object({
          by: z.enum(dwellingEvidence),
          source: z.object({ file: z.string(), sheet: z.string(), row: z.int() }).nullable(),
        }),
      ),
    }),
  ),
})
export type Dwelling = z.infer<typeof Dwelling>

/** A house as it was known on a day and, where one is asked, as it was on another. */
export const DwellingAsOf = z.object({
  dwellingId: Key,
  knownOn: z.iso.date().nullable(),
  validOn: z.iso.date().nullable(),
  /** False: the register knew no such house on that day, and the rest is empty. */
  isKnown: z.boolean(),
  /** Who lived in it, as far as the viewer may see them. */
  families: z.array(
    z.object({
      familyId: Key,
      headName: z.string().nullable(),
      memberCount: z.int(),
      /** By what it shared the house with others; of a day that is asked, by what it was the house. */
      shared: z.array(
        z.object({
          by: z.enum(dwellingEvidence),
          source: z.object({ file: z.string(), sheet: z.string(), row: z.int() }).nullable(),
        }),
      ),
      /** Address, RT, RW, ward, district, point and meter, each with the row it came from. */
      values: z.array(ToldValue),
    }),
  ),
  /** Who lives in it as known, but did not on that day as far as rows tell. */
  absent: z.array(
    z.object({
      familyId: Key,
      headName: z.string().nullable(),
      reason: z.enum(['no-row', 'nobody', 'elsewhere']),
    }),
  ),
})
export type DwellingAsOf = z.infer<typeof DwellingAsOf>

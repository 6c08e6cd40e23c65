import { z } from 'zod'

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

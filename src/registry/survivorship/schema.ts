import { z } from 'zod'
import { listKinds } from '#intake/schema'

const BothLanguages = z.strictObject({ id: z.string(), en: z.string() })
const Lists = z.array(z.enum(listKinds)).min(1)

/** Which list is believed for which field: the policy by which one value of several survives. */
export const Survivorship = z.strictObject({
  version: z.number().int(),
  /** The day from which it holds. */
  from: z.iso.date(),
  source: z.string(),
  /** Weight of a row by the place of its list in the order; further places weigh like the last. */
  weights: z.array(z.number().positive()).min(1),
  orders: z.array(
    z.strictObject({
      fields: z.array(z.string()).min(1),
      lists: Lists,
      /** A row older by this many whole years than the newest one that tells the field comes last. */
      staleAfterYears: z.number().int().positive().optional(),
      reason: BothLanguages,
    }),
  ),
  /** The order for fields that `orders` does not name. */
  otherwise: Lists,
})
export type Survivorship = z.infer<typeof Survivorship>

import { z } from 'zod'

const Place = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  row: z.int().min(1).max(2_147_483_647),
})

export const PairVerdict = z.enum(['same-person', 'other-person'])
export type PairVerdict = z.infer<typeof PairVerdict>

/** Who looks: the first decides, the second sees no answer, the third settles where both differ. */
export const looks = ['first', 'second', 'third'] as const
export const Look = z.enum(looks)
export type Look = z.infer<typeof Look>

/** An answer about a pair that waits for it, by the two rows. */
export const NewJudgement = z.strictObject({ left: Place, right: Place, answer: PairVerdict })
export type NewJudgement = z.infer<typeof NewJudgement>

/** An answer as its reviewer gets it back; what others answered is not in it. */
export const Judgement = z.object({
  judgementNo: z.int(),
  look: Look,
  answer: PairVerdict,
  /** State of the decision that it made in the register; null where it made none. */
  changeState: z.enum(['in-force', 'proposed']).nullable(),
  isWithdrawn: z.boolean(),
})
export type Judgement = z.infer<typeof Judgement>

export const JudgementKey = z.object({
  judgementNo: z.coerce.number().int().min(1).max(2_147_483_647),
})
export const JudgementEnd = z.strictObject({ isWithdrawn: z.literal(true) })

/** A share with its 95 % interval, each between 0 and 1 (kappa: -1 and 1). */
export const Estimate = z.object({ value: z.number(), from: z.number(), to: z.number() })
export type Estimate = z.infer<typeof Estimate>

/** How far two reviewers, of whom the second saw no answer, say the same. */
export const Agreement = z.object({
  /** Pairs that two reviewers judged. */
  pairs: z.int(),
  /** Of them: both gave one answer. */
  agreed: z.int(),
  share: Estimate.nullable(),
  /** Cohen's kappa: 1 is full agreement, 0 is what chance would give; null of fewer than ten pairs or one answer. */
  kappa: Estimate.nullable(),
  /** Drawn for a second look that nobody has given yet. */
  waiting: z.int(),
  /** The two differ, and no third has settled it. */
  open: z.int(),
  settled: z.int(),
})
export type Agreement = z.infer<typeof Agreement>

/** Bits to be added to the weights of the model, with the 95 % interval. */
export const Shift = z.object({ bits: z.number(), from: z.number(), to: z.number() })
export type Shift = z.infer<typeof Shift>

/** What the linkage said of doubtful pairs, beside what people found. */
export const Calibration = z.object({
  /** Pairs that were judged and on which no two differ. */
  pairs: z.int(),
  same: z.int(),
  bands: z.array(
    z.object({
      /** Weight from which and below which, in bits: 0 is even odds; null is open. */
      fromBits: z.number().nullable(),
      toBits: z.number().nullable(),
      pairs: z.int(),
      same: z.int(),
      /** Share of them that the model held to be the same, 0 to 1; null of none. */
      said: z.number().nullable(),
      /** Share that were. */
      share: Estimate.nullable(),
    }),
  ),
  /** How far off the model is; null with fewer than fifty pairs of each answer. */
  shift: Shift.nullable(),
})
export type Calibration = z.infer<typeof Calibration>

/** What the answers say of the linkage, and the threshold that they propose. */
export const LinkageProposal = z.object({
  calibration: Calibration,
  threshold: z.object({
    /** Bits from which the linkage joins a pair by itself; 1 is two of three. */
    presentBits: z.number(),
    /** Null while it is the usual one. */
    adoptedAt: z.string().nullable(),
    /** Null where the answers do not refute the present one. */
    proposedBits: z.number().nullable(),
    /** Pairs that wait now and would join unasked. */
    joins: z.int(),
  }),
})
export type LinkageProposal = z.infer<typeof LinkageProposal>

/** The proposal as it was read; null for the usual threshold. */
export const NewThreshold = z.strictObject({
  thresholdBits: z.number().min(-3).max(4).nullable(),
})

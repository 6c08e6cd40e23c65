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

import { z } from 'zod'

const Place = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  row: z.int().min(1).max(2_147_483_647),
})

/** The two rows of a doubtful pair about which the ward is asked. */
export const NewPairQuestion = z.strictObject({ left: Place, right: Place })

/** What the ward knows. */
export const PairAnswer = z.enum(['yes', 'no', 'unknown'])
export type PairAnswer = z.infer<typeof PairAnswer>

/** All that is told of a record to whoever is asked: no number, no list. */
export const AskedSide = z.object({ name: z.string(), place: z.string() })

/** One question: are these two the same person? */
export const PairQuestion = z.object({
  questionNo: z.int(),
  left: AskedSide,
  right: AskedSide,
  /** Name of the office that asks. */
  organisation: z.string(),
  askedAt: z.string(),
  answer: PairAnswer.nullable(),
  answeredAt: z.string().nullable(),
})
export type PairQuestion = z.infer<typeof PairQuestion>

export const PairQuestions = z.object({ questions: z.array(PairQuestion) })
export const QuestionKey = z.object({
  questionNo: z.coerce.number().int().min(1).max(2_147_483_647),
})
export const AnswerToPair = z.strictObject({ answer: PairAnswer })

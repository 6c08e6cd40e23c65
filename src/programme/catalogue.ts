import { z } from 'zod'
import { isIsoDate } from '#platform/dates'

/** Shapes of the four files of a programme's folder. Every key is known: a slip is a fault. */

const words = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
const isoDate = z.string().refine(isIsoDate, { error: 'date' })

const legal = z.strictObject({
  title: z.string().min(1),
  article: z.string().optional(),
  /** What in it is not verified. */
  note: z.string().optional(),
})

export const ProgrammeFile = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{1,15}$/),
  /** Other words under which lists and ledgers know it. */
  aliases: z.array(z.string().min(1)).default([]),
  names: words,
  /** What it is called inside a sentence. */
  short: words,
  sector: z.enum(['basic', 'education', 'health', 'water', 'housing', 'livelihood']),
  indicator: z.string().min(1),
  unit: z.enum(['person', 'family', 'house']),
  benefit: words,
  nature: z.enum(['routine', 'incidental']),
  /** How often money reaches the family; absent where it comes once, or as goods or contributions. */
  paidEvery: z.enum(['month', 'quarter', 'year']).optional(),
  decidedBy: words,
  responsible: words,
  funding: z.array(z.string().min(1)).min(1),
  /** Inpres 8/2025: a less spending, b more income, c fewer pockets of poverty. */
  strategyInpres8: z.enum(['a', 'b', 'c']),
  /** Permendagri 53/2020 article 17. */
  strategyPermendagri53: z.enum(['a', 'b', 'c', 'd']),
  /** Permendagri 53/2020 article 18. */
  kindPermendagri53: z.enum(['a', 'b', 'c']),
  legal: z.array(legal).min(1),
  confidence: z.enum(['two-sources', 'one-source', 'uncertain']),
  source: z.string().min(1),
  exclusivity: z
    .strictObject({
      /** Help on record under one of these words closes this programme for the family. */
      earlierAid: z.array(z.string().min(1)).default([]),
      label: words.optional(),
      /** Programmes that may come together with this one, said openly because people doubt it. */
      combinesWith: z.array(z.string()).default([]),
      note: words.optional(),
    })
    .default({ earlierAid: [], combinesWith: [] }),
  /** What the deciding agency still looks at, because no list can know it. */
  checkedLater: z.array(words).default([]),
})

const reading = z.strictObject({
  value: z.union([z.int(), isoDate]),
  from: isoDate,
  /** First day on which it no longer holds. */
  to: isoDate.optional(),
  source: z.string().min(1),
  /** True for the reading that counts where sources disagree. */
  default: z.boolean().default(false),
})
export const ParametersFile = z.record(
  z.string().regex(/^[a-z0-9_.-]+$/),
  z.strictObject({
    label: words,
    unit: z.string().min(1),
    readings: z.array(reading).min(1),
  }),
)

const condition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  text: z.string().min(1),
  label: words,
  legal: z.string().min(1),
  /** Who settles an unknown: the family, or the agency. Never "no". */
  onUnknown: z.enum(['ask', 'refer']).default('ask'),
  /** Said when it does not hold and no single fact decided it. */
  no: words.optional(),
  /** What would change it. */
  change: words.optional(),
})

const pay = z.string().min(1)
const period = z.enum(['month', 'quarter', 'year', 'once'])
const amount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), pay, period }),
  /** The first case that holds. */
  z.strictObject({
    kind: z.literal('cases'),
    period,
    cases: z.array(z.strictObject({ when: z.string().min(1), pay })).min(1),
  }),
  /** Each member counts once, at the highest pay; the highest members up to a number. */
  z.strictObject({
    kind: z.literal('components'),
    period,
    maxMembers: z.string().min(1),
    components: z
      .array(z.strictObject({ id: z.string(), label: words, when: z.string().min(1), pay }))
      .min(1),
  }),
])

const version = z.strictObject({
  version: z.string().min(1),
  from: isoDate,
  to: isoDate.optional(),
  source: z.string().min(1),
  /** For programmes of persons: of whom the question is asked at all. */
  concerns: z.string().optional(),
  conditions: z.array(condition).min(1),
  amount: amount.optional(),
})
export const RulesFile = z.strictObject({ versions: z.array(version).min(1) })

const factValue = z.union([z.string(), z.int(), z.boolean(), z.array(z.string()), z.null()])
const row = z.record(z.string(), factValue)
const exampleFacts = z.strictObject({
  family: row.optional(),
  /** Of the person whom the decision is about. */
  person: row.optional(),
  /** Other members. */
  members: z.array(row).optional(),
  mayHaveMoreMembers: z.boolean().optional(),
  /** Programmes on record, as the ledger writes them. */
  received: z.array(z.string()).optional(),
})
export const ExamplesFile = z.strictObject({
  /** Facts that every case starts from. */
  given: exampleFacts.default({}),
  cases: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        on: isoDate,
        /** Laid over `given`; members replace members. */
        with: exampleFacts.default({}),
        expect: z.strictObject({
          result: z.enum(['eligible', 'ineligible', 'unknown', 'none', 'no-rule']),
          reasonCode: z.string().optional(),
          amountRp: z.int().optional(),
          isAmountMinimum: z.boolean().optional(),
          reasonId: z.string().optional(),
        }),
      }),
    )
    .min(1),
})

export type ProgrammeFile = z.infer<typeof ProgrammeFile>
export type ParametersFile = z.infer<typeof ParametersFile>
export type RulesFile = z.infer<typeof RulesFile>
export type ExamplesFile = z.infer<typeof ExamplesFile>
export type RuleVersion = RulesFile['versions'][number]
export type Condition = RuleVersion['conditions'][number]
export type Amount = NonNullable<RuleVersion['amount']>
export type ExampleFacts = z.infer<typeof exampleFacts>
export type Example = ExamplesFile['cases'][number]

/** A programme of the catalogue: dated data, nothing compiled. */
export interface Programme extends ProgrammeFile {
  readonly parameters: ParametersFile
  readonly versions: readonly RuleVersion[]
  readonly examples: ExamplesFile
}

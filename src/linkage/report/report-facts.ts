import type { Language } from '#platform/say-error'
import type { TableLinkage } from '../link-table.ts'
import type { LinkQuality } from '../measure-quality.ts'
import type { ModelDocument } from '../model-document.ts'
import { unitsPerBit } from '../score.ts'
import type { LinkTable } from '../tables/read-tables.ts'
import { chooseExamples, type PairExample } from './choose-examples.ts'
import { type RuleFacts, ruleFacts } from './rule-facts.ts'
import { type NotableClusters, notableClusters } from './weakest-ties.ts'
import { type WeightBand, weightBands } from './weight-bands.ts'

export interface LinkReportInput {
  readonly table: LinkTable
  readonly linkage: TableLinkage
  readonly document: ModelDocument
  /** Known only where the answer is. */
  readonly quality: LinkQuality | undefined
  /** The language that is shown first; the reader may choose the other. */
  readonly language: Language | undefined
}

/** All that the report says, in no language yet. */
export interface ReportFacts extends LinkReportInput {
  readonly thresholdBits: number
  readonly clusters: number
  /** Pairs at the threshold or over it. */
  readonly joinedPairs: number
  /** Of these, pairs that the other records of their clusters keep apart. */
  readonly partedPairs: number
  /** By the model's own probabilities: joined pairs that are wrong, kept ones below that are right. */
  readonly expectedWrong: number
  readonly expectedMissed: number
  readonly bands: readonly WeightBand[]
  readonly rules: readonly RuleFacts[]
  readonly notable: NotableClusters
  readonly examples: readonly PairExample[]
}

export function gatherFacts(input: LinkReportInput): ReportFacts {
  const { table, linkage, document } = input
  const { settings, pairs, rootOf } = linkage
  const thresholdBits = settings.threshold_match_weight
  const threshold = Math.round(thresholdBits * unitsPerBit)
  const bands = weightBands(table, linkage)
  const [joined, below] = [
    bands.filter(({ lowBits }) => lowBits >= thresholdBits),
    bands.filter(({ lowBits }) => lowBits < thresholdBits),
  ]
  let partedPairs = 0
  pairs.units.forEach((weight, place) => {
    if (weight < threshold) return
    if (rootOf[pairs.left[place] ?? 0] !== rootOf[pairs.right[place] ?? 0]) partedPairs++
  })
  return {
    ...input,
    thresholdBits,
    clusters: Object.values(document.cluster_sizes).reduce((sum, count) => sum + count, 0),
    joinedPairs: joined.reduce((sum, band) => sum + band.pairs, 0),
    partedPairs,
    expectedWrong: joined.reduce((sum, band) => sum + band.pairs - band.expected, 0),
    expectedMissed: below.reduce((sum, band) => sum + band.expected, 0),
    bands,
    rules: ruleFacts(linkage),
    notable: notableClusters(linkage),
    examples: chooseExamples(linkage),
  }
}

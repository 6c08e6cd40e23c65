import type { TableLinkage } from './link-table.ts'
import { unitsPerBit } from './score.ts'
import type { LinkTable } from './tables/read-tables.ts'

export interface QualityFigures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Precision, recall and F1 of pairs over the threshold, and of the pairs within clusters. */
export interface LinkQuality extends QualityFigures {
  readonly clusters: QualityFigures
  /** The threshold that would have given the best pairs, known only afterwards. */
  readonly best: { readonly threshold_bits: number; readonly f1: number }
  /** With an earlier linkage, those of new records: pairs between known ones are not looked for. */
  readonly true_pairs: number
  /** Share of true pairs that were compared and kept: no threshold finds more. */
  readonly recall_of_kept_pairs: number
}

/** Compares the links with the known answer; undefined where none was given. Records without an answer are strangers. */
export function measureQuality(table: LinkTable, linkage: TableLinkage): LinkQuality | undefined {
  const { truth, earlier } = table
  if (!truth) return undefined
  const allTruePairs = countPairs(truth, (code) => code >= 0)
  const isKnown = (record: number) => (earlier?.[record] ?? -1) >= 0
  // Pairs of two records that an earlier linkage knows are not looked for.
  const truePairs = allTruePairs - countPairs(truth, (code, record) => code >= 0 && isKnown(record))
  const { left, right, units } = linkage.pairs
  const threshold = linkage.settings.threshold_match_weight * unitsPerBit
  let given = 0
  let correct = 0
  let atThreshold = figures(0, 0, truePairs)
  let best = { threshold_bits: linkage.settings.threshold_match_weight, f1: 0 }
  for (let place = 0; place < units.length; place++) {
    const answer = truth[left[place] ?? 0] ?? -1
    given++
    if (answer >= 0 && answer === truth[right[place] ?? 0]) correct++
    const found = figures(correct, given, truePairs)
    const weight = units[place] ?? 0
    if (weight >= threshold) atThreshold = found
    if (found.f1 > best.f1) best = { threshold_bits: weight / unitsPerBit, f1: found.f1 }
  }
  return {
    ...atThreshold,
    clusters: clusterFigures(truth, linkage.rootOf, allTruePairs),
    best,
    true_pairs: truePairs,
    recall_of_kept_pairs: truePairs === 0 ? 1 : correct / truePairs,
  }
}

function clusterFigures(truth: Int32Array, rootOf: Int32Array, truePairs: number): QualityFigures {
  const given = countPairs(rootOf, () => true)
  const both = new Map<string, number>()
  truth.forEach((answer, record) => {
    if (answer < 0) return
    const key = `${rootOf[record]} ${answer}`
    both.set(key, (both.get(key) ?? 0) + 1)
  })
  let correct = 0
  for (const count of both.values()) correct += (count * (count - 1)) / 2
  return figures(correct, given, truePairs)
}

function countPairs(
  labels: Int32Array,
  counts: (label: number, record: number) => boolean,
): number {
  const sizes = new Map<number, number>()
  for (const [record, label] of labels.entries()) {
    if (counts(label, record)) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  }
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}

/** With nothing to find and nothing given, all is right. */
function figures(correct: number, given: number, truePairs: number): QualityFigures {
  return {
    precision: given === 0 ? 1 : correct / given,
    recall: truePairs === 0 ? 1 : correct / truePairs,
    f1: given + truePairs === 0 ? 1 : (2 * correct) / (given + truePairs),
  }
}

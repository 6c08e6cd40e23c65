/**
 * linkage: which records are the same person. A pure engine: values in (no agency, no table),
 * clusters and doubtful pairs out. `link` takes records of a city's lists; `linkFiles` takes any
 * tables and proposes its own settings: `tables/` reads and normalises, `settings/` proposes,
 * `kernel/` blocks, compares and joins in threads over shared memory.
 *
 * Steps: encode (distinct names, digits, dates to numbers), block (pairs worth comparing), compare
 * (patterns of agreement), learn (m, u and the household class by EM on pattern counts), score
 * (weights in fixed point), cluster (joins that agree on the whole). The order of the records never
 * matters; weights are compared as integers, so that two machines decide alike.
 */
export { type NormalAddress, normaliseAddress, normaliseAddresses } from './addresses.ts'
export type { DecidedPairs } from './cluster.ts'
export { foldWord, isSlip, type NormalName, normaliseName } from './names.ts'
export { type LinkFilesRequest, type LinkFilesResult, linkFiles } from './run-link-files.ts'
export { type LinkOptions, link } from './run-linkage.ts'
export type { Linkage, LinkRecord, PairEvidence, ScoredPair } from './schema.ts'

import type { IsoDate } from '#platform/dates'

/**
 * One record to link: plain values, no agency. Absent values count neither for nor against.
 * `source` says which list it stands in; records of one source may link too (duplicates).
 */
export interface LinkRecord {
  readonly source: number
  readonly name?: string
  readonly nik?: string
  readonly nikPrefix?: string
  readonly kk?: string
  readonly kkPrefix?: string
  readonly birthDate?: IsoDate
  readonly birthPrecision?: 'day' | 'month' | 'year'
  /** Birth year worked out from a stated age, good to about two years. */
  readonly birthYearApprox?: number
  readonly sex?: 'male' | 'female'
  readonly ward?: string
  readonly district?: string
  readonly address?: string
  readonly rt?: number
  readonly rw?: number
  readonly phone?: string
  readonly motherName?: string
  readonly headName?: string
  /** Names of others known to belong to the same family: a mother or child named elsewhere may be among them. */
  readonly familyNames?: readonly string[]
  /** Names of children: "Mama Rizki" may be this person. */
  readonly childNames?: readonly string[]
  /** Place in the family; `household`: named for a house or its family, `payee`: receives for a family. */
  readonly role?: 'head' | 'spouse' | 'member' | 'household' | 'payee'
  /** Digits of a NIK that cannot be right (length, date): they still resemble the right one. */
  readonly nikAsWritten?: string
}

/** A fact compared on a pair, in splink's words. */
export interface PairEvidence {
  readonly comparison: string
  readonly level: string
  readonly weightBits: number
}

export interface ScoredPair {
  readonly left: number
  readonly right: number
  /** log2 of the Bayes factor plus prior; 0 is even odds. */
  readonly weightBits: number
  readonly probability: number
  readonly evidence: readonly PairEvidence[]
}

export interface Linkage {
  /** Cluster number of each record, dense from 0 in order of the first record. */
  readonly clusterOf: Int32Array
  readonly clusterCount: number
  /** Pairs in the doubtful band whose ends lie in different clusters (or in one by a thread), most doubtful first. */
  readonly doubtful: readonly ScoredPair[]
  /** Pairs from the asked weight on, in the caller's record numbers; only where `keepBits` asks for them. */
  readonly pairs?: {
    readonly left: Int32Array
    readonly right: Int32Array
    readonly weightBits: Float64Array
  }
  readonly pairsCompared: number
  readonly model: { readonly comparisons: readonly unknown[]; readonly priorBits: number }
}

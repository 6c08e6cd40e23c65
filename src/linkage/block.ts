import type { EncodedRecords } from './encode.ts'
import { datePrecision } from './encode.ts'
import { hashNumbers, hashText } from './hash.ts'
import { foldKey } from './names.ts'

/** A way to find pairs worth comparing: the keys of one record, none where it cannot say. */
export interface BlockingRule {
  readonly name: string
  /** Blocks with more records than this are left out: their pairs would grow with the square. */
  readonly maxBlock: number
  readonly keys: (encoded: EncodedRecords, no: number) => readonly number[]
}

/** Pairs to compare, each once, lower record first, in ascending order. */
export interface CandidatePairs {
  readonly count: number
  readonly left: Int32Array
  readonly right: Int32Array
  /** For the report: pairs that each rule brought and records in blocks that were too large. */
  readonly rules: readonly {
    readonly rule: string
    readonly pairs: number
    readonly skippedRecords: number
  }[]
}

/** Record numbers must stay below this to be packed beside a 32-bit key in one exact number. */
const recordLimit = 2 ** 21

function words(encoded: EncodedRecords, no: number): readonly number[] {
  const name = encoded.nameIndex.names[encoded.nameNo[no] ?? -1]
  if (!name) return []
  return name.foldNos.filter((foldNo) => (encoded.nameIndex.folds[foldNo]?.length ?? 0) > 2)
}

function wordKeys(encoded: EncodedRecords, no: number, ...rest: readonly number[]): number[] {
  return words(encoded, no).map((foldNo) => hashNumbers(foldNo, ...rest))
}

/** First letters of all words, for slips and initials. */
function initialKeys(encoded: EncodedRecords, no: number, ...rest: readonly number[]): number[] {
  const name = encoded.nameIndex.names[encoded.nameNo[no] ?? -1]
  const initials = new Set(
    name?.foldNos.map((foldNo) => encoded.nameIndex.folds[foldNo]?.charCodeAt(0) ?? 0),
  )
  return [...initials].map((initial) => hashNumbers(initial, ...rest))
}

function birthDay(encoded: EncodedRecords, no: number): number {
  if (encoded.precision[no] !== datePrecision.day) return 0
  return (
    ((encoded.year[no] ?? 0) % 100) * 400 + (encoded.month[no] ?? 0) * 32 + (encoded.day[no] ?? 0)
  )
}

function area(encoded: EncodedRecords, no: number): number {
  return encoded.ward[no] ?? -1
}

/** The rules, tight ones first. Recall comes from their variety: each survives another kind of fault. */
export const blockingRules: readonly BlockingRule[] = [
  {
    name: 'nik, 15 digits',
    maxBlock: 200,
    keys: ({ nik }, no) =>
      (nik.digits[no] ?? 0) >= 15
        ? [hashNumbers(1, nik.high[no] ?? 0, (nik.low[no] ?? 0) & ~15)]
        : [],
  },
  {
    name: 'kk',
    maxBlock: 80,
    keys: ({ kk }, no) =>
      (kk.digits[no] ?? 0) >= 15 ? [hashNumbers(2, kk.high[no] ?? 0, (kk.low[no] ?? 0) & ~15)] : [],
  },
  {
    name: 'nik, first 12 digits + initial',
    maxBlock: 200,
    keys: (encoded, no) =>
      (encoded.nik.digits[no] ?? 0) >= 12
        ? initialKeys(encoded, no, 3, encoded.nik.high[no] ?? 0, (encoded.nik.low[no] ?? 0) >>> 16)
        : [],
  },
  {
    name: 'nik, last 8 digits',
    maxBlock: 60,
    keys: ({ nik }, no) => ((nik.digits[no] ?? 0) === 16 ? [hashNumbers(4, nik.low[no] ?? 0)] : []),
  },
  {
    name: 'nik, first 8 digits + word',
    maxBlock: 60,
    keys: (encoded, no) =>
      (encoded.nik.digits[no] ?? 0) >= 8 ? wordKeys(encoded, no, 5, encoded.nik.high[no] ?? 0) : [],
  },
  {
    name: 'birth date + word',
    maxBlock: 100,
    keys: (encoded, no) => {
      const birth = birthDay(encoded, no)
      return birth === 0 ? [] : wordKeys(encoded, no, 6, birth)
    },
  },
  {
    name: 'birth date + ward',
    maxBlock: 60,
    keys: (encoded, no) => {
      const birth = birthDay(encoded, no)
      return birth === 0 || area(encoded, no) < 0 ? [] : [hashNumbers(7, birth, area(encoded, no))]
    },
  },
  {
    name: 'birth date + initial',
    maxBlock: 40,
    keys: (encoded, no) => {
      const birth = birthDay(encoded, no)
      return birth === 0 ? [] : initialKeys(encoded, no, 8, birth)
    },
  },
  {
    name: 'word + birth year + ward',
    maxBlock: 60,
    keys: (encoded, no) =>
      encoded.precision[no] === datePrecision.none || area(encoded, no) < 0
        ? []
        : wordKeys(encoded, no, 9, (encoded.year[no] ?? 0) % 100, area(encoded, no)),
  },
  {
    name: 'whole name',
    maxBlock: 40,
    keys: (encoded, no) => {
      const name = encoded.nameIndex.names[encoded.nameNo[no] ?? -1]
      return name && name.foldNos.length > 1 ? [hashText(name.sortedKey, 10)] : []
    },
  },
  {
    name: 'two words + birth year',
    maxBlock: 80,
    keys: (encoded, no) =>
      encoded.precision[no] === datePrecision.none
        ? []
        : wordPairs(encoded, no, 11, (encoded.year[no] ?? 0) % 100),
  },
  {
    name: 'word + ward',
    maxBlock: 40,
    keys: (encoded, no) =>
      area(encoded, no) < 0 ? [] : wordKeys(encoded, no, 12, area(encoded, no)),
  },
  {
    name: 'word + ward + RT',
    maxBlock: 80,
    keys: (encoded, no) =>
      area(encoded, no) < 0 || (encoded.rt[no] ?? -1) < 0
        ? []
        : wordKeys(encoded, no, 13, area(encoded, no), encoded.rt[no] ?? 0),
  },
  {
    name: 'word + street',
    maxBlock: 60,
    keys: (encoded, no) =>
      (encoded.street[no] ?? -1) < 0 ? [] : wordKeys(encoded, no, 14, encoded.street[no] ?? 0),
  },
  {
    name: 'initial + street + RT',
    maxBlock: 50,
    keys: (encoded, no) =>
      (encoded.street[no] ?? -1) < 0 || (encoded.rt[no] ?? -1) < 0
        ? []
        : initialKeys(encoded, no, 15, encoded.street[no] ?? 0, encoded.rt[no] ?? 0),
  },
  {
    name: 'door',
    maxBlock: 60,
    keys: (encoded, no) =>
      (encoded.street[no] ?? -1) < 0 || (encoded.door[no] ?? -1) < 0
        ? []
        : [hashNumbers(16, encoded.street[no] ?? 0, encoded.door[no] ?? 0)],
  },
  {
    name: 'phone',
    maxBlock: 20,
    keys: ({ phone }, no) => ((phone[no] ?? -1) < 0 ? [] : [hashNumbers(17, phone[no] ?? 0)]),
  },
  {
    name: 'rough name + birth year',
    maxBlock: 40,
    keys: (encoded, no) => {
      const name = encoded.nameIndex.names[encoded.nameNo[no] ?? -1]
      if (!name || encoded.precision[no] === datePrecision.none) return []
      const rough = foldKey(name.foldNos.map((foldNo) => encoded.nameIndex.folds[foldNo] ?? ''))
      return rough.length < 4
        ? []
        : [hashNumbers(18, hashText(rough), (encoded.year[no] ?? 0) % 100)]
    },
  },
  {
    name: 'rough name + ward',
    maxBlock: 40,
    keys: (encoded, no) => {
      const name = encoded.nameIndex.names[encoded.nameNo[no] ?? -1]
      if (!name || area(encoded, no) < 0) return []
      const rough = foldKey(name.foldNos.map((foldNo) => encoded.nameIndex.folds[foldNo] ?? ''))
      return rough.length < 4 ? [] : [hashNumbers(19, hashText(rough), area(encoded, no))]
    },
  },
]

function wordPairs(encoded: EncodedRecords, no: number, ...rest: readonly number[]): number[] {
  const mine = [...words(encoded, no)].sort((left, right) => left - right)
  const keys: number[] = []
  mine.forEach((first, place) => {
    for (const second of mine.slice(place + 1)) keys.push(hashNumbers(first, second, ...rest))
  })
  return keys
}

/** Pairs of records that share a key of any rule. */
export function candidatePairs(
  encoded: EncodedRecords,
  rules: readonly BlockingRule[] = blockingRules,
): CandidatePairs {
  if (encoded.count > recordLimit) throw new RangeError('too many records for one block sort')
  let packed = new Float64Array(Math.max(1024, encoded.count * 8))
  let size = 0
  const report: { rule: string; pairs: number; skippedRecords: number }[] = []
  for (const rule of rules) {
    const entries = sortedKeys(encoded, rule)
    let pairs = 0
    let skippedRecords = 0
    let start = 0
    for (let end = 1; end <= entries.length; end++) {
      const isSameBlock =
        end < entries.length &&
        Math.floor((entries[end] ?? 0) / recordLimit) ===
          Math.floor((entries[start] ?? 0) / recordLimit)
      if (isSameBlock) continue
      const blockSize = end - start
      if (blockSize > rule.maxBlock) skippedRecords += blockSize
      else if (blockSize > 1) {
        const needed = size + (blockSize * (blockSize - 1)) / 2
        if (needed > packed.length) packed = grown(packed, needed)
        for (let first = start; first < end; first++) {
          const left = (entries[first] ?? 0) % recordLimit
          for (let second = first + 1; second < end; second++) {
            const right = (entries[second] ?? 0) % recordLimit
            if (left === right) continue
            packed[size++] = left * recordLimit + right
            pairs++
          }
        }
      }
      start = end
    }
    report.push({ rule: rule.name, pairs, skippedRecords })
  }
  return { ...distinctPairs(packed.subarray(0, size)), rules: report }
}

/** One number an entry, key above record, ascending. */
function sortedKeys(encoded: EncodedRecords, rule: BlockingRule): Float64Array {
  const entries: number[] = []
  for (let no = 0; no < encoded.count; no++) {
    for (const key of rule.keys(encoded, no)) entries.push(key * recordLimit + no)
  }
  return Float64Array.from(entries).sort()
}

function grown(packed: Float64Array, needed: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(needed, packed.length * 2))
  larger.set(packed)
  return larger
}

function distinctPairs(packed: Float64Array) {
  packed.sort()
  let count = 0
  for (let place = 0; place < packed.length; place++) {
    if (place > 0 && packed[place] === packed[place - 1]) continue
    packed[count++] = packed[place] ?? 0
  }
  const left = new Int32Array(count)
  const right = new Int32Array(count)
  for (let pair = 0; pair < count; pair++) {
    const both = packed[pair] ?? 0
    left[pair] = Math.floor(both / recordLimit)
    right[pair] = both % recordLimit
  }
  return { count, left, right }
}

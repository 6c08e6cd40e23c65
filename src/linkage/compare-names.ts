import { fullNameBands, fuzzyNameBands, kinLevel, nameLevel, partNameBands } from './comparisons.ts'
import type { DistinctName, NameIndex } from './distinct-names.ts'
import { isSlip } from './names.ts'

/** How two words stand to each other, weakest first. */
const grade = { none: 0, piece: 1, initial: 2, slip: 3, same: 4 } as const

/** Structure of the agreement of two names and the information of the words that agree. */
interface Agreement {
  readonly kind: 'full' | 'fuzzyFull' | 'subset' | 'fuzzySubset' | 'partial' | 'nickname' | 'none'
  readonly bits16: number
}

/** Bits that a word keeps when it agrees by a slip, an initial or a piece only. */
const slipLoss16 = 3 * 16
const initialBits16 = 3 * 16
const pieceBits16 = 4 * 16

/** Compares distinct names, remembering what it has compared. */
export class NameComparer {
  readonly #index: NameIndex
  readonly #wordGrades = new Map<number, number>()
  readonly #levels = new Map<number, number>()

  constructor(index: NameIndex) {
    this.#index = index
  }

  /** Level of the comparison "name"; both numbers are names of the index. */
  level(leftNo: number, rightNo: number): number {
    const low = Math.min(leftNo, rightNo)
    const key = low * this.#index.names.length + Math.max(leftNo, rightNo)
    const known = this.#levels.get(key)
    if (known !== undefined) return known
    const level = this.#newLevel(low, Math.max(leftNo, rightNo))
    this.#levels.set(key, level)
    return level
  }

  #newLevel(leftNo: number, rightNo: number): number {
    const left = this.#index.names[leftNo]
    const right = this.#index.names[rightNo]
    if (!left || !right) return 0
    const { kind, bits16 } = this.#agreement(left, right)
    switch (kind) {
      case 'full':
        return nameLevel.full + band(bits16, fullNameBands)
      case 'fuzzyFull':
        return nameLevel.fuzzyFull + band(bits16, fuzzyNameBands)
      case 'subset':
        return nameLevel.subset + band(bits16, partNameBands)
      case 'fuzzySubset':
        return nameLevel.fuzzySubset + band(bits16, partNameBands)
      case 'partial':
        return nameLevel.partial + band(bits16, partNameBands)
      case 'nickname':
        return nameLevel.nickname
      default:
        return left.isNickname || right.isNickname ? nameLevel.nicknameNone : nameLevel.none
    }
  }

  /** Best level of the comparison "mother or head" between two sets of names. */
  kinLevel(lefts: readonly number[], rights: readonly number[]): number {
    let best: number = kinLevel.none
    for (const leftNo of lefts) {
      for (const rightNo of rights) {
        const level = this.level(leftNo, rightNo)
        if (level >= nameLevel.fuzzySubset) {
          const isRare =
            level >= nameLevel.full + 2 ||
            (level >= nameLevel.subset + 2 && level < nameLevel.fuzzyFull) ||
            (level >= nameLevel.fuzzyFull + 2 && level < nameLevel.full)
          best = Math.min(best, isRare ? kinLevel.rare : kinLevel.same)
        } else if (level === nameLevel.nickname || level >= nameLevel.partial) {
          best = Math.min(best, kinLevel.partial)
        }
      }
    }
    return best
  }

  #agreement(left: DistinctName, right: DistinctName): Agreement {
    const [shorter, longer] =
      left.wordNos.length <= right.wordNos.length ? [left, right] : [right, left]
    if (left.sortedKey === right.sortedKey) {
      return { kind: 'full', bits16: Math.max(this.#bits(left.wordNos), this.#bits(right.wordNos)) }
    }
    const { pairs, freeShort, freeLong } = this.#align(shorter, longer)
    let bits16 = 0
    let weakest: number = grade.same
    let hasWord = false
    for (const [shortNo, longNo, value] of pairs) {
      const word16 = Math.min(this.#wordBits(shortNo), this.#wordBits(longNo))
      if (value === grade.same) bits16 += word16
      else if (value === grade.slip)
        bits16 += Math.max(
          16,
          Math.max(this.#wordBits(shortNo), this.#wordBits(longNo)) - 16 - slipLoss16,
        )
      else bits16 += value === grade.initial ? initialBits16 : pieceBits16
      if (value < weakest) weakest = value
      if (value >= grade.slip) hasWord = true
    }
    const joined = this.#joinedAgreement(freeShort, freeLong)
    if (joined !== undefined) {
      bits16 += joined
      return { kind: 'fuzzyFull', bits16 }
    }
    if (pairs.length === 0) return { kind: 'none', bits16: 0 }
    if (!hasWord) {
      const isPiece = pairs.some(([, , value]) => value === grade.piece)
      const isWholeShort = freeShort.length === 0
      return { kind: isPiece && isWholeShort ? 'nickname' : 'none', bits16 }
    }
    if (freeShort.length === 0 && freeLong.length === 0) {
      return { kind: weakest === grade.same ? 'full' : 'fuzzyFull', bits16 }
    }
    if (freeShort.length === 0) {
      return { kind: weakest === grade.same ? 'subset' : 'fuzzySubset', bits16 }
    }
    return { kind: 'partial', bits16 }
  }

  /** Best partner of each word, whole words before slips, slips before initials and pieces. */
  #align(shorter: DistinctName, longer: DistinctName) {
    const freeShort = [...shorter.wordNos]
    const freeLong = [...longer.wordNos]
    const pairs: [number, number, number][] = []
    for (const wanted of [grade.same, grade.slip, grade.initial, grade.piece]) {
      for (let place = 0; place < freeShort.length; place++) {
        const shortNo = freeShort[place] ?? -1
        const found = freeLong.findIndex((longNo) => this.#grade(shortNo, longNo) === wanted)
        if (found < 0) continue
        pairs.push([shortNo, freeLong[found] ?? -1, wanted])
        freeLong.splice(found, 1)
        freeShort.splice(place, 1)
        place--
      }
    }
    return { pairs, freeShort, freeLong }
  }

  /** Bits when the words left over are the same letters cut or joined elsewhere, else undefined. */
  #joinedAgreement(shortNos: readonly number[], longNos: readonly number[]): number | undefined {
    if (shortNos.length === 0 || longNos.length === 0 || shortNos.length + longNos.length < 3) {
      return undefined
    }
    const short = shortNos.map((no) => this.#index.words[no] ?? '').join('')
    const long = longNos.map((no) => this.#index.words[no] ?? '').join('')
    if (short !== long && !isSlip(short, long)) return undefined
    return Math.max(this.#bits(shortNos), this.#bits(longNos)) - slipLoss16
  }

  #bits(wordNos: readonly number[]): number {
    let sum = 0
    for (const wordNo of wordNos) sum += this.#wordBits(wordNo)
    return sum
  }

  /** Information of a word, sixteenths of a bit; an initial tells three bits whatever its count. */
  #wordBits(wordNo: number): number {
    if ((this.#index.words[wordNo]?.length ?? 0) <= 1) return initialBits16
    return this.#index.wordBits16[wordNo] ?? 0
  }

  #grade(leftNo: number, rightNo: number): number {
    if (leftNo === rightNo) return grade.same
    const key = Math.min(leftNo, rightNo) * this.#index.words.length + Math.max(leftNo, rightNo)
    const known = this.#wordGrades.get(key)
    if (known !== undefined) return known
    const value = gradeWords(this.#index.words[leftNo] ?? '', this.#index.words[rightNo] ?? '')
    this.#wordGrades.set(key, value)
    return value
  }
}

/** Same, slip, initial or piece (a nickname is a beginning or an end of the word), or none. */
function gradeWords(left: string, right: string): number {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length === 1) return long.startsWith(short) ? grade.initial : grade.none
  if (isSlip(left, right)) return grade.slip
  if (short.length >= 3 && long.length > short.length && long.includes(short)) return grade.piece
  return grade.none
}

function band(bits16: number, edges: readonly number[]): number {
  let place = 0
  while (place < edges.length && bits16 >= (edges[place] ?? 0) * 16) place++
  return place
}

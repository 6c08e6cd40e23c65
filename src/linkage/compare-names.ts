import { fullNameBands, fuzzyNameBands, kinLevel, nameLevel, partNameBands } from './comparisons.ts'
import type { DistinctName, NameIndex } from './distinct-names.ts'
import { isSlip } from './names.ts'
import { PairCache } from './pair-cache.ts'

/** How two words stand to each other, weakest first. */
const grade = { none: 0, piece: 1, initial: 2, slip: 3, same: 4 } as const
const gradesInOrder = [grade.same, grade.slip, grade.initial, grade.piece] as const

/** Structure of the agreement of two names and the information of the words that agree. */
interface Agreement {
  readonly kind: 'full' | 'fuzzyFull' | 'subset' | 'fuzzySubset' | 'partial' | 'piece' | 'none'
  /** Sixteenths of a bit. */
  readonly bits16: number
}

/** Bits that a word loses when it agrees by a slip or joined; bits that an initial or a piece tells. */
const slipLoss16 = 16
const joinLoss16 = 3 * 16
const initialBits16 = 3 * 16
const pieceBits16 = 4 * 16

/** Compares distinct names, remembering what it has compared. */
export class NameComparer {
  readonly #index: NameIndex
  readonly #wordGrades = new PairCache(17)
  readonly #levels = new PairCache(17)

  constructor(index: NameIndex) {
    this.#index = index
  }

  /** Level of the comparison "name"; both numbers are names of the index. */
  level(leftNo: number, rightNo: number): number {
    const low = Math.min(leftNo, rightNo)
    return this.#levels.get(low, Math.max(leftNo, rightNo), this.#newLevel)
  }

  readonly #newLevel = (leftNo: number, rightNo: number): number => {
    const left = this.#index.names[leftNo]
    const right = this.#index.names[rightNo]
    if (!left || !right) return 0
    const { kind, bits16 } = this.#agreement(left, right)
    if (left.isNickname !== right.isNickname) return nicknameLevel(kind)
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
      case 'piece':
        return nameLevel.nicknamePiece
      case 'none':
        return left.isNickname ? nameLevel.nicknameNone : nameLevel.none
    }
  }

  /** Best level of the comparison "mother or head" between two sets of names. */
  kinLevel(lefts: readonly number[], rights: readonly number[]): number {
    let best: number = kinLevel.none
    for (const leftNo of lefts) {
      for (const rightNo of rights) {
        best = Math.min(best, kinLevelOf(this.level(leftNo, rightNo)))
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
    let bits16 = this.#takeJoined(freeShort, freeLong) + this.#takeJoined(freeLong, freeShort)
    let weakest: number = bits16 > 0 ? grade.slip : grade.same
    let hasWord = bits16 > 0
    for (const { shortNo, longNo, value } of pairs) {
      bits16 += this.#pairBits(shortNo, longNo, value)
      if (value < weakest) weakest = value
      if (value >= grade.slip) hasWord = true
    }
    const isWholeShort = freeShort.length === 0
    const isWholeLong = freeLong.length === 0
    if (!hasWord) {
      const isPiece = isWholeShort && pairs.some(({ value }) => value === grade.piece)
      return { kind: isPiece ? 'piece' : 'none', bits16 }
    }
    if (isWholeShort && isWholeLong)
      return { kind: weakest === grade.same ? 'full' : 'fuzzyFull', bits16 }
    if (isWholeShort || isWholeLong) {
      return { kind: weakest === grade.same ? 'subset' : 'fuzzySubset', bits16 }
    }
    return { kind: 'partial', bits16 }
  }

  #pairBits(shortNo: number, longNo: number, value: number): number {
    const short16 = this.#wordBits(shortNo)
    const long16 = this.#wordBits(longNo)
    if (value === grade.same) return short16
    // A slip makes a rare word of a common one: the rarer side tells nothing.
    if (value === grade.slip) return Math.max(16, Math.min(short16, long16) - slipLoss16)
    return value === grade.initial ? initialBits16 : pieceBits16
  }

  /** Best partner of each word, whole words before slips, slips before initials and pieces. */
  #align(shorter: DistinctName, longer: DistinctName) {
    const freeShort = [...shorter.wordNos]
    const freeLong = [...longer.wordNos]
    const pairs: { shortNo: number; longNo: number; value: number }[] = []
    const found = this.#gradesFound(freeShort, freeLong)
    for (const wanted of gradesInOrder) {
      if ((found & (1 << wanted)) === 0) continue
      for (let place = 0; place < freeShort.length; place++) {
        const shortNo = freeShort[place] ?? -1
        const at = freeLong.findIndex((longNo) => this.#grade(shortNo, longNo) === wanted)
        if (at < 0) continue
        // A piece of a word that is joined to its neighbour is found whole below.
        if (wanted === grade.piece && this.#isJoined(shortNo, freeLong)) continue
        if (wanted === grade.piece && this.#isJoined(freeLong[at] ?? -1, freeShort)) continue
        pairs.push({ shortNo, longNo: freeLong[at] ?? -1, value: wanted })
        freeLong.splice(at, 1)
        freeShort.splice(place, 1)
        place--
      }
    }
    return { pairs, freeShort, freeLong }
  }

  /** A bit for each grade that some pair of words reaches: most names share no word at all. */
  #gradesFound(lefts: readonly number[], rights: readonly number[]): number {
    let found = 0
    for (const left of lefts) {
      for (const right of rights) found |= 1 << this.#grade(left, right)
    }
    return found
  }

  #isJoined(wordNo: number, others: readonly number[]): boolean {
    return this.#partsOf(wordNo, others) !== undefined
  }

  /** Two of the other words that make this word when written without a space. */
  #partsOf(wordNo: number, others: readonly number[]): readonly [number, number] | undefined {
    const whole = this.#index.words[wordNo] ?? ''
    if (whole.length < 5) return undefined
    for (const first of others) {
      const start = this.#index.words[first] ?? ''
      // The first letters must fit, or every pair of words would be tried in vain.
      if (start[0] !== whole[0] || start.length >= whole.length) continue
      for (const second of others) {
        if (first === second) continue
        const joined = start + (this.#index.words[second] ?? '')
        if (joined === whole || isSlip(joined, whole)) return [first, second]
      }
    }
    return undefined
  }

  /** Takes out words that are two of the other side joined; returns the bits that they tell. */
  #takeJoined(wholes: number[], parts: number[]): number {
    let bits16 = 0
    for (const wholeNo of [...wholes]) {
      const found = this.#partsOf(wholeNo, parts)
      if (!found) continue
      wholes.splice(wholes.indexOf(wholeNo), 1)
      for (const partNo of found) parts.splice(parts.indexOf(partNo), 1)
      bits16 += Math.max(16, this.#bits(found) - joinLoss16)
    }
    return bits16
  }

  #bits(wordNos: readonly number[]): number {
    let sum = 0
    for (const wordNo of wordNos) sum += this.#wordBits(wordNo)
    return sum
  }

  /** Information of a word, sixteenths of a bit; an initial tells three bits whatever its count. */
  #wordBits(wordNo: number): number {
    if ((this.#index.words[wordNo]?.length ?? 0) <= 1) return initialBits16
    return this.#index.foldBits16[this.#index.foldOfWord[wordNo] ?? -1] ?? 0
  }

  #grade(leftNo: number, rightNo: number): number {
    if (this.#index.foldOfWord[leftNo] === this.#index.foldOfWord[rightNo]) return grade.same
    const low = Math.min(leftNo, rightNo)
    return this.#wordGrades.get(low, Math.max(leftNo, rightNo), this.#newGrade)
  }

  readonly #newGrade = (leftNo: number, rightNo: number): number => {
    const { words, folds, foldOfWord } = this.#index
    return Math.max(
      gradeWords(words[leftNo] ?? '', words[rightNo] ?? ''),
      gradeWords(folds[foldOfWord[leftNo] ?? -1] ?? '', folds[foldOfWord[rightNo] ?? -1] ?? ''),
    )
  }
}

function nicknameLevel(kind: Agreement['kind']): number {
  switch (kind) {
    case 'full':
    case 'fuzzyFull':
      return nameLevel.nicknameWhole
    case 'subset':
    case 'fuzzySubset':
    case 'partial':
      return nameLevel.nicknameWord
    case 'piece':
      return nameLevel.nicknamePiece
    case 'none':
      return nameLevel.nicknameNone
  }
}

/** A whole name of at least the third band is rare enough to tell a mother from others. */
function kinLevelOf(level: number): number {
  if (level >= nameLevel.full) return level >= nameLevel.full + 2 ? kinLevel.rare : kinLevel.same
  if (level >= nameLevel.fuzzySubset) {
    const start = [nameLevel.fuzzyFull, nameLevel.subset, nameLevel.fuzzySubset].find(
      (first) => level >= first,
    )
    return level >= (start ?? 0) + 2 ? kinLevel.rare : kinLevel.same
  }
  return level > nameLevel.nicknameNone ? kinLevel.partial : kinLevel.none
}

/** Same, slip, initial or piece (a nickname is a part of three letters or more), or none. */
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

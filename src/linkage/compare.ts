import { NameComparer } from './compare-names.ts'
import {
  dateComparison,
  dateLevel,
  kinComparison,
  kkComparison,
  kkLevel,
  nameComparison,
  nameLevel,
  nikComparison,
  nikLevel,
  phoneComparison,
  placeComparison,
  placeLevel,
  roleComparison,
  roleLevel,
  sexComparison,
  sexLevel,
} from './comparisons.ts'
import { datePrecision, type EncodedRecords } from './encode.ts'
import { editDistance, foldKey } from './names.ts'
import { PairCache } from './pair-cache.ts'
import { agreesFor, digitsOf, mayHaveLostLastDigit, relateNumbers } from './state-numbers.ts'

/** Turns a pair of records into a packed pattern of levels. */
export class PairComparer {
  readonly #encoded: EncodedRecords
  readonly #names: NameComparer
  readonly #streets = new PairCache(14)

  constructor(encoded: EncodedRecords) {
    this.#encoded = encoded
    this.#names = new NameComparer(encoded.nameIndex)
  }

  /** The pattern of a pair; the same whichever record stands left. */
  pattern(left: number, right: number): number {
    const nik = this.#nikLevel(left, right)
    const isNikNear =
      nik === nikLevel.near || nik === nikLevel.cutLong || nik === nikLevel.nearSerial
    let date = this.#dateLevel(left, right, nik)
    // The digits of a NIK are the birth date: counted once.
    if (isNikNear && date === dateLevel.exact) date = 0
    const isSexTold = isNikNear || nik === nikLevel.exact
    return (
      (this.#nameLevel(left, right) << nameComparison.shift) |
      (nik << nikComparison.shift) |
      (this.#kkLevel(left, right) << kkComparison.shift) |
      (date << dateComparison.shift) |
      (this.#placeLevel(left, right) << placeComparison.shift) |
      ((isSexTold ? 0 : this.#sexLevel(left, right, nik)) << sexComparison.shift) |
      (this.#phoneLevel(left, right) << phoneComparison.shift) |
      (this.#kinLevel(left, right) << kinComparison.shift) |
      (this.#roleLevel(left, right) << roleComparison.shift)
    )
  }

  #nameLevel(left: number, right: number): number {
    const { nameNo, nameIndex, childKin } = this.#encoded
    const leftNo = nameNo[left] ?? -1
    const rightNo = nameNo[right] ?? -1
    if (leftNo < 0 || rightNo < 0) return 0
    const level = this.#names.level(leftNo, rightNo)
    if (level !== nameLevel.nicknameNone) return level
    // "Mama Rizki": the word behind the form of address may be a child's name.
    const isLeftCalled = nameIndex.names[leftNo]?.isNickname ?? false
    const children = isLeftCalled ? childKin[right] : childKin[left]
    const called = isLeftCalled ? leftNo : rightNo
    const isKin = (children ?? []).some((childNo) => {
      const child = this.#names.level(called, childNo)
      return child >= nameLevel.nicknamePiece && child <= nameLevel.nicknameWhole
    })
    return isKin ? nameLevel.nicknameKin : level
  }

  #nikLevel(left: number, right: number): number {
    const { nik, isNikFitting } = this.#encoded
    const known = Math.min(nik.digits[left] ?? 0, nik.digits[right] ?? 0)
    if (known === 0) return this.#looseNikLevel(left, right)
    if (known < 16) {
      if (!agreesFor(nik, left, right, known)) return nikLevel.otherUnsure
      return known >= 14 ? nikLevel.cutLong : nikLevel.cutShort
    }
    const relation = relateNumbers(nik, left, right)
    if (relation === 'same') return nikLevel.exact
    const isCut = mayHaveLostLastDigit(nik, left) || mayHaveLostLastDigit(nik, right)
    if (isCut && agreesFor(nik, left, right, 15)) return nikLevel.cutLong
    const isEachFitting = isNikFitting[left] === 1 && isNikFitting[right] === 1
    if (relation === 'slip') {
      return isEachFitting && agreesFor(nik, left, right, 12) ? nikLevel.nearSerial : nikLevel.near
    }
    return isEachFitting ? nikLevel.otherSure : nikLevel.otherUnsure
  }

  /** A number that cannot be right against a right one: near, or nothing. */
  #looseNikLevel(left: number, right: number): number {
    const { nik, looseNik } = this.#encoded
    const isLeftLoose = (nik.digits[left] ?? 0) === 0
    const loose = looseNik[isLeftLoose ? left : right] ?? ''
    const whole = isLeftLoose ? right : left
    if (loose.length < 14) return 0
    if ((nik.digits[whole] ?? 0) < 16) {
      const other = looseNik[whole] ?? ''
      return other !== '' && other === loose ? nikLevel.near : 0
    }
    return editDistance(loose, digitsOf(nik, whole), 1) <= 1 ? nikLevel.near : 0
  }

  #kkLevel(left: number, right: number): number {
    const { kk } = this.#encoded
    const known = Math.min(kk.digits[left] ?? 0, kk.digits[right] ?? 0)
    if (known === 0) return 0
    if (known < 16) {
      if (!agreesFor(kk, left, right, known)) return kkLevel.other
      return known >= 14 ? kkLevel.near : kkLevel.cutShort
    }
    const relation = relateNumbers(kk, left, right)
    if (relation === 'same') return kkLevel.exact
    const isCut = mayHaveLostLastDigit(kk, left) || mayHaveLostLastDigit(kk, right)
    if (relation === 'slip' || (isCut && agreesFor(kk, left, right, 15))) return kkLevel.near
    return kkLevel.other
  }

  #dateLevel(left: number, right: number, nik: number): number {
    const { precision, year, month, day, isDateFromNik } = this.#encoded
    const leftKnows = precision[left] ?? 0
    const rightKnows = precision[right] ?? 0
    if (leftKnows === datePrecision.none || rightKnows === datePrecision.none) return 0
    const isFromNik = isDateFromNik[left] === 1 || isDateFromNik[right] === 1
    // Where both NIK are known their comparison has weighed these digits already.
    if (isFromNik && nik !== 0) return 0
    const yearsApart = apart(year[left] ?? 0, year[right] ?? 0, isFromNik)
    if (leftKnows === datePrecision.approximate || rightKnows === datePrecision.approximate) {
      if (yearsApart <= 2) return dateLevel.approximate
      return yearsApart <= 5 ? dateLevel.approximateNear : dateLevel.approximateOff
    }
    const isSameDay = day[left] === day[right]
    const isSameMonth = month[left] === month[right]
    const isWhole = leftKnows === datePrecision.day && rightKnows === datePrecision.day
    if (yearsApart === 0) {
      if (!isWhole) return dateLevel.yearOnly
      if (isSameDay && isSameMonth) return dateLevel.exact
      if (month[left] === day[right] && day[left] === month[right]) return dateLevel.swapped
      const isHabit = [left, right].some((no) => day[no] === 1 && month[no] === 1)
      if (isHabit) return dateLevel.firstOfJanuary
      if (isSameMonth && isSlipOf(day[left] ?? 0, day[right] ?? 0)) return dateLevel.slip
      return isSameDay ? dateLevel.slip : dateLevel.sameYear
    }
    if (isWhole && isSameDay && isSameMonth) {
      const isYearSlip =
        yearsApart <= 2 || isSlipOf(year[left] ?? 0, year[right] ?? 0) || yearsApart === 100
      if (isYearSlip) return dateLevel.slip
    }
    return yearsApart <= 2 ? dateLevel.nearYear : dateLevel.other
  }

  #placeLevel(left: number, right: number): number {
    const { ward, district, rt, rw, street, door } = this.#encoded
    const sameWard = relation(ward, left, right)
    const sameRt = relation(rt, left, right)
    const sameRw = relation(rw, left, right)
    const isOtherRt = sameRt === false || sameRw === false
    const leftStreet = street[left] ?? -1
    const rightStreet = street[right] ?? -1
    if (leftStreet >= 0 && rightStreet >= 0) {
      if (this.#isSameStreet(leftStreet, rightStreet)) {
        const sameDoor = relation(door, left, right)
        if (sameDoor === true) return placeLevel.door
        if (sameWard !== false)
          return sameDoor === false ? placeLevel.streetOtherDoor : placeLevel.streetNoDoor
      }
      if (sameWard === true) return placeLevel.wardOtherStreet
    }
    if (sameWard === true) {
      if (isOtherRt) return placeLevel.wardOtherNeighbourhood
      return sameRt === true ? placeLevel.neighbourhood : placeLevel.wardOnly
    }
    if (sameWard === undefined) {
      const sameDistrict = relation(district, left, right)
      if (sameDistrict === false) return placeLevel.otherDistrict
      if (leftStreet >= 0 && rightStreet >= 0) return placeLevel.otherWard
      return 0
    }
    return relation(district, left, right) === false
      ? placeLevel.otherDistrict
      : placeLevel.otherWard
  }

  /** Same folded words, or two long names that differ by a slip or by vowels only. */
  #isSameStreet(leftNo: number, rightNo: number): boolean {
    if (leftNo === rightNo) return true
    const low = Math.min(leftNo, rightNo)
    return this.#streets.get(low, Math.max(leftNo, rightNo), this.#newStreet) === 1
  }

  readonly #newStreet = (leftNo: number, rightNo: number): number => {
    const { streets } = this.#encoded
    return isSameText(streets[leftNo] ?? '', streets[rightNo] ?? '') ? 1 : 0
  }

  #sexLevel(left: number, right: number, nik: number): number {
    const { sex, isSexFromNik } = this.#encoded
    // A sex read from a NIK has been weighed with the NIK where both are known.
    if (nik !== 0 && (isSexFromNik[left] === 1 || isSexFromNik[right] === 1)) return 0
    if (sex[left] === 0 || sex[right] === 0) return 0
    return sex[left] === sex[right] ? sexLevel.same : sexLevel.other
  }

  #phoneLevel(left: number, right: number): number {
    const { phone } = this.#encoded
    if ((phone[left] ?? -1) < 0 || (phone[right] ?? -1) < 0) return 0
    return phone[left] === phone[right] ? 1 : 2
  }

  #kinLevel(left: number, right: number): number {
    const { statedKin, familyKin } = this.#encoded
    const leftStated = statedKin[left] ?? []
    const rightStated = statedKin[right] ?? []
    if (leftStated.length === 0 && rightStated.length === 0) return 0
    const leftAll = leftStated.length > 0 ? leftStated : (familyKin[left] ?? [])
    const rightAll = rightStated.length > 0 ? rightStated : (familyKin[right] ?? [])
    if (leftAll.length === 0 || rightAll.length === 0) return 0
    return this.#names.kinLevel(leftAll, rightAll)
  }

  #roleLevel(left: number, right: number): number {
    const { role } = this.#encoded
    const low = Math.min(role[left] ?? 0, role[right] ?? 0)
    const high = Math.max(role[left] ?? 0, role[right] ?? 0)
    if (low === 0 || low > 3) return 0
    if (high <= 3) return low === high ? roleLevel.same : roleLevel.other
    if (high === 4) return roleLevel.householdHead + low - 1
    return low <= 2 ? roleLevel.payeeAdult : roleLevel.payeeMember
  }
}

/** Whether two known values are equal; undefined when one is unknown. */
function relation(column: Int32Array, left: number, right: number): boolean | undefined {
  const leftValue = column[left] ?? -1
  const rightValue = column[right] ?? -1
  if (leftValue < 0 || rightValue < 0) return undefined
  return leftValue === rightValue
}

/** Years between two birth years; by their last two digits where one is read from a NIK. */
function apart(left: number, right: number, isByTwoDigits: boolean): number {
  const years = Math.abs(left - right)
  if (!isByTwoDigits) return years
  return Math.min(years % 100, 100 - (years % 100))
}

/** One digit of a number differs, or its neighbour is meant. */
function isSlipOf(left: number, right: number): boolean {
  if (Math.abs(left - right) === 1) return true
  const leftText = String(left).padStart(2, '0')
  const rightText = String(right).padStart(2, '0')
  if (leftText.length !== rightText.length) return false
  let wrong = 0
  for (let place = 0; place < leftText.length; place++) {
    if (leftText[place] !== rightText[place]) wrong++
  }
  return wrong === 1
}

function isSameText(left: string, right: string): boolean {
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim()
  if (digits(left) !== digits(right)) return false
  const leftKey = foldKey(left.split(' '))
  const rightKey = foldKey(right.split(' '))
  const letters = (text: string) => text.match(/\b[a-z]\b/g)?.join('') ?? ''
  return leftKey.length >= 4 && leftKey === rightKey && letters(left) === letters(right)
}

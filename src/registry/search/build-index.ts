import { z } from 'zod'
import { normaliseAddress, normaliseName } from '#linkage'
import { GrowingLists, GrowingNumbers, invertLists, invertNumbers } from './number-lists.ts'
import type { PackedIndex, SearchScope } from './packed-index.ts'
import { packKeys, packOwners } from './packed-keys.ts'
import { packVocabulary } from './vocabulary.ts'

/** A family as the store's batches hold it. */
export const FamilyEntry = z.tuple([
  z.string(), // family_id
  z.string().nullable(), // ward
  z.string().nullable(), // district
  z.string().nullable(), // address
  z.number().nullable(), // rt
  z.number().nullable(), // rw
  z.string().nullable(), // start of the HMAC of the KK, hexadecimal
  z.array(z.string()), // organisations that have to do with it
])
export type FamilyEntry = z.infer<typeof FamilyEntry>

/** A person as the store's batches hold it. */
export const PersonEntry = z.tuple([
  z.string(), // person_id
  z.string(), // family_id
  z.string().nullable(), // name
  z.boolean(), // is a minor
  z.string().nullable(), // start of the HMAC of the NIK, hexadecimal
  z.string().nullable(), // telephone
])
export type PersonEntry = z.infer<typeof PersonEntry>

/** Takes families, then persons, some at a time. */
export interface IndexBuilder {
  readonly addFamilies: (entries: readonly FamilyEntry[]) => void
  readonly addPersons: (entries: readonly PersonEntry[]) => void
  /** The index over all that was added; the builder is done with. */
  readonly finish: () => PackedIndex
}

/** Numbers words in the order in which they come, and by the alphabet in the end. */
class Words {
  readonly #noOfWord = new Map<string, number>()

  noOf(word: string): number {
    const known = this.#noOfWord.get(word)
    if (known !== undefined) return known
    this.#noOfWord.set(word, this.#noOfWord.size)
    return this.#noOfWord.size - 1
  }

  /** The words in alphabetical order, and for each number given out its place there. */
  take(): { sorted: string[]; placeOf: Uint32Array } {
    const sorted = [...this.#noOfWord.keys()].sort()
    const placeOf = new Uint32Array(sorted.length)
    sorted.forEach((word, place) => {
      placeOf[this.#noOfWord.get(word) ?? 0] = place
    })
    return { sorted, placeOf }
  }
}

/** Makes an index from batches of the register; the same entries in the same order make the same. */
export function makeIndexBuilder(): IndexBuilder {
  const families = new FamilyPart()
  const persons = new PersonPart()
  return {
    addFamilies: (entries) => {
      for (const entry of entries) families.add(entry)
    },
    addPersons: (entries) => {
      for (const entry of entries) {
        const familyNo = families.noOf(entry[1])
        // A family that came after the families were read: the next index has both.
        if (familyNo !== undefined) persons.add(entry, familyNo)
      }
    },
    finish: () => ({ ...families.take(), ...persons.take(families.count) }),
  }
}

class FamilyPart {
  readonly #noOfId = new Map<string, number>()
  readonly #scopes: SearchScope[] = []
  readonly #noOfScope = new Map<string, number>()
  readonly #scopeOf = new GrowingNumbers()
  readonly #rt = new GrowingNumbers()
  readonly #rw = new GrowingNumbers()
  readonly #words = new Words()
  readonly #streets = new GrowingLists()
  readonly #kks: [number, number][] = []

  get count(): number {
    return this.#noOfId.size
  }

  noOf(familyId: string): number | undefined {
    return this.#noOfId.get(familyId)
  }

  add([familyId, ward, district, address, rt, rw, kk, organisationIds]: FamilyEntry): void {
    const no = this.#noOfId.size
    this.#noOfId.set(familyId, no)
    this.#scopeOf.push(this.#scopeNo({ ward, district, organisationIds }))
    this.#rt.push(rt ?? 0)
    this.#rw.push(rw ?? 0)
    this.#streets.push(new Set(addressWords(address).map((word) => this.#words.noOf(word))))
    if (kk !== null) this.#kks.push([hmacStart(kk), no])
  }

  #scopeNo(scope: SearchScope): number {
    const text = JSON.stringify(scope)
    const known = this.#noOfScope.get(text)
    if (known !== undefined) return known
    this.#noOfScope.set(text, this.#scopes.length)
    return this.#scopes.push(scope) - 1
  }

  take() {
    const { sorted, placeOf } = this.#words.take()
    const streetsOfFamily = this.#streets.take(placeOf)
    const scopeOfFamily = this.#scopeOf.take()
    return {
      familyIds: packKeys([...this.#noOfId.keys()]),
      scopes: this.#scopes,
      scopeOfFamily,
      familiesOfScope: invertNumbers(scopeOfFamily, this.#scopes.length),
      rt: Uint16Array.from(this.#rt.take()),
      rw: Uint16Array.from(this.#rw.take()),
      streets: packVocabulary(sorted),
      streetsOfFamily,
      familiesOfStreet: invertLists(streetsOfFamily, sorted.length),
      kks: packOwners(this.#kks),
    }
  }
}

class PersonPart {
  readonly #ids: string[] = []
  readonly #familyOf = new GrowingNumbers()
  readonly #minors: number[] = []
  readonly #words = new Words()
  readonly #names = new GrowingLists()
  readonly #niks: [number, number][] = []
  readonly #phones: [number, number][] = []

  add([personId, , name, isMinor, nik, phone]: PersonEntry, familyNo: number): void {
    const no = this.#ids.push(personId) - 1
    this.#familyOf.push(familyNo)
    this.#minors.push(isMinor ? 1 : 0)
    this.#names.push(new Set(nameWords(name).map((word) => this.#words.noOf(word))))
    if (nik !== null) this.#niks.push([hmacStart(nik), no])
    const number = phoneNumber(phone ?? '')
    if (number !== undefined) this.#phones.push([number, no])
  }

  take(familyCount: number) {
    const { sorted, placeOf } = this.#words.take()
    const familyOfPerson = this.#familyOf.take()
    const namesOfPerson = this.#names.take(placeOf)
    return {
      personIds: packKeys(this.#ids),
      familyOfPerson,
      personsOfFamily: invertNumbers(familyOfPerson, familyCount),
      isMinor: Uint8Array.from(this.#minors),
      names: packVocabulary(sorted),
      namesOfPerson,
      personsOfName: invertLists(namesOfPerson, sorted.length),
      niks: packOwners(this.#niks),
      phones: packOwners(this.#phones),
    }
  }
}

/** More words than this are no name. */
const mostNameWords = 12

function nameWords(name: string | null): readonly string[] {
  return name === null ? [] : normaliseName(name).words.slice(0, mostNameWords)
}

/** Folded words of the street, and the number at the door. */
export function addressWords(address: string | null): string[] {
  const found = address === null ? undefined : normaliseAddress(address)
  if (!found) return []
  return [...found.street.split(' '), found.number ?? ''].filter((word) => word !== '')
}

/** The first 52 bits of an HMAC in hexadecimal, as a whole number. */
export function hmacStart(hexadecimal: string): number {
  return Number.parseInt(hexadecimal.slice(0, 13), 16)
}

/** A telephone number without 0, 62 or +62 before it; undefined where it is none. */
export function phoneNumber(text: string): number | undefined {
  const digits = text.replace(/\D/g, '').replace(/^(?:0062|62|0)?0*/, '')
  return /^\d{7,13}$/.test(digits) ? Number(digits) : undefined
}

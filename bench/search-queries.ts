/**
 * Questions as people type them, with the answer that each should find: a family of the city, or any
 * family of somebody who bears the same two words, whom no question by these words could tell apart.
 */
import { normaliseName } from '#linkage'
import { SeededRandom } from '../src/sample/random.ts'
import type { SampleCity, SampleFamily, SamplePerson } from '../src/sample/schema.ts'

export interface Question {
  readonly kind: string
  readonly text: string
  /** Families that are right answers. */
  readonly right: ReadonlySet<string>
}

interface Target {
  readonly person: SamplePerson
  readonly family: SampleFamily
  /** The first two words of the name, lower case. */
  readonly words: readonly [string, string]
}

type MakeText = (target: Target, random: SeededRandom) => string | undefined

/** Kinds of questions whose right answer is whoever bears the two words. */
const byTwoWords: Readonly<Record<string, MakeText>> = {
  'as written': ({ words }) => words.join(' '),
  'one slip': ({ words: [first, second] }, random) =>
    random.chance(0.5)
      ? `${slipIn(first, random)} ${second}`
      : `${first} ${slipIn(second, random)}`,
  'slip in both': ({ words }, random) => words.map((word) => slipIn(word, random)).join(' '),
  'old spelling': ({ words }, random) => spellOld(words.join(' '), random),
  'new spelling': ({ words }) => spellNew(words.join(' ')),
  titles: ({ words, person }, random) =>
    random.chance(0.5)
      ? `${random.pick(person.sex === 'L' ? ['H.', 'Bapak', 'Ir. H.'] : ['Hj.', 'Ibu', 'Dra. Hj.'])} ${words.join(' ')}`
      : `${words.join(' ')}, ${random.pick(['S.Pd', 'A.Md.Keb', 'SE', 'S.Sos, M.Si'])}`,
  'reversed order': ({ words: [first, second] }) => `${second} ${first}`,
  'written together': ({ words }) => words.join(''),
  'reversed, slip': ({ words: [first, second] }, random) => `${slipIn(second, random)} ${first}`,
}

/** Kinds of one word and the beginning of another: whoever bears the word and such a beginning. */
const byBeginning: Readonly<Record<string, (words: Target['words']) => readonly [string, string]>> =
  {
    'first initial': ([first, second]) => [first.slice(0, 1), second],
    'second initial': ([first, second]) => [second.slice(0, 1), first],
    'half typed': ([first, second]) => [second.slice(0, 3), first],
  }

/** Kinds whose right answer is whoever bears the one word. */
const byOneWord: Readonly<Record<string, MakeText>> = {
  'one word': ({ words: [first] }) => first,
  'one word, slip': ({ words: [first] }, random) => slipIn(first, random),
}

/** Kinds that mean one family, or those who live as it does. */
const byFamily: Readonly<Record<string, MakeText>> = {
  'name and ward': ({ words, family }) => `${words.join(' ')} ${family.wardName}`,
  'name, slip, RT': ({ words: [first, second], family }, random) =>
    `${first} ${slipIn(second, random)} rt ${family.rt}/${family.rw}`,
  address: ({ family }) =>
    `jl ${family.street} no ${family.houseNo} rt ${family.rt} rw ${family.rw}`,
  'address, slip': ({ family }, random) =>
    `${slipIn(family.street.split(' ')[0] ?? '', random)} ${family.street.split(' ').slice(1).join(' ')} ${family.houseNo} rt ${family.rt}/${family.rw} ${family.wardName}`,
  phone: ({ person }) => (person.phone === '' ? undefined : `+62 ${person.phone.slice(1)}`),
  NIK: ({ person }) => (person.nik === '' ? undefined : person.nik),
  KK: ({ family }) => family.kk,
}

/** As many questions of each kind, about persons drawn at random; the same for the same seed. */
export function makeQuestions(city: SampleCity, ofEachKind: number, seed: number): Question[] {
  const random = new SeededRandom(seed)
  const familyOf = new Map(city.families.map((family) => [family.familyId, family]))
  const bearers = new Bearers(city)
  const drawn = (): Target => {
    for (;;) {
      const person = random.pick(city.persons)
      const family = familyOf.get(person?.familyId ?? '')
      const [first, second] = person ? wordsOf(person) : []
      if (person && family && first !== undefined && second !== undefined) {
        return { person, family, words: [first, second] }
      }
    }
  }
  const questions: Question[] = []
  const ask = (kind: string, make: MakeText, rightOf: (target: Target) => ReadonlySet<string>) => {
    for (let asked = 0; asked < ofEachKind; ) {
      const target = drawn()
      const text = make(target, random)
      if (text === undefined) continue
      questions.push({ kind, text, right: rightOf(target) })
      asked++
    }
  }
  for (const [kind, make] of Object.entries(byTwoWords)) {
    ask(kind, make, ({ words }) => bearers.ofAll(words))
  }
  for (const [kind, cut] of Object.entries(byBeginning)) {
    const make: MakeText = ({ words }) => {
      const [start, word] = cut(words)
      if (kind !== 'first initial') return `${word} ${start}`
      return start === 'h' ? undefined : `${start}. ${word}` // H. is Haji
    }
    ask(kind, make, ({ words }) => bearers.ofBeginning(...cut(words)))
  }
  for (const [kind, make] of Object.entries(byOneWord)) {
    ask(kind, make, ({ words: [first] }) => bearers.ofAll([first]))
  }
  const byAddress = Map.groupBy(city.families, addressOf)
  for (const [kind, make] of Object.entries(byFamily)) {
    ask(kind, make, ({ family, words }) =>
      kind.startsWith('address')
        ? new Set(byAddress.get(addressOf(family))?.map(({ familyId }) => familyId))
        : kind.startsWith('name')
          ? new Set([...bearers.ofAll(words)].filter((id) => isNeighbour(familyOf.get(id), family)))
          : new Set([family.familyId]),
    )
  }
  return questions
}

function addressOf({ street, houseNo, rt, rw }: SampleFamily): string {
  return `${street} ${houseNo} ${rt} ${rw}`
}

/** Whether a question by name and ward, or RT and RW, means this family as well. */
function isNeighbour(other: SampleFamily | undefined, family: SampleFamily): boolean {
  return other?.ward === family.ward || (other?.rt === family.rt && other.rw === family.rw)
}

function wordsOf({ name }: SamplePerson): readonly string[] {
  return normaliseName(name).words.filter((word) => word.length > 2)
}

/** Families by the words that their members bear, whatever the order and spelling. */
class Bearers {
  readonly #personsOf = new Map<string, Set<SamplePerson>>()

  constructor({ persons }: SampleCity) {
    for (const person of persons) {
      for (const word of normaliseName(person.name).tokens) {
        const known = this.#personsOf.get(word)
        if (known) known.add(person)
        else this.#personsOf.set(word, new Set([person]))
      }
    }
  }

  /** Who bears a word and another one that begins so. */
  ofBeginning(start: string, word: string): ReadonlySet<string> {
    const folded = normaliseName(word).tokens[0] ?? ''
    const found = [...(this.#personsOf.get(folded) ?? [])].filter(({ name }) => {
      const own = normaliseName(name)
      return own.words.some((other, no) => own.tokens[no] !== folded && other.startsWith(start))
    })
    return new Set(found.map(({ familyId }) => familyId))
  }

  ofAll(words: readonly string[]): ReadonlySet<string> {
    const [first = new Set<SamplePerson>(), ...others] = normaliseName(words.join(' ')).tokens.map(
      (token) => this.#personsOf.get(token) ?? new Set<SamplePerson>(),
    )
    return new Set(
      [...first]
        .filter((person) => others.every((bearers) => bearers.has(person)))
        .map(({ familyId }) => familyId),
    )
  }
}

const neighbours: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfec',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  m: 'nj',
  n: 'bmh',
  o: 'ipl',
  p: 'o',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbf',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xa',
}

/** One letter wrong, missing, doubled or too many, or two neighbours swapped. */
function slipIn(word: string, random: SeededRandom): string {
  const place = random.whole(word.length > 3 ? 1 : 0, word.length - 1)
  const before = word.slice(0, place)
  const letter = word[place] ?? ''
  const after = word.slice(place + 1)
  const near = neighbours[letter] ?? 'e'
  const other = near[random.whole(0, near.length - 1)] ?? 'e'
  switch (random.whole(0, 4)) {
    case 0:
      return before + other + after
    case 1:
      return before + after
    case 2:
      return before + letter + letter + after
    case 3:
      return before + letter + other + after
    default:
      return after === ''
        ? before.slice(0, -1) + letter + before.slice(-1)
        : before + after[0] + letter + after.slice(1)
  }
}

const oldSpellings: readonly (readonly [RegExp, string])[] = [
  [/ny/g, 'nj'],
  [/sy/g, 'sj'],
  [/j/g, 'dj'],
  [/c/g, 'tj'],
  [/y/g, 'j'],
  [/u/g, 'oe'],
]

/** Spelling before 1972, of some sounds or of all. */
function spellOld(text: string, random: SeededRandom): string {
  let spelled = text.replaceAll('ny', '\u0001').replaceAll('sy', '\u0002')
  for (const [modern, old] of oldSpellings.slice(2)) {
    if (random.chance(0.8)) spelled = spelled.replace(modern, old)
  }
  return spelled.replaceAll('\u0001', 'nj').replaceAll('\u0002', 'sj')
}

function spellNew(text: string): string {
  return text
    .replace(/oe/g, 'u')
    .replace(/dj/g, '\u0001')
    .replace(/tj/g, 'c')
    .replace(/nj/g, 'ny')
    .replace(/sj/g, 'sy')
    .replaceAll('\u0001', 'j')
}

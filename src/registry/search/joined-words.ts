import { foldWord } from '#linkage'
import type { AskedPart } from './asked-text.ts'
import { type AskedIndex, seesPerson } from './grade-question.ts'
import type { PackedIndex } from './packed-index.ts'
import { encodeWord, findWord } from './packed-words.ts'

/** Words that a question writes together and a name apart, or the other way. */
export interface JoinedWords {
  /** Parts of the question that they answer, a bit each. */
  readonly bits: number
  /** Persons who bear them, of those whom the asker may find. */
  readonly bearers: ReadonlySet<number>
}

/** Letters that each of two words has at least. */
const fewestApart = 3

/** All joined words of a question that somebody bears. */
export function findJoined(parts: readonly AskedPart[], whole: AskedIndex): JoinedWords[] {
  const names = parts.map(({ name }) => name?.written)
  const found: JoinedWords[] = []
  const add = (bits: number, bearers: ReadonlySet<number>) => {
    if (bearers.size > 0) found.push({ bits, bearers })
  }
  names.forEach((name, no) => {
    if (name === undefined) return
    const next = names[no + 1]
    // "nur haliza" for Nurhaliza
    if (next !== undefined && Math.min(name.length, next.length) >= fewestApart) {
      add(3 << no, bearersOf(name + next, whole))
    }
    // "sitiaisyah" for Siti Aisyah
    for (let cut = fewestApart; cut <= name.length - fewestApart; cut++) {
      add(1 << no, bearersOfBoth(name.slice(0, cut), name.slice(cut), whole))
    }
  })
  return found
}

function bearersOf(word: string, whole: AskedIndex): ReadonlySet<number> {
  return new Set(bearersOfWords(wordsFolded(whole.index, word), whole))
}

function bearersOfBoth(first: string, second: string, whole: AskedIndex): ReadonlySet<number> {
  const firsts = wordsFolded(whole.index, first)
  const seconds = firsts.length > 0 ? wordsFolded(whole.index, second) : []
  if (seconds.length === 0) return new Set()
  const { starts, items } = whole.index.namesOfPerson
  const both = new Set<number>()
  for (const personNo of bearersOfWords(seconds, whole)) {
    for (let at = starts[personNo] ?? 0; at < (starts[personNo + 1] ?? 0); at++) {
      if (firsts.includes(items[at] ?? 0)) both.add(personNo)
    }
  }
  return both
}

/** Words of names with the folded spelling of this one. */
function wordsFolded({ names }: PackedIndex, word: string): readonly number[] {
  const foldNo = findWord(names.folds, encodeWord(foldWord(word)))
  if (foldNo < 0) return []
  const { starts, items } = names.wordsOfFold
  return [...items.subarray(starts[foldNo], starts[foldNo + 1])]
}

function* bearersOfWords(wordNos: readonly number[], { index, seen }: AskedIndex) {
  const { starts, items } = index.personsOfName
  for (const wordNo of wordNos) {
    for (let at = starts[wordNo] ?? 0; at < (starts[wordNo + 1] ?? 0); at++) {
      const personNo = items[at] ?? 0
      if (seesPerson(index, seen, personNo)) yield personNo
    }
  }
}

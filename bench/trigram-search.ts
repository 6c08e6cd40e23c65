/**
 * The baseline of the bench of the search: trigrams of words and their beginnings, each distinct word
 * compared with each asked one, every asked word required.
 */

/** A person to be found by name. */
export interface NamedPerson {
  readonly familyId: string
  /** Folded words, as the registry writes `search_name`. */
  readonly searchName: string
}

/** Finds families by the words of a member's name, forgiving typing. */
export interface NameIndex<Person extends NamedPerson> {
  /** Families of the persons that `isSeen` lets through, best first; at most `limit`. */
  readonly find: (
    foldedQuery: string,
    limit: number,
    isSeen: (person: Person) => boolean,
  ) => string[]
}

/** Below this a word is another word. */
const leastLikeness = 0.5

/**
 * An index over distinct words: a query word is compared with each distinct word once, by trigrams,
 * so that a city of 300,000 persons (some 20,000 words) answers in milliseconds.
 */
export function makeNameIndex<Person extends NamedPerson>(
  persons: readonly Person[],
): NameIndex<Person> {
  const personsByWord = new Map<string, number[]>()
  persons.forEach(({ searchName }, no) => {
    for (const word of new Set(words(searchName))) {
      const known = personsByWord.get(word)
      if (known) known.push(no)
      else personsByWord.set(word, [no])
    }
  })
  const vocabulary = [...personsByWord.keys()].map((word) => ({ word, grams: trigrams(word) }))

  function find(foldedQuery: string, limit: number, isSeen: (person: Person) => boolean): string[] {
    const asked = [...new Set(words(foldedQuery))]
    if (asked.length === 0) return []
    const scores = new Map<number, number>()
    const hits = new Map<number, number>()
    for (const word of asked) {
      for (const [no, likeness] of bestByPerson(word)) {
        scores.set(no, (scores.get(no) ?? 0) + likeness)
        hits.set(no, (hits.get(no) ?? 0) + 1)
      }
    }
    const ranked = [...scores]
      .filter(([no]) => hits.get(no) === asked.length)
      .sort(([left, a], [right, b]) => b - a || left - right)
    const families = new Set<string>()
    for (const [no] of ranked) {
      const person = persons[no]
      if (person && isSeen(person)) families.add(person.familyId)
      if (families.size >= limit) break
    }
    return [...families]
  }

  /** For each person the likeness of the word of its name nearest to the asked one. */
  function bestByPerson(asked: string): Map<number, number> {
    const grams = trigrams(asked)
    const best = new Map<number, number>()
    for (const entry of vocabulary) {
      const likeness = wordLikeness(asked, grams, entry)
      if (likeness < leastLikeness) continue
      for (const no of personsByWord.get(entry.word) ?? []) {
        if (likeness > (best.get(no) ?? 0)) best.set(no, likeness)
      }
    }
    return best
  }

  return { find }
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word.length > 0)
}

function trigrams(word: string): ReadonlySet<string> {
  const padded = `  ${word} `
  const grams = new Set<string>()
  for (let start = 0; start + 3 <= padded.length; start++) grams.add(padded.slice(start, start + 3))
  return grams
}

/** Words of fewer letters become too many others by one change. */
const shortestChanged = 4

/**
 * 1 for the same word, 0.9 for its beginning, 0.75 for two neighbours that changed places, else the
 * Dice coefficient of trigrams.
 */
function wordLikeness(
  asked: string,
  grams: ReadonlySet<string>,
  entry: { readonly word: string; readonly grams: ReadonlySet<string> },
): number {
  if (entry.word === asked) return 1
  if (asked.length >= 2 && entry.word.startsWith(asked)) return 0.9
  if (asked.length >= shortestChanged && isSwapped(asked, entry.word)) return 0.75
  let shared = 0
  for (const gram of grams) if (entry.grams.has(gram)) shared++
  return (2 * shared) / (grams.size + entry.grams.size)
}

/** Whether two words differ by two neighbouring letters that changed places. */
function isSwapped(left: string, right: string): boolean {
  if (left.length !== right.length) return false
  let at = 0
  while (at < left.length && left[at] === right[at]) at++
  return (
    left[at] === right[at + 1] &&
    left[at + 1] === right[at] &&
    left.slice(at + 2) === right.slice(at + 2)
  )
}

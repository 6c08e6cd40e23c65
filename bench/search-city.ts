/**
 * A sample city with as many different names as a real one, for the bench of the search.
 *
 * The sample's 150 names would flatter a search that compares words: here most words of names are
 * drawn from some 18,000 invented ones, a few of them borne by many and most by few, as everywhere.
 */
import { normaliseName } from '#linkage'
import { makeCity } from '../src/sample/make-city.ts'
import { SeededRandom } from '../src/sample/random.ts'
import type { SampleCity } from '../src/sample/schema.ts'

const starts =
  'nur siti sri dar har ram sam mul sup yul wid kar mar san tri zul fah rah sal han fir ros ning pur ' +
  'sud wah yus abd bas gun hen ind jum kus lis mas nov okt put rus sul tut um van wul yan zai ag bud ' +
  'cah dwi ek fit ger hil ir jul kris lam man nat oni pri rat set teg ut wir yud az'
const middles = 'a i u an ar is in al ri li ni ya ta da ma wa ha ka sa na'
const ends =
  'wati yanti yanto anto adi ani ah ina ita ika aini iyah sari dani diansyah manto mawan nawan syah ' +
  'din udin adin amin ullah iyono wan wanto to no ningsih lia lita lina nita rani yani yah ti tin ' +
  'nah rah man san dah jaya putra putri kusuma dewi'
const zipfShare = 0.75

/** A city of about that many persons whose words of names are varied; the same for the same seed. */
export function makeSearchCity(personCount: number, seed: number): SampleCity {
  const random = new SeededRandom(seed)
  const pool = makeWords(random)
  const { persons, families } = makeCity(personCount, seed)
  return {
    families,
    persons: persons.map((person) => ({
      ...person,
      name: person.name
        .split(' ')
        .map((word) => (random.chance(zipfShare) ? drawWord(random, pool) : word))
        .join(' '),
    })),
  }
}

function makeWords(random: SeededRandom): string[] {
  const words = new Set<string>()
  for (const start of starts.split(' ')) {
    for (const end of ends.split(' ')) {
      words.add(start + end)
      for (const middle of middles.split(' ')) {
        if (random.chance(0.17)) words.add(start + middle + end)
      }
    }
  }
  return [...words]
    .map((word) => ({ word, place: random.next() }))
    .sort((left, right) => left.place - right.place)
    .map(({ word }) => (word[0] ?? '').toUpperCase() + word.slice(1))
}

/** By rank, each as often as the inverse of its rank. */
function drawWord(random: SeededRandom, pool: readonly string[]): string {
  return pool[Math.floor(pool.length ** random.next()) - 1] ?? pool[0] ?? ''
}

/** Distinct words among the names of a city. */
export function countWords({ persons }: SampleCity): number {
  return new Set(persons.flatMap(({ name }) => normaliseName(name).words)).size
}

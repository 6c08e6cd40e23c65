import { districtOf, regionName, wards } from '#territory'
import { type AskedWord, type Grades, gradeWords, packVocabulary } from './vocabulary.ts'

/** Words of the names of wards and districts: two score, the same for every store. */
const wordsOfRegion = new Map(
  [...new Set(wards.flatMap(({ code }) => [code, districtOf(code) ?? code]))].map((code) => [
    code,
    (regionName(code) ?? '')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length > 1),
  ]),
)
const placeWords = [...new Set([...wordsOfRegion.values()].flat())].sort()
const vocabulary = packVocabulary(placeWords)
const wordNosOfRegion = new Map(
  [...wordsOfRegion].map(([code, words]) => [code, words.map((word) => placeWords.indexOf(word))]),
)

/** A ward's own name tells more than that of the district around it. */
const districtLoss = 4

/** How near a word is to the name of a place, in percent; a function of ward and district. */
export function gradePlaces(
  asked: AskedWord,
): (ward: string | null, district: string | null) => number {
  const grades: Grades = { row: new Uint8Array(placeWords.length), wordNos: [] }
  gradeWords(vocabulary, asked, grades)
  const best = (code: string | null | undefined): number =>
    Math.max(0, ...(wordNosOfRegion.get(code ?? '') ?? []).map((no) => grades.row[no] ?? 0))
  return (ward, district) =>
    Math.max(best(ward), best(ward === null ? district : districtOf(ward)) - districtLoss)
}

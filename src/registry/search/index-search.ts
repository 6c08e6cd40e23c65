import { readAsked } from './asked-text.ts'
import { hmacStart } from './build-index.ts'
import type { FoundFamily, FoundPart, SearchAsker } from './found.ts'
import type { PackedIndex } from './packed-index.ts'
import { keyAt, ownersOf } from './packed-keys.ts'
import { rankFamilies } from './rank-families.ts'
import { hit } from './score-answers.ts'
import { seeScopes } from './seen-scopes.ts'
import { Workspace } from './workspace.ts'

/** Answers questions from one index. */
export interface IndexSearch {
  readonly personCount: number
  /** Families that words or a number point to, best first; none for words that say nothing. */
  readonly find: (text: string, asker: SearchAsker) => FoundFamily[]
}

/**
 * A search over an index.
 *
 * @param hmacsOf the keyed HMACs under which a NIK or KK may stand in the index.
 */
export function makeIndexSearch(
  index: PackedIndex,
  hmacsOf: (digits: string) => readonly Uint8Array[],
): IndexSearch {
  const work = new Workspace(index)

  function find(text: string, asker: SearchAsker): FoundFamily[] {
    const asked = readAsked(text)
    const seen = seeScopes(index, asker)
    const seesFamily = (familyNo: number) => seen.family[index.scopeOfFamily[familyNo] ?? 0] === 1
    const seesPerson = (personNo: number) => {
      const scope = index.scopeOfFamily[index.familyOfPerson[personNo] ?? 0] ?? 0
      return (index.isMinor[personNo] === 1 ? seen.minor[scope] : seen.family[scope]) === 1
    }
    const ofPersons = (personNos: readonly number[], part: FoundPart): FoundFamily[] =>
      personNos.filter(seesPerson).map((personNo) => ({
        familyId: familyIdOf(index.familyOfPerson[personNo] ?? 0),
        parts: [part],
        personId: keyAt(index.personIds, personNo),
      }))

    if (asked.idNumber !== undefined) {
      const starts = hmacsOf(asked.idNumber).map((hmac) =>
        hmacStart(Buffer.from(hmac).toString('hex')),
      )
      const byNik = starts.flatMap((start) => ownersOf(index.niks, start))
      const byKk = starts
        .flatMap((start) => ownersOf(index.kks, start))
        .filter(seesFamily)
        .map(
          (familyNo): FoundFamily => ({
            familyId: familyIdOf(familyNo),
            parts: ['kk'],
            personId: null,
          }),
        )
      return oncePerFamily([...ofPersons(byNik, 'nik'), ...byKk], asker.limit)
    }
    if (asked.phone !== undefined) {
      return oncePerFamily(ofPersons(ownersOf(index.phones, asked.phone), 'phone'), asker.limit)
    }
    try {
      return rankFamilies(asked, { index, work, seen }, asker.limit).map(answerOf)
    } finally {
      work.clear()
    }
  }

  function familyIdOf(familyNo: number): string {
    return keyAt(index.familyIds, familyNo)
  }

  function answerOf(familyNo: number): FoundFamily {
    const hits = work.bestHit[familyNo] ?? 0
    const person = work.bestPerson[familyNo] ?? 0
    const parts: FoundPart[] = []
    if ((hits & hit.name) !== 0) parts.push('name')
    if ((hits & hit.address) !== 0) parts.push('address')
    return {
      familyId: familyIdOf(familyNo),
      parts,
      personId: person === 0 ? null : keyAt(index.personIds, person - 1),
    }
  }

  return { personCount: index.familyOfPerson.length, find }
}

function oncePerFamily(found: readonly FoundFamily[], limit: number): FoundFamily[] {
  const first = new Map<string, FoundFamily>()
  for (const one of found) if (!first.has(one.familyId)) first.set(one.familyId, one)
  return [...first.values()].slice(0, limit)
}

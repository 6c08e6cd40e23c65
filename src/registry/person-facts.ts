import type { Intake } from '#intake/schema'
import { type NormalAddress, normaliseAddresses, normaliseName } from '#linkage'

/** Rows of one linked person, ascending. */
export type PersonRows = readonly number[]

/** What the rows of a person say that matters for who lives together. */
export interface PersonFacts {
  readonly rowNos: PersonRows
  /** Stands in a register with a place on a family card. */
  readonly isInRegister: boolean
  /** Stands in a list of insured members, which names whole families. */
  readonly isInMemberList: boolean
  /** Stands only in lists that name one person for a house or family. */
  readonly isOnlyRepresentative: boolean
  /** Only ever called by a word behind a form of address, or by one short word. */
  readonly isNicknameOnly: boolean
  readonly birthYear: number | undefined
  readonly sex: 'male' | 'female' | undefined
  /** The ward that most rows name. */
  readonly ward: string | undefined
  /** The RT that most rows name, as text. */
  readonly neighbourhood: string | undefined
}

/** Completed years from which a person is taken for an adult. */
export const adultYears = 17

/** The facts of each person, in the order of the persons. */
export function personFacts(intake: Intake, persons: readonly PersonRows[]): PersonFacts[] {
  const listYear = Number(intake.latestDate?.slice(0, 4) ?? 0)
  return persons.map((rowNos): PersonFacts => {
    const rows = rowNos.flatMap((rowNo) => intake.rows[rowNo] ?? [])
    const fields = rows.map((row) => row.fields)
    const kinds = rows.map((row) => intake.sheets[row.sheetNo]?.kind)
    const born = fields.find(({ birthDate }) => birthDate !== undefined)?.birthDate
    const age = fields.find(({ ageYears }) => ageYears !== undefined)?.ageYears
    const names = fields.flatMap(({ name }) => (name === undefined ? [] : [normaliseName(name)]))
    return {
      rowNos,
      isInRegister: rows.some(
        (row, place) => kinds[place] === 'register-person' && row.fields.relation !== undefined,
      ),
      isInMemberList: fields.some(({ jknStatus }) => jknStatus !== undefined),
      isOnlyRepresentative: kinds.every(
        (kind) =>
          kind === 'housing-survey' ||
          kind === 'water-survey' ||
          kind === 'proposal' ||
          kind === 'register-family',
      ),
      isNicknameOnly: names.every(
        ({ isNickname, words }) =>
          isNickname || (words.length === 1 && (words[0] ?? '').length <= 5),
      ),
      birthYear:
        born !== undefined
          ? Number(born.slice(0, 4))
          : age === undefined || listYear === 0
            ? undefined
            : listYear - age,
      sex: fields.find(({ sex }) => sex !== undefined)?.sex,
      ward: mostFrequent(fields.flatMap(({ ward }) => ward ?? [])),
      neighbourhood: mostFrequent(
        fields.flatMap(({ rt }) => (rt === undefined ? [] : [String(rt)])),
      ),
    }
  })
}

/** The value that stands most often; the first in alphabetical order of equals. */
export function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: string | undefined
  for (const [value, count] of counts) {
    const most = best === undefined ? 0 : (counts.get(best) ?? 0)
    if (count > most || (count === most && best !== undefined && value < best)) best = value
  }
  return best
}

/** The address of each row, read alike over all lists. */
export function rowAddresses(intake: Intake): readonly (NormalAddress | undefined)[] {
  return normaliseAddresses(intake.rows.map(({ fields }) => fields.address))
}

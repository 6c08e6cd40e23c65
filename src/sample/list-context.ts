import type { Carelessness } from './damage.ts'
import type { SeededRandom } from './random.ts'
import type { SampleCity, SampleFamily, SamplePerson } from './schema.ts'

/** What every list is written from. */
export interface ListContext {
  readonly random: SeededRandom
  readonly city: SampleCity
  readonly membersOf: (family: SampleFamily) => readonly SamplePerson[]
  readonly headOf: (family: SampleFamily) => SamplePerson
  readonly familyOf: (person: SamplePerson) => SampleFamily
}

export const careful: Carelessness = {
  nikMissing: 0.01,
  nikTypo: 0.01,
  nikAsNumber: 0,
  nameSpelling: 0.03,
  nameShort: 0.02,
  addressLoose: 0.05,
}
export const usual: Carelessness = {
  nikMissing: 0.03,
  nikTypo: 0.03,
  nikAsNumber: 0.15,
  nameSpelling: 0.06,
  nameShort: 0.05,
  addressLoose: 0.15,
}
export const careless: Carelessness = {
  nikMissing: 0.5,
  nikTypo: 0.03,
  nikAsNumber: 0.05,
  nameSpelling: 0.1,
  nameShort: 0.1,
  addressLoose: 0.3,
}

/** The city by id, for the lists. */
export function makeListContext(random: SeededRandom, city: SampleCity): ListContext {
  const personOf = new Map(city.persons.map((person) => [person.personId, person]))
  const familyById = new Map(city.families.map((family) => [family.familyId, family]))
  const membersOf = (family: SampleFamily): readonly SamplePerson[] =>
    family.memberIds.flatMap((personId) => personOf.get(personId) ?? [])
  return {
    random,
    city,
    membersOf,
    headOf: (family) => {
      const head = membersOf(family).find(({ relation }) => relation === 1)
      if (!head) throw new Error(`family ${family.familyId} has no head`)
      return head
    },
    familyOf: (person) => {
      const family = familyById.get(person.familyId)
      if (!family) throw new Error(`person ${person.personId} has no family`)
      return family
    },
  }
}

/** Completed years on the reference day. */
export function ageOf(person: SamplePerson): number {
  const years = 2025 - Number(person.born.slice(0, 4))
  return person.born.slice(5) > '07-01' ? years - 1 : years
}

import type { Person, Register } from '#registry/schema'
import { factWords, otherFact } from './fact-words.ts'
import type { EvidenceFact, Need } from './schema.ts'
import type { Words } from './words.ts'

/**
 * Why there is a need, in one line with the row behind each fact: "air minum dari sungai
 * (07_Air.csv baris 12); desil 2 (BPS) (DTSEN.xlsx/keluarga baris 40)". With the register, a line
 * about a person begins with the name.
 */
export function evidenceText(
  need: Pick<Need, 'personId' | 'evidence'>,
  register?: Register,
): Words {
  const name = register === undefined ? '' : nameOf(need.personId, register)
  const lead = name === '' ? '' : `${name}: `
  const said = need.evidence.map(factText)
  return {
    id: lead + said.map(({ id }) => id).join('; '),
    en: lead + said.map(({ en }) => en).join('; '),
  }
}

/** One fact of the evidence in words, with its row and the day it was seen where a list tells it. */
export function factText(entry: EvidenceFact): Words {
  const words = factWords[entry.fact]?.(entry.value) ?? otherFact(entry.value)
  const { ref, seenOn } = entry
  if (ref === undefined) return words
  const place = ref.sheet === '' ? ref.file : `${ref.file}/${ref.sheet}`
  const day = seenOn === undefined ? '' : `, ${seenOn}`
  return {
    id: `${words.id} (${place} baris ${ref.row}${day})`,
    en: `${words.en} (${place} row ${ref.row}${day})`,
  }
}

/** A run asks for a hundred thousand lines of one register: names are looked up once for all. */
const namesByRegister = new WeakMap<Register, ReadonlyMap<string, Person>>()

function nameOf(personId: string | undefined, register: Register): string {
  if (personId === undefined) return ''
  let persons = namesByRegister.get(register)
  if (persons === undefined) {
    persons = new Map(register.persons.map((person) => [person.personId, person]))
    namesByRegister.set(register, persons)
  }
  return persons.get(personId)?.name ?? ''
}

import { familyFields, memberFields, type Words } from './field-catalogue.ts'
import { type LeafFact, unlistedMembers } from './rule-language/explain.ts'
import type { ReadyProgramme } from './rules-in-force.ts'
import type { ProgrammeDecision } from './schema.ts'
import { type DecisionSubject, memberOf, type ToldCondition } from './subject.ts'

export interface ReasonRequest {
  readonly ready: ReadyProgramme
  readonly subject: DecisionSubject
  readonly result: ProgrammeDecision['result']
  readonly decisive: readonly ToldCondition[]
  readonly missing: readonly string[]
  readonly isReceiving: boolean
}

const mostFacts = 2

/**
 * The reason as it can be read out: result, at most two facts, the rule with its day and source, what
 * would change it. A refusal says "belum" and what is lacking in the situation, never in the person.
 */
export function reasonWords(request: ReasonRequest): Words {
  const { ready, result } = request
  const name = ready.programme.short
  const rule = `${ready.programme.code}, ${ready.version.from}, ${ready.version.source}`
  const facts = saidFacts(request)
  const change = changeWords(request)
  if (result === 'unknown') {
    const asked = askedFacts(request)
    return {
      id: `Belum pasti bisa mendapat ${name.id}: ${listed(
        asked.map(({ id }) => id),
        'dan',
      )} belum diketahui. ${change.id} (${rule})`,
      en: `Not certain yet for ${name.en}: ${listed(
        asked.map(({ en }) => en),
        'and',
      )} not known. ${change.en} (${rule})`,
    }
  }
  if (result === 'ineligible') {
    return {
      id: `Belum bisa mendapat ${name.id} karena ${listed(
        facts.map(({ id }) => id),
        'dan',
      )}. ${change.id} (${rule})`,
      en: `Cannot get ${name.en} yet because ${listed(
        facts.map(({ en }) => en),
        'and',
      )}. ${change.en} (${rule})`,
    }
  }
  const verb = request.isReceiving
    ? { id: 'Sudah menerima', en: 'Already gets' }
    : { id: 'Bisa mendapat', en: 'Can get' }
  return {
    id: `${verb.id} ${name.id} karena ${listed(
      facts.map(({ id }) => id),
      'dan',
    )}. (${rule})`,
    en: `${verb.en} ${name.en} because ${listed(
      facts.map(({ en }) => en),
      'and',
    )}. (${rule})`,
  }
}

/** Facts that decided, in words; the words of the condition itself where no single fact did. */
function saidFacts({ ready, subject, decisive, result }: ReasonRequest): Words[] {
  const said = new Map<string, Words>()
  for (const { conditionId, explanation } of decisive) {
    const spoken = explanation.because
      .flatMap(({ facts }) => facts)
      .flatMap((fact) => sayFact(fact, subject) ?? [])
    const condition = ready.conditions.find(({ id }) => id === conditionId)
    const words =
      result === 'ineligible' && condition?.no ? [condition.no] : spoken.length > 0 ? spoken : []
    const shown = words.length > 0 ? words : condition ? [condition.condition.label] : []
    for (const word of shown.slice(0, 1)) said.set(word.id, word)
  }
  return [...said.values()].slice(0, mostFacts)
}

function sayFact(
  { field, value, memberNo }: LeafFact,
  subject: DecisionSubject,
): Words | undefined {
  if (value === null) return undefined
  const spec = familyFields[field] ?? memberFields[field]
  return spec?.say(value, whoOf(subject, memberNo, field))
}

function askedFacts({ missing, subject }: ReasonRequest): Words[] {
  return missing.slice(0, mostFacts).map((field) => {
    if (field === unlistedMembers) {
      return { id: 'siapa saja anggota keluarga ini', en: 'who belongs to the family' }
    }
    const spec = familyFields[field] ?? memberFields[field]
    return spec?.ask(whoOf(subject, undefined, field)) ?? { id: field, en: field }
  })
}

/** What would change it: the condition's own words, else what settles the first unknown fact. */
function changeWords({ ready, decisive, missing, result }: ReasonRequest): Words {
  const condition = ready.conditions.find(({ id }) => id === decisive[0]?.conditionId)
  if (result === 'ineligible') return condition?.change ?? { id: '', en: '' }
  const field = missing[0]
  const spec = field === undefined ? undefined : (familyFields[field] ?? memberFields[field])
  return (
    spec?.bring ?? {
      id: 'Petugas kelurahan perlu menanyakannya.',
      en: 'A ward officer needs to ask.',
    }
  )
}

/** `Aulia` for a member's fact, "keluarga ini" for the family's. */
function whoOf(subject: DecisionSubject, memberNo: number | undefined, field: string): Words {
  const member = memberNo === undefined ? memberOf(subject) : subject.view.members[memberNo]
  if (!member || field in familyFields) return { id: 'keluarga ini', en: 'this family' }
  const first = member.name.split(' ')[0] ?? ''
  const name = first.charAt(0).toUpperCase() + first.slice(1).toLowerCase()
  return name === '' ? { id: 'anggota ini', en: 'this member' } : { id: name, en: name }
}

function listed(words: readonly string[], and: string): string {
  return words.join(` ${and} `)
}

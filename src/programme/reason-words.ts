import {
  type FactField,
  familyFields,
  isNeedField,
  memberFields,
  type Words,
} from './field-catalogue.ts'
import type { Explanation, Leaf, LeafFact } from './rule-language/explain.ts'
import { unlistedMembers } from './rule-language/explain.ts'
import { isRange } from './rule-language/value.ts'
import type { ReadyCondition, ReadyProgramme } from './rules-in-force.ts'

/** A decisive condition with what decided it. */
export interface TellingOutcome {
  readonly condition: ReadyCondition
  readonly explanation: Explanation
}

/** Whom the decision is about, for the names in the sentence. */
export interface ReasonContext {
  readonly ready: ReadyProgramme
  readonly isReceiving: boolean
  /** Name of the person decided about; empty for a family. */
  readonly subjectName: () => string
  readonly memberName: (memberNo: number) => string
}

/** At most so many facts in the sentence; all are in the outcomes. */
const maxFacts = 2

const theFamily: Words = { id: 'keluarga ini', en: 'this family' }
const aMember: Words = { id: 'seorang anggota keluarga', en: 'a member of the family' }
const thisPerson: Words = { id: 'anggota ini', en: 'this member' }

/** `[Bisa mendapat PIP] karena [fakta] dan [fakta].` with what the agency still looks at. */
export function eligibleWords(outcomes: readonly TellingOutcome[], context: ReasonContext): Words {
  const { programme } = context.ready
  const facts = outcomes.flatMap((outcome) => saidFacts(outcome, context).slice(0, 1))
  const { checkedLater, short } = programme
  const first = checkedLater[0]
  const start = context.isReceiving
    ? { id: `Tetap bisa mendapat ${short.id}`, en: `Can keep ${short.en}` }
    : { id: `Bisa mendapat ${short.id}`, en: `Can get ${short.en}` }
  return {
    id: `${start.id}${because('karena', 'dan', facts, 'id')}.${first ? ` Masih diperiksa: ${first.id}.` : ''}`,
    en: `${start.en}${because('because', 'and', facts, 'en')}.${first ? ` Still to be checked: ${first.en}.` : ''}`,
  }
}

/** `[Belum bisa mendapat BSPS] karena [fakta]. Akan berubah jika [perubahan].` */
export function ineligibleWords(
  outcomes: readonly TellingOutcome[],
  context: ReasonContext,
): Words {
  const { short } = context.ready.programme
  const facts = outcomes.flatMap((outcome) => refusedFacts(outcome, context).slice(0, maxFacts))
  const changes = outcomes.map(({ condition }) => condition.change)
  const isChangeable = changes.length <= 2 && changes.every((change) => change !== undefined)
  const change = isChangeable ? joined(changes.flatMap((words) => words ?? [])) : undefined
  const look: Words = context.isReceiving
    ? { id: ' Tercatat menerima; perlu dilihat.', en: ' On record as receiving; needs a look.' }
    : { id: '', en: '' }
  return {
    id: `Belum bisa mendapat ${short.id}${because('karena', 'dan', facts, 'id')}.${change ? ` Akan berubah jika ${change.id}.` : ''}${look.id}`,
    en: `Cannot get ${short.en} yet${because('because', 'and', facts, 'en')}.${change ? ` Would change if ${change.en}.` : ''}${look.en}`,
  }
}

/** `Belum pasti untuk PKH: [fakta] belum diketahui. Bawa …` */
export function unknownWords(outcomes: readonly TellingOutcome[], context: ReasonContext): Words {
  const { programme } = context.ready
  const all = outcomes.flatMap((outcome) => openFacts(outcome, context))
  // A need is worked out from other facts: ask for those where they are open too.
  const plain = all.filter(({ field }) => !isNeedField(field))
  const open = plain.length > 0 ? plain : all
  const asked = distinct(open.map(({ ask }) => ask))
  const bring = distinct(open.map((fact) => fact.bring))[0]
  const next = bring && { id: ` ${bring.id}`, en: ` ${bring.en}` }
  const more = asked.length - maxFacts
  const subject = asked.length > 0 ? joined(asked.slice(0, maxFacts)) : undefined
  const rest: Words =
    more > 0
      ? { id: `, dan ${more} hal lain,`, en: ` and ${more} more things` }
      : { id: '', en: '' }
  const what = subject ?? { id: 'keterangan yang diperlukan', en: 'what is needed' }
  return {
    id: `Belum pasti untuk ${programme.short.id}: ${what.id}${rest.id} belum diketahui.${next?.id ?? ''}`,
    en: `Not certain for ${programme.short.en}: ${what.en}${rest.en} ${asked.length > 1 ? 'are' : 'is'} not known yet.${next?.en ?? ''}`,
  }
}

/** `Belum bisa mendapat BSPS karena tercatat pernah menerima …` */
export function earlierAidWords(record: string, { programme }: ReadyProgramme): Words {
  const { short, exclusivity } = programme
  const label = exclusivity.label ?? { id: 'bantuan yang sama', en: 'the same help' }
  return {
    id: `Belum bisa mendapat ${short.id} karena ${label.id} sudah tercatat: ${record}.`,
    en: `Cannot get ${short.en} because ${label.en} is on record: ${record}.`,
  }
}

/** Facts that made a condition hold, each as a clause. */
function saidFacts({ condition, explanation }: TellingOutcome, context: ReasonContext) {
  const said = explanation.because.flatMap((leaf) => saidFact(leaf, context) ?? [])
  return said.length > 0 ? distinct(said) : [condition.condition.label]
}

/** Facts that made a condition fail; the condition's own words where no single fact did. */
function refusedFacts({ condition, explanation }: TellingOutcome, context: ReasonContext) {
  if (condition.no) return [condition.no]
  const said = explanation.because.flatMap((leaf) => saidFact(leaf, context) ?? [])
  if (said.length > 0) return distinct(said)
  const { label } = condition.condition
  return [
    { id: `syarat "${label.id}" belum terpenuhi`, en: `the condition "${label.en}" is not met` },
  ]
}

function saidFact(leaf: Leaf, context: ReasonContext): Words | undefined {
  const fact = leaf.facts.find(({ field, value }) => value !== null && field !== unlistedMembers)
  if (!fact || fact.value === null) return undefined
  return fieldOf(fact.field)?.say(fact.value, whoOf(fact, context))
}

interface OpenFact {
  readonly field: string
  readonly ask: Words
  readonly bring: Words
}

function openFacts({ explanation }: TellingOutcome, context: ReasonContext): readonly OpenFact[] {
  return explanation.because
    .filter(({ result }) => result === null)
    .flatMap(({ facts }) => facts)
    .filter(({ value }) => value === null || isRange(value))
    .flatMap((fact) => {
      if (fact.field === unlistedMembers) return [unlistedQuestion]
      const field = fieldOf(fact.field)
      return field
        ? [{ field: fact.field, ask: field.ask(whoOf(fact, context)), bring: field.bring }]
        : []
    })
}

const unlistedQuestion: OpenFact = {
  field: unlistedMembers,
  ask: { id: 'anggota keluarga lain', en: 'the other members of the family' },
  bring: { id: 'Bawa KK.', en: 'Bring the family card.' },
}

function fieldOf(name: string): FactField | undefined {
  return memberFields[name] ?? familyFields[name]
}

function whoOf({ field, memberNo }: LeafFact, context: ReasonContext): Words {
  if (memberNo !== undefined) return named(context.memberName(memberNo), aMember)
  if (!(field in memberFields)) return theFamily
  return named(context.subjectName(), thisPerson)
}

function named(name: string, otherwise: Words): Words {
  return name === '' ? otherwise : { id: name, en: name }
}

function because(
  word: string,
  and: string,
  facts: readonly Words[],
  language: keyof Words,
): string {
  const clauses = distinct(facts)
    .slice(0, maxFacts)
    .map((fact) => fact[language])
  return clauses.length > 0 ? ` ${word} ${clauses.join(` ${and} `)}` : ''
}

function joined(words: readonly Words[]): Words {
  return {
    id: words.map(({ id }) => id).join(' dan '),
    en: words.map(({ en }) => en).join(' and '),
  }
}

function distinct(words: readonly Words[]): readonly Words[] {
  const seen = new Set<string>()
  return words.filter(({ id }) => !seen.has(id) && seen.add(id))
}

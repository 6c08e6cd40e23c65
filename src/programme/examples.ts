import type { Example, ExampleFacts, Programme } from './catalogue.ts'
import { decideCase } from './decide.ts'
import type { FactRow, Facts } from './rule-language/value.ts'
import { findReadyProgramme } from './rules-in-force.ts'
import type { ProgrammeDecision, Tri } from './schema.ts'

/** What the engine says of one example of a catalogue. */
export interface ExampleRun {
  readonly example: Example
  /** Absent where no rule was in force, or the programme does not concern the person. */
  readonly decision: ProgrammeDecision | undefined
  readonly found: Example['expect']['result']
  /** How each condition of the version in force came out, decisive or not. */
  readonly results: readonly { readonly conditionId: string; readonly result: Tri }[]
  /** Version in force; absent where none was. */
  readonly version: string | undefined
}

/** The examples of a programme, each run through the engine on its day, with invented names. */
export function runExamples(programme: Programme): readonly ExampleRun[] {
  return programme.examples.cases.map((example) => runExample(programme, example))
}

function runExample(programme: Programme, example: Example): ExampleRun {
  const ready = findReadyProgramme(programme, example.on)
  if (!ready) {
    return { example, decision: undefined, found: 'no-rule', results: [], version: undefined }
  }
  const merged = merge(programme.examples.given, example.with)
  const facts = factsOf(merged, ready.isForPersons)
  const received = merged.received ?? []
  const decision = decideCase(ready, {
    familyId: 'f1',
    ...(ready.isForPersons ? { personId: 'p1', receivedByPerson: received } : {}),
    facts,
    subjectName: () => 'Aulia',
    memberName: (memberNo) => exampleNames[memberNo % exampleNames.length] ?? '',
    received,
  })
  return {
    example,
    decision,
    found: decision?.result ?? 'none',
    results: ready.conditions.map(({ id, rule }) => ({
      conditionId: id,
      result: rule.test(facts),
    })),
    version: ready.version.version,
  }
}

const exampleNames = ['Aulia', 'Mambang', 'Tiwi', 'Untung', 'Lamiang']

function merge(given: ExampleFacts, change: ExampleFacts): ExampleFacts {
  return {
    ...given,
    ...change,
    family: { ...given.family, ...change.family },
    person: { ...given.person, ...change.person },
  }
}

function factsOf(example: ExampleFacts, isForPersons: boolean): Facts {
  const others: readonly FactRow[] = example.members ?? []
  const person = example.person ?? {}
  return {
    values: { receives: example.received ?? [], ...example.family },
    members: isForPersons ? [person, ...others] : others,
    mayHaveMoreMembers: example.mayHaveMoreMembers === true,
    ...(isForPersons ? { subject: person } : {}),
  }
}

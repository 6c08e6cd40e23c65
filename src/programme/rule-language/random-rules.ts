import fc from 'fast-check'
import type { FactRow, Facts, FactValue } from './value.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Small vocabulary of the property tests. */
export const testVocabulary: Vocabulary = {
  fields: {
    decile: { type: 'int' },
    rooms: { type: 'int' },
    owned: { type: 'bool' },
    flooded: { type: 'bool' },
    tenure: { type: 'text', values: ['owned', 'rented', 'other'] },
    receives: { type: 'list' },
  },
  members: { age: { type: 'int' }, pupil: { type: 'bool' }, level: { type: 'text' } },
}

const small = fc.integer({ min: 0, max: 6 })
const tenures = fc.constantFrom('owned', 'rented', 'other')
const levels = fc.constantFrom('SD', 'SMP')
const codes = fc.constantFrom('PKH', 'PIP')
const order = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')

/** A sound rule text over `testVocabulary`. */
export const ruleText: fc.Arbitrary<string> = fc.letrec<{
  truth: string
  number: string
  member: string
}>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small' },
    small.map(String),
    fc.constantFrom('decile', 'rooms'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('member').map((body) => `members.filter(m, ${body}).size()`),
  ),
  member: fc.oneof(
    { depthSize: 'small' },
    fc.constant('m.pupil'),
    fc.tuple(order, small).map(([sign, n]) => `m.age ${sign} ${n}`),
    levels.map((level) => `m.level == "${level}"`),
    fc
      .tuple(tie('member'), fc.constantFrom('&&', '||'), tie('member'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('member').map((a) => `!(${a})`),
  ),
  truth: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('owned', 'flooded', 'true', 'false'),
    fc.tuple(tie('number'), order, tie('number')).map(([a, sign, b]) => `${a} ${sign} ${b}`),
    tenures.map((tenure) => `tenure == "${tenure}"`),
    tenures.map((tenure) => `tenure in ["${tenure}", "other"]`),
    codes.map((code) => `"${code}" in receives`),
    fc
      .tuple(tie('truth'), fc.constantFrom('&&', '||'), tie('truth'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('truth').map((a) => `!(${a})`),
    fc
      .tuple(tie('truth'), tie('truth'), tie('truth'))
      .map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    fc
      .tuple(fc.constantFrom('exists', 'all'), tie('member'))
      .map(([word, body]) => `members.${word}(m, ${body})`),
  ),
})).truth

function row(model: Readonly<Record<string, fc.Arbitrary<FactValue>>>): fc.Arbitrary<FactRow> {
  return fc.record(model)
}

const memberRow = row({ age: small, pupil: fc.boolean(), level: levels })

/** Facts without anything unknown. */
export const completeFacts: fc.Arbitrary<Facts> = fc.record({
  values: row({
    decile: small,
    rooms: small,
    owned: fc.boolean(),
    flooded: fc.boolean(),
    tenure: tenures,
    receives: fc.subarray(['PKH', 'PIP']),
  }),
  members: fc.array(memberRow, { maxLength: 3 }),
})

/** The same facts with some of them forgotten: never more than is true. */
export function withSomeForgotten(facts: Facts): fc.Arbitrary<Facts> {
  const forget = (known: FactRow) =>
    fc
      .tuple(...Object.keys(known).map(() => fc.boolean()))
      .map((keep) =>
        Object.fromEntries(
          Object.entries(known).map(([name, value], no) => [name, keep[no] ? value : null]),
        ),
      )
  const members = facts.members ?? []
  return fc
    .tuple(forget(facts.values), fc.tuple(...members.map(forget)), fc.boolean(), fc.nat({ max: 3 }))
    .map(([values, rows, isOpen, listed]) =>
      isOpen
        ? { values, members: rows.slice(0, listed), mayHaveMoreMembers: true }
        : { values, members: rows },
    )
}

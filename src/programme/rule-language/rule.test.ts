import { evaluate } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { completeFacts, ruleText, testVocabulary, withSomeForgotten } from './random-rules.ts'
import { compileRule, ruleFaults } from './rule.ts'
import type { FactRow, Facts, FactValue } from './value.ts'

const vocabulary = {
  fields: { decile: { type: 'int' }, has_land_proof: { type: 'bool' }, age_years: { type: 'int' } },
  members: {
    age_years: { type: 'int' },
    pregnant: { type: 'bool' },
    level: { type: 'text', values: ['SD', 'SMP'] },
  },
  params: { 'pkh.decile_max': 4 },
} as const

function test(text: string, values: FactRow, members: readonly FactRow[] = []) {
  return compileRule(text, vocabulary).test({ values, members })
}

describe('compileRule', () => {
  it.each([
    ['decile <= param("pkh.decile_max")', { decile: 4 }, true],
    ['decile <= param("pkh.decile_max")', { decile: 5 }, false],
    ['decile <= 4', { decile: null }, null],
    ['decile != 4', { decile: null }, null],
    ['!has_land_proof', {}, null],
    ['has_land_proof && decile <= 4', { decile: 9 }, false],
    ['has_land_proof || decile <= 4', { decile: 1 }, true],
    ['has_land_proof ? decile <= 4 : decile <= 4', { decile: 1 }, true],
    ['has_land_proof ? decile <= 4 : decile > 4', { decile: 1 }, null],
    ['decile in [1, 2, 3]', { decile: 3 }, true],
    ['decile in [1, 2, 3]', { decile: { lo: 4, hi: 5 } }, false],
    ['1 + 2 * 3 == 7 && -decile < 0 - 2', { decile: 3 }, true],
    ['age_years >= 60', { age_years: { lo: 60, hi: 61 } }, true],
    ['age_years >= 61', { age_years: { lo: 60, hi: 61 } }, null],
    ['ageOn("2025-07-01") == 16', { born_from: '2009-07-01', born_to: '2009-07-01' }, true],
    ['ageOn("2025-06-30") == 16', { born_from: '2009-07-01', born_to: '2009-07-01' }, false],
    ['ageOn("2025-07-01") >= 15', { born_from: '2009-01-01', born_to: '2009-12-31' }, true],
  ] as const)('%s with %j is %s', (text, values, expected) => {
    expect(test(text, values)).toBe(expected)
  })

  it('counts members as an interval where some are unknown', () => {
    const members = [{ pregnant: true }, { pregnant: null }, { pregnant: false }]
    const atLeast = (n: number) => test(`members.filter(m, m.pregnant).size() >= ${n}`, {}, members)
    expect([atLeast(1), atLeast(2), atLeast(3)]).toEqual([true, null, false])
  })

  it('says no to "exists" and yes to "all" of an empty family, and leaves both open when unlisted members may exist', () => {
    const exists = compileRule('members.exists(m, m.pregnant)', vocabulary)
    const all = compileRule('members.all(m, m.pregnant)', vocabulary)
    const closed: Facts = { values: {}, members: [] }
    const open: Facts = { ...closed, mayHaveMoreMembers: true }
    expect([exists.test(closed), all.test(closed)]).toEqual([false, true])
    expect([exists.test(open), all.test(open)]).toEqual([null, null])
    expect(exists.explain(open).missing).toEqual(['members'])
  })

  it('shows only the leaves that decided, with the member whose fact it is', () => {
    const rule = compileRule('decile <= 4 && members.exists(m, m.age_years <= 6)', vocabulary)
    const explained = rule.explain({
      values: { decile: 9 },
      members: [{ age_years: 40 }, { age_years: 3 }],
    })
    expect(explained).toEqual({
      result: false,
      because: [{ text: 'decile <= 4', result: false, facts: [{ field: 'decile', value: 9 }] }],
      missing: [],
    })
    const young = rule.explain({ values: { decile: 2 }, members: [{ age_years: 3 }] })
    expect(young.because[1]?.facts).toEqual([{ field: 'age_years', value: 3, memberNo: 0 }])
  })

  it('never turns a known answer round when a forgotten fact becomes known', () => {
    fc.assert(
      fc.property(
        ruleText,
        completeFacts.chain((facts) => fc.tuple(fc.constant(facts), withSomeForgotten(facts))),
        (text, [complete, partial]) => {
          const rule = compileRule(text, testVocabulary)
          const before = rule.test(partial)
          if (before !== null) expect(rule.test(complete)).toBe(before)
          else expect(rule.explain(partial).missing).not.toEqual([])
        },
      ),
      { numRuns: propertyRuns(500) },
    )
  })

  it('explains what it decides', () => {
    fc.assert(
      fc.property(ruleText, completeFacts.chain(withSomeForgotten), (text, facts) => {
        const rule = compileRule(text, testVocabulary)
        const explained = rule.explain(facts)
        expect(explained.result).toBe(rule.test(facts))
        if (explained.result !== null) expect(explained.missing).toEqual([])
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('keeps the laws of Kleene logic', () => {
    fc.assert(
      fc.property(ruleText, ruleText, completeFacts.chain(withSomeForgotten), (a, b, facts) => {
        const say = (text: string) => compileRule(text, testVocabulary).test(facts)
        expect(say(`!((${a}) && (${b}))`)).toBe(say(`!(${a}) || !(${b})`))
        expect(say(`(${a}) && (${b})`)).toBe(say(`(${b}) && (${a})`))
        expect(say(`!!(${a})`)).toBe(say(a))
        expect(say(`(${a}) || (${a})`)).toBe(say(a))
        expect(say(`(${a}) && false`)).toBe(false)
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('agrees with a CEL library where nothing is unknown', () => {
    fc.assert(
      fc.property(ruleText, completeFacts, (text, facts) => {
        const oracle = evaluate(text, {
          ...asCel(facts.values),
          members: (facts.members ?? []).map(asCel),
        })
        expect(compileRule(text, testVocabulary).test(facts)).toBe(oracle)
      }),
      { numRuns: propertyRuns(1000) },
    )
  })
})

/** CEL's whole numbers are big ones. */
function asCel(row: FactRow): Record<string, FactValue | bigint | undefined> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' ? BigInt(value) : value,
    ]),
  )
}

describe('ruleFaults', () => {
  it.each([
    ['decil <= 4', 'field-unknown', 1, 1, 'decile'],
    ['decile <= 4 &&\n  umur >= 3', 'field-unknown', 2, 3, undefined],
    ['decile = 4', 'operator-foreign', 1, 8, '=='],
    ['decile <= 4 dan has_land_proof', 'operator-foreign', 1, 13, '&&'],
    ['decile <> 4', 'operator-foreign', 1, 8, '!='],
    ['decile <= 4 && (', 'expression-missing', 1, 17, undefined],
    ['decile <= "4', 'text-unclosed', 1, 11, undefined],
    ['decile <= 2.000.000', 'number-unreadable', 1, 11, undefined],
    ['1 <= decile <= 4', 'comparison-chained', 1, 13, undefined],
    ['decile', 'type-mismatch', 1, 1, undefined],
    ['decile == "4"', 'type-mismatch', 1, 11, undefined],
    ['param("pkh.decil_max") >= decile', 'param-unknown', 1, 1, 'pkh.decile_max'],
    ['members.exists(m, m.level == "SMP ")', 'value-unknown', 1, 30, 'SMP'],
    ['members.exist(m, m.pregnant)', 'function-unknown', 1, 9, undefined],
    ['members.exists(m, members.all(n, n.pregnant))', 'quantifier-nested', 1, 19, undefined],
    ['ageOn("2025-02-30") > 3', 'date-impossible', 1, 1, undefined],
    ['decile ≤ 4', 'operator-foreign', 1, 8, '<='],
    ['decile @ 4', 'character-unknown', 1, 8, undefined],
    ['constructor == 4', 'field-unknown', 1, 1, undefined],
  ])('%j: %s at %i:%i', (text, code, line, column, suggestion) => {
    const [fault] = ruleFaults(text, vocabulary)
    expect(fault).toMatchObject({ code, line, column })
    expect(fault?.suggestion).toBe(suggestion)
    if (suggestion) expect(fault?.hintId).toContain(`Mungkin maksudnya "${suggestion}"?`)
  })

  it('tells every unknown field at once', () => {
    const faults = ruleFaults('decil <= 4 && has_land_prof', vocabulary)
    expect(faults.map(({ suggestion }) => suggestion)).toEqual(['decile', 'has_land_proof'])
  })

  it('refuses hostile depth and length instead of failing', () => {
    expect(ruleFaults('('.repeat(5000), vocabulary)[0]?.code).toBe('rule-too-deep')
    expect(ruleFaults('!'.repeat(5000), vocabulary)).toHaveLength(1)
    expect(ruleFaults(`decile == ${'1'.repeat(20_000)}`, vocabulary)[0]?.code).toBe('rule-too-long')
    expect(ruleFaults('', vocabulary)[0]?.code).toBe('expression-missing')
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(Array.isArray(ruleFaults(text, vocabulary))).toBe(true)
      }),
      { numRuns: propertyRuns() },
    )
  })
})

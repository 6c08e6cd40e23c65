import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../test/property-runs.ts'
import { allOf, anyOf, type Claim, known, not, unknown } from './claim.ts'

const yes = known(true, { fact: 'a', value: '1' })
const no = known(false, { fact: 'b', value: '2' })
const open = unknown({ fact: 'c' })

describe('claims', () => {
  it('keep the evidence that decided, and nothing else', () => {
    expect(allOf(yes, no, open)).toEqual(no)
    expect(anyOf(yes, no, open)).toEqual(yes)
    expect(allOf(yes, open)).toEqual(open)
    expect(anyOf(no, open)).toEqual(open)
  })

  it('follow Kleene for none: all of nothing holds, any of nothing does not', () => {
    expect(allOf().value).toBe(true)
    expect(anyOf().value).toBe(false)
  })

  it('name each missing fact once', () => {
    expect(allOf(open, open, unknown({ fact: 'd' })).missing).toEqual([
      { fact: 'c' },
      { fact: 'd' },
    ])
  })

  it('are monotone: forgetting a fact can only make an answer unknown', () => {
    type Tree = { readonly leaf: number } | { readonly op: string; readonly of: readonly Tree[] }
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.record({ leaf: fc.nat(4) }),
        fc.record({
          op: fc.constantFrom('all', 'any', 'not'),
          of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        }),
      ),
    }))
    const evaluate = (node: Tree, facts: readonly (boolean | null)[]): Claim => {
      if ('leaf' in node) {
        const value = facts[node.leaf] ?? null
        return value === null ? unknown({ fact: String(node.leaf) }) : known(value)
      }
      const parts = node.of.map((part) => evaluate(part, facts))
      if (node.op === 'all') return allOf(...parts)
      return node.op === 'any' ? anyOf(...parts) : not(parts[0] ?? open)
    }
    fc.assert(
      fc.property(
        tree,
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.nat(4),
        (node, facts, forgotten) => {
          const before = evaluate(node, facts).value
          const after = evaluate(
            node,
            facts.map((fact, place) => (place === forgotten ? null : fact)),
          ).value
          expect([null, before]).toContain(after)
        },
      ),
      { numRuns: propertyRuns() },
    )
  })
})

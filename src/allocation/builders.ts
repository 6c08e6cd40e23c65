import type { Offer } from '#partner/schema'
import type { CompiledFilter } from './filter-fields.ts'
import type { NeedInput } from './schema.ts'

/** A need for tests; shows only what matters. */
export function aNeed(parts: Partial<NeedInput> = {}): NeedInput {
  return {
    needId: 'n1',
    familyId: 'f1',
    personId: '',
    ward: '1.1.1',
    sector: 's',
    indicator: 'A',
    severity: 2,
    score: 10,
    since: '2025-01-01',
    lockedOffer: '',
    promisedOffer: '',
    fields: {},
    ...parts,
  }
}

/** An offer for tests, open to all. */
export function anOffer(parts: Partial<Offer> = {}): Offer {
  return {
    offerId: 'o1',
    provider: 'Dinas',
    sector: 's',
    indicator: '',
    units: 1,
    unitCostRp: 0,
    wards: [],
    filter: '',
    needsPerUnit: 1,
    what: 'Bantuan',
    ...parts,
  }
}

/** A filter of one comparison, `name <= 3` or `name >= 60`; refuses anything else. */
export function aFilter(text: string): CompiledFilter {
  const match = /^(\w+) (<=|>=) (\d+)$/.exec(text)
  if (!match) throw new Error(`no rule: ${text}`)
  const [, name = '', operator, limit] = match
  return {
    fields: [name],
    test: (fields) => {
      const value = fields[name]
      if (value === undefined || value === null || value === '') return null
      return operator === '<=' ? Number(value) <= Number(limit) : Number(value) >= Number(limit)
    },
    missing: () => [name],
  }
}

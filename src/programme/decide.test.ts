import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../test/property-runs.ts'
import { decideCase } from './decide.ts'
import { familyFields, memberFields } from './field-catalogue.ts'
import type { FactField } from './field-kinds.ts'
import { loadProgrammes } from './load-programmes.ts'
import type { FactRow, Facts, FactValue } from './rule-language/value.ts'
import { findReadyProgramme, type ReadyProgramme } from './rules-in-force.ts'

const programmes = await loadProgrammes(new URL('../../programmes/', import.meta.url).pathname)
const ready = programmes.flatMap((programme) => findReadyProgramme(programme, '2026-03-01') ?? [])

function get(code: string): ReadyProgramme {
  const found = ready.find(({ programme }) => programme.code === code)
  if (!found) throw new Error(code)
  return found
}

function decide(programme: ReadyProgramme, facts: Facts, received: readonly string[] = []) {
  const members = facts.members ?? []
  return decideCase(programme, {
    familyId: 'f1',
    ...(programme.isForPersons ? { personId: 'p1', receivedByPerson: received } : {}),
    facts: programme.isForPersons && members[0] ? { ...facts, subject: members[0] } : facts,
    subjectName: () => 'Aulia',
    memberName: (memberNo) => ['Aulia', 'Mambang', 'Tiwi'][memberNo] ?? '',
    received,
  })
}

/** Facts of every field of the catalogue, none unknown. */
function complete(fields: Readonly<Record<string, FactField>>): fc.Arbitrary<FactRow> {
  const model: Record<string, fc.Arbitrary<FactValue>> = {}
  for (const [name, field] of Object.entries(fields)) model[name] = knownValue(name, field)
  return fc.record(model)
}

function knownValue(name: string, { type, values }: FactField): fc.Arbitrary<FactValue> {
  if (type === 'bool') return fc.boolean()
  if (type === 'text') return fc.constantFrom(...(values ?? ['x']))
  if (type === 'list') return fc.constant([])
  if (name === 'decile') return fc.integer({ min: 1, max: 10 })
  return name === 'age_years' ? fc.integer({ min: 0, max: 80 }) : fc.integer({ min: 1, max: 1000 })
}

function forgetSome(row: FactRow): fc.Arbitrary<FactRow> {
  const names = Object.keys(row)
  return fc
    .subarray(names)
    .map((kept) => Object.fromEntries(kept.map((name) => [name, row[name] ?? null])))
}

const family = fc.record({
  values: complete(familyFields),
  members: fc.array(complete(memberFields), { minLength: 1, maxLength: 3 }),
})

describe('decideCase', () => {
  it('never makes a "no" or a "yes" out of a fact that nobody knows', () => {
    const both = family.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.record({
          values: forgetSome(facts.values),
          members: fc.tuple(...facts.members.map(forgetSome)),
        }),
      ),
    )
    fc.assert(
      fc.property(both, ([known, partial]) => {
        for (const programme of ready) {
          const before = decide(programme, partial)
          const after = decide(programme, known)
          // Not asked at all stays so; asked but settled stays as it was settled.
          if (before === undefined) expect(after).toBeUndefined()
          else if (after !== undefined && before.result !== 'unknown') {
            expect(after.result).toBe(before.result)
          }
          if (before?.result === 'unknown') expect(before.missing).not.toEqual([])
          if (after) expect(after.result).not.toBe('unknown')
        }
      }),
      { numRuns: propertyRuns(150) },
    )
  })

  it('never pays less when more is known', () => {
    const pkh = get('PKH')
    const both = family.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.tuple(...facts.members.map(forgetSome))),
    )
    fc.assert(
      fc.property(both, ([known, members]) => {
        const values = { ...known.values, decile: 1 }
        const before = decide(pkh, { values, members })
        const after = decide(pkh, { values, members: known.members })
        if (before?.amountRp === undefined) return
        expect(after?.amountRp ?? 0).toBeGreaterThanOrEqual(before.amountRp)
        if (!before.isAmountMinimum) expect(after?.amountRp).toBe(before.amountRp)
        expect(after?.isAmountMinimum).toBeUndefined()
      }),
      { numRuns: propertyRuns(150) },
    )
  })

  it('keeps only the outcomes that decided', () => {
    const decision = decide(get('BSPS'), {
      values: { decile: 9, own_house: false, has_land_proof: null, house_damaged: true },
    })
    expect(decision).toMatchObject({
      result: 'ineligible',
      ruleVersion: 'BSPS@2020-01-01',
      reasonCode: 'decile',
      missing: [],
      outcomes: [
        { conditionId: 'decile', result: false, facts: [{ field: 'decile', value: '9' }] },
        {
          conditionId: 'own-house',
          result: false,
          facts: [{ field: 'own_house', value: 'false' }],
        },
      ],
      reasonId:
        'Belum bisa mendapat BSPS karena keluarga ini di desil 9 dan rumah ini bukan milik sendiri. Akan berubah jika desil di cuplikan BPS berikutnya 4 atau kurang dan rumah menjadi milik sendiri.',
    })
  })

  it('asks whom it concerns when the age is not known', () => {
    const decision = decide(get('PIP'), {
      values: { decile: 2 },
      members: [{ in_school: true, school_level: 'SD', age_years: null }],
    })
    expect(decision).toMatchObject({ result: 'unknown', reasonCode: 'age_years' })
    expect(decision?.outcomes[0]?.conditionId).toBe('concerns')
  })

  it('holds earlier help against a family only where it is on record', () => {
    const facts: Facts = {
      values: {
        decile: 2,
        house_damaged: true,
        own_house: true,
        has_land_proof: true,
        other_house: false,
        head_ever_married: true,
      },
    }
    expect(decide(get('BSPS'), facts)?.result).toBe('eligible')
    expect(decide(get('BSPS'), facts, ['Rehab RTLH Kota 2024'])).toMatchObject({
      result: 'ineligible',
      reasonCode: 'earlier-aid',
    })
    // A word inside another is not that word.
    expect(decide(get('BSPS'), facts, ['KURST'])?.result).toBe('eligible')
  })

  it('tells who already receives, by any name of the programme', () => {
    const facts: Facts = { values: { decile: 3 } }
    expect(decide(get('SEMBAKO'), facts, ['BPNT'])).toMatchObject({
      isReceiving: true,
      reasonEn: expect.stringMatching(/^Can keep Sembako/),
    })
    expect(decide(get('SEMBAKO'), { values: { decile: 8 } }, ['SEMBAKO'])?.reasonId).toContain(
      'Tercatat menerima; perlu dilihat.',
    )
    expect(decide(get('SEMBAKO'), facts, ['Sembako ramadan'])?.isReceiving).toBe(false)
  })
})

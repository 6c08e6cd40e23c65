import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RowFields, RowRef } from '#intake/schema'
import { buildRegister } from './build-register.ts'
import { byHandFile, type RegisterChange, rowOfChange, withRowsByHand } from './changes.ts'
import { anIntake } from './intake-builder.ts'

const siti = { name: 'SITI AMINAH', nik: '6271034508900003', birthDate: '1990-08-05' } as const
const people: readonly RowFields[] = [
  { ...siti, kk: '6271032011100001', relation: 'head', sex: 'female', ward: '62.71.03.1001' },
  { name: 'BUDI', nik: '6271010502850001', birthDate: '1985-02-05', kk: '6271032011100002' },
  { name: 'DEWI LESTARI', nik: '6271035203920002', birthDate: '1992-03-12' },
  { name: 'AGUS SALIM', nik: '6271031708700004', birthDate: '1970-08-17', kk: '6271032011100003' },
]
const lists = anIntake([
  { file: 'a.xlsx', kind: 'register-person', rows: people },
  { file: 'b.xlsx', kind: 'aid', rows: [{ ...siti, address: 'Jl. Mawar 3' }, { name: 'BUDI H' }] },
])
const at = (file: string, place: number): RowRef => ({ file, sheet: '', row: place + 2 })
const refs = [0, 1, 2, 3]
  .map((place) => at('a.xlsx', place))
  .concat(at('b.xlsx', 0), at('b.xlsx', 1))

function registerWith(changes: readonly RegisterChange[]) {
  const intake = withRowsByHand(lists, changes)
  const register = buildRegister(intake, changes)
  const linkOf = (ref: RowRef) => {
    const rowNo = intake.rows.findIndex(
      (row) => row.ref.file === ref.file && row.ref.sheet === ref.sheet && row.ref.row === ref.row,
    )
    return register.rowLinks[rowNo]
  }
  return { register, linkOf }
}

describe('what people decided', () => {
  it('joins two persons, and families, that the lists keep apart', () => {
    const before = registerWith([])
    const [, budi] = refs
    const budiAgain = at('b.xlsx', 1)
    if (!budi) throw new Error('no row')
    expect(before.linkOf(budi)?.personId).not.toBe(before.linkOf(budiAgain)?.personId)
    const after = registerWith([
      { changeNo: 1, kind: 'same-person', left: budi, right: budiAgain },
      { changeNo: 2, kind: 'same-family', left: at('a.xlsx', 0), right: at('a.xlsx', 3) },
    ])
    expect(after.linkOf(budi)?.personId).toBe(after.linkOf(budiAgain)?.personId)
    expect(after.linkOf(at('a.xlsx', 0))?.familyId).toBe(after.linkOf(at('a.xlsx', 3))?.familyId)
  })

  it('parts what the lists would join, whatever the weight', () => {
    const before = registerWith([])
    const left = at('a.xlsx', 0)
    const right = at('b.xlsx', 0)
    expect(before.linkOf(left)?.personId).toBe(before.linkOf(right)?.personId)
    const after = registerWith([{ changeNo: 1, kind: 'other-person', left, right }])
    expect(after.linkOf(left)?.personId).not.toBe(after.linkOf(right)?.personId)
    expect(after.register.review).toEqual([])
  })

  it('lets some leave a family together, and all come back, whoever of a card comes first', () => {
    const card = '6271032011100077'
    const names = ['ANI', 'BUDI', 'CITRA', 'DEDI']
    const rows = names.map(
      (name, no): RowFields => ({ name, kk: card, birthDate: `19${60 + no}-01-02` }),
    )
    const intake = anIntake([{ file: 'k.xlsx', kind: 'register-person', rows }])
    const person = (place: number) => at('k.xlsx', place)
    const groups = (changes: readonly RegisterChange[]) => {
      const { rowLinks } = buildRegister(intake, changes)
      const byFamily = Map.groupBy(names.keys(), (no) => rowLinks[no]?.familyId)
      return [...byFamily.values()].map((nos) => nos.map((no) => names[no]).join(' ')).sort()
    }
    expect(groups([])).toEqual(['ANI BUDI CITRA DEDI'])
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 3 }), (leaving) => {
        const staying = [0, 1, 2, 3].filter((no) => !leaving.includes(no))
        const refsOf = (nos: readonly number[]) => nos.map(person)
        const [left, ...leftWith] = refsOf(staying)
        const [right, ...rightWith] = refsOf(leaving)
        if (!left || !right) throw new Error('nobody on one side')
        const parted = {
          changeNo: 1,
          kind: 'other-family',
          left,
          leftWith,
          right,
          rightWith,
        } as const
        const joined = { ...parted, changeNo: 2, kind: 'same-family' } as const
        const namesOf = (nos: readonly number[]) => nos.map((no) => names[no]).join(' ')
        expect(groups([parted])).toEqual([namesOf(staying), namesOf(leaving)].sort())
        expect(groups([parted, joined])).toEqual(['ANI BUDI CITRA DEDI'])
        expect(groups([parted, joined, { ...parted, changeNo: 3 }])).toHaveLength(2)
      }),
    )
  })

  it('lets a value by an officer stand against every list, the latest of two', () => {
    const left = at('a.xlsx', 0)
    const write = (changeNo: number, address: string): RegisterChange => ({
      changeNo,
      kind: 'value',
      left,
      fields: { address },
      provider: 'Kelurahan Palangka',
    })
    const { register, linkOf } = registerWith([write(4, 'Jl. Melati 1'), write(9, 'Jl. Melati 9')])
    const family = register.families.find(({ familyId }) => familyId === linkOf(left)?.familyId)
    expect(family?.address).toBe('Jl. Melati 9')
    const own = { file: byHandFile, sheet: 'Kelurahan Palangka', row: rowOfChange(9, 0) }
    expect(linkOf(own)?.personId).toBe(linkOf(left)?.personId)
    const origin = family?.origins.find(({ field }) => field === 'address')
    expect(origin?.otherRowNos).toHaveLength(2)
  })

  it('adds persons that no list has, as one family by their card', () => {
    const rows: RowFields[] = [
      { name: 'NORLELA', kk: '6271032011100009', relation: 'head', ward: '62.71.03.1004' },
      { name: 'AULIA', kk: '6271032011100009', relation: 'child' },
    ]
    const before = registerWith([]).register
    const { register } = registerWith([{ changeNo: 7, kind: 'added', rows, provider: 'Kelurahan' }])
    expect(register.persons).toHaveLength(before.persons.length + 2)
    expect(register.families).toHaveLength(before.families.length + 1)
  })

  it('changes nothing once all of it is taken back, and keys of others never', () => {
    const ref = fc.constantFrom(...refs)
    const change = fc.record({
      kind: fc.constantFrom('same-person', 'other-person', 'same-family', 'other-family'),
      left: ref,
      right: ref,
    })
    const before = registerWith([])
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (drawn) => {
        const changes = drawn.map((one, no): RegisterChange => ({ ...one, changeNo: no + 1 }))
        const { register, linkOf } = registerWith(changes)
        expect(new Set(register.rowLinks.map(({ personId }) => personId)).size).toBe(
          register.persons.length,
        )
        // A person whom nothing touches keeps the key.
        const touched = new Set(
          changes.flatMap(({ kind, ...rest }) =>
            'left' in rest && 'right' in rest && kind !== 'value'
              ? [before.linkOf(rest.left)?.personId, before.linkOf(rest.right)?.personId]
              : [],
          ),
        )
        for (const one of refs) {
          const known = before.linkOf(one)?.personId
          if (!touched.has(known)) expect(linkOf(one)?.personId).toBe(known)
        }
        expect(registerWith([]).register).toEqual(before.register)
      }),
      { numRuns: 60 },
    )
  })
})

import fc from 'fast-check'
import type { RowFields } from '#intake/schema'
import { buildRegister } from '../build-register.ts'
import type { RegisterChange } from '../changes.ts'
import { withRowsByHand } from '../changes.ts'
import { anIntake, type TestList } from '../intake-builder.ts'
import type { MadeRegister } from './keep-past.ts'

/** What counts at one time: some of the lists, and what was decided. */
export interface Sources {
  readonly lists: readonly TestList[]
  readonly changes: readonly RegisterChange[]
}

/** The register of these sources, with its rows. */
export function makeRegister({ lists, changes }: Sources): MadeRegister {
  const intake = withRowsByHand(anIntake(lists), changes)
  return { intake, register: buildRegister(intake, changes) }
}

const people = [
  { name: 'FAJAR TOENDAN', nik: '6271010206980006', birthDate: '1998-06-02', sex: 'male' },
  { name: 'YULIANA', nik: '6271034806030010', birthDate: '2003-06-08', sex: 'female' },
  { name: 'ESTER LAMBUNG', nik: '6271054302240008', birthDate: '2024-02-03', sex: 'female' },
  { name: 'BAMBANG SUGIARTO', nik: '6271011505750002', birthDate: '1975-05-15', sex: 'male' },
  { name: 'SRI WAHYUNI', nik: '6271014907790005', birthDate: '1979-07-09', sex: 'female' },
] as const
const cards = ['6271013004210030', '6271010102150007'] as const
const wards = ['62.71.01.1001', '62.71.01.1003', '62.71.03.1002'] as const

const place: fc.Arbitrary<RowFields> = fc
  .record({
    ward: fc.constantFrom(...wards),
    door: fc.integer({ min: 1, max: 3 }),
    rt: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ ward, door, rt }) => ({
    rt,
    ward,
    district: ward.slice(0, 8),
    address: `Jl. Bangka No. ${door}`,
  }))

/** A row about one of a few people; some say little, so that lists disagree and persons part. */
const personRow: fc.Arbitrary<RowFields> = fc
  .record({
    who: fc.constantFrom(...people),
    home: place,
    hasNik: fc.boolean(),
    facts: fc.record(
      {
        kk: fc.constantFrom(...cards),
        relation: fc.constantFrom('head', 'spouse', 'child'),
        decile: fc.integer({ min: 1, max: 10 }),
        floor: fc.constantFrom('wood', 'earth', 'cement'),
        meterId: fc.constantFrom('14000000011', '14000000022'),
        latitude: fc.constantFrom(-2.20669, -2.20668, -2.2063),
        longitude: fc.constant(113.9333),
        phone: fc.constantFrom('081234567890', '081298765432'),
        jknStatus: fc.constantFrom('active', 'inactive'),
        hasDebt: fc.boolean(),
        disability: fc.constantFrom('none', 'physical'),
        schoolName: fc.constantFrom('SDN 1 Langkai', 'SDN 4 Menteng'),
        surveyDate: fc.constantFrom('2024-03-01', '2025-02-10', '2025-06-20'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ who: { nik, ...who }, home, hasNik, facts }): RowFields => {
    const sure = hasNik ? { nik } : {}
    return { ...who, birthPrecision: 'day', ...home, ...facts, ...sure }
  })

const eventRow: fc.Arbitrary<RowFields> = fc
  .record({
    who: fc.constantFrom(...people),
    event: fc.constantFrom('death', 'move-out', 'move-in'),
    eventDate: fc.constantFrom('2024-05-01', '2025-01-15', '2025-06-01'),
  })
  .map(({ who, ...event }): RowFields => ({ ...who, birthPrecision: 'day', ...event }))

const list = (no: number): fc.Arbitrary<TestList> =>
  fc.oneof(
    fc.record({
      file: fc.constant(`daftar-${no}.csv`),
      kind: fc.constantFrom('register-person', 'aid', 'housing-survey', 'proposal'),
      rows: fc.array(personRow, { minLength: 1, maxLength: 5 }),
    }),
    fc.record({
      file: fc.constant(`daftar-${no}.csv`),
      kind: fc.constant('vital-events'),
      rows: fc.array(eventRow, { minLength: 1, maxLength: 2 }),
    }),
  )

/** Sources of registers that follow on each other: the same lists, some of which count. */
export const someSources: fc.Arbitrary<readonly Sources[]> = fc
  .tuple(list(1), list(2), list(3))
  .chain((lists) => {
    const refs = lists.flatMap(({ file, rows }) =>
      rows.map((_, no) => ({ file, sheet: '', row: no + 2 })),
    )
    const change: fc.Arbitrary<RegisterChange> = fc.oneof(
      fc.record({
        changeNo: fc.integer({ min: 1, max: 9 }),
        kind: fc.constantFrom('same-person', 'other-person', 'same-family', 'other-family'),
        left: fc.constantFrom(...refs),
        right: fc.constantFrom(...refs),
      }),
      fc.record({
        changeNo: fc.integer({ min: 11, max: 19 }),
        kind: fc.constant('value'),
        left: fc.constantFrom(...refs),
        fields: fc.record({ phone: fc.constantFrom('081100001111', '081100002222') }),
        provider: fc.constant('Dinas Sosial'),
      }),
    )
    const sources = fc.record({
      lists: fc.subarray([...lists]),
      changes: fc.uniqueArray(change, { maxLength: 2, selector: ({ changeNo }) => changeNo }),
    })
    return fc.array(sources, { minLength: 2, maxLength: 4 })
  })

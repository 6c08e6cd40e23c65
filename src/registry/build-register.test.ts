import { describe, expect, it } from 'vitest'
import type { RowFields } from '#intake/schema'
import { buildRegister } from './build-register.ts'
import { anIntake, type TestList } from './intake-builder.ts'

const kk = '6271013004210030'
const door = { address: 'Jl. Bangka No. 38', ward: '62.71.01.1001', district: '62.71.01' }
const fajar: RowFields = {
  name: 'FAJAR TOENDAN',
  nik: '6271010206980006',
  kk,
  birthDate: '1998-06-02',
  birthPrecision: 'day',
  sex: 'male',
  relation: 'head',
  address: door.address,
}
const yuliana: RowFields = {
  ...fajar,
  name: 'YULIANA',
  nik: '6271034806030010',
  birthDate: '2003-06-08',
  sex: 'female',
  relation: 'spouse',
}
const ester: RowFields = {
  ...fajar,
  name: 'ESTER',
  nik: '6271054302240008',
  birthDate: '2024-02-03',
  sex: 'female',
  relation: 'child',
}
const register: TestList = {
  file: '01.xlsx',
  kind: 'register-person',
  rows: [fajar, yuliana, ester],
}
const families: TestList = {
  file: '01k.xlsx',
  kind: 'register-family',
  rows: [{ ...door, kk, headName: 'FAJAR TOENDAN', decile: 2 }],
}

describe('buildRegister', () => {
  it('makes one family of one card, in card order, with its head', () => {
    const { persons, families: made } = buildRegister(anIntake([register, families]))
    expect(made).toHaveLength(1)
    expect(persons).toHaveLength(3)
    const [family] = made
    const names = family?.memberIds.map(
      (id) => persons.find(({ personId }) => personId === id)?.name,
    )
    expect(names).toEqual(['FAJAR TOENDAN', 'YULIANA', 'ESTER'])
    expect(family).toMatchObject({ kk, decile: 2, headName: 'FAJAR TOENDAN', listCount: 2 })
  })

  it('gives every row one person and one family', () => {
    const intake = anIntake([
      register,
      families,
      {
        file: '07.csv',
        kind: 'water-survey',
        rows: [
          { ...door, name: 'Pak Toe' },
          { name: 'X', rt: 1 },
        ],
      },
    ])
    const { rowLinks, persons, families: made } = buildRegister(intake)
    expect(rowLinks).toHaveLength(intake.rows.length)
    for (const { personId, familyId } of rowLinks) {
      expect(persons.filter((person) => person.personId === personId)).toHaveLength(1)
      expect(made.filter((family) => family.familyId === familyId)).toHaveLength(1)
    }
  })

  it('links the aid of a recipient without birth date to the person on the card', () => {
    const aid: TestList = {
      file: '02.xlsx',
      kind: 'aid',
      rows: [
        { ...door, name: 'Yuliana', nikPrefix: '627103480603001', kkPrefix: '627101300421003' },
      ],
    }
    const { rowLinks, persons } = buildRegister(anIntake([register, families, aid]))
    expect(rowLinks[4]?.personId).toBe(rowLinks[1]?.personId)
    expect(persons).toHaveLength(3)
  })

  it('keeps two cards at one door two families', () => {
    const other = {
      ...fajar,
      name: 'KENZO FAUZI',
      nik: '6271011101890005',
      kk: '6271010911160004',
      birthDate: '1989-01-11',
    }
    const { families: made } = buildRegister(
      anIntake([{ ...register, rows: [...register.rows, other] }, families]),
    )
    expect(made).toHaveLength(2)
  })

  it('puts a member with a slip in his card number into the family at his door', () => {
    const son = {
      ...fajar,
      name: 'RANO',
      nik: '6271011507200009',
      kk: '6271013004210031',
      birthDate: '2020-07-15',
      relation: 'child' as const,
    }
    const { families: made } = buildRegister(
      anIntake([{ ...register, rows: [...register.rows, son] }, families]),
    )
    expect(made).toHaveLength(1)
  })

  it('makes a person of a head whom no list of persons names', () => {
    const { persons, rowLinks } = buildRegister(
      anIntake([{ ...families, rows: [{ ...door, kk, headName: 'SALMAN BAHEN' }] }]),
    )
    expect(persons).toHaveLength(1)
    expect(rowLinks[0]?.personId).toBe(persons[0]?.personId)
  })

  it('knows the dead and those who moved out by civil registration', () => {
    const vital: TestList = {
      file: '12.csv',
      kind: 'vital-events',
      rows: [{ ...fajar, event: 'death', eventDate: '2025-03-26' }],
    }
    const { persons } = buildRegister(anIntake([register, families, vital]))
    const dead = persons.filter(({ status }) => status === 'dead')
    expect(dead.map(({ name, statusDate }) => [name, statusDate])).toEqual([
      ['FAJAR TOENDAN', '2025-03-26'],
    ])
  })

  it('knows which rows said otherwise', () => {
    const aid: TestList = {
      file: '04.txt',
      kind: 'aid',
      rows: [
        {
          ...fajar,
          name: 'FAJAR TUNDAN',
          birthDate: '1998-01-01',
          birthPrecision: 'year',
          jknStatus: 'active',
        },
      ],
    }
    const { persons } = buildRegister(anIntake([register, aid]))
    const person = persons.find(({ rowNos }) => rowNos.includes(0))
    expect(person?.birthDate).toBe('1998-06-02')
    expect(person?.origins.find(({ field }) => field === 'birthDate')).toEqual({
      field: 'birthDate',
      rowNo: 0,
      otherRowNos: [3],
    })
  })

  it('makes the same groups whatever the order of the lists, and keeps keys when a list comes', () => {
    const lists: readonly TestList[] = [
      register,
      families,
      {
        file: '02.xlsx',
        kind: 'aid',
        rows: [{ ...door, name: 'YULIANA', nik: yuliana.nik ?? '', kk }],
      },
      { file: '07.csv', kind: 'water-survey', rows: [{ ...door, name: 'Fajar Tundan' }] },
      { file: '11.xlsx', kind: 'proposal', rows: [{ name: 'Mama Ester', ...door, ageYears: 22 }] },
    ]
    const linksByRow = (order: readonly TestList[]) => {
      const intake = anIntake(order)
      const { rowLinks } = buildRegister(intake)
      return new Map(intake.rows.map(({ ref }, no) => [`${ref.file} ${ref.row}`, rowLinks[no]]))
    }
    const groups = (order: readonly TestList[]) => {
      const links = linksByRow(order)
      const rows = [...links.keys()].sort()
      const together = (left: string, right: string, key: 'personId' | 'familyId') =>
        links.get(left)?.[key] === links.get(right)?.[key]
      return rows.map((left) =>
        rows.map((right) => [together(left, right, 'personId'), together(left, right, 'familyId')]),
      )
    }
    expect(groups([...lists].reverse())).toEqual(groups(lists))
    const first = linksByRow(lists.slice(0, 2))
    const later = linksByRow(lists)
    for (const [row, link] of first) expect(later.get(row)).toEqual(link)
  })
})

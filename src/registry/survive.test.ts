import { describe, expect, it } from 'vitest'
import type { ListKind, RowFields } from '#intake/schema'
import { anIntake } from './intake-builder.ts'
import { survivors } from './survive.ts'

interface Said {
  readonly kind: ListKind
  readonly fields: RowFields
  /** First day of the time in the titles of the list. */
  readonly from?: string
}

/** What survives of rows that each stand in a list of their own, in every order of the lists. */
function survivorsOf(names: Parameters<typeof survivors>[2], ...said: readonly Said[]) {
  const orders = [said, said.toReversed()].map((rows) => {
    const lists = rows.map(({ kind, fields }, no) => ({ file: `${no}.csv`, kind, rows: [fields] }))
    const intake = anIntake(lists)
    const sheets = intake.sheets.map((sheet, no) => {
      const from = rows[no]?.from
      return from === undefined ? sheet : { ...sheet, period: { from, to: from } }
    })
    const rowNos = rows.map((_, rowNo) => rowNo)
    return survivors({ ...intake, sheets }, rowNos, names).fields
  })
  expect(orders[1]).toEqual(orders[0])
  return orders[0]
}

const housed = (fields: RowFields, from?: string): Said => ({
  kind: 'housing-survey',
  fields,
  ...(from === undefined ? {} : { from }),
})

const housedList = (file: string, row: RowFields) => ({
  file,
  kind: 'housing-survey' as const,
  rows: [row],
})

describe('of values that are believed alike', () => {
  it('the one of the later day stands, by its own day or that of its list', () => {
    const old = housed({ roof: 'zinc', surveyDate: '2023-05-01' })
    expect(survivorsOf(['roof'], old, housed({ roof: 'tile' }, '2024-01-01'))).toEqual({
      roof: 'tile',
    })
    expect(survivorsOf(['roof'], old, housed({ roof: 'tile' }, '2022-01-01'))).toEqual({
      roof: 'zinc',
    })
  })

  it('one with a day stands before one without', () => {
    const dated = housed({ roof: 'zinc', surveyDate: '2020-05-01' })
    expect(survivorsOf(['roof'], dated, housed({ roof: 'concrete' }))).toEqual({ roof: 'zinc' })
  })

  it('the order of rows decides nothing where no day is told', () => {
    survivorsOf(['roof'], housed({ roof: 'zinc' }), housed({ roof: 'tile' }))
    survivorsOf(
      ['roof', 'roofCondition'],
      housed({ roof: 'zinc', roofCondition: 'sound' }),
      housed({ roof: 'zinc', roofCondition: 'damaged' }),
    )
  })

  it('nor does the order in which a row holds its fields, as the store gives them back', () => {
    const one: RowFields = { roof: 'zinc', phone: '0811', wall: 'brick' }
    const other: RowFields = { roof: 'zinc', water: 'surface' }
    const sourceOf = (fields: RowFields) => {
      const lists = [fields, other].map((row, no) => housedList(`${no}.csv`, row))
      return survivors(anIntake(lists), [0, 1], ['roof']).origins[0]?.rowNo
    }
    const turned = Object.fromEntries(Object.entries(one).reverse()) as RowFields
    expect(sourceOf(turned)).toBe(sourceOf(one))
  })
})

describe('a better believed list', () => {
  const proposal: Said = {
    kind: 'proposal',
    fields: { roof: 'tile', phone: '0812', aidDate: '2025-06-30' },
  }
  it('stands before a fresher one', () => {
    const survey = housed({ roof: 'zinc', surveyDate: '2020-07-01' })
    expect(survivorsOf(['roof'], survey, proposal)).toEqual({ roof: 'zinc' })
  })

  it('gives way once it is older by as many years as the policy says for the field', () => {
    const survey = housed({ roof: 'zinc', phone: '0813', surveyDate: '2020-06-30' })
    expect(survivorsOf(['roof', 'phone'], survey, proposal)).toEqual({
      roof: 'tile',
      phone: '0813',
    })
  })
})

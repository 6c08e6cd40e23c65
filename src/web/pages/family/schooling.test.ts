import { describe, expect, it } from 'vitest'
import { aFamily } from '../builders.ts'
import { schoolingOf } from './schooling.ts'

const [, child] = aFamily().members
if (!child) throw new Error('the family has a child')

function schoolingOfChild(part: Partial<typeof child>) {
  return schoolingOf([{ ...child, ...part } as NonNullable<typeof child>])[0]
}

describe('schoolingOf', () => {
  it('counts the years that a child who stopped lacks', () => {
    expect(schoolingOfChild({ ageYears: 16 })).toMatchObject({ years: 9, missingYears: 1 })
    expect(schoolingOfChild({ ageYears: 12, education: 'none' })).toMatchObject({ missingYears: 6 })
  })

  it('lacks nothing for a pupil, a grown person or a small child', () => {
    expect(schoolingOfChild({ ageYears: 16, schoolParticipation: 'attending' })?.missingYears).toBe(
      0,
    )
    expect(schoolingOfChild({ ageYears: 30 })?.missingYears).toBe(0)
    expect(schoolingOfChild({ ageYears: 3, education: null })).toMatchObject({ isTooYoung: true })
  })

  it('leaves unknown schooling unknown', () => {
    expect(schoolingOfChild({ education: null, schoolParticipation: null })?.years).toBeNull()
  })

  it('puts grandparents first', () => {
    const rows = schoolingOf([
      { ...child, relation: 'child' },
      { ...child, relation: 'parent' },
    ])
    expect(rows.map(({ generation }) => generation)).toEqual(['grandparents', 'children'])
  })
})

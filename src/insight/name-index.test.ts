import { describe, expect, it } from 'vitest'
import { makeNameIndex } from './name-index.ts'

const index = makeNameIndex([
  { familyId: 'f1', searchName: 'norlela' },
  { familyId: 'f2', searchName: 'aisyah siti' },
  { familyId: 'f3', searchName: 'aminah siti' },
  { familyId: 'f2', searchName: 'budi santoso' },
])

const everyone = () => true

describe('makeNameIndex', () => {
  it.each([
    { query: 'norlela', found: ['f1'] },
    { query: 'norlella', found: ['f1'] },
    { query: 'nor', found: ['f1'] },
    { query: 'siti aisyah', found: ['f2'] },
    { query: 'santosa budi', found: ['f2'] },
    { query: 'siti', found: ['f2', 'f3'] },
    { query: 'siti amianh', found: ['f3'] },
    { query: 'bdui', found: ['f2'] },
    { query: 'xyz', found: [] },
    { query: '', found: [] },
  ])('finds $found for "$query"', ({ query, found }) => {
    expect(index.find(query, 10, everyone)).toEqual(found)
  })

  it('names a family once and stops at the limit', () => {
    expect(index.find('siti', 1, everyone)).toEqual(['f2'])
  })

  it('passes over whom the asker may not see, before it counts', () => {
    expect(index.find('siti', 1, ({ familyId }) => familyId !== 'f2')).toEqual(['f3'])
  })
})

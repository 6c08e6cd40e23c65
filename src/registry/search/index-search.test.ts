import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type FamilyEntry, makeIndexBuilder, type PersonEntry } from './build-index.ts'
import type { SearchAsker } from './found.ts'
import { makeIndexSearch } from './index-search.ts'
import type { FoundScope } from './packed-index.ts'

const menteng = '62.71.03.1001'
const pahandut = '62.71.01.1001'

const hmacOf = (digits: string) => createHash('sha256').update(digits).digest()
const startOf = (digits: string) => hmacOf(digits).toString('hex').slice(0, 13)

interface Member {
  readonly name: string
  readonly isMinor?: boolean
  readonly nik?: string
  readonly phone?: string
}
interface Home {
  readonly ward?: string
  readonly address?: string
  readonly rt?: number
  readonly rw?: number
  readonly kk?: string
  readonly organisationIds?: readonly string[]
  readonly members: readonly (Member | string)[]
}

/** A search over these families, called f0, f1, … with the members f0-0, f0-1, … */
function searchOver(homes: readonly Home[]) {
  const builder = makeIndexBuilder()
  builder.addFamilies(
    homes.map(
      ({ ward = menteng, address, rt, rw, kk, organisationIds = [] }, no): FamilyEntry => [
        `f${no}`,
        ward,
        ward.slice(0, 8),
        address ?? null,
        rt ?? null,
        rw ?? null,
        kk === undefined ? null : startOf(kk),
        [...organisationIds],
      ],
    ),
  )
  builder.addPersons(
    homes.flatMap(({ members }, no) =>
      members.map((member, place): PersonEntry => {
        const {
          name,
          isMinor = false,
          nik,
          phone,
        } = typeof member === 'string' ? { name: member } : member
        const nikStart = nik === undefined ? null : startOf(nik)
        return [`f${no}-${place}`, `f${no}`, name, isMinor, nikStart, phone ?? null]
      }),
    ),
  )
  return makeIndexSearch(builder.finish(), (digits) => [hmacOf(digits)])
}

const everyone: SearchAsker = { isSeen: () => true, ownRegions: [], limit: 10 }
const asked = (search: ReturnType<typeof searchOver>, text: string, asker = everyone) =>
  search.find(text, asker).map(({ familyId }) => familyId)

describe('a search by name', () => {
  const search = searchOver([
    { members: ['Siti Nurhaliza'] },
    { members: ['Budi Santoso', 'Muhammad Yusuf'] },
    { members: ['Kristina Toendan'] },
    { members: ['Suyanto Djaga'] },
    { members: ['Siti Aminah'] },
    { members: ['Nur Aini'] },
    { members: ['M. Ridwan Tjahjadi'] },
  ])
  it.each([
    ['siti nurhaliza', 'f0'],
    ['SITI NURHALIZA', 'f0'],
    ['siti nurhalisa', 'f0'],
    ['siti nurhalziah', 'f0'],
    ['nurhaliza siti', 'f0'],
    ['siti nurh', 'f0'],
    ['sitinurhaliza', 'f0'],
    ['siti nur haliza', 'f0'],
    ['nuraini', 'f5'],
    ['Hj. Siti Aminah, S.Pd', 'f4'],
    ['Ibu Siti Aminah', 'f4'],
    ['s. aminah', 'f4'],
    ['santoso b', 'f1'],
    ['Ir. H. Moh. Yusuf', 'f1'],
    ['moehammad joesoef', 'f1'],
    ['kristina tundan', 'f2'],
    ['soejanto jaga', 'f3'],
    ['suynato', 'f3'],
    ['muhammad ridwan', 'f6'],
    ['ridwan cahyadi', 'f6'],
  ])('finds "%s"', (text, familyId) => {
    expect(asked(search, text)[0]).toBe(familyId)
  })

  it.each(['', '   ', '-', 'xyzzy', '.'])('finds nobody for "%s"', (text) => {
    expect(asked(search, text)).toEqual([])
  })

  it('tells whose name was hit', () => {
    expect(search.find('yusuf', everyone)).toEqual([
      { familyId: 'f1', parts: ['name'], personId: 'f1-1' },
    ])
  })
})

describe('the order', () => {
  it('is the same word, a beginning, old spelling, a slip', () => {
    const search = searchOver([
      { members: ['Sumarna'] },
      { members: ['Soekarno'] },
      { members: ['Sukarnoto'] },
      { members: ['Sukarno'] },
    ])
    expect(asked(search, 'sukarno')).toEqual(['f3', 'f2', 'f1', 'f0'])
  })

  it('gives more to the rarer word', () => {
    const common = Array.from({ length: 30 }, () => ({ members: ['Siti Rahma'] }))
    const search = searchOver([
      ...common,
      { members: ['Siti Tarawen Ludjen'] },
      { members: ['Siti Rahma Ludjen'] },
    ])
    expect(asked(search, 'siti rahma tarawen').slice(0, 1)).toEqual(['f30'])
  })

  it('puts the asker’s own ward first among equals', () => {
    const search = searchOver([
      { ward: pahandut, members: ['Norlela'] },
      { ward: menteng, members: ['Norlela'] },
    ])
    expect(asked(search, 'norlela')).toEqual(['f0', 'f1'])
    expect(asked(search, 'norlela', { ...everyone, ownRegions: [menteng] })).toEqual(['f1', 'f0'])
  })

  it('is the same whatever stands in families that the asker may not see', () => {
    const seen = [{ members: ['Siti Rahma'] }, { members: ['Siti Rahmi'] }, { members: ['Rahma'] }]
    const hidden = Array.from({ length: 40 }, (_, no) => ({
      ward: pahandut,
      members: ['Rahma Siti', `Rahmi ${no}`, 'Sitti Rahmah'],
    }))
    const isSeen = ({ ward }: FoundScope) => ward === menteng
    for (const text of ['siti rahma', 'siti rahm', 'rahma', 'sitirahma', 's rahmi']) {
      expect(asked(searchOver([...hidden, ...seen]), text, { ...everyone, isSeen })).toEqual(
        asked(searchOver(seen), text).map((id) => `f${Number(id.slice(1)) + hidden.length}`),
      )
    }
  })
})

describe('a search by address', () => {
  const search = searchOver([
    { address: 'Jl. Rajawali III No. 12', rt: 3, rw: 2, members: ['Budi'] },
    { address: 'Jl. Rajawali III No. 14', rt: 4, rw: 2, members: ['Siti Aminah'] },
    { address: 'Jalan G. Obos', rt: 3, rw: 1, ward: pahandut, members: ['Siti Aminah'] },
    { address: 'Jl. Tjilik Riwut Km 5', rt: 3, rw: 1, members: ['Markus'] },
  ])
  it.each([
    ['jl rajawali 3 no 12', ['f0', 'f1']],
    ['rajawali 14', ['f1']],
    ['rajawlai rt 4', ['f1']],
    ['rajawali rt 003/002', ['f0']],
    ['RT 3 RW 2', ['f0']],
    ['rt.3/2', ['f0']],
    ['g obos', ['f2']],
    ['cilik riwut', ['f3']],
    ['siti aminah pahandut', ['f2', 'f1']],
    ['siti aminah rt 4', ['f1', 'f2']],
    ['aminah rajawali', ['f1']],
  ])('finds "%s"', (text, familyIds) => {
    expect(asked(search, text)).toEqual(familyIds)
  })

  it('tells that the address was hit, and the name with it', () => {
    expect(search.find('obos', everyone)).toEqual([
      { familyId: 'f2', parts: ['address'], personId: null },
    ])
    expect(search.find('siti obos', everyone)[0]).toEqual({
      familyId: 'f2',
      parts: ['name', 'address'],
      personId: 'f2-0',
    })
  })
})

describe('a search by number', () => {
  const nik = '6271034105850002'
  const kk = '6271031203180014'
  const search = searchOver([
    { kk, members: ['Norlela', { name: 'Aulia', isMinor: true, nik, phone: '081234567890' }] },
    { members: [{ name: 'Budi', phone: '081234567890' }] },
  ])
  it.each([
    [nik, 'nik', 'f0-1'],
    ['NIK 6271 0341 0585 0002', 'nik', 'f0-1'],
    [kk, 'kk', null],
    ['+62 812-3456-7890', 'phone', 'f0-1'],
    ['0812 3456 7890', 'phone', 'f0-1'],
  ])('finds %s', (text, part, personId) => {
    expect(search.find(text, everyone)[0]).toEqual({ familyId: 'f0', parts: [part], personId })
  })

  it('finds all who share a telephone, and nobody by a part of a number', () => {
    expect(asked(search, '081234567890')).toEqual(['f0', 'f1'])
    expect(asked(search, nik.slice(0, 15))).toEqual([])
    expect(asked(search, '08123456789')).toEqual([])
  })

  it('passes over a child without the class of children, by number and by name', () => {
    const asker: SearchAsker = {
      ...everyone,
      isSeen: ({ dataClasses }) => !dataClasses.includes('children'),
    }
    expect(asked(search, nik, asker)).toEqual([])
    expect(asked(search, 'aulia', asker)).toEqual([])
    expect(asked(search, '081234567890', asker)).toEqual(['f1'])
    expect(asked(search, kk, asker)).toEqual(['f0'])
  })
})

describe('a narrowed search', () => {
  it('counts only families of the place towards the limit', () => {
    const search = searchOver([
      { ward: pahandut, members: ['Norlela'] },
      { ward: menteng, members: ['Norlela'] },
    ])
    expect(asked(search, 'norlela', { ...everyone, limit: 1, ward: menteng })).toEqual(['f1'])
    expect(asked(search, 'norlela', { ...everyone, limit: 1, district: '62.71.01' })).toEqual([
      'f0',
    ])
  })
})

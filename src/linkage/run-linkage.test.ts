import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../test/property-runs.ts'
import { link } from './run-linkage.ts'
import type { LinkRecord } from './schema.ts'

const budi: LinkRecord = {
  source: 0,
  name: 'BUDI SANTOSO',
  nik: '6271010206980006',
  kk: '6271013004210030',
  birthDate: '1998-06-02',
  sex: 'male',
  ward: '62.71.01.1001',
  address: 'Jl. Bangka No. 38',
}
const { nik: _nik, ...budiWithoutNik } = budi
const wife: LinkRecord = {
  ...budi,
  name: 'YULIANA',
  nik: '6271034806030010',
  birthDate: '2003-06-08',
  sex: 'female',
}

function isJoined(
  left: LinkRecord,
  right: LinkRecord,
  others: readonly LinkRecord[] = [],
): boolean {
  const { clusterOf } = link([left, right, ...others])
  return clusterOf[0] === clusterOf[1]
}

describe('link, few records', () => {
  it('joins one person with a slip in the NIK', () => {
    expect(isJoined(budi, { ...budi, source: 1, nik: '6271010206980016' })).toBe(true)
  })

  it('joins one person without NIK and card by name, birth date and place', () => {
    const other = {
      source: 1,
      name: 'Budi Santoso',
      birthDate: '1998-06-02',
      ward: '62.71.01.1001',
    }
    expect(isJoined(budiWithoutNik, other)).toBe(true)
  })

  it('joins a NIK cut short by a spreadsheet', () => {
    const cut = { source: 1, name: 'BUDI S.', nikPrefix: '627101020698000', ward: budi.ward ?? '' }
    expect(isJoined(budi, cut)).toBe(true)
  })

  it('keeps two members of one household apart', () => {
    expect(isJoined(budi, wife)).toBe(false)
  })

  it("keeps a member apart who bears another member's NIK by mistake", () => {
    expect(isJoined(budi, { ...wife, nik: budi.nik ?? '' })).toBe(false)
  })

  it('keeps twins with neighbouring NIK and nearly one name apart, and shows the pair', () => {
    const twin = { ...budi, name: 'BUDA SANTOSO', nik: '6271010206980007' }
    const { clusterOf } = link([budi, twin])
    expect(clusterOf[0]).not.toBe(clusterOf[1])
  })

  it('keeps two persons of one name apart whose NIK give their own birth dates', () => {
    const namesake = {
      ...budi,
      source: 1,
      nik: '6271011503720003',
      birthDate: '1972-03-15',
      kk: '6271010101010001',
    }
    expect(isJoined(budi, namesake)).toBe(false)
  })

  it('hands back the pairs asked for, in the numbers of the caller', () => {
    const other = { ...budi, source: 1, nik: '6271010206980016' }
    const { pairs } = link([wife, budi, other], { keepBits: 0 })
    expect([...(pairs?.left ?? []), ...(pairs?.right ?? [])].sort()).toEqual([1, 2])
    expect(pairs?.weightBits[0]).toBeGreaterThan(5)
    expect(link([budi, other]).pairs).toBeUndefined()
  })

  it('has one cluster for one record and none for none', () => {
    expect(link([budi]).clusterCount).toBe(1)
    expect(link([]).clusterCount).toBe(0)
  })

  it('gives evidence whose weights speak for the level', () => {
    const doubtful = link([
      { source: 0, name: 'SITI', ward: '62.71.01.1001', rt: 3 },
      { source: 1, name: 'SITI', ward: '62.71.01.1001', rt: 3 },
    ]).doubtful
    for (const pair of doubtful) {
      expect(pair.evidence.map(({ comparison }) => comparison)).toContain('name')
      expect(pair.probability).toBeCloseTo(1 / (1 + 2 ** -pair.weightBits), 6)
    }
  })
})

/** A small village: families at doors, with a second list that copies with faults. */
function village(seed: number): LinkRecord[] {
  const given = 'Budi Siti Ahmad Maria Yohanes Rina Dewi Rahman Fatimah Karli Sati Untung'.split(
    ' ',
  )
  const clans = 'Santoso Lestari Dohong Kaharap Saputra Mangkin'.split(' ')
  let state = seed
  const next = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % limit
  }
  const records: LinkRecord[] = []
  for (let family = 0; family < 12; family++) {
    const kk = `62710101012000${String(family).padStart(2, '0')}`
    for (let member = 0; member < 1 + next(4); member++) {
      const year = 1960 + next(60)
      const month = String(1 + next(12)).padStart(2, '0')
      const day = String(1 + next(28)).padStart(2, '0')
      const name = `${given[next(12)]} ${clans[next(6)]}`
      const nik = `627101${day}${month}${String(year % 100).padStart(2, '0')}000${1 + next(9)}`
      const record = {
        source: 0,
        name,
        nik,
        kk,
        birthDate: `${year}-${month}-${day}`,
        ward: '62.71.01.1001',
        address: `Jl. Bangka No. ${family + 1}`,
      }
      records.push(record)
      if (next(2) === 0)
        records.push({ source: 1, name: name.toUpperCase(), nik, ward: record.ward })
      if (next(3) === 0) records.push({ ...record, source: 2, nik: `${nik.slice(0, 15)}0` })
    }
  }
  return records
}

describe('link, whatever the order', () => {
  it('gives the same clusters for shuffled records and renumbered lists', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer(), (seed, shuffle) => {
        const records = village(seed)
        const order = records
          .map((_, place) => ({ place, key: Math.imul(place + 1, shuffle | 1) }))
          .sort((left, right) => left.key - right.key || left.place - right.place)
          .map(({ place }) => place)
        const shuffled = order.map((place): LinkRecord => {
          const record = records[place] ?? { source: 0 }
          return { ...record, source: 7 - record.source }
        })
        const before = link(records, { randomPairs: 2000 }).clusterOf
        const after = link(shuffled, { randomPairs: 2000 }).clusterOf
        const partner = new Map<number, number>()
        order.forEach((place, at) => {
          const cluster = after[at] ?? -1
          const known = partner.get(cluster)
          if (known === undefined) partner.set(cluster, before[place] ?? -1)
          else expect(before[place]).toBe(known)
        })
        expect(new Set(partner.values()).size).toBe(partner.size)
      }),
      { numRuns: propertyRuns(15) },
    )
  })

  it('numbers clusters densely from 0 in order of the first record', () => {
    const { clusterOf, clusterCount } = link(village(5))
    let seen = 0
    for (const cluster of clusterOf) {
      expect(cluster).toBeLessThanOrEqual(seen)
      if (cluster === seen) seen++
    }
    expect(seen).toBe(clusterCount)
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Intake, readFolder } from '#intake'
import { buildRegister, type Family, type Person } from '#registry'
import { writeSample } from '#sample'
import { propertyRuns } from '../property-runs.ts'

let folder = ''
let intake: Intake

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'betang-shuffled-'))
  await writeSample({ persons: 2500, seed: 11, out: folder })
  intake = await readFolder(folder)
})
afterAll(() => rm(folder, { recursive: true }))

/** The lists as an office would hand them in sorted otherwise: rows move, and so do their numbers. */
function shuffled(lists: Intake, ranks: readonly number[]) {
  const order = lists.rows
    .map((row, rowNo) => ({ row, rowNo, rank: ranks[rowNo % ranks.length] ?? 0 }))
    .sort((a, b) => a.row.sheetNo - b.row.sheetNo || a.rank - b.rank || a.rowNo - b.rowNo)
  const places = new Map<number, number>()
  const rows = order.map(({ row }) => {
    const place = (places.get(row.sheetNo) ?? 1) + 1
    places.set(row.sheetNo, place)
    return { ...row, ref: { ...row.ref, row: place } }
  })
  return { lists: { ...lists, rows }, rowNos: order.map(({ rowNo }) => rowNo) }
}

/** For each row in the first order, the first row that stands with it. */
function groupsOf(keys: readonly (string | undefined)[]): number[] {
  const first = new Map<string | undefined, number>()
  return keys.map((key, no) => {
    const known = first.get(key)
    if (known !== undefined) return known
    first.set(key, no)
    return no
  })
}

/** What is known of each, without keys and places, which name rows. */
function valuesOf({
  persons,
  families,
}: Record<'persons', readonly Person[]> & Record<'families', readonly Family[]>): string[] {
  const told = [
    ...persons.map(({ personId: _, familyId: _f, rowNos: _r, origins: _o, ...values }) => values),
    ...families.map(
      ({ familyId: _, headPersonId: _h, memberIds: _m, rowNos: _r, origins: _o, ...values }) =>
        values,
    ),
  ]
  return told.map((values) => JSON.stringify(Object.entries(values).sort())).sort()
}

it('joins the same rows to persons and families, and believes the same, however each list is sorted', () => {
  const register = buildRegister(intake)
  const links = register.rowLinks
  const persons = groupsOf(links.map(({ personId }) => personId))
  const values = valuesOf(register)
  const families = groupsOf(links.map(({ familyId }) => familyId))
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 97, maxLength: 499 }), (ranks) => {
      const { lists, rowNos } = shuffled(intake, ranks)
      const again = buildRegister(lists)
      const moved = again.rowLinks
      expect(valuesOf(again)).toEqual(values)
      const back = new Map(rowNos.map((rowNo, place) => [rowNo, moved[place]]))
      expect(groupsOf(links.map((_, rowNo) => back.get(rowNo)?.personId))).toEqual(persons)
      expect(groupsOf(links.map((_, rowNo) => back.get(rowNo)?.familyId))).toEqual(families)
    }),
    { numRuns: propertyRuns(6) },
  )
})

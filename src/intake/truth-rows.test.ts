import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { splitRecords } from './files/split-records.ts'
import { readFolder } from './read-folder.ts'

const lists = new URL('../../../shared/data/lists/dev/', import.meta.url)

function truth(file: string): Record<string, string>[] {
  const [head = [], ...records] = splitRecords(
    readFileSync(new URL(`truth/${file}`, lists), 'utf8'),
    ',',
  )
  return records.map((record) =>
    Object.fromEntries(head.map((name, at) => [name, record[at] ?? ''])),
  )
}

describe.skipIf(!existsSync(lists))('the sample lists and their truth', () => {
  it('has exactly the data rows of the truth, with what was written in them', {
    timeout: 120_000,
  }, async () => {
    const intake = await readFolder(lists.pathname)
    const rows = truth('rows.csv')
    const persons = new Map(truth('persons.csv').map((person) => [person.person_id, person]))
    const families = new Map(truth('families.csv').map((family) => [family.family_id, family]))

    const key = (file = '', sheet = '', row: string | number = 0) => `${file}|${sheet}|${row}`
    const expected = new Map(rows.map((row) => [key(row.file, row.sheet, row.row), row]))
    const found = [...intake.rows.map(({ ref }) => ref), ...intake.quarantinedRefs].map(
      ({ file, sheet, row }) => key(file, sheet, row),
    )
    expect(found.filter((place) => !expected.has(place))).toEqual([])
    expect(found.length).toBe(expected.size)
    expect(intake.faults).toEqual([])

    // Where the truth says that a value was written undamaged, it is read as it was meant.
    const wrong: string[] = []
    for (const { ref, fields } of intake.rows) {
      const row = expected.get(key(ref.file, ref.sheet, ref.row))
      const person = persons.get(row?.person_id)
      const family = families.get(row?.family_id)
      const tags = row?.tags ?? ''
      const check = (read: unknown, meant: string | undefined, damage: RegExp) => {
        if (read !== undefined && meant && String(read) !== meant && !damage.test(tags)) {
          wrong.push(`${ref.file} ${ref.sheet} ${ref.row}: ${String(read)} for ${meant}`)
        }
      }
      check(fields.nik, person?.nik, /nik_|no_nik/)
      check(fields.sex, person?.sex === 'L' ? 'male' : person && 'female', /sex_/)
      if (fields.birthPrecision === 'day') check(fields.birthDate, person?.dob, /dob_/)
      check(fields.ward, family?.kel_code, /kel_wrong|moved|two_families/)
      check(fields.rt, family?.rt, /rt_wrong|moved|two_families/)
    }
    expect(wrong).toEqual([])
  })
})

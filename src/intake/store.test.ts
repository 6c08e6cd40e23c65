import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSecrets } from '#platform/secrets'
import { engines, withDatabase } from '../../test/database.ts'
import { readFolder } from './read-folder.ts'
import type { Intake } from './schema.ts'
import { saveIntake } from './store.ts'

/** Every way in which an identity number comes in: whole, impossible, with letters, short, in a remark. */
const numbers = [
  '6271010502850001',
  '6271018102900001',
  '6271O110026100l1',
  '627103450890001',
  '6271034508900003',
  '6271010701180029',
]
const list = [
  'NAMA,NIK,NO KK,ALAMAT,KELURAHAN,KETERANGAN',
  'Budi Santoso,6271010502850001,6271010701180029,Jl. Bangka No. 1,Pahandut,',
  'Siti Aminah,6271018102900001,,Jl. Bangka No. 2,Pahandut,',
  'Rano Nahan,6271O110026100l1,,Jl. Bangka No. 3,Pahandut,',
  'Dewi Lestari,627103450890001,,Jl. Bangka No. 4,Pahandut,istri punya NIK 6271034508900003',
  '',
].join('\n')

let folder = ''
let intake: Intake

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'betang-intake-'))
  await writeFile(join(folder, 'warga.csv'), list)
  intake = await readFolder(folder, {})
})
afterAll(() => rm(folder, { recursive: true }))

describe.each(engines)('saveIntake on %s', (engine) => {
  it('leaves no identity number in clear in any table', async () => {
    expect(intake.rows).toHaveLength(4)
    expect(intake.findings.length).toBeGreaterThan(0)
    await withDatabase(engine, async (db) => {
      await saveIntake(db, makeSecrets(new Uint8Array(32).fill(7)), intake, [])
      const { rows } = await sql<{ text: string }>`
        select to_jsonb(t)::text as text from list_sheet t
        union all select to_jsonb(t)::text from import_row t
        union all select to_jsonb(t)::text from finding t
        union all select to_jsonb(t)::text from file_fault t`.execute(db)
      const stored = rows.map(({ text }) => text).join('\n')
      expect(stored).toContain('Budi Santoso')
      expect(numbers.filter((number) => stored.includes(number))).toEqual([])
    })
  })
})

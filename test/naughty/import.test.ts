import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { toCsv } from '#platform/csv'
import { xlsxTable } from '#platform/xlsx'
import { runMainJob } from '../../src/flow.ts'
import { saveRun } from '../../src/flow-store.ts'
import { testSecrets } from '../api.ts'
import { withDatabase } from '../database.ts'
import { naughtyStrings } from './strings.ts'

const programmesDir = fileURLToPath(new URL('../../programmes', import.meta.url))
const headings = ['NIK', 'No KK', 'Nama', 'Tanggal Lahir', 'Alamat', 'Kelurahan', 'Keterangan']

const plain = ['Siti Aminah', 'Budi Santoso', 'Norlela', 'Yansen Binti', 'Maria Magdalena']

/** A row a string, as name and remark, among rows of invented persons as lists have them. */
function rows(texts: readonly string[]): string[][] {
  const mixed = texts.flatMap((text) => [text, ...plain])
  return mixed.map((text, no) => {
    const serial = String(no + 1).padStart(4, '0')
    return [
      `627103450890${serial}`,
      `627103121212${serial}`,
      text,
      '1990-08-05',
      'Jl. Mawar 1',
      'Menteng',
      text,
    ]
  })
}

it('a list of naughty strings, as CSV and as a workbook, is read and stored whole', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'betang-naughty-'))
  try {
    // NUL too: no store keeps it, and a file may have it all the same
    const texts = [...naughtyStrings, 'Si\0ti', '\0']
    writeFileSync(path.join(dir, 'penerima.csv'), toCsv(headings, rows(texts)))
    async function* batches() {
      yield rows([...naughtyStrings.filter((text) => text.isWellFormed()), 'Bu\0di'])
    }
    const parts: Uint8Array[] = []
    for await (const part of xlsxTable({ sheet: 'Data', headings, batches: batches() })) {
      parts.push(part)
    }
    writeFileSync(path.join(dir, 'usulan.xlsx'), Buffer.concat(parts))
    const run = await runMainJob({
      dir,
      programmesDir,
      nowMs: () => performance.now(),
      today: '2026-07-01',
    })
    expect(run.intake.faults).toEqual([])
    expect(run.intake.rows.length).toBeGreaterThan(texts.length)
    await withDatabase('PGlite', async (db, store) => {
      await saveRun(run, { store, secrets: testSecrets })
      const names = await db.selectFrom('person').select('name').execute()
      const kept = new Set(names.map(({ name }) => name))
      expect([...kept].some((name) => name?.includes('\0'))).toBe(false)
      expect(kept).toContain('<script>alert(123)</script>')
      expect(kept).toContain("1'; DROP TABLE users-- 1")
    })
  } finally {
    rmSync(dir, { recursive: true })
  }
}, 300_000)

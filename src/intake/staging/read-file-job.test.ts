import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '#platform/open-store'
import { testSecrets } from '../../../test/api.ts'
import { copyDatabase } from '../../../test/database.ts'
import { keepFile } from '../kept-files.ts'

const script = path.resolve(import.meta.dirname, '../../../test/processes/file-reader.ts')
const dataRows = 2200
/** Shares of the time that a reading takes after which one is killed: while it parses, while it stores. */
const killedAfter = [0.01, 0.5, 0.75, 0.9]

/** A long list, invented: every tenth row names nobody, every seventh has a short NIK. */
function longList(): string {
  const lines = Array.from({ length: dataRows }, (_, no) => {
    const serial = String(no).padStart(4, '0')
    const nik = no % 7 === 0 ? `6271010101800${serial.slice(1)}` : `627101010180${serial}`
    return no % 10 === 0 ? ';;;Menteng' : `${nik};WARGA ${'ABCDEFGHIJ'[no % 10]};01-01-1980;Menteng`
  })
  return ['NIK;Nama;Tanggal Lahir;Kelurahan', ...lines].join('\n')
}

describe('reading a file', () => {
  let store: Store
  let url = ''
  beforeAll(async () => {
    url = await copyDatabase()
    store = await openStore({ url })
  })
  afterAll(() => store.close())

  function keep(name: string): Promise<string> {
    const content = new TextEncoder().encode(longList())
    return keepFile(store.db, testSecrets, {
      name,
      content,
      organisationId: null,
      receivedBy: null,
    })
  }

  /** A process that reads the file, once it has begun. */
  async function begin(fileId: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, [script, url, fileId], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (child.stdout) await once(child.stdout, 'data')
    return child
  }

  async function countRows(fileId: string): Promise<number> {
    const { count } = await store.db
      .selectFrom('intake_row')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('file_id', '=', fileId)
      .executeTakeFirstOrThrow()
    return count
  }

  /** All that stands of a file, opened, without its name and key. */
  async function standing(fileId: string) {
    const { db } = store
    const of = (table: 'intake_sheet' | 'intake_row' | 'intake_cells' | 'intake_finding') =>
      db.selectFrom(table).selectAll().where('file_id', '=', fileId).execute()
    const bare = (value: unknown) =>
      JSON.stringify(value, (key, part: unknown) =>
        ['file', 'file_id', 'finding_no'].includes(key)
          ? undefined
          : key.endsWith('_cipher') && part !== null
            ? 'sealed'
            : part,
      )
    const cells = await db
      .selectFrom('intake_cells')
      .select(['first_row', 'cells_cipher'])
      .where('file_id', '=', fileId)
      .orderBy('first_row')
      .execute()
    const file = await db
      .selectFrom('intake_file')
      .select(['state', 'fault_code', 'reading', 'read_batch'])
      .where('file_id', '=', fileId)
      .executeTakeFirstOrThrow()
    const lines = async (table: Parameters<typeof of>[0]) => (await of(table)).map(bare).toSorted()
    return {
      file,
      cells: cells.map(({ cells_cipher }) => testSecrets.unseal(cells_cipher)),
      sheets: await lines('intake_sheet'),
      rows: await lines('intake_row'),
      findings: await lines('intake_finding'),
    }
  }

  it('that is killed at any moment leaves all or nothing, and begins again to the same end', async () => {
    const [calm, disturbed] = [await keep('tenang.csv'), await keep('terganggu.csv')]
    const undisturbed = await begin(calm)
    const begunMs = performance.now()
    await once(undisturbed, 'exit')
    const takesMs = performance.now() - begunMs
    const whole = await countRows(calm)
    expect(whole).toBeGreaterThan(dataRows / 2)
    for (const share of killedAfter) {
      const child = await begin(disturbed)
      await setTimeout(takesMs * share)
      const gone = child.exitCode === null ? once(child, 'exit') : undefined
      child.kill('SIGKILL')
      await gone
      const rows = await countRows(disturbed)
      // Nothing, the first rows of a long file, or all.
      expect(rows === 0 || rows <= 250 || rows === whole).toBe(true)
    }
    await once(await begin(disturbed), 'exit')
    expect(await standing(disturbed)).toEqual(await standing(calm))
  }, 240_000)
})

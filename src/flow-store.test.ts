import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { testSecrets } from '../test/api.ts'
import { engines, openTestStore, withDatabase } from '../test/database.ts'
import { tinyLists, writeLists } from '../test/journeys/tiny-lists.ts'
import { type RunResult, runMainJob } from './flow.ts'
import { saveRun } from './flow-store.ts'

const programmesDir = fileURLToPath(new URL('../programmes', import.meta.url))
let run: RunResult

const Outcomes = z.array(
  z.object({
    facts: z.array(
      z.object({
        field: z.string(),
        value: z.string().nullable(),
        ref: z.object({ file: z.string(), sheet: z.string(), row: z.number() }).optional(),
      }),
    ),
  }),
)

/** Everything in the store as text, table by table. */
async function readAll(db: Db): Promise<Map<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const all = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`
      select to_jsonb(t)::text as line from ${sql.table(name)} t`.execute(db)
    all.set(name, rows.map(({ line }) => line).sort())
  }
  return all
}

describe.each(engines)('saving a run on %s', (engine) => {
  beforeAll(async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'betang-lists-'))
    writeLists(dir, tinyLists())
    run = await runMainJob({ dir, programmesDir, nowMs: () => performance.now() })
  })

  it('stores every stage, one row a thing', () =>
    withDatabase(engine, async (db, store) => {
      await saveRun(run, { store, secrets: testSecrets })
      const counts = [...(await readAll(db))].map(([name, rows]) => [name, rows.length])
      expect(Object.fromEntries(counts)).toMatchObject({
        list_sheet: run.intake.sheets.length,
        import_row: run.intake.rows.length,
        finding: run.intake.findings.length + run.intake.quarantine.length,
        person: run.register.persons.length,
        family: run.register.families.length,
        family_line: run.register.families.length,
        need: run.assessment.needs.length,
        decision: run.decisions.length,
        received: run.received.length,
        allocation_line: run.plan.lines.length,
        unserved: run.plan.unserved.length,
      })
      expect(run.register.persons.length).toBeGreaterThan(20)
      expect(run.received.length).toBeGreaterThan(0)
    }))

  it('keeps the row that each fact of a decision was read from', () =>
    withDatabase(engine, async (db, store) => {
      await saveRun(run, { store, secrets: testSecrets })
      const decisions = await db.selectFrom('decision').select('outcomes').execute()
      const facts = decisions.flatMap(({ outcomes }) =>
        Outcomes.parse(outcomes).flatMap((outcome) => outcome.facts),
      )
      const deciles = facts.filter(({ field, value }) => field === 'decile' && value !== null)
      expect(deciles.length).toBeGreaterThan(0)
      for (const { ref, value } of deciles) {
        const row = run.intake.rows.find(
          (one) =>
            one.ref.file === ref?.file && one.ref.sheet === ref.sheet && one.ref.row === ref.row,
        )
        expect(row?.fields.decile).toBe(Number(value))
      }
    }))

  it('keeps which amounts are the least they can be', () =>
    withDatabase(engine, async (db, store) => {
      const [first, ...others] = run.decisions
      const decisions = first ? [{ ...first, isAmountMinimum: true }, ...others] : []
      await saveRun({ ...run, decisions }, { store, secrets: testSecrets })
      const kept = await db
        .selectFrom('decision')
        .select(['family_id as familyId', 'programme'])
        .where('is_amount_minimum', '=', true)
        .execute()
      expect(kept).toEqual([{ familyId: first?.familyId, programme: first?.programme }])
    }))

  it('keeps no NIK or KK in the clear, and finds a person by it all the same', () =>
    withDatabase(engine, async (db, store) => {
      await saveRun(run, { store, secrets: testSecrets })
      const numbers = new Set(
        run.intake.rows.flatMap(({ fields }) => [fields.nik ?? [], fields.kk ?? []].flat()),
      )
      expect(numbers.size).toBeGreaterThan(30)
      for (const [table, rows] of await readAll(db)) {
        const text = rows.join('\n')
        const leaked = [...numbers].filter((number) => text.includes(number))
        expect({ table, leaked }).toEqual({ table, leaked: [] })
      }

      const person = run.register.persons.find(({ nik }) => nik !== undefined)
      const found = await db
        .selectFrom('person')
        .select(['person_id', 'nik_cipher'])
        .where('nik_hmac', '=', testSecrets.hmacOf(person?.nik ?? ''))
        .executeTakeFirstOrThrow()
      expect(found.person_id).toBe(person?.personId)
      expect(testSecrets.unseal(found.nik_cipher ?? new Uint8Array(0))).toBe(person?.nik)
    }))

  it('replaces the run before it', () =>
    withDatabase(engine, async (db, store) => {
      const trail = /^audit_/ // which tells of both
      const sizes = async () =>
        [...(await readAll(db))]
          .filter(([name]) => !trail.test(name))
          .map(([name, rows]) => [name, rows.length])
      await saveRun(run, { store, secrets: testSecrets })
      const first = await sizes()
      await saveRun(run, { store, secrets: testSecrets })
      expect(await sizes()).toEqual(first)

      const events = await db
        .selectFrom('audit_event')
        .select(['role', 'detail'])
        .where('action', '=', 'import')
        .execute()
      const persons = run.register.persons.length
      const told = { role: 'system', detail: expect.objectContaining({ persons }) }
      expect(events).toEqual([told, told])
    }))

  it('leaves the state before it when it fails in the middle', async () => {
    const store = await openTestStore(engine)
    const before = await readAll(store.db)
    let sealed = 0
    const failing = {
      ...testSecrets,
      seal(text: string) {
        sealed += 1
        // Past the rows of the lists, among the persons.
        if (sealed > run.intake.rows.length * 2) throw new Error('disk full')
        return testSecrets.seal(text)
      },
    }
    await expect(saveRun(run, { store, secrets: failing })).rejects.toThrow('disk full')
    expect(await readAll(store.db)).toEqual(before)
  })
})

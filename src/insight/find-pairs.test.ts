import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { testSecrets } from '../../test/api.ts'
import { engines, withDatabase } from '../../test/database.ts'
import { findPairs } from './find-pairs.ts'

interface Doubtful {
  readonly probability: number
  /** Families of the two rows. */
  readonly families: readonly [string, string]
}

/** Doubtful pairs, of which each has two rows of its own. */
async function fillPairs(db: Db, pairs: readonly Doubtful[]): Promise<void> {
  await db
    .insertInto('list_sheet')
    .values({ sheet_no: 0, file: 'a.csv', sheet: '', kind: 'aid', title: '', detail: '{}' })
    .execute()
  for (const [no, { probability, families }] of pairs.entries()) {
    const rows = families.map((family_id, side) => ({
      row_no: no * 2 + side,
      sheet_no: 0,
      row: no * 2 + side + 1,
      person_id: `person${no}${side}`.padEnd(10, 'x'),
      family_id,
      fields: { name: `PASANGAN ${no}` },
    }))
    await db.insertInto('import_row').values(rows).execute()
    await db
      .insertInto('review_pair')
      .values({
        pair_no: no,
        left_row_no: no * 2,
        right_row_no: no * 2 + 1,
        left_person_id: rows[0]?.person_id ?? '',
        right_person_id: rows[1]?.person_id ?? '',
        weight_bits: 0,
        probability,
        evidence: '[]',
      })
      .execute()
  }
}

async function give(db: Db, family_id: string, received_on: string): Promise<void> {
  const gift = { sector: 'basic', indicator: 'INCOME', programme: 'Sembako', provider: 'Dinsos' }
  await db
    .insertInto('received')
    .values({
      ...gift,
      row_no: Number(family_id.slice(6)),
      person_id: 'person00xx',
      family_id,
      amount_rp: null,
      received_on,
      status: 'received',
    })
    .execute()
}

const family = (no: number) => `family${String(no).padStart(4, '0')}`
const reviewer = { accountId: 'somebody', maySettle: true, secondShare: 0.1 }

describe.each(engines)('pairs that wait on %s', (engine) => {
  it('stand in the order of what an answer would change, then of doubt', () =>
    withDatabase(engine, async (db) => {
      await fillPairs(db, [
        { probability: 0.5, families: [family(0), family(0)] },
        { probability: 0.9, families: [family(1), family(2)] },
        { probability: 0.45, families: [family(3), family(4)] },
        { probability: 0.9, families: [family(5), family(6)] },
      ])
      await give(db, family(5), '2025-05-01')
      await give(db, family(6), '2025-06-10')
      // A year apart is no help twice.
      await give(db, family(1), '2024-05-01')
      await give(db, family(2), '2025-05-01')
      const { page } = await findPairs(db, testSecrets, { reviewer, cursor: undefined })
      expect(page.pairs.map(({ left }) => left.name)).toEqual([
        'PASANGAN 3',
        'PASANGAN 2',
        'PASANGAN 1',
        'PASANGAN 0',
      ])
      expect(page).toMatchObject({ total: 4, done: { judged: 0, same: 0, latest: [] } })
    }))

  it('come page by page, each once', () =>
    withDatabase(engine, async (db) => {
      const pairs = Array.from({ length: 45 }, (_, no) => ({
        probability: (no % 7) / 10,
        families: [family(no), family(no % 2 === 0 ? no : no + 1)] as const,
      }))
      await fillPairs(db, pairs)
      const keys: string[] = []
      for (let cursor: string | undefined; ; ) {
        const { page } = await findPairs(db, testSecrets, { reviewer, cursor })
        expect(page.total).toBe(45)
        keys.push(...page.pairs.map(({ pairKey }) => pairKey))
        if (page.nextCursor === null) break
        cursor = page.nextCursor
      }
      expect(new Set(keys).size).toBe(45)
      expect(keys).toHaveLength(45)
    }))
})

import { describe, expect, it } from 'vitest'
import { engines, withDatabase } from '../../test/database.ts'
import { aFilter, aNeed, anOffer } from './builders.ts'
import { planAllocation } from './plan.ts'
import { savePlan } from './store.ts'

describe.each(engines)('savePlan on %s', (engine) => {
  it('leaves one plan, the last one saved, with every need on one side', () =>
    withDatabase(engine, async (db) => {
      const needs = [30, 20].map((score, n) => aNeed({ needId: `n${n}`, score }))
      const plans = [1, 2].map((units) =>
        planAllocation({
          needs,
          offers: [anOffer({ units, needsPerUnit: 1 })],
          compile: aFilter,
        }),
      )
      const ids: string[] = []
      for (const plan of [...plans].reverse()) ids.push(await savePlan(db, plan, '2025-07-01'))

      const saved = await db.selectFrom('allocation_plan').selectAll().execute()
      expect(saved).toMatchObject([
        {
          plan_id: ids[1],
          planned_on: '2025-07-01',
          served: 1,
          detail: { offerPrices: { o1: 20 } },
        },
      ])
      expect(ids[0]).not.toBe(ids[1])
      const lines = await db.selectFrom('allocation_line').select('need_id').execute()
      const unserved = await db.selectFrom('unserved').select(['need_id', 'cutoff']).execute()
      expect(lines).toEqual([{ need_id: 'n0' }])
      expect(unserved).toEqual([{ need_id: 'n1', cutoff: 30 }])
    }))
})

import type { IsoDate } from '#platform/dates'
import { type Db, insertMany, inTransaction } from '#platform/db'
import { publicKey } from '#platform/keys'
import type { AllocationPlan } from './schema.ts'

/** The plan at hand; undefined before the first. */
export async function findPlanId(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('allocation_plan').select('plan_id').executeTakeFirst()
  return row?.plan_id
}

/** Replaces the plan at hand with this one; returns its id, the same for the same plan. */
export async function savePlan(db: Db, plan: AllocationPlan, on: IsoDate): Promise<string> {
  const { value, upperBound, gap, served, shortfalls, offerPrices, questions, lines } = plan
  const planId = publicKey(
    `${on} ${lines.map(({ needId, offerId }) => `${needId}:${offerId}`).join(' ')}`,
  )
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('allocation_line').execute()
    await tx.deleteFrom('unserved').execute()
    await tx.deleteFrom('allocation_plan').execute()
    await insertMany(
      tx,
      'allocation_plan',
      ['plan_id', 'planned_on', 'value', 'upper_bound', 'served', 'detail'],
      [
        {
          plan_id: planId,
          planned_on: on,
          value: Math.round(value),
          upper_bound: Math.round(upperBound),
          served,
          detail: { gap, shortfalls, offerPrices, questions },
        },
      ],
    )
    await insertMany(
      tx,
      'allocation_line',
      ['need_id', 'offer_id', 'units', 'amount_rp', 'reason', 'reason_en'],
      lines.map((line) => ({
        need_id: line.needId,
        offer_id: line.offerId,
        units: line.units,
        amount_rp: line.amountRp,
        reason: line.reason,
        reason_en: line.reasonEn,
      })),
    )
    await insertMany(
      tx,
      'unserved',
      ['need_id', 'reason_code', 'cutoff', 'score'],
      plan.unserved.map((line) => ({
        need_id: line.needId,
        reason_code: line.reasonCode,
        cutoff: line.cutoff === undefined ? null : Math.round(line.cutoff),
        score: Math.round(line.score),
      })),
    )
  })
  return planId
}

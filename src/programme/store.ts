import type { Db } from '#platform/db'
import { insertMany, inTransaction } from '#platform/db'
import type { Programme } from './catalogue.ts'
import type { ProgrammeDecision } from './schema.ts'

/** Replaces all decisions with those of one day; each bears the indicator that its programme serves. */
export async function saveDecisions(
  db: Db,
  decisions: readonly ProgrammeDecision[],
  programmes: readonly Programme[],
): Promise<void> {
  const indicators = new Map(programmes.map(({ code, indicator }) => [code, indicator]))
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('decision').execute()
    await insertMany(
      tx,
      'decision',
      [
        'family_id',
        'person_id',
        'programme',
        'rule_version',
        'result',
        'amount_rp',
        'amount_period',
        'is_amount_minimum',
        'reason_code',
        'outcomes',
        'missing',
        'reason_id',
        'reason_en',
        'is_receiving',
        'indicator',
      ],
      decisions.map((decision) => ({
        family_id: decision.familyId,
        person_id: decision.personId ?? '',
        programme: decision.programme,
        rule_version: decision.ruleVersion,
        result: decision.result,
        amount_rp: decision.amountRp ?? null,
        amount_period: decision.amountPeriod ?? null,
        is_amount_minimum: decision.isAmountMinimum ?? false,
        reason_code: decision.reasonCode,
        outcomes: decision.outcomes.map((outcome) => ({ ...outcome })),
        missing: decision.missing,
        reason_id: decision.reasonId,
        reason_en: decision.reasonEn,
        is_receiving: decision.isReceiving,
        indicator: indicators.get(decision.programme) ?? '',
      })),
    )
  })
}

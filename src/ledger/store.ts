import type { Db } from '#platform/db'
import { insertMany, inTransaction } from '#platform/db'
import type { Received } from './schema.ts'

/** Replaces the ledger of what was given. */
export async function saveLedger(db: Db, received: readonly Received[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('received').execute()
    await insertMany(
      tx,
      'received',
      [
        'row_no',
        'person_id',
        'family_id',
        'sector',
        'indicator',
        'programme',
        'provider',
        'amount_rp',
        'received_on',
        'status',
      ],
      received.map((item) => ({
        row_no: item.rowNo,
        person_id: item.personId,
        family_id: item.familyId,
        sector: item.sector,
        indicator: item.indicator,
        programme: item.programme,
        provider: item.provider,
        amount_rp: item.amountRp ?? null,
        received_on: item.date ?? null,
        status: item.status,
      })),
    )
  })
}

import { createHash } from 'node:crypto'
import { type Db, inTransaction } from './db.ts'
import { AppError } from './errors.ts'

/** A creating write as its sender may repeat it, after a broken connection for one. */
export interface RepeatableRequest {
  readonly accountId: string
  /** The `Idempotency-Key` header. */
  readonly key: string
  /** Route and body: the same key for something else is a mistake. */
  readonly request: unknown
}

/**
 * Does `work` once for a key; a repetition gets the first answer and changes nothing.
 *
 * Key, work and answer are one transaction: where the work fails the key stays free.
 * @throws AppError `idempotency-key-reused` when the key came with another request.
 */
export async function onceByKey<Answer>(
  db: Db,
  { accountId, key, request }: RepeatableRequest,
  answerShape: { readonly parse: (value: unknown) => Answer },
  work: (db: Db) => Promise<Answer>,
): Promise<Answer> {
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  return inTransaction(db, async (trx) => {
    // A second request with the same key waits here until the first has ended.
    const inserted = await trx
      .insertInto('idempotency_key')
      .values({ account_id: accountId, key, request_hash: requestHash, answer: 'null' })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst()

    if (!inserted) {
      const first = await trx
        .selectFrom('idempotency_key')
        .select(['request_hash', 'answer'])
        .where('account_id', '=', accountId)
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
      if (first.request_hash !== requestHash) throw new AppError('idempotency-key-reused', {})
      return answerShape.parse(first.answer)
    }

    const answer = await work(trx)
    await trx
      .updateTable('idempotency_key')
      .set({ answer: JSON.stringify(answer) })
      .where('account_id', '=', accountId)
      .where('key', '=', key)
      .execute()
    return answer
  })
}

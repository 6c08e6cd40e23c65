import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import type { Instant } from '#platform/tables'
import { bySystem, recordEvent } from '../audit/record-event.ts'
import { retentionRules } from './privacy-files.ts'
import { retentionSteps } from './retention-steps.ts'
import { type RetentionCode, type RetentionPlan, retentionCodes } from './schema.ts'

/** What is due by now under each rule; nothing is done. */
export async function planRetention(db: Db, now: Date): Promise<RetentionPlan> {
  const on = now.toISOString()
  const lines: RetentionPlan['lines'] = []
  for (const { tables: _, ...rule } of retentionRules().rules) {
    const step = stepOf(rule.code)
    const due = step ? await step.countDue(db, await dueBefore(db, on, rule.period)) : null
    lines.push({ ...rule, due })
  }
  return { on, lines }
}

export interface RetentionParts {
  readonly db: Db
  readonly clock: Clock
  /** Who asked; null for the command on the server. */
  readonly accountId: string | null
  /** Rows a transaction; a broken run loses one batch at most. */
  readonly batchSize?: number
  readonly signal?: AbortSignal
  readonly onBatch?: (code: RetentionCode, rows: number) => void
}

/** Rows a batch: short enough for the embedded store, whose one connection everybody shares. */
const usualBatchSize = 500

/**
 * Does what is due, batch after batch, each with its event in the audit trail in one transaction.
 *
 * A run that was broken off is gone on with by the next: what was done is no longer due.
 * @returns rows a rule, and whether all was done.
 */
export async function applyRetention(
  parts: RetentionParts,
): Promise<{ done: Partial<Record<RetentionCode, number>>; isComplete: boolean }> {
  const { db, clock, accountId, signal } = parts
  const at = clock().toISOString()
  const { run_no: runNo } = await db
    .insertInto('retention_run')
    .values({ started_at: at, finished_at: null, account_id: accountId, done: {} })
    .returning('run_no')
    .executeTakeFirstOrThrow()
  const done: Partial<Record<RetentionCode, number>> = {}
  for (const rule of retentionRules().rules) {
    const code = retentionCodes.find((known) => known === rule.code)
    if (code === undefined) continue
    const before = await dueBefore(db, at, rule.period)
    for (;;) {
      if (signal?.aborted) return { done, isComplete: false }
      const rows = await applyBatch(parts, { code, before, at, runNo, done })
      if (rows === 0) break
      done[code] = (done[code] ?? 0) + rows
      parts.onBatch?.(code, rows)
    }
  }
  await db
    .updateTable('retention_run')
    .set({ finished_at: clock().toISOString() })
    .where('run_no', '=', runNo)
    .execute()
  return { done, isComplete: true }
}

async function applyBatch(
  { db, accountId, batchSize = usualBatchSize }: RetentionParts,
  {
    code,
    before,
    at,
    runNo,
    done,
  }: {
    readonly code: RetentionCode
    readonly before: Instant
    readonly at: Instant
    readonly runNo: number
    readonly done: Readonly<Partial<Record<RetentionCode, number>>>
  },
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const rows = await retentionSteps[code].apply(trx, { dueBefore: before, at, limit: batchSize })
    if (rows === 0) return 0
    await recordEvent(trx, {
      ...bySystem,
      accountId,
      action: 'erase',
      detail: { rule: code, rows, run: runNo },
    })
    await trx
      .updateTable('retention_run')
      .set({ done: { ...done, [code]: (done[code] ?? 0) + rows } })
      .where('run_no', '=', runNo)
      .execute()
    return rows
  })
}

function stepOf(code: string) {
  const known = retentionCodes.find((candidate) => candidate === code)
  return known && retentionSteps[known]
}

/** The database counts months and years: 29 February has a rule, and both engines keep it. */
async function dueBefore(db: Db, on: Instant, period: string): Promise<Instant> {
  const { rows } = await sql<{ at: Instant }>`
    select ((${on}::timestamptz at time zone 'UTC') - ${period}::interval) at time zone 'UTC' as at`.execute(
    db,
  )
  return rows[0]?.at ?? on
}

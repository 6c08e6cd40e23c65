import { bySystem, recordEvent } from '#access'
import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { AnsweredState, DukcapilService } from './service.ts'
import { findUnasked, saveAnswers } from './store.ts'

export interface AskParts {
  readonly db: Db
  readonly secrets: Secrets
  readonly service: DukcapilService
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Records a request; agreements limit it. */
  readonly batchSize?: number
  readonly onAsked?: (asked: number) => void
}

/** How many records were asked about, and what was said of how many. */
export interface AskedCounts {
  readonly asked: number
  readonly answers: Readonly<Partial<Record<AnsweredState, number>>>
}

/**
 * Asks about every record that has NIK, name and birth date and no answer yet. Answers are kept batch
 * by batch: after a failure or a stop the next call goes on with what is left.
 *
 * @throws AppError `dukcapil-unreachable`, `dukcapil-answer-invalid`.
 */
export async function askDukcapil(parts: AskParts): Promise<AskedCounts> {
  const { db, secrets, service, clock, signal, batchSize = 100, onAsked } = parts
  const answers: Partial<Record<AnsweredState, number>> = {}
  let asked = 0
  let after = ''
  while (!signal.aborted) {
    const { records, last } = await findUnasked(db, secrets, { after, count: batchSize })
    if (last === undefined) break
    after = last
    if (records.length === 0) continue
    const told = await service.check(
      records.map(({ question }) => question),
      signal,
    )
    const kept = records.flatMap(({ identityHmac }, place) => {
      const answer = told[place]
      return answer ? [{ identityHmac, answer }] : []
    })
    await inTransaction(db, async (tx) => {
      await saveAnswers(tx, kept, { source: service.name, clock })
      await recordEvent(tx, {
        ...bySystem,
        action: 'export',
        subjectKind: 'dukcapil',
        detail: { asked: records.length, answered: kept.length, source: service.name },
      })
    })
    for (const { answer } of kept) answers[answer.state] = (answers[answer.state] ?? 0) + 1
    asked += records.length
    onAsked?.(asked)
  }
  return { asked, answers }
}

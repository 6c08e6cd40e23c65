import type { Instant } from '#platform/tables'
import type { TermClock } from './schema.ts'

const hourMs = 3_600_000

/**
 * The instant at which a term of hours ends: 3 × 24 hours are 72 hours of the clock, through nights,
 * Sundays, holidays and whatever a region does to its civil time.
 */
export function dueAt(receivedAt: Instant, termHours: number): Instant {
  return new Date(Date.parse(receivedAt) + termHours * hourMs).toISOString()
}

/** What a term looks like at `now`; one that was closed after its end stays late. */
export function readTerm(
  term: {
    readonly receivedAt: Instant
    readonly dueAt: Instant
    readonly closedAt: Instant | null
    readonly termArticle: string | null
  },
  now: Date,
): TermClock {
  const { receivedAt, closedAt, termArticle } = term
  const endMs = Date.parse(term.dueAt)
  const stoppedMs = closedAt === null ? now.getTime() : Date.parse(closedAt)
  return {
    receivedAt,
    dueAt: term.dueAt,
    secondsLeft: closedAt === null ? Math.floor((endMs - now.getTime()) / 1000) : null,
    isLate: stoppedMs > endMs,
    termArticle,
  }
}

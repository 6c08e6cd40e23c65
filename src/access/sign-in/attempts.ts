import type { Clock } from '#platform/clock'
import { AppError, type ErrorCode } from '#platform/errors'

/** Counts failed sign-ins and makes the next ones wait. */
export interface AttemptLimit {
  /** @throws AppError `too-many-attempts` while the caller has to wait. */
  readonly check: (who: string) => void
  readonly failed: (who: string) => void
  readonly succeeded: (who: string) => void
  /** Runs one attempt, whose refusal with `failure` counts against `who`. */
  readonly guard: <Result>(
    who: string,
    failure: ErrorCode,
    attempt: () => Promise<Result>,
  ) => Promise<Result>
}

const freeTries = 5
const firstWaitMs = 60_000
const longestWaitMs = 15 * 60_000
const forgetAfterMs = 60 * 60_000
const entriesKept = 10_000

/**
 * After five failures each further one doubles the wait, from one minute to fifteen.
 *
 * `who` is a user name with a network address, or a device known for the account, so that nobody can
 * lock a colleague out from elsewhere. Lives in memory: a restart forgets it.
 */
export function makeAttemptLimit(clock: Clock): AttemptLimit {
  const failures = new Map<string, { count: number; lastMs: number }>()

  function findRecent(who: string) {
    const entry = failures.get(who)
    return entry && clock().getTime() - entry.lastMs < forgetAfterMs ? entry : undefined
  }

  const limit: AttemptLimit = {
    check(who) {
      const entry = findRecent(who)
      if (!entry || entry.count < freeTries) return
      const waitMs = Math.min(firstWaitMs * 2 ** (entry.count - freeTries), longestWaitMs)
      const leftMs = entry.lastMs + waitMs - clock().getTime()
      if (leftMs > 0) {
        throw new AppError('too-many-attempts', { waitSeconds: Math.ceil(leftMs / 1000) })
      }
    },
    failed(who) {
      const count = (findRecent(who)?.count ?? 0) + 1
      failures.delete(who) // to the end: the oldest entries are forgotten first
      failures.set(who, { count, lastMs: clock().getTime() })
      const oldest = failures.keys().next().value
      if (failures.size > entriesKept && oldest !== undefined) failures.delete(oldest)
    },
    succeeded(who) {
      failures.delete(who)
    },
    async guard(who, failure, attempt) {
      limit.check(who)
      try {
        const result = await attempt()
        limit.succeeded(who)
        return result
      } catch (error) {
        if (error instanceof AppError && error.code === failure) limit.failed(who)
        throw error
      }
    },
  }
  return limit
}

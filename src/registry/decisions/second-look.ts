import { AppError } from '#platform/errors'

/** One pair of ten comes back to another reviewer. */
export const usualSecondShare = 0.1

/**
 * Share of the decided pairs that another reviewer looks at again, 0 to 1, from
 * `BETANG_SECOND_LOOK_PERCENT`.
 *
 * @throws AppError `second-look-unreadable` where that is no whole number from 0 to 100.
 */
export function readSecondShare(env: NodeJS.ProcessEnv): number {
  const written = env.BETANG_SECOND_LOOK_PERCENT
  if (written === undefined || written === '') return usualSecondShare
  const percent = /^\d{1,3}$/.test(written) ? Number(written) : Number.NaN
  if (!(percent <= 100)) throw new AppError('second-look-unreadable', {})
  return percent / 100
}

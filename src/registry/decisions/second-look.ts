import type { RowRef } from '#intake/schema'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'

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

/**
 * Where a pair of rows falls among all, 0 to 1: a keyed hash, so that it is the same on every run, whichever
 * row is named first, and nobody can tell beforehand which pairs another looks at again.
 */
export function drawOf(secrets: Secrets, pair: readonly [RowRef, RowRef]): number {
  const places = pair.map(({ file, sheet, row }) => JSON.stringify([file, sheet, row]))
  const hash = Buffer.from(secrets.textHmacOf('pair-second-look', places.sort().join('\n')))
  return hash.readUInt32BE(0) / 2 ** 32
}

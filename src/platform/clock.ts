import { type IsoDate, toIsoDate } from './dates.ts'

/** The present moment; handed in, so that a test can stop or move it. */
export type Clock = () => Date

/** The clock of this computer. */
export const systemClock: Clock = () => new Date()

/** The civil date where this computer stands. */
export function today(clock: Clock): IsoDate {
  const now = clock()
  const date = toIsoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
  if (date === undefined) throw new RangeError('the clock of this computer is centuries off')
  return date
}

import type { RowFields } from '#intake/schema'
import type { IsoDate } from '#platform/dates'

/** A time in which a person lived with the family; half open, and open where no list says an end. */
export interface MembershipPeriod {
  /** Day of moving in; absent where no list tells of one. */
  readonly from?: IsoDate
  /** First day on which the person was not there any more; absent where it has no end or no date. */
  readonly to?: IsoDate
  readonly end?: 'death' | 'move-out'
}

/**
 * When a person was with the family, by the events of civil registration, in order of time; one open
 * period where no list tells of an event. Nobody comes back after a death.
 */
export function membershipPeriods(rows: readonly RowFields[]): readonly MembershipPeriod[] {
  const events = rows
    .flatMap(({ event, eventDate }) => (event === undefined ? [] : [{ event, date: eventDate }]))
    .sort(
      (left, right) =>
        Number(left.event === 'death') - Number(right.event === 'death') ||
        (left.date ?? '').localeCompare(right.date ?? ''),
    )
  const periods: MembershipPeriod[] = []
  let open: MembershipPeriod | undefined = {}
  for (const { event, date } of events) {
    if (event === 'move-in') {
      // Told twice, or told of somebody whom the lists knew already.
      if (open?.from !== undefined) continue
      open = date === undefined ? {} : { from: date }
    } else if (open) {
      periods.push({ ...open, end: event, ...(date === undefined ? {} : { to: date }) })
      open = undefined
    } else if (event === 'death') {
      const last = periods.pop()
      periods.push({ ...last, end: 'death', ...(date === undefined ? {} : { to: date }) })
    }
  }
  return open ? [...periods, open] : periods
}

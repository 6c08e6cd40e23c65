import { programmeCode } from '#ledger'
import type { IsoDate } from '#platform/dates'
import type { ProgrammeSummary } from '#programme/schema'

/** One entry of the ledger as the store keeps it. */
export interface ReceivedRow {
  readonly programme: string
  readonly received_on: IsoDate | null
  readonly amount_rp: number | null
}

/**
 * What regular help brought a month on average, in whole rupiah: payments of programmes paid monthly
 * or quarterly in the twelve months up to `on`, over twelve. Null when no such amount is on record.
 *
 * A payment that no list dates is left out, so the sum is never more than what was recorded.
 */
export function receivedRpPerMonth(
  received: readonly ReceivedRow[],
  programmes: readonly Pick<ProgrammeSummary, 'code' | 'paidEvery'>[],
  on: IsoDate | null,
): number | null {
  if (on === null) return null
  const yearBefore = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`
  const regular = new Set(
    programmes
      .filter(({ paidEvery }) => paidEvery === 'month' || paidEvery === 'quarter')
      .map(({ code }) => code),
  )
  const amounts = received.flatMap((entry) => {
    const { received_on: day, amount_rp: amountRp } = entry
    if (day === null || amountRp === null || day <= yearBefore || day > on) return []
    return regular.has(programmeCode(entry)) ? [amountRp] : []
  })
  if (amounts.length === 0) return null
  return Math.round(amounts.reduce((sum, amountRp) => sum + amountRp, 0) / 12)
}

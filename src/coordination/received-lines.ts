import type { Received } from '#ledger/schema'
import type { BudgetLine } from './read-budget.ts'
import { strategyOfSector } from './strategies.ts'

/**
 * Lines of a matrix without any budget table: one a giver and programme of the ledger.
 *
 * What only a budget knows (codes, allocation, targets) stays blank. Amounts count in the quarter of
 * their date; undated amounts stand in the total alone.
 */
export function linesFromReceived(received: readonly Received[]): readonly BudgetLine[] {
  const groups = Map.groupBy(received, ({ provider, programme }) => `${provider}|${programme}`)
  const keys = [...groups.keys()].sort()
  return keys.flatMap((key) => {
    const rows = groups.get(key) ?? []
    const [first] = rows
    return first ? [lineOf(first, rows)] : []
  })
}

function lineOf({ provider, programme, sector }: Received, rows: readonly Received[]): BudgetLine {
  const withAmount = rows.filter(({ amountRp }) => amountRp !== undefined)
  const totalRp = withAmount.reduce((sum, { amountRp = 0 }) => sum + amountRp, 0)
  const families = new Set(rows.map(({ familyId }) => familyId)).size
  return {
    strategy: strategyOfSector[sector],
    agency: provider,
    code: '',
    programme,
    activity: '',
    subActivity: '',
    involvement: ['direct'],
    funding: '',
    nature: '',
    location: '',
    targetText: `${families} KK`,
    target: { count: families, unit: 'KK' },
    benefitText: '',
    benefitKind: '',
    duration: '',
    quartersRp: [
      quarterSum(withAmount, 1),
      quarterSum(withAmount, 2),
      quarterSum(withAmount, 3),
      quarterSum(withAmount, 4),
    ],
    ...(withAmount.length === 0 ? {} : { totalRp }),
  }
}

function quarterSum(rows: readonly Received[], quarter: number): number | undefined {
  const inQuarter = rows.filter(
    ({ date }) => date !== undefined && Math.ceil(Number(date.slice(5, 7)) / 3) === quarter,
  )
  if (inQuarter.length === 0) return undefined
  return inQuarter.reduce((sum, { amountRp = 0 }) => sum + amountRp, 0)
}

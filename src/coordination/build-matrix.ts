import type { AllocationPlan } from '#allocation/schema'
import type { Need } from '#assessment/schema'
import type { PlainTable } from '#intake/schema'
import { indicatorsBySector, type Received, type Sector } from '#ledger/schema'
import type { Offer } from '#partner/schema'
import type { IsoDate } from '#platform/dates'
import { reachOfLine, receivedInYear } from './reach.ts'
import { type BudgetLine, readBudget } from './read-budget.ts'
import { linesFromReceived } from './received-lines.ts'
import {
  type AgencyRank,
  type Band,
  type IndicatorReach,
  type Matrix,
  type MatrixGroup,
  type MatrixLine,
  type MatrixSum,
  type OutsideBudget,
  strategies,
} from './schema.ts'
import { strategyTitle } from './strategies.ts'

export interface MatrixRequest {
  readonly tables: readonly PlainTable[]
  readonly received: readonly Received[]
  readonly needs: readonly Need[]
  /** Day of the report; its year is the matrix's. */
  readonly on: IsoDate
  readonly offers?: readonly Offer[]
  readonly plan?: AllocationPlan
}

/**
 * The OPPKPKE matrix of a year: budget lines by strategy with recomputed sums, and beside it the
 * families that each line reached where the ledger can tell.
 */
export function buildMatrix(request: MatrixRequest): Matrix {
  const { tables, on } = request
  const received = receivedInYear(request.received, on)
  const budget = readBudget(tables)
  const basis = budget.lines.length > 0 ? 'budget' : 'received'
  const source = basis === 'budget' ? budget.lines : linesFromReceived(received)
  const judged = inStrategyOrder(source).map((line, index) => {
    if (basis === 'received') {
      return judge(line, index + 1, line.target?.count, 'Dari daftar penerima.')
    }
    const { families, note } = reachOfLine(line, received)
    return judge(line, index + 1, families?.size, note)
  })
  const groups = strategies.flatMap((strategy): MatrixGroup[] => {
    const lines = judged.filter((line) => line.strategy === strategy)
    if (lines.length === 0) return []
    return [{ strategy, title: strategyTitle(strategy), lines, sum: sumOf(lines) }]
  })
  return {
    year: Number(on.slice(0, 4)),
    on,
    basis,
    groups,
    sum: sumOf(judged),
    agencies: rankAgencies(judged),
    indicators: reachByIndicator(request, received),
    outsideBudget: basis === 'budget' ? outsideBudget(source, received) : [],
    findings: budget.findings,
  }
}

function inStrategyOrder(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  return strategies.flatMap((strategy) => lines.filter((line) => line.strategy === strategy))
}

function judge(
  line: BudgetLine,
  no: number,
  familiesReached: number | undefined,
  reachNote: string,
): MatrixLine {
  const { budgetRp, totalRp } = line
  const share = budgetRp && totalRp !== undefined ? totalRp / budgetRp : undefined
  return {
    ...line,
    no,
    ...(share === undefined ? {} : { share }),
    band: bandOf(line),
    ...(familiesReached === undefined ? {} : { familiesReached }),
    reachNote,
  }
}

/**
 * The status of a line as the regional dashboards show it.
 *
 * Compared in whole rupiah, so that 80 % is 80 % on every machine. A line with nothing entered is
 * not at 0 %: it has not been filled in.
 * @source Status bands of a regional OPPKPKE system: 80 % and over, 50 % and over, less, no entry.
 */
export function bandOf({ budgetRp, totalRp }: Pick<BudgetLine, 'budgetRp' | 'totalRp'>): Band {
  if (totalRp === undefined) return 'not-filled'
  if (!budgetRp) return 'no-budget'
  if (totalRp * 100 >= budgetRp * 80) return 'on-target'
  return totalRp * 100 >= budgetRp * 50 ? 'on-progress' : 'attention'
}

/** Sums over lines; blanks count as nothing. */
export function sumOf(
  lines: readonly Pick<BudgetLine, 'budgetRp' | 'quartersRp' | 'totalRp'>[],
): MatrixSum {
  const quarter = (no: 0 | 1 | 2 | 3) =>
    lines.reduce((sum, { quartersRp }) => sum + (quartersRp[no] ?? 0), 0)
  return {
    lineCount: lines.length,
    budgetRp: lines.reduce((sum, { budgetRp = 0 }) => sum + budgetRp, 0),
    quartersRp: [quarter(0), quarter(1), quarter(2), quarter(3)],
    totalRp: lines.reduce((sum, { totalRp = 0 }) => sum + totalRp, 0),
  }
}

function rankAgencies(lines: readonly MatrixLine[]): readonly AgencyRank[] {
  const byAgency = Map.groupBy(lines, ({ agency }) => agency)
  const ranks = [...byAgency].map(([agency, own]): AgencyRank => {
    const sum = sumOf(own)
    return { agency, ...sum, ...(sum.budgetRp > 0 ? { share: sum.totalRp / sum.budgetRp } : {}) }
  })
  return ranks.sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || (a.agency < b.agency ? -1 : 1))
}

function reachByIndicator(
  { needs, plan, offers }: MatrixRequest,
  received: readonly Received[],
): readonly IndicatorReach[] {
  const needById = new Map(needs.map((need) => [need.needId, need]))
  const known = new Set((offers ?? []).map(({ offerId }) => offerId))
  const planned = (plan?.lines ?? []).filter(
    ({ offerId }) => offers === undefined || known.has(offerId),
  )
  const sectors = Object.keys(indicatorsBySector).filter(
    (name): name is Sector => name in indicatorsBySector,
  )
  return sectors.flatMap((sector) =>
    indicatorsBySector[sector].map((indicator): IndicatorReach => {
      const lines = planned.filter(({ needId }) => needById.get(needId)?.indicator === indicator)
      return {
        sector,
        indicator,
        familiesInNeed: distinctFamilies(needs.filter((need) => need.indicator === indicator)),
        familiesReached: distinctFamilies(received.filter((row) => row.indicator === indicator)),
        needsPlanned: lines.length,
        plannedRp: lines.reduce((sum, { amountRp }) => sum + amountRp, 0),
      }
    }),
  )
}

function distinctFamilies(rows: readonly { readonly familyId: string }[]): number {
  return new Set(rows.map(({ familyId }) => familyId)).size
}

/** Givers and programmes of the ledger whose families no budget line was matched with. */
function outsideBudget(
  lines: readonly BudgetLine[],
  received: readonly Received[],
): readonly OutsideBudget[] {
  const groups = Map.groupBy(received, ({ provider, programme }) => `${provider}|${programme}`)
  const outside = [...groups.values()].flatMap((rows): OutsideBudget[] => {
    const [first] = rows
    const isMatched = lines.some((line) => reachOfLine(line, rows).families !== undefined)
    if (!first || isMatched) return []
    const amounts = rows.flatMap(({ amountRp }) => amountRp ?? [])
    const { provider, programme } = first
    return [
      {
        provider,
        programme,
        families: distinctFamilies(rows),
        ...(amounts.length === 0 ? {} : { amountRp: amounts.reduce((a, b) => a + b, 0) }),
      },
    ]
  })
  return outside.sort((a, b) => b.families - a.families || (a.programme < b.programme ? -1 : 1))
}

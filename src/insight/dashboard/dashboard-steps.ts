import type { SqlStep } from '#platform/duckdb'
import { cityCountSql } from './city-count.ts'
import { countedFamilySql } from './counted-family.ts'
import { indicatorCountSql } from './indicator-count.ts'
import { lackingFamilySql } from './lacking-family.ts'
import { listCountSql } from './list-count.ts'
import { overlapCountSql } from './overlap-count.ts'
import { wardCountSql } from './ward-count.ts'
import { wardSectorNeedSql } from './ward-sector-need.ts'

/** The steps of the city's picture, in order. Each stands in a file of its table's name. */
export const dashboardSteps: readonly SqlStep[] = [
  countedFamilySql,
  lackingFamilySql,
  cityCountSql,
  listCountSql,
  indicatorCountSql,
  wardCountSql,
  wardSectorNeedSql,
  overlapCountSql,
]

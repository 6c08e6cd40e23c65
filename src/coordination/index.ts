/**
 * coordination: the documents that the law asks of the coordination team, from live data.
 *
 * Owns the table budget_line. Steps: budget tables to lines (headings, amounts, sums checked),
 * lines grouped by strategy, families reached where the ledger can tell, the OPPKPKE matrix as a
 * workbook.
 *
 * Invariants: sums are recomputed, never copied; a wrong sum in a source is a finding; a cell that
 * nothing tells stays blank, never 0; families reached come by a named rule or not at all.
 */
export { buildMatrix, type MatrixRequest } from './build-matrix.ts'
export { coordinationRoutes } from './routes.ts'
export type {
  AgencyRank,
  Band,
  IndicatorReach,
  Matrix,
  MatrixGroup,
  MatrixLine,
  MatrixSum,
  OutsideBudget,
  Strategy,
} from './schema.ts'
export { saveMatrix } from './store.ts'
export { writeMatrixXlsx } from './write-xlsx.ts'

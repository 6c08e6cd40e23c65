import { type BatchRow, openBatch } from '#platform/duckdb'
import { dashboardSteps } from './dashboard-steps.ts'
import { type CountedRows, loadInputTables } from './input-tables.ts'

/** Two wards of the city, the first two of the list. */
export const pahandut = '62.71.01.1001'
export const panarung = '62.71.01.1002'

/** Rows of a run with only what matters to a test. */
export function someRows(part: Partial<CountedRows>): CountedRows {
  return { families: [], needs: [], served: [], profiles: [], overlaps: [], ...part }
}

export function aFamily(
  part: Partial<CountedRows['families'][number]>,
): CountedRows['families'][number] {
  return { familyId: 'a', ward: pahandut, listCount: 1, ...part }
}

/** A family of which everything is known: it lacks only what the test says. */
export function aProfile(
  familyId: string,
  lacks: Partial<CountedRows['profiles'][number]['lacks']>,
): CountedRows['profiles'][number] {
  const lacksNothing = {
    ...{ INCOME: false, ELDER: false, NEGLECT: false, DOC: false, ATS: false, EDU_COST: false },
    ...{ JKN: false, NUTR: false, PREG: false, DISAB: false, WATER: false, SANI: false },
    ...{ HOUSING: false, ELEC: false, WORK: false, CAPITAL: false, JAMSOS: false, PEKKA: false },
    DEBT: false,
  }
  return { familyId, lacks: { ...lacksNothing, ...lacks } }
}

/** Runs the steps over the rows, and reads what they made. */
export async function readStep(part: Partial<CountedRows>, query: string): Promise<BatchRow[]> {
  const batch = await openBatch({ memoryMb: 100, threads: 1 })
  try {
    await loadInputTables(batch, someRows(part))
    await batch.run(dashboardSteps)
    return await batch.read(query)
  } finally {
    batch.close()
  }
}

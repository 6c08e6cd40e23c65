import type { Intake, IntakeRow } from '#intake/schema'

/** Rows that count for a family and name its head. */
export function isFamilyRow(intake: Intake, row: IntakeRow): boolean {
  return intake.sheets[row.sheetNo]?.kind === 'register-family'
}

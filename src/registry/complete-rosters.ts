import type { Intake } from '#intake/schema'
import type { Register } from './schema.ts'

/**
 * Families of whom the lists name everybody who lives there.
 *
 * A register of persons lists a member and the head is named, or as many live there as the house is
 * said to hold. From a list of recipients or of heads alone nobody can tell who else lives there.
 */
export function findCompleteRosters(intake: Intake, register: Register): ReadonlySet<string> {
  const personById = new Map(register.persons.map((person) => [person.personId, person]))
  const isRegisterRow = (rowNo: number) => {
    const row = intake.rows[rowNo]
    return row !== undefined && intake.sheets[row.sheetNo]?.kind === 'register-person'
  }
  const complete = register.families.filter(({ memberIds, occupants }) => {
    const persons = memberIds.flatMap((id) => personById.get(id) ?? [])
    const isRegistered = persons.some(({ rowNos }) => rowNos.some(isRegisterRow))
    const hasHead = persons.some(({ relation }) => relation === 'head')
    const living = persons.filter(({ status }) => status === 'active')
    return (isRegistered && hasHead) || occupants === living.length
  })
  return new Set(complete.map(({ familyId }) => familyId))
}

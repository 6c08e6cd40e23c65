import type { IsoDate } from '#platform/dates'
import { AppError } from '#platform/errors'
import { type DataClass, dataClasses, type Role, usualClasses } from '../scope/roles.ts'

/** Roles of a place: never the whole city. */
const placeRoles: readonly Role[] = [
  'district-officer',
  'ward-officer',
  'puskesos-officer',
  'field-worker',
]

interface Given {
  readonly role: Role
  readonly regions: readonly string[] | null
  readonly isOwnOrganisation: boolean
  readonly dataClasses: readonly DataClass[]
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
}

/**
 * Refuses a grant that is wider than its role can need.
 *
 * A role of a place names the place; a partner keeps to its own offers; a role whose work is general
 * data gets no class of families' data; nothing is given for days that have passed.
 *
 * @throws AppError `grant-unfit` with the part that has to change.
 */
export function refuseUnfit(grant: Given, today: IsoDate): void {
  const { role, regions, validFrom, validTo } = grant
  const refuse = (part: 'regions' | 'organisation' | 'data-classes' | 'period') => {
    throw new AppError('grant-unfit', { role, part })
  }
  if (validFrom < today || (validTo !== null && validTo <= validFrom)) refuse('period')
  if (placeRoles.includes(role) && regions === null) refuse('regions')
  if (role === 'partner' && !grant.isOwnOrganisation) refuse('organisation')
  const isGeneral = usualClasses[role].length === 1
  if (isGeneral && grant.dataClasses.some((name) => name !== 'general')) refuse('data-classes')
}

/** The classes in their own order, `general` among them: everyone who works here has it. */
export function withGeneral(chosen: readonly DataClass[]): DataClass[] {
  return dataClasses.filter((name) => name === 'general' || chosen.includes(name))
}

import type { RowFields } from '../schema.ts'
import type { FindingCode } from '../values/index.ts'
import { bearsBirthDate, canBeKk, isSurelyNik, type NikParts, nikParts } from './nik-parts.ts'

/** A fault between the values of one row. */
export interface RowFault {
  readonly code: FindingCode
  readonly field: keyof RowFields
}

/** A row's fields after what they say about each other, with what is amiss. */
export interface CheckedRow {
  readonly fields: RowFields
  readonly faults: readonly RowFault[]
}

/** Older people are so rare that a slip in the century is likelier. */
const mostUsualYears = 100

/**
 * Checks that only the values of a row together allow: a NIK beside its birth date and sex, a NIK
 * that is the family card's number, a first of January that stands for an unknown day.
 *
 * Values that merely disagree stay, both of them; a number that is surely another's goes.
 */
export function checkRow(fields: RowFields, listYear: number): CheckedRow {
  const faults: RowFault[] = []
  const checked: RowFields = { ...fields }
  const { nik, kk } = fields
  if (nik !== undefined && nik === kk) {
    faults.push({ code: 'nik-same-as-kk', field: 'nik' })
    if (isPersonsOwn(fields, listYear)) delete checked.kk
    else delete checked.nik
  }
  const parts = partsOf(checked)
  if (parts && fields.sex !== undefined && fields.sex !== parts.sex) {
    faults.push({ code: 'nik-sex-mismatch', field: 'sex' })
  }
  const { birthDate } = fields
  if (birthDate === undefined) return { fields: checked, faults }

  if (listYear - Number(birthDate.slice(0, 4)) > mostUsualYears) {
    faults.push({ code: 'age-over-100', field: 'birthDate' })
  }
  const isBorne = parts !== undefined && bearsBirthDate(parts, birthDate)
  const isFirstOfJanuary = birthDate.endsWith('-01-01') && fields.birthPrecision !== 'year'
  const isSameYear = parts !== undefined && Number(birthDate.slice(2, 4)) === parts.yearInCentury
  if (isFirstOfJanuary && !isBorne && (parts === undefined || isSameYear)) {
    checked.birthPrecision = 'year'
    faults.push({ code: 'birth-date-approximate', field: 'birthDate' })
  } else if (parts && !isBorne && fields.birthPrecision !== 'year') {
    faults.push({ code: 'nik-birth-mismatch', field: 'birthDate' })
  } else if (parts && fields.birthPrecision === 'year' && !isSameYear) {
    faults.push({ code: 'nik-birth-mismatch', field: 'birthDate' })
  }
  return { fields: checked, faults }
}

/** Region and date of a NIK: its last four digits are not needed for them. */
const datedDigits = 12

/** What the row's NIK says of birth and sex, also when a spreadsheet lost its last digits. */
function partsOf({ nik, nikPrefix = '' }: RowFields): NikParts | undefined {
  if (nik !== undefined) return nikParts(nik)
  return nikPrefix.length >= datedDigits ? nikParts(nikPrefix.padEnd(16, '1')) : undefined
}

function isPersonsOwn({ nik, birthDate }: RowFields, listYear: number): boolean {
  if (nik === undefined) return false
  const parts = nikParts(nik)
  if (parts && birthDate !== undefined && bearsBirthDate(parts, birthDate)) return true
  return isSurelyNik(nik, listYear)
}

/**
 * True when NIK and family card number evidently stand in each other's column: what stands as the
 * card's number can only be a person's and the other one can be a card's, or the birth date proves it.
 */
export function areSwapped(
  nikText: string,
  kkText: string,
  birthDate: string | undefined,
  listYear: number,
): boolean {
  const nik = digitsOf(nikText)
  const kk = digitsOf(kkText)
  if (nik.length !== 16 || kk.length !== 16 || nik === kk) return false
  const nikSide = nikParts(nik)
  const kkSide = nikParts(kk)
  if (birthDate !== undefined && kkSide && bearsBirthDate(kkSide, birthDate)) {
    return !(nikSide && bearsBirthDate(nikSide, birthDate))
  }
  if (birthDate !== undefined && nikSide && bearsBirthDate(nikSide, birthDate)) return false
  return isSurelyNik(kk, listYear) && canBeKk(nik, listYear)
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

import type { Intake } from '#intake/schema'
import type { IsoDate } from '#platform/dates'
import { readNik } from './nik-facts.ts'
import type { KeyMaker } from './public-keys.ts'
import type { Person } from './schema.ts'
import { personFieldNames, type Survivors, survivors } from './survive.ts'

/** A person before the values are chosen. */
export interface PersonDraft {
  /** Ascending. */
  readonly rowNos: readonly number[]
  readonly family: number
}

/** A person with surviving values; a birth year is worked out from a stated age where no date is known. */
export function assemblePerson(
  intake: Intake,
  { rowNos }: PersonDraft,
  familyId: string,
  keys: KeyMaker,
): Person {
  const { fields, origins } = withNikFacts(intake, survivors(intake, rowNos, personFieldNames))
  const { nikPrefix, ...known } = fields
  const birthYear = yearOfBirth(intake, fields)
  return {
    ...known,
    // What is left of a number is worth keeping only where no list has the whole.
    ...(known.nik === undefined && nikPrefix !== undefined ? { nikPrefix } : {}),
    ...(birthYear === undefined ? {} : { birthYear }),
    personId: keys.make('person', rowNos),
    familyId,
    ...statusOf(intake, rowNos),
    rowNos,
    origins,
  }
}

/**
 * Birth date and sex from the NIK where no list states them, or states the year alone; their origin is
 * the row of the NIK.
 */
function withNikFacts({ latestDate }: Intake, { fields, origins }: Survivors): Survivors {
  const nikOrigin = origins.find(({ field }) => field === 'nik')
  const { nik, birthDate, birthPrecision, ageYears } = fields
  const listYear = Number(latestDate?.slice(0, 4) ?? 0)
  const told = nik === undefined || listYear === 0 ? undefined : readNik(nik, listYear)
  if (!told || !nikOrigin) return { fields, origins }
  const stated = birthDate === undefined ? undefined : birthDate.slice(0, 4)
  const isSameYear = stated === told.birthDate.slice(0, 4)
  // A stated age far from the NIK's tells that one of them is another person's.
  const ageFromNik = listYear - Number(told.birthDate.slice(0, 4))
  const isAgeNear = ageYears === undefined || Math.abs(ageFromNik - ageYears) <= 5
  const isDateTaken = birthDate === undefined ? isAgeNear : birthPrecision === 'year' && isSameYear
  const isSexTaken = fields.sex === undefined
  const { rowNo } = nikOrigin
  const from = (field: 'birthDate' | 'sex') => ({ field, rowNo, otherRowNos: [] })
  return {
    fields: {
      ...fields,
      ...(isDateTaken ? { birthDate: told.birthDate, birthPrecision: 'day' as const } : {}),
      ...(isSexTaken ? { sex: told.sex } : {}),
    },
    origins: [
      ...origins.filter(
        ({ field }) => !(isDateTaken && (field === 'birthDate' || field === 'birthPrecision')),
      ),
      ...(isDateTaken ? [from('birthDate')] : []),
      ...(isSexTaken ? [from('sex')] : []),
    ],
  }
}

function yearOfBirth(
  { latestDate }: Intake,
  { birthDate, ageYears }: { birthDate?: IsoDate; ageYears?: number },
): number | undefined {
  if (birthDate !== undefined) return Number(birthDate.slice(0, 4))
  if (ageYears === undefined || latestDate === undefined) return undefined
  return Number(latestDate.slice(0, 4)) - ageYears
}

/** Dead or moved out by the latest event of civil registration; who came back is active. */
function statusOf(
  intake: Intake,
  rowNos: readonly number[],
): Pick<Person, 'status'> & { readonly statusDate?: IsoDate } {
  let latest: { event: 'death' | 'move-out' | 'move-in'; date: IsoDate } | undefined
  for (const rowNo of rowNos) {
    const { event, eventDate } = intake.rows[rowNo]?.fields ?? {}
    if (event === undefined) continue
    const date = eventDate ?? ''
    if (!latest || event === 'death' || (latest.event !== 'death' && date > latest.date)) {
      latest = { event, date }
    }
  }
  if (!latest || latest.event === 'move-in') return { status: 'active' }
  const status = latest.event === 'death' ? 'dead' : 'moved-out'
  return latest.date === '' ? { status } : { status, statusDate: latest.date }
}

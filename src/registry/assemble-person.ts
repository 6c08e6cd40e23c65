import type { Intake } from '#intake/schema'
import type { IsoDate } from '#platform/dates'
import type { KeyMaker } from './public-keys.ts'
import type { Person } from './schema.ts'
import { personFieldNames, survivors } from './survive.ts'

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
  const { fields, origins } = survivors(intake, rowNos, personFieldNames)
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

import type { NeedFacts } from '#assessment/schema'
import { type IsoDate, toIsoDate } from '#platform/dates'
import type { Family, Person } from '#registry/schema'
import { readEmployment } from './employment.ts'
import {
  ageOn,
  compare,
  type FactRow,
  type FactValue,
  not,
  or,
  rangeOf,
} from './rule-language/value.ts'
import type { Tri } from './schema.ts'

/** What a member is seen beside. */
export interface MemberContext {
  readonly family: Family
  /** All persons of the family, dead and moved-out ones too. */
  readonly listed: readonly Person[]
  readonly on: IsoDate
  /** What the assessment knows of the person besides the register. */
  readonly told: NeedFacts | undefined
}

/** One member as rules see it; what nobody tells is null. */
export function memberRow(person: Person, { family, listed, on, told }: MemberContext): FactRow {
  const born = birthSpan(person, on)
  const age = born ? ageOn({ born_from: born.from, born_to: born.to }, on) : statedAge(person)
  const inSchool = isInSchool(person, age) ?? told?.in_school ?? null
  const sex = person.sex ?? sexInNik(person.nik)
  const severe = isSeverelyDisabled(person)
  const work = readEmployment(person.occupation)
  return {
    born_from: born?.from ?? null,
    born_to: born?.to ?? null,
    age_years: age,
    sex: sex === undefined ? null : sex === 'female' ? 'P' : 'L',
    relation: person.relation ?? null,
    // A number that a spreadsheet rounded is a NIK all the same.
    has_nik: person.nik !== undefined || person.nikPrefix !== undefined ? true : null,
    in_school: inSchool,
    school_level: schoolLevel(person, age, inSchool),
    school_class: schoolClass(person),
    education: person.education ?? null,
    pregnant: told?.pregnant === true ? true : isPregnant(person, sex, age),
    has_disability: person.disability === undefined ? null : person.disability !== 'none',
    disability_severity: person.disabilitySeverity ?? null,
    severe_disability: severe,
    chronic_illness:
      person.chronicIllness === undefined
        ? (told?.chronic_illness ?? null)
        : person.chronicIllness !== 'none',
    jkn_active: person.jknStatus === undefined ? null : person.jknStatus === 'active',
    employment: work.kind ?? (isTooYoungToWork(age, inSchool) ? 'none' : null),
    unemployed: work.isUnemployed ?? (isTooYoungToWork(age, inSchool) ? false : null),
    owns_business: person.ownsBusiness ?? null,
    orphan: isOrphan(person, family, listed),
  }
}

type Sex = NonNullable<Person['sex']>

/** The day in a NIK is 40 higher for women. */
function sexInNik(nik: string | undefined): Sex | undefined {
  return nik === undefined ? undefined : Number(nik.slice(6, 8)) > 40 ? 'female' : 'male'
}

/** Day of birth as a NIK holds it, for persons of whom no list gives one; under 100 years old. */
function birthInNik(nik: string | undefined, on: IsoDate): IsoDate | undefined {
  if (nik === undefined) return undefined
  const day = Number(nik.slice(6, 8)) % 40
  const month = Number(nik.slice(8, 10))
  const year = 2000 + Number(nik.slice(10, 12))
  const late = toIsoDate(year, month, day)
  return late !== undefined && late <= on ? late : toIsoDate(year - 100, month, day)
}

interface BirthSpan {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** First and last day on which the person may have been born; undefined when no year is known. */
function birthSpan(person: Person, on: IsoDate): BirthSpan | undefined {
  const { birthDate, birthPrecision, birthYear } = person
  if (birthDate !== undefined) {
    const [year, month] = birthDate.split('-')
    if (birthPrecision === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
    // The 31st of a short month compares rightly as text.
    if (birthPrecision === 'month') {
      return { from: `${year}-${month}-01`, to: `${year}-${month}-31` }
    }
    return { from: birthDate, to: birthDate }
  }
  const inNik = birthInNik(person.nik, on)
  // A NIK of another year than the lists may be somebody else's.
  if (inNik !== undefined && (birthYear === undefined || Number(inNik.slice(0, 4)) === birthYear)) {
    return { from: inNik, to: inNik }
  }
  if (birthYear === undefined) return undefined
  return { from: `${birthYear}-01-01`, to: `${birthYear}-12-31` }
}

/** An age that a list states on a day of its own is good to about a year. */
function statedAge({ ageYears }: Person): FactValue {
  return ageYears === undefined ? null : rangeOf(Math.max(0, ageYears - 1), ageYears + 1)
}

/** A school that names the child against a register that says it left leaves it open. */
function isInSchool(person: Person, age: FactValue): Tri {
  const { schoolParticipation, schoolName, schoolClass, schoolLevel } = person
  const isNamedBySchool = (schoolName ?? schoolClass ?? schoolLevel) !== undefined
  if (schoolParticipation === 'attending') return true
  if (schoolParticipation !== undefined) return isNamedBySchool ? null : false
  if (isNamedBySchool) return true
  return compare('<', age, 3) === true ? false : null
}

/**
 * Level that a pupil attends: as listed, as the school or class is called, else the one after the
 * highest certificate. Before age 7 a pupil without certificate may still be in kindergarten.
 */
function schoolLevel(person: Person, age: FactValue, inSchool: Tri): string | null {
  const written = person.schoolLevel ?? levelOfSchool(person)
  if (written !== undefined) return written
  if (inSchool !== true) return null
  switch (person.education) {
    case 'none':
      return compare('>=', age, 7) === true ? 'SD' : null
    case 'primary':
      return 'SMP'
    case 'junior':
      return 'SMA'
    case undefined:
      return null
    default:
      return 'PT'
  }
}

function levelOfSchool({ schoolName, schoolClass: written }: Person): string | undefined {
  const name = schoolName?.toLowerCase() ?? ''
  if (/\b(?:sd|sdn|sds|sdit|sdk|sdlb|mi|min|mis)\b/.test(name)) return 'SD'
  if (/\b(?:smp|smpn|smps|smpit|smplb|mts|mtsn|mtss)\b/.test(name)) return 'SMP'
  if (/\b(?:sma|sman|smas|smalb|smk|smkn|smks|ma|man|mas)\b/.test(name)) return 'SMA'
  // Class 1 to 3 may be that of any level.
  if (written === undefined || written < 4 || written > 12) return undefined
  return written <= 6 ? 'SD' : written <= 9 ? 'SMP' : 'SMA'
}

/** Class counted from 1 to 12, also where a list counts each level from 1. */
function schoolClass(person: Person): number | null {
  const written = person.schoolClass
  if (written === undefined) return null
  const level = person.schoolLevel ?? levelOfSchool(person)
  if (level === 'SMP' && written <= 3) return written + 6
  if (level === 'SMA' && written <= 3) return written + 9
  return written
}

function isPregnant({ isPregnant: listed }: Person, sex: Sex | undefined, age: FactValue): Tri {
  if (listed !== undefined) return listed
  if (sex === 'male') return false
  return or(compare('<', age, 10), compare('>', age, 55)) === true ? false : null
}

function isSeverelyDisabled({ disability, disabilitySeverity }: Person): Tri {
  if (disability === 'none') return false
  return disabilitySeverity === undefined ? null : disabilitySeverity === 'severe'
}

function isTooYoungToWork(age: FactValue, inSchool: Tri): boolean {
  if (compare('<', age, 10) === true) return true
  return inSchool === true && compare('<', age, 18) === true
}

/** Whether a child of the head has lost a parent, as far as the card shows it. */
function isOrphan(person: Person, family: Family, listed: readonly Person[]): Tri {
  if (person.relation !== 'child') return null
  const parents = listed.filter(({ relation }) => relation === 'head' || relation === 'spouse')
  if (parents.some(({ status }) => status === 'dead')) return true
  const present = parents.filter(({ status }) => status === 'active')
  if (present.length >= 2) return false
  const alone = present[0]
  if (!alone || alone.personId !== family.headPersonId) return null
  if (alone.marital === 'widowed') return true
  return alone.marital === 'divorced' ? not(true) : null
}

import { type CsvValue, writeCsv } from '#platform/csv'
import type { Person } from '#registry/schema'
import type { RunResult } from '../../flow.ts'
import type { IdMask } from './id-mask.ts'
import { originCells, originHeadings, type ValueColumn } from './origin-columns.ts'

/** persons.csv: one line a person, the surviving values and the list each came from. */
export async function writePersonsCsv(path: string, run: RunResult, mask: IdMask): Promise<void> {
  const columns = personColumns(mask)
  const headings = [
    'person_id',
    'family_id',
    'status',
    'status_date',
    'row_count',
    ...originHeadings(columns),
  ]
  await writeCsv(path, headings, personLines(run, columns))
}

function* personLines(
  run: RunResult,
  columns: readonly ValueColumn<Person>[],
): Generator<readonly CsvValue[]> {
  for (const person of run.register.persons) {
    yield [
      person.personId,
      person.familyId,
      person.status,
      person.statusDate,
      person.rowNos.length,
      ...originCells(columns, person, run.intake),
    ]
  }
}

function personColumns(mask: IdMask): readonly ValueColumn<Person>[] {
  const column = (
    heading: string,
    field: string,
    value: (person: Person) => CsvValue,
  ): ValueColumn<Person> => ({ heading, fields: [field], value })
  return [
    column('name', 'name', (person) => person.name),
    {
      heading: 'nik',
      fields: ['nik', 'nikPrefix'],
      value: (person) => mask(person.nik ?? person.nikPrefix),
    },
    column('birth_date', 'birthDate', (person) => person.birthDate),
    column('birth_precision', 'birthPrecision', (person) => person.birthPrecision),
    {
      heading: 'birth_year',
      fields: ['birthDate', 'ageYears'],
      value: (person) => person.birthYear ?? person.birthDate?.slice(0, 4),
    },
    column('birth_place', 'birthPlace', (person) => person.birthPlace),
    column('sex', 'sex', (person) => person.sex),
    column('relation', 'relation', (person) => person.relation),
    column('marital', 'marital', (person) => person.marital),
    column('mother_name', 'motherName', (person) => person.motherName),
    column('phone', 'phone', (person) => person.phone),
    column('school_participation', 'schoolParticipation', (person) => person.schoolParticipation),
    column('education', 'education', (person) => person.education),
    column('school_name', 'schoolName', (person) => person.schoolName),
    column('school_class', 'schoolClass', (person) => person.schoolClass),
    column('occupation', 'occupation', (person) => person.occupation),
    column('owns_business', 'ownsBusiness', (person) => person.ownsBusiness),
    column('disability', 'disability', (person) => person.disability),
    column('disability_severity', 'disabilitySeverity', (person) => person.disabilitySeverity),
    column('chronic_illness', 'chronicIllness', (person) => person.chronicIllness),
    column('pregnant', 'isPregnant', (person) => person.isPregnant),
    column('jkn_status', 'jknStatus', (person) => person.jknStatus),
  ]
}

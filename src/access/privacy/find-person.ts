import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { PersonHint, type PersonQuestion } from './schema.ts'

const mostHints = 10

/** Persons who may be the one at the desk: by the number of a card, or by name and year of birth. */
export async function findPersons(
  db: Db,
  secrets: Secrets,
  question: PersonQuestion,
): Promise<PersonHint[]> {
  const isAsked =
    'nik' in question
      ? sql`p.nik_hmac in (${sql.join(secrets.hmacsOf(question.nik))})`
      : sql`p.birth_year = ${question.birthYear}::integer
          and lower(p.name) like ${`%${question.name.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`
  const { rows } = await sql`
    select p.person_id as "personId", coalesce(p.name, '') as name, p.birth_year as "birthYear",
      f.ward, is_minor(p.birth_date, p.birth_year, p.detail) as "isMinor"
    from person p join family f using (family_id)
    where ${isAsked} order by p.name, p.person_id limit ${mostHints}`.execute(db)
  return z.array(PersonHint).parse(rows)
}

import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { getPerson } from '../privacy/handle-request.ts'
import { PersonHint } from '../privacy/schema.ts'

/** The person that an account belongs to, masked; null where nobody has said so, or it is gone. */
export async function findAccountPerson(db: Db, accountId: string): Promise<PersonHint | null> {
  const { rows } = await sql`
    select p.person_id as "personId", coalesce(p.name, '') as name, p.birth_year as "birthYear",
      f.ward, is_minor(p.birth_date, p.birth_year, p.detail) as "isMinor"
    from account a join person p on p.person_id = present_person(a.person_id)
    join family f using (family_id)
    where a.account_id = ${accountId}`.execute(db)
  const [person] = z.array(PersonHint).parse(rows)
  return person ? maskPerson(person) : null
}

/** Initials in place of the name: whoever keeps accounts need not learn who is in the register. */
export function maskPerson(person: PersonHint): PersonHint {
  const words = person.name.split(/\s+/).filter((word) => word !== '')
  return { ...person, name: words.map((word) => `${[...word][0] ?? ''}•••`).join(' ') }
}

/**
 * Says which person an account belongs to, or with null that nobody knows.
 *
 * @throws AppError `person-not-found`; `own-account-refused`: whoever keeps the accounts could
 * otherwise hide looks at the own family.
 */
export async function joinPerson(
  db: Db,
  { accountId, isMine }: { readonly accountId: string; readonly isMine: boolean },
  personId: string | null,
): Promise<void> {
  if (isMine) throw new AppError('own-account-refused', {})
  if (personId !== null) await getPerson(db, personId)
  await sql`update account set person_id = ${personId} where account_id = ${accountId}`.execute(db)
}

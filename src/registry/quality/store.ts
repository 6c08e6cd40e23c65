import { type Db, insertMany, inTransaction } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { identityHmac, showAnswers } from '../dukcapil/store.ts'
import type { Family, Person, Register } from '../schema.ts'
import { isBornOnDay } from './input-tables.ts'
import type { RegisterQuality } from './judge-register.ts'

/** Replaces what is known of the records' quality with that of one run, and shows Dukcapil's answers. */
export async function saveQuality(
  db: Db,
  secrets: Secrets,
  { quality, register }: { readonly quality: RegisterQuality; readonly register: Register },
): Promise<void> {
  const personOf = new Map(register.persons.map((person) => [person.personId, person]))
  const familyOf = new Map(register.families.map((family) => [family.familyId, family]))
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('quality_finding').execute()
    await tx.deleteFrom('person_quality').execute()
    await insertMany(
      tx,
      'person_quality',
      [
        'person_id',
        'family_id',
        'ward',
        'offices',
        'is_unique',
        'is_in_one_family',
        'is_complete',
        'missing',
        'identity_hmac',
      ],
      quality.persons.map((line) => ({
        ...line,
        is_complete: line.missing.length === 0,
        identity_hmac: identityOf(
          secrets,
          personOf.get(line.person_id),
          familyOf.get(line.family_id),
        ),
      })),
    )
    await insertMany(
      tx,
      'quality_finding',
      ['code', 'family_id', 'person_id', 'ward', 'offices'],
      quality.findings,
    )
    await showAnswers(tx)
  })
}

/** What Dukcapil can be asked about; null where NIK, name or the day of birth is not known. */
function identityOf(
  secrets: Secrets,
  person: Person | undefined,
  family: Family | undefined,
): Uint8Array | null {
  if (person?.nik === undefined || person.name === undefined) return null
  const { nik, name, birthDate } = person
  if (birthDate === undefined || !isBornOnDay(person)) return null
  const address = family?.address
  return identityHmac(secrets, {
    nik,
    name,
    birthDate,
    ...(address === undefined ? {} : { address }),
  })
}

import { sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { DukcapilAnswer, DukcapilQuestion } from './service.ts'

/** A record that can be asked about, under the HMAC of exactly what is asked. */
export interface AskedRecord {
  readonly question: DukcapilQuestion
  readonly identityHmac: Uint8Array
}

/** What an answer holds for: another name, birth date or address is another question. */
export function identityHmac(secrets: Secrets, question: DukcapilQuestion): Uint8Array {
  const { nik, name, birthDate, address } = question
  const said = [nik, name, birthDate, address ?? '']
  return secrets.textHmacOf('dukcapil-identity', JSON.stringify(said))
}

/** Of this many records without an answer, those after a key, in the order of their keys. */
export async function findUnasked(
  db: Db,
  secrets: Secrets,
  { after, count }: { readonly after: string; readonly count: number },
): Promise<{ readonly records: readonly AskedRecord[]; readonly last: string | undefined }> {
  const { rows } = await sql<{
    person_id: string
    name: string | null
    birth_date: string | null
    address: string | null
    nik_cipher: Uint8Array | null
    identity_hmac: Uint8Array
  }>`
    select q.person_id, p.name, p.birth_date, f.address, p.nik_cipher, q.identity_hmac
    from person_quality q
    join person p using (person_id)
    join family f on f.family_id = p.family_id
    where q.identity_hmac is not null and q.dukcapil_state is null and q.person_id > ${after}
    order by q.person_id limit ${count}`.execute(db)
  const records = rows.flatMap((row): AskedRecord[] => {
    const { name, birth_date: birthDate, nik_cipher: cipher, address } = row
    if (name === null || birthDate === null || cipher === null) return []
    const nik = secrets.unseal(cipher)
    const question = { nik, name, birthDate, ...(address === null ? {} : { address }) }
    // what was put right meanwhile is asked after the next run
    const hmac = identityHmac(secrets, question)
    return Buffer.compare(hmac, secrets.renewHmac(row.identity_hmac)) === 0
      ? [{ question, identityHmac: hmac }]
      : []
  })
  return { records, last: rows.at(-1)?.person_id }
}

/** Keeps answers, and shows them with the records that they are about. */
export async function saveAnswers(
  db: Db,
  answers: readonly { readonly identityHmac: Uint8Array; readonly answer: DukcapilAnswer }[],
  { source, clock }: { readonly source: string; readonly clock: Clock },
): Promise<void> {
  if (answers.length === 0) return
  const at = clock().toISOString()
  // two records that say the same are one question
  const byIdentity = new Map(answers.map((line) => [line.identityHmac.toString(), line]))
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('dukcapil_check')
      .values(
        [...byIdentity.values()].map(({ identityHmac: hmac, answer }) => ({
          identity_hmac: hmac,
          state: answer.state,
          address: answer.address,
          checked_at: at,
          source,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('identity_hmac').doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          address: eb.ref('excluded.address'),
          checked_at: eb.ref('excluded.checked_at'),
          source: eb.ref('excluded.source'),
        })),
      )
      .execute()
    await showAnswers(tx)
  })
}

/**
 * Puts the answers to the records of the register. `padan` confirms a record where the address is the
 * same, and leaves it unknown where the service does not tell the address.
 */
export async function showAnswers(db: Db): Promise<void> {
  await sql`
    update person_quality q
    set dukcapil_state = c.state, dukcapil_at = c.checked_at, dukcapil_source = c.source,
      is_confirmed = case
        when c.state <> 'padan' or c.address = 'different' then false
        when c.address = 'same' then true end
    from dukcapil_check c
    where c.identity_hmac = q.identity_hmac and q.dukcapil_at is distinct from c.checked_at`.execute(
    db,
  )
}

const Standing = z.object({ answered: z.number(), last_at: z.string().nullable() })

/** How many records have an answer, and when the last one came. */
export async function findAnswered(scoped: Db): Promise<z.infer<typeof Standing>> {
  const { rows } = await sql`
    select count(*)::integer as answered, max(dukcapil_at) as last_at
    from person_quality where dukcapil_state is not null`.execute(scoped)
  return Standing.parse(rows[0])
}

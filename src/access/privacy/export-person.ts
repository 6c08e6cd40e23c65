import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import { type ExportSubject, exportParts } from './export-parts.ts'
import { findOthers, hideOthers } from './hide-others.ts'
import { findPersonIds, findPresentPersonId } from './present-person.ts'
import type { Words } from './schema.ts'

type Row = Readonly<Record<string, unknown>>

/** A table of the store, as far as it tells of one person. */
export interface ExportSection {
  readonly table: string
  readonly title: Words
  readonly rows: readonly Row[]
}

/**
 * Everything that the store holds of a person, numbers of cards decrypted, and nothing of others:
 * their names, keys and facts are blotted out where a row of the person tells them too.
 *
 * @throws AppError `person-not-found`.
 */
export async function exportPerson(
  db: Db,
  secrets: Secrets,
  personId: string,
): Promise<ExportSection[]> {
  const subject = await findSubject(db, personId)
  const others = await findOthers(db, subject)
  const sections: ExportSection[] = []
  for (const { table, title, rows: rowsOf } of exportParts) {
    const { rows } = await rowsOf(subject).execute(db)
    const shown = rows.map((row) => hideOthers(unsealRow(row, secrets), others))
    sections.push({ table, title, rows: shown.map(toRow) })
  }
  return sections
}

async function findSubject(db: Db, askedId: string): Promise<ExportSubject> {
  const personId = await findPresentPersonId(db, askedId)
  const person = await db
    .selectFrom('person')
    .select('family_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person) throw new AppError('person-not-found', { personId: askedId })
  const personIds = await findPersonIds(db, personId)
  const { rows } = await sql<{ account_id: string }>`
    select account_id from account where present_person(person_id) = ${personId}`.execute(db)
  return {
    personId,
    personIds,
    familyId: person.family_id,
    accountIds: rows.map(({ account_id }) => account_id),
  }
}

/** `nik_cipher` becomes `nik`; what is empty is left out. */
function unsealRow(row: Row, secrets: Secrets): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([key, value]) =>
        key.endsWith('_cipher') && value instanceof Uint8Array
          ? [key.slice(0, -'_cipher'.length), secrets.unseal(value)]
          : [key, value],
      ),
  )
}

function toRow(value: unknown): Row {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

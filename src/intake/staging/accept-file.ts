import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { acceptFile, withdrawFile } from '../kept-files.ts'
import { findReading } from './file-reading.ts'
import type { FileEffect } from './schema.ts'

/**
 * Lets a file count from now on, and the one that it puts right no more. The register follows.
 *
 * @param despite warnings that whoever accepts has read.
 * @throws AppError `intake-file-accepted`, `intake-file-not-read`, `intake-file-warned`.
 */
export async function acceptHandedFile(
  tx: Db,
  fileId: string,
  {
    accountId,
    despite,
  }: { readonly accountId: string | null; readonly despite: readonly string[] },
): Promise<void> {
  // Of two who accept at once the second waits here, and finds it done.
  const file = await tx
    .selectFrom('intake_file')
    .select(['state', 'reading', 'read_batch', 'mend_batch', 'replaces'])
    .where('file_id', '=', fileId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (file.state === 'accepted') throw new AppError('intake-file-accepted', { fileId })
  const reading = findReading(file.reading)
  const isRead = reading?.isWhole === true && file.read_batch === file.mend_batch
  if (!isRead || file.state === 'received' || file.state === 'faulty') {
    throw new AppError('intake-file-not-read', { fileId })
  }
  const unread = reading.warnings.map(({ code }) => code).filter((code) => !despite.includes(code))
  if (unread.length > 0) {
    throw new AppError('intake-file-warned', { warnings: [...new Set(unread)] })
  }
  if (file.replaces !== null) {
    await withdrawFile(tx, file.replaces, { accountId, reason: `diganti berkas ${fileId}` })
  }
  await acceptFile(tx, fileId, accountId)
}

/**
 * Takes a file back that counts, or one that could not be read to the end.
 *
 * @throws AppError `intake-file-not-accepted`.
 */
export async function withdrawHandedFile(
  tx: Db,
  fileId: string,
  {
    isBeingRead,
    ...by
  }: { readonly accountId: string; readonly reason: string; readonly isBeingRead: boolean },
): Promise<void> {
  const file = await tx
    .selectFrom('intake_file')
    .select('state')
    .where('file_id', '=', fileId)
    .forUpdate()
    .executeTakeFirst()
  if (await withdrawFile(tx, fileId, by)) return
  if (file?.state !== 'received' || isBeingRead)
    throw new AppError('intake-file-not-accepted', { fileId })
  await tx
    .updateTable('intake_file')
    .set({ state: 'withdrawn' })
    .where('file_id', '=', fileId)
    .execute()
}

/** What of the register, as it was made last, comes from a file and what from it alone. */
export async function findEffect(db: Db, name: string): Promise<FileEffect> {
  const { rows } = await sql<Omit<FileEffect, 'isInRegister'>>`
    with mine as (
      select r.person_id, r.family_id from import_row r join list_sheet s using (sheet_no)
      where s.file = ${name}),
    elsewhere as (
      select r.person_id, r.family_id from import_row r join list_sheet s using (sheet_no)
      where s.file <> ${name}
        and (r.person_id in (select person_id from mine) or r.family_id in (select family_id from mine)))
    select (select count(*) from mine)::integer as rows,
      (select count(distinct person_id) from mine)::integer as persons,
      (select count(distinct family_id) from mine)::integer as families,
      (select count(distinct person_id) from mine where person_id is not null
        and person_id not in (select person_id from elsewhere where person_id is not null))::integer
        as "personsOnlyHere",
      (select count(distinct family_id) from mine where family_id is not null
        and family_id not in (select family_id from elsewhere where family_id is not null))::integer
        as "familiesOnlyHere"`.execute(db)
  const [counts] = rows
  const none = { rows: 0, persons: 0, personsOnlyHere: 0, families: 0, familiesOnlyHere: 0 }
  return { isInRegister: (counts?.rows ?? 0) > 0, ...none, ...counts }
}

import { sql } from 'kysely'
import { type Clock, today } from '#platform/clock'
import type { Db } from '#platform/db'
import type { JobRun } from '#platform/jobs'
import type { Secrets } from '#platform/secrets'
import { loadKept } from '../kept-files.ts'
import { countReading, type FileReading } from './file-reading.ts'
import { findWarnings } from './find-warnings.ts'
import { findMappings, findRemembered } from './mappings.ts'
import { findMends } from './mends.ts'
import { readInThread } from './read-in-thread.ts'
import { saveReading } from './save-reading.ts'
import type { KnownCounts } from './schema.ts'
import type { StagedReading } from './staged-reading.ts'

/** Reads one file; its subject is the file. */
export const readFileKind = { kind: 'read-file', isInLine: true } as const

export interface ReadFileParts {
  readonly db: Db
  readonly secrets: Secrets
  readonly clock: Clock
}

/**
 * Reads a kept file with the mends that hold now, and stores what it says in place of what was read
 * before. A process that dies in between leaves the reading before it; a second run gives the same.
 */
export async function readKeptFile(
  { db, secrets, clock }: ReadFileParts,
  { subjectId: fileId, signal, onProgress }: JobRun,
): Promise<void> {
  if (fileId === null) return
  const source = await loadSource(db, secrets, fileId)
  if (!source) return
  const { file, content, mends, mappings } = source
  const isFirstTime = file.state === 'received' && mappings.length === 0 && file.mend_batch === 0
  const save = async (reading: StagedReading, isWhole: boolean): Promise<FileReading> => {
    const counts = countReading(reading, isWhole)
    await saveReading(db, secrets, reading, { fileId, batch: file.mend_batch, counts })
    return counts
  }
  const staged = { name: file.name, content, mends, mappings, today: today(clock) }
  const listeners = {
    signal,
    onProgress,
    onFirst: async (first: StagedReading) => {
      // A file that was read before shows that until the whole is there again.
      if (isFirstTime) await save(first, false)
    },
  }
  let reading = await readInThread(staged, listeners)
  const remembered = isFirstTime
    ? await findRemembered(db, secrets, file.organisation_id, reading)
    : new Map()
  if (remembered.size > 0) {
    reading = await readInThread({ ...staged, mappings: [...remembered.values()] }, listeners)
  }
  signal.throwIfAborted()
  onProgress({ stage: 'store', share: 0 })
  await db.transaction().execute(async (tx) => {
    const counts = countReading(reading, true)
    const of = { fileId, batch: file.mend_batch, counts }
    if (!(await saveReading(tx, secrets, reading, of))) return
    for (const [place, mapping] of remembered) {
      await tx
        .updateTable('intake_sheet')
        .set({ mapping: JSON.stringify(mapping) })
        .where('file_id', '=', fileId)
        .where('sheet_place', '=', place)
        .execute()
    }
    const warned = {
      fileId,
      organisationId: file.organisation_id,
      replaces: file.replaces,
      today: today(clock),
    }
    const known = await countKnown(tx, fileId, file.name)
    const warnings = await findWarnings(tx, warned, reading, counts)
    await tx
      .updateTable('intake_file')
      .set({ reading: JSON.stringify({ ...counts, known, warnings }) })
      .where('file_id', '=', fileId)
      .execute()
  })
  onProgress({ stage: 'store', share: 1 })
}

/** File, bytes and mends as of one moment; undefined when the file is gone. */
async function loadSource(db: Db, secrets: Secrets, fileId: string) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const file = await tx
        .selectFrom('intake_file')
        .select(['name', 'organisation_id', 'replaces', 'state', 'mend_batch'])
        .where('file_id', '=', fileId)
        .executeTakeFirst()
      if (!file) return undefined
      const content = await loadKept(tx, secrets, fileId)
      const mends = await findMends(tx, secrets, fileId)
      return { file, content, mends, mappings: await findMappings(tx, fileId) }
    })
}

/** How much of a file the register knows by number, its own rows left out. */
async function countKnown(db: Db, fileId: string, name: string): Promise<KnownCounts> {
  const { rows } = await sql<{ kind: string; known: number; all: number }>`
    with mine as (
      select distinct 'nik' as kind, nik_hmac as hmac from intake_row
      where file_id = ${fileId} and nik_hmac is not null
      union all
      select distinct 'kk', kk_hmac from intake_row
      where file_id = ${fileId} and kk_hmac is not null),
    there as (
      select distinct 'nik' as kind, r.nik_hmac as hmac
      from import_row r join list_sheet s using (sheet_no)
      where s.file <> ${name} and r.nik_hmac is not null
      union all
      select distinct 'kk', r.kk_hmac
      from import_row r join list_sheet s using (sheet_no)
      where s.file <> ${name} and r.kk_hmac is not null)
    select mine.kind, count(there.hmac)::integer as known, count(*)::integer as all
    from mine left join there using (kind, hmac) group by mine.kind`.execute(db)
  const { rows: bare } = await sql<{ count: number }>`
    select count(*)::integer as count from intake_row
    where file_id = ${fileId} and nik_hmac is null and kk_hmac is null`.execute(db)
  const of = (kind: string) => rows.find((row) => row.kind === kind) ?? { known: 0, all: 0 }
  return {
    familiesKnown: of('kk').known,
    familiesNew: of('kk').all - of('kk').known,
    personsKnown: of('nik').known,
    personsNew: of('nik').all - of('nik').known,
    rowsWithoutNumber: bare[0]?.count ?? 0,
  }
}

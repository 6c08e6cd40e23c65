import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { fromCursor, toCursor } from '#platform/http'
import type { JobView } from '#platform/jobs'
import { type FileFaultCode, fileFault, isFileFaultCode } from '../files/file-fault.ts'
import { findReading } from './file-reading.ts'
import type { FileState, IntakeFile, IntakeFileLine, IntakeFilesPage } from './schema.ts'

const pageSize = 50

interface FilesFilter {
  readonly state?: FileState | undefined
  readonly organisationId?: string | undefined
  readonly cursor?: string | undefined
}

/** Files as they were handed over, the latest first, without names of people and offices; `db` is a viewer's. */
export async function findHandedFiles(
  db: Db,
  { state, organisationId, cursor }: FilesFilter,
  now: Date,
): Promise<IntakeFilesPage> {
  let query = selectLines(db)
  if (state) query = query.where('f.state', '=', state)
  if (organisationId) query = query.where('f.organisation_id', '=', organisationId)
  if (cursor) {
    const [at, fileId] = fromCursor(cursor, 2)
    query = query.where(
      sql<boolean>`(f.received_at, f.file_id) < (${String(at)}::timestamptz, ${String(fileId)}::text)`,
    )
  }
  const rows = await query
    .orderBy('f.received_at', 'desc')
    .orderBy('f.file_id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    files: shown.map(toLine),
    late: cursor ? [] : await findLateOffices(db, now),
    nextCursor: rows.length > pageSize && last ? toCursor([last.received_at, last.file_id]) : null,
  }
}

function selectLines(db: Db) {
  return db
    .selectFrom('intake_file as f')
    .leftJoin('intake_acceptance as a', (join) =>
      join.onRef('a.file_id', '=', 'f.file_id').on('a.withdrawn_at', 'is', null),
    )
    .select([
      'f.file_id',
      'f.name',
      'f.organisation_id',
      'f.received_by',
      'f.received_at',
      'f.size_bytes',
      'f.paper_number',
      'f.paper_date',
      'f.purpose',
      'f.replaces',
      'f.state',
      'f.fault_code',
      'f.reading',
      'f.accept_no',
      'a.accepted_at',
      'a.accepted_by',
      sql<string | null>`(select r.file_id from intake_file r where r.replaces = f.file_id
        order by r.received_at desc limit 1)`.as('replaced_by'),
    ])
}
type LineRow = Awaited<ReturnType<ReturnType<typeof selectLines>['execute']>>[number]

function toLine(row: LineRow): IntakeFileLine {
  const reading = findReading(row.reading)
  return {
    fileId: row.file_id,
    name: row.name,
    organisationId: row.organisation_id,
    organisationName: null,
    received: { at: row.received_at, by: row.received_by },
    sizeBytes: row.size_bytes,
    paperNumber: row.paper_number,
    paperDate: row.paper_date,
    purpose: row.purpose,
    replaces: row.replaces,
    replacedBy: row.replaced_by,
    state: row.state,
    firstReading: null,
    faultCode: row.fault_code,
    kinds: reading?.kinds ?? [],
    period: reading?.period ?? null,
    counts: reading?.counts ?? null,
    warnings: [...new Set(reading?.warnings.map(({ code }) => code))],
    accepted: row.accepted_at === null ? null : { at: row.accepted_at, by: row.accepted_by },
    acceptNo: row.accept_no,
  }
}

/** One file with what its page shows first. @throws AppError `intake-file-not-found`. */
export async function getHandedFile(
  db: Db,
  fileId: string,
  { accountId, job }: { readonly accountId: string; readonly job: JobView | undefined },
): Promise<IntakeFile> {
  const row = await selectLines(db).where('f.file_id', '=', fileId).executeTakeFirst()
  if (!row) throw new AppError('intake-file-not-found', { fileId })
  const reading = findReading(row.reading)
  const acceptances = await db
    .selectFrom('intake_acceptance')
    .selectAll()
    .where('file_id', '=', fileId)
    .orderBy('acceptance_no', 'desc')
    .execute()
  const { rows: mends } = await sql<{ cells: number; sheets: number }>`
    select (select count(distinct (sheet_place, row, column_no))::integer from cell_mend
        where file_id = ${fileId} and ended_at is null) as cells,
      (select count(*)::integer from intake_sheet where file_id = ${fileId}) as sheets`.execute(db)
  const { rows: last } = await sql<{ at: string; cells: number }>`
    select made_at as at, count(*)::integer as cells from cell_mend
    where file_id = ${fileId} and made_by = ${accountId} and ended_at is null
    group by batch_no, made_at order by batch_no desc limit 1`.execute(db)
  return {
    ...toLine(row),
    firstReading: firstReadingState(row.state, job),
    reading: {
      state: readingState(row.state, job, reading !== undefined),
      jobId: job?.jobId ?? null,
      share: job?.share ?? (reading ? 1 : 0),
      rowsRead: reading?.rowsRead ?? 0,
      errorCode: job?.errorCode ?? null,
    },
    fault:
      row.fault_code !== null && isFileFaultCode(row.fault_code) ? faultOf(row.fault_code) : null,
    known: reading?.known ?? null,
    stopReasons: reading?.warnings ?? [],
    sheetCount: mends[0]?.sheets ?? 0,
    mendCount: mends[0]?.cells ?? 0,
    lastMend: last[0] ?? null,
    acceptances: acceptances.map((one) => ({
      accepted: { at: one.accepted_at, by: one.accepted_by },
      withdrawn: one.withdrawn_at === null ? null : { at: one.withdrawn_at, by: one.withdrawn_by },
      reason: one.withdrawn_reason,
    })),
  }
}

function faultOf(code: FileFaultCode): IntakeFile['fault'] {
  const { hintId, hintEn } = fileFault('', code)
  return { code, hintId, hintEn }
}

/** How the reading of a file stands that nobody has read yet; null once it was read. */
export function firstReadingState(
  state: FileState,
  job: JobView | undefined,
): IntakeFileLine['firstReading'] {
  return state === 'received' ? readingState(state, job, false) : null
}

/** A file of a folder counts without ever having been read here: `none` until somebody asks. */
function readingState(
  state: FileState,
  job: JobView | undefined,
  isRead: boolean,
): IntakeFile['reading']['state'] {
  if (job) return job.state
  return isRead || state === 'faulty' ? 'done' : 'none'
}

const msADay = 86_400_000
/** Days over its habit that an office is left alone. */
const graceDays = 7

/** Offices whose next file is later than the days between their files lead one to expect. */
async function findLateOffices(db: Db, now: Date): Promise<IntakeFilesPage['late']> {
  const { rows } = await sql<{ id: string; days: readonly string[] }>`
    select f.organisation_id as id,
      array_agg(distinct to_char(f.received_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD')) as days
    from intake_file f where f.state <> 'faulty' and f.organisation_id is not null
    group by f.organisation_id having count(*) >= 3 order by 1`.execute(db)
  return rows.flatMap(({ id, days }) => {
    const sorted = [...days].toSorted()
    const [last] = sorted.slice(-1)
    const gaps = sorted.slice(1).map((day, no) => daysBetween(sorted[no] ?? day, day))
    const usualDays = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
    if (last === undefined || usualDays === undefined) return []
    const daysLate = daysBetween(last, now.toISOString().slice(0, 10)) - usualDays
    return daysLate <= graceDays
      ? []
      : [{ organisationId: id, organisationName: id, lastReceivedAt: last, usualDays, daysLate }]
  })
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msADay)
}

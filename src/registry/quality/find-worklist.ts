import { sql } from 'kysely'
import { maskId } from '#intake'
import type { Db } from '#platform/db'
import { fromCursor, toCursor } from '#platform/http'
import type { Secrets } from '#platform/secrets'
import { regionName } from '#territory'
import type { QualityCode } from './codes.ts'
import { filterSql } from './find-quality.ts'
import { type QualityFilter, WorklistLine, type WorklistPage } from './schema.ts'

const pageSize = 50
const exactUpTo = 10_000

/** A worklist, for a ward, an office or all. */
export interface WorklistAsked {
  readonly code: QualityCode
  readonly filter: QualityFilter
}

/**
 * One page of a worklist, in the order of the families' keys.
 *
 * @throws AppError `cursor-invalid`.
 */
export async function findWorklist(
  scoped: Db,
  secrets: Secrets,
  { cursor, ...asked }: WorklistAsked & { readonly cursor?: string | undefined },
): Promise<WorklistPage> {
  const [familyId, personId] = cursor === undefined ? ['', ''] : fromCursor(cursor, 2)
  const after = sql<boolean>`(record.family_id, record.person_id) > (${String(familyId)}::text, ${String(personId)}::text)`
  const rows = await worklistRows(scoped, asked, cursor === undefined ? sql<boolean>`true` : after)
    .limit(pageSize + 1)
    .execute()
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  const count = await countWorklist(scoped, asked, exactUpTo + 1)
  return {
    lines: rows.slice(0, pageSize).map((row) => toLine(row, secrets)),
    total: count > exactUpTo ? null : count,
    nextCursor: last ? toCursor([last.family_id, last.person_id]) : null,
  }
}

/** How many lines a worklist has; counting stops at `most`. */
export async function countWorklist(
  scoped: Db,
  asked: WorklistAsked,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from (select 1 from ${recordsSql(asked)} as record limit ${most}) as found`.execute(scoped)
  return rows[0]?.count ?? 0
}

/** Records of a worklist: family, person or '', offices. */
function recordsSql({ code, filter }: WorklistAsked) {
  if (code === 'not-confirmed' || code === 'dukcapil-differs') {
    const state = code === 'not-confirmed' ? sql`is_confirmed is null` : sql`not is_confirmed`
    return sql<RecordRow>`(
      select family_id, person_id, offices from person_quality where ${state} and ${filterSql(filter)})`
  }
  return sql<RecordRow>`(
    select family_id, person_id, offices from quality_finding
    where code = ${code} and ${filterSql(filter)})`
}

interface RecordRow {
  family_id: string
  person_id: string
  offices: readonly string[]
}

/** The lines of a worklist as a query, in the order of the families' keys. */
export function worklistRows(
  scoped: Db,
  asked: WorklistAsked,
  after: ReturnType<typeof sql<boolean>> = sql<boolean>`true`,
) {
  return scoped
    .selectFrom(recordsSql(asked).as('record'))
    .leftJoin('family as f', 'f.family_id', 'record.family_id')
    .leftJoin('person as p', 'p.person_id', 'record.person_id')
    .leftJoin('person_quality as q', 'q.person_id', 'record.person_id')
    .select([
      'record.family_id',
      'record.person_id',
      'record.offices',
      'f.head_name',
      'f.ward',
      'f.rt',
      'f.kk_cipher',
      'p.name',
      'p.nik_cipher',
      'p.birth_date',
      'p.birth_precision',
      'p.sex',
      'q.dukcapil_state',
      'q.dukcapil_at',
    ])
    .where(sql<boolean>`record.family_id is not null`)
    .where(() => after)
    .orderBy('record.family_id')
    .orderBy('record.person_id')
}

type Row = Awaited<ReturnType<ReturnType<typeof worklistRows>['execute']>>[number]

/** A line as it is shown: numbers masked, with what the NIK tells of its bearer. */
export function toLine(row: Row, secrets: Secrets): WorklistLine {
  const nik = row.nik_cipher ? secrets.unseal(row.nik_cipher) : null
  const told = nik === null ? null : partsOf(nik)
  return WorklistLine.parse({
    familyId: row.family_id,
    personId: row.person_id === '' ? null : row.person_id,
    name: row.name,
    headName: row.head_name,
    nikMasked: nik === null ? null : maskId(nik),
    kkMasked: row.kk_cipher ? maskId(secrets.unseal(row.kk_cipher)) : null,
    ward: row.ward,
    wardName: row.ward === null ? null : (regionName(row.ward) ?? row.ward),
    rt: row.rt,
    birthDate: row.birth_precision === 'year' ? null : row.birth_date,
    sex: row.sex,
    nikBirth: told?.birth ?? null,
    nikSex: told?.sex ?? null,
    dukcapilState: row.dukcapil_state ?? 'belum_dicek',
    dukcapilAt: row.dukcapil_at,
    offices: row.offices,
  })
}

/** Day, month, year without its century, and sex, as the digits of a NIK tell them. */
function partsOf(nik: string) {
  const written = Number(nik.slice(6, 8))
  if (nik.length !== 16) return null
  const day = String(written > 40 ? written - 40 : written).padStart(2, '0')
  return {
    birth: `${day}-${nik.slice(8, 10)}-${nik.slice(10, 12)}`,
    sex: written > 40 ? 'female' : 'male',
  }
}

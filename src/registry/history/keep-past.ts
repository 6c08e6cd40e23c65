import { sql } from 'kysely'
import type { Intake } from '#intake/schema'
import { type Db, insertMany } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { Instant } from '#platform/tables'
import type { Register } from '../schema.ts'
import { followIds } from './aliases.ts'
import { contentsOf, type SubjectContent } from './content-hmac.ts'

/** A register about to be saved, with the rows that it was made from. */
export interface MadeRegister {
  readonly register: Register
  readonly intake: Intake
}

/**
 * Puts aside what the register in the store says otherwise than the one about to replace it, and notes
 * where ids went. Call it while the register and the rows before still stand in the store.
 *
 * A person or family whose content is the same keeps its version; where all are, nothing is written.
 *
 * @param at the moment of saving.
 * @returns the moment from which the new versions hold.
 */
export async function keepPast(
  tx: Db,
  secrets: Secrets,
  { register, intake }: MadeRegister,
  at: Instant,
): Promise<Instant> {
  const contents = contentsOf(register, intake, secrets)
  const present = await tx
    .selectFrom('subject_version')
    .select(['version_no', 'kind', 'subject_id', 'content_hmac'])
    .where('recorded_to', 'is', null)
    .execute()
  const unchanged = new Set<string>()
  const ended: number[] = []
  const gone: { kind: 'person' | 'family'; subjectId: string }[] = []
  for (const { version_no, kind, subject_id, content_hmac } of present) {
    const content = contents.get(subject_id)
    const before = secrets.renewHmac(content_hmac)
    if (content && Buffer.compare(content.hmac, before) === 0) unchanged.add(subject_id)
    else ended.push(version_no)
    if (!content) gone.push({ kind, subjectId: subject_id })
  }
  const begun = [...contents.values()].filter(({ subjectId }) => !unchanged.has(subjectId))
  const from = await momentAfterLast(tx, at)
  await followIds(tx, { register, intake }, gone, from)
  await endVersions(tx, ended, from)
  await beginVersions(tx, begun, from)
  return from
}

/** The moment, or one just after the last version: a clock that was put back must not mix them up. */
async function momentAfterLast(tx: Db, at: Instant): Promise<Instant> {
  const { rows } = await sql<{ at: Instant }>`
    select greatest(${at}::timestamptz,
      (select max(greatest(recorded_from, recorded_to)) from subject_version) + interval '1 millisecond',
      (select max(greatest(recorded_from, recorded_to)) from subject_alias) + interval '1 millisecond',
      (select max(greatest(recorded_from, recorded_to)) from dwelling_stay) + interval '1 millisecond')
      as at`.execute(tx)
  return rows[0]?.at ?? at
}

function beginVersions(tx: Db, begun: readonly SubjectContent[], from: Instant): Promise<void> {
  return insertMany(
    tx,
    'subject_version',
    ['kind', 'subject_id', 'family_id', 'recorded_from', 'content_hmac'],
    begun.map(({ kind, subjectId, familyId, hmac }) => ({
      kind,
      subject_id: subjectId,
      family_id: familyId,
      recorded_from: from,
      content_hmac: hmac,
    })),
  )
}

async function endVersions(tx: Db, versionNos: readonly number[], to: Instant): Promise<void> {
  if (versionNos.length === 0) return
  const ended = sql`select version_no, subject_id from subject_version
    where version_no = any(${`{${versionNos.join(',')}}`}::integer[])`
  const origins = sql`(
    select coalesce(jsonb_agg(jsonb_build_object('field', o.field,
        'ref', jsonb_build_object('file', s.file, 'sheet', s.sheet, 'row', r.row),
        'others', case when cardinality(o.other_row_nos) = 0 then '[]'::jsonb else (
          select coalesce(jsonb_agg(
            jsonb_build_object('file', os.file, 'sheet', os.sheet, 'row', other.row) order by place), '[]')
          from unnest(o.other_row_nos) with ordinality as n (row_no, place)
          join import_row other on other.row_no = n.row_no
          join list_sheet os on os.sheet_no = other.sheet_no) end) order by o.field), '[]')
    from value_origin o
    join import_row r on r.row_no = o.row_no
    join list_sheet s on s.sheet_no = r.sheet_no
    where o.subject_id = e.subject_id)`
  await sql`
    insert into family_past (version_no, family_id, head_person_id, head_name, ward, district, address, rt, rw,
      latitude, longitude, decile, list_count, member_count, kk_cipher, kk_hmac, detail, origins)
    select e.version_no, f.family_id, f.head_person_id, f.head_name, f.ward, f.district, f.address, f.rt, f.rw,
      f.latitude, f.longitude, f.decile, f.list_count, f.member_count, f.kk_cipher, f.kk_hmac, f.detail, ${origins}
    from (${ended}) e join family f on f.family_id = e.subject_id`.execute(tx)
  await sql`
    insert into person_past (version_no, person_id, family_id, ward, district, name, sex, birth_date,
      birth_precision, birth_year, status, status_date, relation, valid_from, valid_to, nik_cipher, nik_hmac,
      detail, origins)
    select e.version_no, p.person_id, p.family_id, f.ward, f.district, p.name, p.sex, p.birth_date,
      p.birth_precision, p.birth_year, p.status, p.status_date, m.relation, m.valid_from, m.valid_to,
      p.nik_cipher, p.nik_hmac, p.detail, ${origins}
    from (${ended}) e join person p on p.person_id = e.subject_id
    join family f on f.family_id = p.family_id
    left join membership m on m.person_id = p.person_id and m.family_id = p.family_id`.execute(tx)
  await sql`
    insert into row_past (version_no, place, file, sheet, row, kind, title, provider, period, fields, nik_cipher,
      nik_hmac, kk_cipher, kk_hmac)
    select e.version_no, r.row_no, s.file, s.sheet, r.row, s.kind, s.title, s.provider, s.detail -> 'period',
      r.fields, r.nik_cipher, r.nik_hmac, r.kk_cipher, r.kk_hmac
    from (${ended}) e join person p on p.person_id = e.subject_id
    join import_row r on r.person_id = e.subject_id
    join list_sheet s on s.sheet_no = r.sheet_no`.execute(tx)
  await sql`
    update subject_version set recorded_to = ${to}::timestamptz
    where version_no = any(${`{${versionNos.join(',')}}`}::integer[])`.execute(tx)
}

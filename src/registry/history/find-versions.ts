import { sql } from 'kysely'
import { z } from 'zod'
import { type FamilyFields, listKinds, type PersonFields, type RowFields } from '#intake/schema'
import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { Instant } from '#platform/tables'
import type { FamilyVersions, KnownFamilyRecord, KnownPerson, KnownRow } from './schema.ts'

/** Which moment is asked about; every moment where it is absent. */
export interface Moment {
  readonly at?: Instant | undefined
}

const Ref = z.object({ file: z.string(), sheet: z.string(), row: z.number() })
const Origins = z.array(z.object({ field: z.string(), ref: Ref, others: z.array(Ref) }))
const Period = z.object({ from: z.string(), to: z.string() }).nullable()
const Kind = z.enum(listKinds).catch('other')
/** Fields as a run wrote them. */
const Fields = z.custom<RowFields & FamilyFields & PersonFields>(
  (value) => typeof value === 'object' && value !== null,
)

interface VersionLine {
  readonly version_no: number
  readonly kind: 'person' | 'family'
  readonly subject_id: string
  readonly recorded_from: Instant
  readonly recorded_to: Instant | null
}

/**
 * What the register said of a family and of whoever stood in it: at one moment, or ever. Read with the
 * rights of a viewer it has the versions and fields that the viewer may see.
 */
export async function findVersions(
  db: Db,
  secrets: Secrets,
  familyId: string,
  { at }: Moment = {},
): Promise<FamilyVersions> {
  const inForce =
    at === undefined
      ? sql`true`
      : sql`recorded_from <= ${at}::timestamptz
          and (recorded_to is null or recorded_to > ${at}::timestamptz)`
  const { rows: lines } = await sql<VersionLine>`
    select version_no, kind, subject_id, recorded_from, recorded_to from subject_version
    where family_id = ${familyId} and ${inForce}
    order by recorded_from, version_no`.execute(db)
  const present = new Map<string, VersionLine>()
  const past = new Map<number, VersionLine>()
  for (const line of lines) {
    if (line.recorded_to === null) present.set(line.subject_id, line)
    else past.set(line.version_no, line)
  }
  const isFamilyPresent = present.has(familyId)
  return {
    families: [
      ...(await findPastFamilies(db, secrets, past)),
      ...(isFamilyPresent ? await findPresentFamily(db, secrets, familyId, present) : []),
    ],
    persons: [
      ...(await findPastPersons(db, secrets, past)),
      ...(await findPresentPersons(db, secrets, familyId, present)),
    ],
  }
}

/** What the register said of one person, ever; in no order. Read with the rights of a viewer as above. */
export async function findPersonVersions(
  db: Db,
  secrets: Secrets,
  personId: string,
): Promise<KnownPerson[]> {
  const { rows: lines } = await sql<VersionLine & { family_id: string }>`
    select version_no, kind, subject_id, recorded_from, recorded_to, family_id from subject_version
    where subject_id = ${personId} and kind = 'person'`.execute(db)
  const past = new Map(
    lines.flatMap((line) => (line.recorded_to === null ? [] : [[line.version_no, line] as const])),
  )
  const found = await findPastPersons(db, secrets, past)
  const standing = lines.find(({ recorded_to }) => recorded_to === null)
  if (!standing) return found
  const present = new Map([[personId, standing]])
  return [...found, ...(await findPresentPersons(db, secrets, standing.family_id, present))]
}

type Lines<Key> = ReadonlyMap<Key, VersionLine>
const recordedOf = (line: VersionLine | undefined) => ({
  recordedFrom: line?.recorded_from ?? '',
  recordedTo: line?.recorded_to ?? null,
})
const versionNosOf = (past: Lines<number>, kind: VersionLine['kind']): string =>
  `{${[...past.values()].flatMap((line) => (line.kind === kind ? line.version_no : [])).join(',')}}`

const familyColumns = sql`family_id, head_person_id, head_name, ward, district, address, rt, rw, latitude,
  longitude, decile, list_count, member_count, kk_cipher, detail`

interface FamilyRow {
  readonly family_id: string
  readonly head_person_id: string | null
  readonly head_name: string | null
  readonly ward: string | null
  readonly district: string | null
  readonly address: string | null
  readonly rt: number | null
  readonly rw: number | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly decile: number | null
  readonly list_count: number
  readonly member_count: number
  readonly kk_cipher: Uint8Array | null
  readonly detail: unknown
}

async function findPastFamilies(
  db: Db,
  secrets: Secrets,
  past: Lines<number>,
): Promise<KnownFamilyRecord[]> {
  const { rows } = await sql<FamilyRow & { version_no: number; origins: unknown }>`
    select version_no, ${familyColumns}, origins from family_past
    where version_no = any(${versionNosOf(past, 'family')}::integer[]) order by version_no`.execute(
    db,
  )
  return rows.map((row) => ({
    ...toFamily(row, secrets),
    ...recordedOf(past.get(row.version_no)),
    origins: Origins.parse(row.origins),
  }))
}

async function findPresentFamily(
  db: Db,
  secrets: Secrets,
  familyId: string,
  present: Lines<string>,
): Promise<KnownFamilyRecord[]> {
  const { rows } = await sql<FamilyRow>`
    select ${familyColumns} from family where family_id = ${familyId}`.execute(db)
  const origins = await findPresentOrigins(db, [familyId])
  return rows.map((row) => ({
    ...toFamily(row, secrets),
    ...recordedOf(present.get(familyId)),
    origins: origins.get(familyId) ?? [],
  }))
}

function toFamily(row: FamilyRow, secrets: Secrets) {
  const { kk_cipher } = row
  const { headName: _headName, ...detail } = Fields.parse(row.detail)
  const fields: FamilyFields = {
    ...detail,
    ...present('headName', row.head_name),
    ...present('ward', row.ward),
    ...present('district', row.district),
    ...present('address', row.address),
    ...present('rt', row.rt),
    ...present('rw', row.rw),
    ...present('latitude', row.latitude),
    ...present('longitude', row.longitude),
    ...present('decile', row.decile),
    ...present('kk', kk_cipher && secrets.unseal(kk_cipher)),
  }
  return {
    familyId: row.family_id,
    headPersonId: row.head_person_id,
    fields,
    listCount: row.list_count,
    memberCount: row.member_count,
  }
}

const personColumns = sql`p.person_id, p.family_id, p.name, p.sex, p.birth_date, p.birth_precision,
  p.birth_year, p.status, p.status_date, p.nik_cipher, p.nik_hmac, p.detail`

interface PersonRow {
  readonly person_id: string
  readonly family_id: string
  readonly name: string | null
  readonly sex: string | null
  readonly birth_date: string | null
  readonly birth_precision: string | null
  readonly birth_year: number | null
  readonly status: KnownPerson['status']
  readonly status_date: string | null
  readonly relation: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly nik_cipher: Uint8Array | null
  readonly nik_hmac: Uint8Array | null
  readonly detail: unknown
}

async function findPastPersons(
  db: Db,
  secrets: Secrets,
  past: Lines<number>,
): Promise<KnownPerson[]> {
  const versionNos = versionNosOf(past, 'person')
  const { rows } = await sql<PersonRow & { version_no: number; origins: unknown }>`
    select p.version_no, ${personColumns}, p.relation, p.valid_from, p.valid_to, p.origins
    from person_past p where version_no = any(${versionNos}::integer[]) order by version_no`.execute(
    db,
  )
  const { rows: listRows } = await sql<StoredRow & { version_no: number }>`
    select version_no, place, file, sheet, row, kind, title, provider, period, fields, nik_cipher, nik_hmac,
      kk_cipher, kk_hmac
    from row_past where version_no = any(${versionNos}::integer[]) order by version_no, place`.execute(
    db,
  )
  const rowsOf = Map.groupBy(listRows, ({ version_no }) => version_no)
  return rows.map((row) => ({
    ...toPerson(row, secrets),
    ...recordedOf(past.get(row.version_no)),
    origins: Origins.parse(row.origins),
    rows: (rowsOf.get(row.version_no) ?? []).map((one) => toKnownRow(one, secrets)),
  }))
}

async function findPresentPersons(
  db: Db,
  secrets: Secrets,
  familyId: string,
  lines: Lines<string>,
): Promise<KnownPerson[]> {
  const ids = [...lines.values()].flatMap(({ kind, subject_id }) =>
    kind === 'person' ? subject_id : [],
  )
  if (ids.length === 0) return []
  const { rows } = await sql<PersonRow>`
    select ${personColumns}, m.relation, m.valid_from, m.valid_to
    from person p left join membership m on m.person_id = p.person_id and m.family_id = p.family_id
    where p.person_id = any(${ids}::text[]) order by p.person_id`.execute(db)
  const { rows: listRows } = await sql<StoredRow & { person_id: string }>`
    select r.person_id, r.row_no as place, s.file, s.sheet, r.row, s.kind, s.title, s.provider,
      s.detail -> 'period' as period, r.fields, r.nik_cipher, r.nik_hmac, r.kk_cipher, r.kk_hmac
    from import_row r join list_sheet s using (sheet_no)
    where r.family_id = ${familyId} order by r.row_no`.execute(db)
  const rowsOf = Map.groupBy(listRows, ({ person_id }) => person_id)
  const origins = await findPresentOrigins(db, ids)
  return rows.map((row) => ({
    ...toPerson(row, secrets),
    ...recordedOf(lines.get(row.person_id)),
    origins: origins.get(row.person_id) ?? [],
    rows: (rowsOf.get(row.person_id) ?? []).map((one) => toKnownRow(one, secrets)),
  }))
}

function toPerson(row: PersonRow, secrets: Secrets) {
  const number = row.nik_cipher && secrets.unseal(row.nik_cipher)
  const fields: PersonFields = {
    ...Fields.parse({
      ...Fields.parse(row.detail),
      ...present('name', row.name),
      ...present('sex', row.sex),
      ...present('birthDate', row.birth_date),
      ...present('birthPrecision', row.birth_precision),
    }),
    ...present(row.nik_hmac ? 'nik' : 'nikPrefix', number),
  }
  return {
    personId: row.person_id,
    familyId: row.family_id,
    fields,
    birthYear: row.birth_year,
    status: row.status,
    statusDate: row.status_date,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}

interface StoredRow {
  readonly place: number
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly kind: string
  readonly title: string
  readonly provider: string | null
  readonly period: unknown
  readonly fields: unknown
  readonly nik_cipher: Uint8Array | null
  readonly nik_hmac: Uint8Array | null
  readonly kk_cipher: Uint8Array | null
  readonly kk_hmac: Uint8Array | null
}

function toKnownRow(row: StoredRow, secrets: Secrets): KnownRow {
  const { file, sheet, row: rowOfSheet, place, kind, title, provider } = row
  const nik = row.nik_cipher && secrets.unseal(row.nik_cipher)
  const kk = row.kk_cipher && secrets.unseal(row.kk_cipher)
  return {
    place,
    ref: { file, sheet, row: rowOfSheet },
    kind: Kind.parse(kind),
    title,
    provider,
    period: Period.parse(row.period ?? null),
    fields: {
      ...Fields.parse(row.fields),
      // Which of the two an incomplete number is, the store does not tell: neither is shown whole.
      ...present(row.nik_hmac ? 'nik' : 'nikPrefix', nik),
      ...present(row.kk_hmac ? 'kk' : 'kkPrefix', kk),
    },
  }
}

/** Where present values come from, in the order of the names of fields. */
async function findPresentOrigins(db: Db, subjectIds: readonly string[]) {
  const { rows } = await sql<{ subject_id: string; origins: unknown }>`
    select o.subject_id, jsonb_agg(jsonb_build_object('field', o.field,
      'ref', jsonb_build_object('file', s.file, 'sheet', s.sheet, 'row', r.row),
      'others', (
        select coalesce(jsonb_agg(
          jsonb_build_object('file', os.file, 'sheet', os.sheet, 'row', other.row) order by place), '[]')
        from unnest(o.other_row_nos) with ordinality as n (row_no, place)
        join import_row other on other.row_no = n.row_no
        join list_sheet os on os.sheet_no = other.sheet_no)) order by o.field) as origins
    from value_origin o
    join import_row r on r.row_no = o.row_no
    join list_sheet s on s.sheet_no = r.sheet_no
    where o.subject_id = any(${[...subjectIds]}::text[])
    group by o.subject_id`.execute(db)
  return new Map(rows.map(({ subject_id, origins }) => [subject_id, Origins.parse(origins)]))
}

/** One property, or none where nothing is known. */
function present<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { [Key in Name]?: Value } | undefined {
  return value === null || value === undefined ? undefined : toProperty(name, value)
}

function toProperty<Name extends string, Value>(
  name: Name,
  value: Value,
): { [Key in Name]?: Value } {
  const property: { [Key in Name]?: Value } = {}
  property[name] = value
  return property
}

import { type RawBuilder, sql } from 'kysely'
import type { Words } from './schema.ts'

/** Whose data is taken out. */
export interface ExportSubject {
  readonly personId: string
  /** The present id, and those that were joined into it: requests stand under the id of their time. */
  readonly personIds: readonly string[]
  readonly familyId: string
  /** Accounts that belong to the person. */
  readonly accountIds: readonly string[]
}

/** A table, which of its rows tell of the person, and which columns stay behind. */
export interface ExportPart {
  readonly table: string
  readonly title: Words
  readonly rows: (subject: ExportSubject) => RawBuilder<Readonly<Record<string, unknown>>>
}

type Row = Readonly<Record<string, unknown>>
/** Keys and hashes say nothing to anybody; `*_cipher` leaves decrypted. */
const mine = (subject: ExportSubject) => sql`person_id = ${subject.personId}`
const everMine = ({ personIds }: ExportSubject) => sql`person_id = any(${[...personIds]}::text[])`
const oursOrMine = ({ personId, familyId }: ExportSubject) =>
  sql`(person_id = ${personId} or (family_id = ${familyId} and coalesce(person_id, '') = ''))`
const accounts = ({ accountIds }: ExportSubject) =>
  sql`account_id = any(${[...accountIds]}::text[])`
const needIds = (subject: ExportSubject) =>
  sql`select need_id from need where ${oursOrMine(subject)}`
/** Requests about the person, made by its account, or made by it for a child. */
const requests = ({ personIds, accountIds }: ExportSubject) => sql`
  (person_id = any(${[...personIds]}::text[]) or guardian_person_id = any(${[...personIds]}::text[])
    or (channel = 'account' and entered_by = any(${[...accountIds]}::text[])))`

/** Everything that the store holds of a person, table by table, in the order of the document. */
export const exportParts: readonly ExportPart[] = [
  {
    table: 'person',
    title: { id: 'Diri sendiri', en: 'The person' },
    rows: (subject) => sql<Row>`
      select person_id, family_id, name, search_name, sex, birth_date, birth_precision, birth_year, status,
        status_date, nik_cipher, detail
      from person where ${mine(subject)}`,
  },
  {
    table: 'membership',
    title: { id: 'Keanggotaan keluarga', en: 'Membership of a family' },
    rows: (subject) => sql<Row>`
      select family_id, relation, valid_from, valid_to from membership where ${mine(subject)}`,
  },
  {
    table: 'family',
    title: { id: 'Keluarga dan rumah', en: 'Family and house' },
    rows: ({ personId, familyId }) => sql<Row>`
      select family_id, case when head_person_id = ${personId} then head_name end as head_name, ward, district,
        address, rt, rw, latitude, longitude, decile, list_count, member_count, kk_cipher, detail
      from family where family_id = ${familyId}`,
  },
  {
    table: 'dwelling_family',
    title: { id: 'Rumah yang ditinggali', en: 'The house lived in' },
    rows: ({ familyId }) => sql<Row>`
      select dwelling_id, (select array_agg(item ->> 'by') from jsonb_array_elements(shared) as e (item)) as shared_by
      from dwelling_family where family_id = ${familyId}`,
  },
  {
    table: 'dwelling_stay',
    title: { id: 'Rumah pada waktu lalu', en: 'The house in the past' },
    rows: ({ familyId }) => sql<Row>`
      select recorded_from, recorded_to, dwelling_id, is_home, known_by,
        (select array_agg(item ->> 'by') from jsonb_array_elements(shared) as e (item)) as shared_by
      from dwelling_stay where family_id = ${familyId} order by stay_no`,
  },
  {
    table: 'family_line',
    title: { id: 'Keluarga dalam daftar', en: 'The family in lists' },
    rows: ({ personId, familyId }) => sql<Row>`
      select case when f.head_person_id = ${personId} then l.head_name end as head_name, l.ward, l.district, l.rt,
        l.member_count, l.decile, l.lacks, l.sectors, l.top_score, l.served_by, l.served_indicators, l.list_count
      from family_line l left join family f using (family_id) where family_id = ${familyId}`,
  },
  {
    table: 'value_origin',
    title: { id: 'Dari daftar mana tiap nilai diambil', en: 'From which list each value came' },
    rows: ({ personId, familyId }) => sql<Row>`
      select case when o.subject_id = ${personId} then 'person' else 'family' end as subject, o.field, s.file, s.sheet,
        r.row,
        (select array_agg(os.file || ' ' || os.sheet || ' ' || other.row)
          from import_row other join list_sheet os using (sheet_no)
          where other.row_no = any(o.other_row_nos)
            and coalesce(other.person_id, ${personId}) = ${personId}) as other_sources
      from value_origin o
      left join import_row r on r.row_no = o.row_no and coalesce(r.person_id, ${personId}) = ${personId}
      left join list_sheet s using (sheet_no)
      where o.subject_id in (${personId}, ${familyId}) order by subject, o.field`,
  },
  {
    table: 'person_past',
    title: { id: 'Diri sendiri pada waktu lalu', en: 'The person in the past' },
    rows: (subject) => sql<Row>`
      select v.recorded_from, v.recorded_to, p.family_id, p.ward, p.district, p.name, p.sex, p.birth_date,
        p.birth_precision, p.birth_year, p.status, p.status_date, p.relation, p.valid_from, p.valid_to, p.nik_cipher,
        p.detail, p.origins
      from person_past p join subject_version v using (version_no)
      where p.person_id = ${subject.personId} order by version_no`,
  },
  {
    table: 'row_past',
    title: { id: 'Baris daftar pada waktu lalu', en: 'Rows of lists in the past' },
    rows: (subject) => sql<Row>`
      select v.recorded_from, v.recorded_to, r.file, r.sheet, r.row, r.title, r.provider, r.fields, r.nik_cipher,
        r.kk_cipher
      from row_past r join person_past p using (version_no) join subject_version v using (version_no)
      where p.person_id = ${subject.personId} order by version_no, r.place`,
  },
  {
    table: 'family_past',
    title: { id: 'Keluarga dan rumah pada waktu lalu', en: 'Family and house in the past' },
    rows: ({ personId, familyId }) => sql<Row>`
      select v.recorded_from, v.recorded_to, case when f.head_person_id = ${personId} then f.head_name end as head_name,
        f.ward, f.district, f.address, f.rt, f.rw, f.latitude, f.longitude, f.decile, f.list_count, f.member_count,
        f.kk_cipher, f.detail
      from family_past f join subject_version v using (version_no)
      where f.family_id = ${familyId} order by version_no`,
  },
  {
    table: 'subject_alias',
    title: { id: 'Nomor register yang dulu', en: 'Earlier keys of the register' },
    rows: (subject) => sql<Row>`
      select subject_id, recorded_from, recorded_to from subject_alias
      where kind = 'person' and present_id = ${subject.personId} order by alias_no`,
  },
  {
    table: 'group_member_change',
    title: { id: 'Kelompok yang diikuti', en: 'Groups belonged to' },
    rows: (subject) => sql<Row>`
      select m.kind, g.name, g.kind as group_kind, g.ward, coalesce(m.role, j.role) as role, m.valid_from, m.made_at,
        m.undone_at
      from group_member_change m join community_group g using (group_id)
      left join group_member_change j on j.change_no = m.joined_no
      where m.person_id = any(${[...subject.personIds]}::text[]) order by m.change_no`,
  },
  {
    table: 'import_row',
    title: { id: 'Baris asli dari daftar dinas', en: "Rows as they came in agencies' lists" },
    rows: (subject) => sql<Row>`
      select s.file, s.sheet, r.row, s.title, s.provider, s.programme, s.read_at, r.fields, r.nik_cipher, r.kk_cipher
      from (select * from import_row where ${oursOrMine(subject)}) r join list_sheet s using (sheet_no)
      order by r.row_no`,
  },
  {
    table: 'finding',
    title: { id: 'Nilai yang perlu diperbaiki', en: 'Values to be put right' },
    rows: (subject) => sql<Row>`
      select f.file, f.sheet, f.row, f.code, f.column_heading, f.value, f.hint
      from finding f join list_sheet s on s.file = f.file and s.sheet = f.sheet
      join import_row r on r.sheet_no = s.sheet_no and r.row = f.row
      where r.person_id = ${subject.personId} order by f.finding_no`,
  },
  {
    table: 'review_pair',
    title: {
      id: 'Catatan yang mungkin juga tentang orang ini',
      en: 'Records that may also be about this person',
    },
    rows: ({ personId }) => sql<Row>`
      select pair_no, weight_bits, probability, evidence from review_pair
      where left_person_id = ${personId} or right_person_id = ${personId} order by pair_no`,
  },
  {
    table: 'person_quality',
    title: { id: 'Mutu catatan orang ini', en: 'Quality of the record' },
    rows: (subject) => sql<Row>`
      select ward, offices, is_unique, is_confirmed, is_in_one_family, is_complete, missing, dukcapil_state,
        dukcapil_at, dukcapil_source
      from person_quality where ${mine(subject)}`,
  },
  {
    table: 'quality_finding',
    title: {
      id: 'Yang perlu diperbaiki pada catatan',
      en: 'What is to be put right in the record',
    },
    rows: (subject) => sql<Row>`
      select code, ward, offices from quality_finding where ${oursOrMine(subject)} order by code`,
  },
  {
    table: 'received',
    title: { id: 'Bantuan yang diterima', en: 'Help received' },
    rows: (subject) => sql<Row>`
      select sector, indicator, programme, provider, amount_rp, received_on, status
      from received where ${mine(subject)} order by received_on nulls last, programme`,
  },
  {
    table: 'need',
    title: {
      id: 'Kekurangan yang dinilai, dengan nilainya',
      en: 'Needs as assessed, with their score',
    },
    rows: (subject) => sql<Row>`
      select need_id, sector, indicator, severity, score, since, facts, evidence, points
      from need where ${oursOrMine(subject)} order by need_id`,
  },
  {
    table: 'question',
    title: { id: 'Yang belum diketahui', en: 'What is not known yet' },
    rows: (subject) => sql<Row>`
      select indicator, fact from question where ${oursOrMine(subject)} order by indicator, fact`,
  },
  {
    table: 'family_profile',
    title: { id: 'Profil kekurangan keluarga', en: 'Profile of the family' },
    rows: ({ familyId }) =>
      sql<Row>`select lacks from family_profile where family_id = ${familyId}`,
  },
  {
    table: 'decision',
    title: { id: 'Hak atas program, dengan alasannya', en: 'Entitlements, with the reason' },
    rows: (subject) => sql<Row>`
      select programme, rule_version, result, amount_rp, amount_period, is_amount_minimum, indicator, reason_code,
        outcomes, missing, reason_id, reason_en, is_receiving
      from decision where ${oursOrMine(subject)} order by programme`,
  },
  {
    table: 'allocation_line',
    title: { id: 'Yang direncanakan untuk keluarga', en: 'What is planned for the family' },
    rows: (subject) => sql<Row>`
      select a.need_id, o.provider, o.what, a.units, a.amount_rp, a.reason
      from allocation_line a left join offer o using (offer_id)
      where a.need_id in (${needIds(subject)}) order by a.need_id`,
  },
  {
    table: 'unserved',
    title: { id: 'Yang belum kebagian', en: 'What was not reached' },
    rows: (subject) => sql<Row>`
      select need_id, reason_code, cutoff, score from unserved where need_id in (${needIds(subject)}) order by need_id`,
  },
  {
    table: 'audit_event',
    title: { id: 'Siapa yang melihat, kapan dan untuk apa', en: 'Who looked, when and what for' },
    rows: ({ personIds, familyId }) => sql<Row>`
      select e.at, coalesce(o.name, e.organisation_id) as organisation, e.role, e.action, e.purpose, e.subject_kind,
        e.fields, e.reason
      from audit_event e left join organisation o using (organisation_id)
      where e.subject_id = any(${[...personIds, familyId]}::text[]) order by e.event_id`,
  },
  {
    table: 'subject_request',
    title: { id: 'Permintaan atas data', en: 'Requests about data' },
    rows: (subject) => sql<Row>`
      select request_no, kind, channel, state,
        case when guardian_relation is null or guardian_person_id = any(${[...subject.personIds]}::text[]) then asker_name end as asker_name,
        case when guardian_relation is null or guardian_person_id = any(${[...subject.personIds]}::text[]) then contact end as contact,
        case when guardian_relation is null or guardian_person_id = any(${[...subject.personIds]}::text[]) then guardian_proof end as guardian_proof,
        wish, guardian_relation, identity_means, identity_checked_at, received_at, due_at,
        closed_at, refusal_ground
      from subject_request where ${requests(subject)} order by request_no`,
  },
  {
    table: 'subject_request_step',
    title: { id: 'Catatan permintaan', en: 'Log of requests' },
    rows: (subject) => sql<Row>`
      select request_no, at, state, note, ground from subject_request_step
      where request_no in (select request_no from subject_request where ${requests(subject)}) order by step_no`,
  },
  {
    table: 'change_request',
    title: { id: 'Perbaikan yang diminta', en: 'Corrections asked for' },
    rows: (subject) => sql<Row>`
      select request_no, subject_kind, field, asked_cipher, state, noted_at from change_request
      where request_no in (select request_no from subject_request where ${everMine(subject)})
      order by change_no`,
  },
  {
    table: 'subject_mark',
    title: { id: 'Tanda atas permintaan sendiri', en: 'Marks at own request' },
    rows: (subject) => sql<Row>`
      select request_no, kind, since, ended_at, ended_reason from subject_mark where ${everMine(subject)} order by request_no`,
  },
  {
    table: 'erased_person',
    title: { id: 'Penghapusan', en: 'Erasure' },
    rows: (subject) =>
      sql<Row>`select rule, erased_at from erased_person where ${everMine(subject)}`,
  },
  {
    table: 'account',
    title: { id: 'Akun', en: 'Account' },
    rows: (subject) => sql<Row>`
      select account_id, organisation_id, user_name, display_name, language, must_change_password, created_at,
        disabled_at
      from account where ${accounts(subject)}`,
  },
  {
    table: 'role_grant',
    title: { id: 'Peran yang dipegang', en: 'Roles held' },
    rows: (subject) => sql<Row>`
      select role, regions, is_own_organisation, data_classes, purpose, valid_from, valid_to, granted_at
      from role_grant where ${accounts(subject)} order by granted_at, grant_id`,
  },
  {
    table: 'session',
    title: { id: 'Perangkat yang masuk', en: 'Devices signed in' },
    rows: (subject) => sql<Row>`
      select device, method, created_at, last_seen_at, proved_at, expires_at
      from session where ${accounts(subject)} order by created_at`,
  },
  {
    table: 'totp',
    title: { id: 'Kode sekali pakai', en: 'One-time codes' },
    rows: (subject) => sql<Row>`select confirmed_at from totp where ${accounts(subject)}`,
  },
  {
    table: 'passkey',
    title: { id: 'Kunci masuk', en: 'Passkeys' },
    rows: (subject) => sql<Row>`
      select name, transports, created_at, last_used_at from passkey where ${accounts(subject)} order by created_at`,
  },
  {
    table: 'account_link',
    title: { id: 'Penyedia masuk', en: 'Sign-in providers' },
    rows: (subject) => sql<Row>`
      select issuer, subject, provider_id, linked_at, last_used_at from account_link where ${accounts(subject)}`,
  },
  {
    table: 'setting_change',
    title: { id: 'Pengaturan yang diubah', en: 'Settings changed' },
    rows: ({ accountIds }) => sql<Row>`
      select key, changed_at from setting_change
      where changed_by = any(${[...accountIds]}::text[]) order by change_no`,
  },
  {
    table: 'idempotency_key',
    title: { id: 'Permintaan yang dapat diulang', en: 'Requests that may be repeated' },
    rows: (subject) =>
      sql<Row>`select key, answer, at from idempotency_key where ${accounts(subject)} order by at`,
  },
]

/** Tables with personal data of which nothing leaves, and why. */
export const notExported: Readonly<Record<string, string>> = {
  dukcapil_check: 'answers under a keyed hash; shown above with the record',
  family_line_part: 'the lines of family_line as people with fewer classes of data see them',
  recovery_code: 'hashes of codes: whoever read them could sign in',
  expected_link: 'a keyed hash of what an administrator expects',
  api_key: 'keys of systems, which are no persons',
  webhook: 'addresses of systems, which are no persons',
  webhook_delivery: 'messages to systems: ids and counts',
  setting: 'what an office set, about no person',
  sign_in_step: 'secrets of a sign-in that ends in minutes',
  offer: 'offers of organisations; what is planned from them for the family is told',
  offer_question: 'questions to organisations about their offers',
  audit_unsealed: 'numbers of events that are told above',
  audit_seal: 'hashes of events that are told above',
  audit_anchor: 'hashes of the whole trail',
  audit_hour: 'counts of events that are told above',
  job: 'background work, about no person',
  intake_file: 'names of files; their rows about the person are told above',
  intake_part: 'files as they came; their rows about the person are told above',
  intake_acceptance: 'when a file counted, about no person',
  intake_sheet: 'meanings of columns, about no person',
  intake_cells: 'cells of files; their rows about the person are told above',
  intake_row: 'rows of files before they count; those that count are told above',
  intake_finding: 'faults of rows that may belong to nobody; those of the person are told above',
  cell_mend: 'cells put right; the rows that they became are told above',
  list_mapping: 'meanings of headings, about no person',
  pair_question: 'questions to a ward about a pair; the pair itself is told above',
  linkage_threshold: 'numbers; that an account adopted one is told with the trail',
  pair_judgement:
    'answers of officers about rows of lists; what they made of the person is told above',
  register_change: 'decisions about rows of lists; what they made of the person is told above',
  community_group: 'names of groups; to which the person belongs is told above',
  group_change: 'names of groups and why they were closed, about no person',
  subject_version: 'times of the past records, told with each of them',
  breach: 'told to each person concerned by letter, and names none',
  breach_step: 'names none',
  retention_run: 'counts',
}

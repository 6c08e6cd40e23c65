import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { testSecrets } from '../../../test/api.ts'
import { engines, withDatabase } from '../../../test/database.ts'
import { exportParts, notExported } from './export-parts.ts'
import { exportPerson } from './export-person.ts'
import { exportZip } from './export-zip.ts'
import { processingRecords } from './privacy-files.ts'

type Who = 'P' | 'Q' | 'R'
const ids = { P: 'pppppppppp', Q: 'qqqqqqqqqq', R: 'rrrrrrrrrr' } as const
/** P and Q are one family; R lives elsewhere. */
const families = { P: 'ffffffffff', Q: 'ffffffffff', R: 'gggggggggg' } as const
const seal = testSecrets.seal

/** A word that stands in one place of the store only and tells whose it is: `P-person-name`. */
const canary = (who: Who | 'F' | 'G', place: string) => `${who}-${place}`

async function addHouse(db: Db, who: 'F' | 'G', familyId: string, head: Who): Promise<void> {
  const c = (place: string) => canary(who, place)
  await sql`
    insert into family (family_id, head_person_id, head_name, ward, address, list_count, member_count, kk_cipher, detail)
    values (${familyId}, ${ids[head]}, ${canary(head, 'family-head_name')}, ${c('family-ward')}, ${c('family-address')},
      1, 2, ${seal(c('family-kk'))}, ${JSON.stringify({ cookingFuel: c('family-detail') })})`.execute(
    db,
  )
  await sql`
    insert into family_line (family_id, head_name, ward, member_count, lacks, sectors, top_score, served_by, list_count)
    values (${familyId}, ${canary(head, 'family_line-head_name')}, ${c('family_line-ward')}, 2,
      ${[c('family_line-lacks')]}::text[], '{}', 1, ${[c('family_line-served_by')]}::text[], 1)`.execute(
    db,
  )
  await sql`
    insert into family_profile (family_id, lacks)
    values (${familyId}, ${JSON.stringify({ [c('family_profile-lacks')]: true })})`.execute(db)
  await sql`
    insert into decision (family_id, programme, rule_version, result, reason_code, outcomes, missing, reason_id,
      reason_en, is_receiving)
    values (${familyId}, ${c('decision-programme')}, '1', 'eligible', 'x', '[]', '[]',
      ${`karena ${canary('P', 'person-name')} dan ${canary('Q', 'person-name')}`}, ${c('decision-reason_en')}, false)`.execute(
    db,
  )
  await sql`
    insert into value_origin (subject_id, field, row_no, other_row_nos)
    values (${familyId}, ${c('value_origin-field')}, 1, '{}')`.execute(db)
  await sql`
    insert into subject_version (kind, subject_id, family_id, recorded_from, recorded_to, content_hmac)
    values ('family', ${familyId}, ${familyId}, '2025-01-01', '2025-02-01', '')`.execute(db)
  await sql`
    insert into family_past (version_no, family_id, head_person_id, head_name, ward, address, list_count,
      member_count, detail, origins)
    select version_no, ${familyId}, ${ids[head]}, ${canary(head, 'family_past-head_name')}, ${c('family_past-ward')},
      ${c('family_past-address')}, 1, 2, ${JSON.stringify({ cookingFuel: c('family_past-detail') })}, '[]'
    from subject_version where subject_id = ${familyId}`.execute(db)
  await sql`
    insert into audit_event (account_id, action, subject_kind, subject_id, purpose, reason)
    values ('petugas', 'read', 'family', ${familyId}, ${c('audit_event-purpose')}, ${c('audit_event-reason')})`.execute(
    db,
  )
}

async function addPerson(db: Db, who: Who, no: number): Promise<void> {
  const c = (place: string) => canary(who, place)
  const me = ids[who]
  const home = families[who]
  const file = `daftar-${no}.csv`
  await sql`
    insert into person (person_id, family_id, name, search_name, sex, status, nik_cipher, detail)
    values (${me}, ${home}, ${c('person-name')}, ${c('person-search_name')}, 'female', 'active',
      ${seal(c('person-nik'))}, ${JSON.stringify({ phone: c('person-detail') })})`.execute(db)
  await sql`
    insert into membership (person_id, family_id, relation) values (${me}, ${home}, ${c('membership-relation')})`.execute(
    db,
  )
  await sql`
    insert into list_sheet (sheet_no, file, sheet, kind, title, provider, detail)
    values (${no}, ${file}, '', 'aid', 'Daftar', 'Dinas', '{}')`.execute(db)
  await sql`
    insert into import_row (row_no, sheet_no, row, person_id, family_id, fields, nik_cipher, kk_cipher)
    values (${no}, ${no}, 2, ${me}, ${home}, ${JSON.stringify({
      name: c('import_row-name'),
      note: c('import_row-note'),
      // Everybody's row names a mother who is somebody else.
      motherName: 'Z-mother',
    })}, ${seal(c('import_row-nik'))}, ${seal(c('import_row-kk'))})`.execute(db)
  await sql`
    insert into value_origin (subject_id, field, row_no, other_row_nos)
    values (${me}, ${c('value_origin-field')}, ${no}, '{}')`.execute(db)
  await addPast(db, who)
  await sql`
    insert into finding (is_quarantine, file, sheet, row, code, column_heading, value, hint)
    values (false, ${file}, '', 2, ${c('finding-code')}, 'NIK', ${c('finding-value')}, ${c('finding-hint')})`.execute(
    db,
  )
  await sql`
    insert into received (row_no, person_id, family_id, sector, indicator, programme, provider, status)
    values (${no}, ${me}, ${home}, 'basic', 'INCOME', ${c('received-programme')}, ${c('received-provider')}, 'given')`.execute(
    db,
  )
  await sql`
    insert into need (need_id, family_id, person_id, sector, indicator, severity, score, facts, evidence, points)
    values (${c('need-id')}, ${home}, ${me}, 'health', 'JKN', 1, 5, ${JSON.stringify({ note: c('need-facts') })},
      ${JSON.stringify([{ fact: 'jknStatus', value: c('need-evidence') }])}, '[]')`.execute(db)
  await sql`
    insert into question (family_id, person_id, indicator, fact)
    values (${home}, ${me}, 'JKN', ${c('question-fact')})`.execute(db)
  await sql`
    insert into decision (family_id, person_id, programme, rule_version, result, reason_code, outcomes, missing,
      reason_id, reason_en, is_receiving)
    values (${home}, ${me}, 'PIP', '1', 'eligible', 'x', ${JSON.stringify([{ note: c('decision-outcomes') }])}, '[]',
      ${c('decision-reason_id')}, ${c('decision-reason_en')}, false)`.execute(db)
  await sql`
    insert into allocation_line (need_id, offer_id, units, amount_rp, reason)
    values (${c('need-id')}, 'o', 1, 1, ${c('allocation_line-reason')})`.execute(db)
  await sql`
    insert into unserved (need_id, reason_code, score)
    values (${c('need-id')}, ${c('unserved-reason_code')}, 1)`.execute(db)
  await sql`
    insert into audit_event (account_id, action, subject_kind, subject_id, reason)
    values ('petugas', ${c('audit_event-action')}, 'person', ${me}, ${c('audit_event-reason')})`.execute(
    db,
  )
  await sql`
    insert into erased_person (person_id, rule, erased_at) values (${me}, ${c('erased_person-rule')}, now())`.execute(
    db,
  )
}

async function addPast(db: Db, who: Who): Promise<void> {
  const c = (place: string) => canary(who, place)
  await sql`
    insert into subject_version (kind, subject_id, family_id, recorded_from, recorded_to, content_hmac)
    values ('person', ${ids[who]}, ${families[who]}, '2025-01-01', '2025-02-01', '')`.execute(db)
  await sql`
    insert into person_past (version_no, person_id, family_id, name, status, nik_cipher, detail, origins)
    select version_no, ${ids[who]}, ${families[who]}, ${c('person_past-name')}, 'active',
      ${seal(c('person_past-nik'))}, ${JSON.stringify({ phone: c('person_past-detail') })}, '[]'
    from subject_version where subject_id = ${ids[who]}`.execute(db)
  await sql`
    insert into row_past (version_no, place, file, sheet, row, kind, title, fields)
    select version_no, 1, ${c('row_past-file')}, '', 2, 'aid', '', ${JSON.stringify({ note: c('row_past-note') })}
    from subject_version where subject_id = ${ids[who]}`.execute(db)
  await sql`
    insert into subject_alias (kind, subject_id, present_id, rows, recorded_from)
    values ('person', ${c('subject_alias-id')}, ${ids[who]}, '[]', '2025-01-01')`.execute(db)
}

async function addAccount(db: Db, who: Who): Promise<void> {
  const c = (place: string) => canary(who, place)
  const account = `akun-${who.toLowerCase()}`
  await sql`
    insert into organisation (organisation_id, name, kind) values ('dinsos', 'Dinas Sosial', 'agency')
    on conflict do nothing`.execute(db)
  await sql`
    insert into account (account_id, organisation_id, user_name, display_name, password_hash, person_id)
    values (${account}, 'dinsos', ${c('account-user_name')}, ${c('account-display_name')},
      ${c('account-password_hash')}, ${ids[who]})`.execute(db)
  await sql`
    insert into role_grant (grant_id, account_id, role, data_classes, purpose)
    values (${account}, ${account}, ${c('role_grant-role')}, '{general}', ${c('role_grant-purpose')})`.execute(
    db,
  )
  await sql`
    insert into session (token_hash, account_id, device, expires_at)
    values (${c('session-token_hash')}, ${account}, ${c('session-device')}, now())`.execute(db)
  await sql`
    insert into totp (account_id, secret_cipher, confirmed_at)
    values (${account}, ${seal('secret')}, now())`.execute(db)
  await sql`
    insert into recovery_code (account_id, code_hash) values (${account}, ${c('recovery_code-code_hash')})`.execute(
    db,
  )
  await sql`
    insert into passkey (passkey_id, account_id, name, public_key, counter)
    values (${c('passkey-passkey_id')}, ${account}, ${c('passkey-name')}, 'x', 0)`.execute(db)
  await sql`
    insert into account_link (issuer, subject, provider_id, account_id)
    values ('https://sso', ${c('account_link-subject')}, 'sso', ${account})`.execute(db)
  await sql`
    insert into expected_link (provider_id, claim_hmac, account_id)
    values ('sso', ${seal(who)}, ${account})`.execute(db)
  await sql`
    insert into sign_in_step (token_hash, kind, account_id, detail, expires_at)
    values (${c('sign_in_step-token_hash')}, 'oidc', ${account},
      ${JSON.stringify({ state: c('sign_in_step-detail') })}, now())`.execute(db)
  await sql`
    insert into idempotency_key (account_id, key, request_hash, answer)
    values (${account}, ${c('idempotency_key-key')}, ${c('idempotency_key-request_hash')},
      ${JSON.stringify({ wish: c('idempotency_key-answer') })})`.execute(db)
  await sql`
    insert into subject_request (request_no, kind, channel, state, person_id, family_id, asker_name, contact, wish,
      received_at, due_at, entered_by)
    overriding system value
    values (${{ P: 1, Q: 2, R: 3 }[who]}, 'correction', 'desk', 'in-work', ${ids[who]}, ${families[who]},
      ${c('subject_request-asker_name')}, ${c('subject_request-contact')}, ${c('subject_request-wish')}, now(),
      now() + interval '3 days', ${account})`.execute(db)
  const requestNo = { P: 1, Q: 2, R: 3 }[who]
  await sql`
    insert into subject_request_step (request_no, at, account_id, state, note)
    values (${requestNo}, now(), ${account}, 'in-work', ${c('subject_request_step-note')})`.execute(
    db,
  )
  await sql`
    insert into change_request (request_no, subject_kind, subject_id, field, asked_cipher, noted_at, noted_by)
    values (${requestNo}, 'person', ${ids[who]}, ${c('change_request-field')}, ${seal(c('change_request-asked'))},
      now(), ${account})`.execute(db)
  await sql`
    insert into subject_mark (request_no, kind, family_id, person_id, since)
    values (${requestNo}, 'restricted', ${families[who]}, ${ids[who]}, '2026-01-01')`.execute(db)
}

async function addAll(db: Db): Promise<void> {
  await addHouse(db, 'F', families.P, 'P')
  await addHouse(db, 'G', families.R, 'R')
  for (const [no, who] of (['P', 'Q', 'R'] as const).entries()) {
    await addPerson(db, who, no + 1)
    await addAccount(db, who)
  }
  for (const [no, [left, right]] of (
    [
      ['P', 'Q'],
      ['P', 'R'],
    ] as const
  ).entries()) {
    await sql`
      insert into review_pair (pair_no, left_row_no, right_row_no, left_person_id, right_person_id, weight_bits,
        probability, evidence)
      values (${no}, 1, 2, ${ids[left]}, ${ids[right]}, 1, 0.5,
        ${JSON.stringify([{ comparison: 'name', level: 'close', weightBits: 1 }])})`.execute(db)
  }
  // Evidence of a need of the family that rests on what Q's row says.
  await sql`
    insert into need (need_id, family_id, sector, indicator, severity, score, facts, evidence, points)
    values ('F-need-id', ${families.P}, 'basic', 'INCOME', 1, 5, '{}', ${JSON.stringify([
      {
        fact: 'occupation',
        value: 'Q-need-evidence_of_family',
        ref: { file: 'daftar-2.csv', sheet: '', row: 2 },
      },
      { fact: 'water', value: 'F-need-evidence' },
    ])}, '[]')`.execute(db)
}

/** Every place of the database where a canary of `who` stands, read column by column. */
async function findPlaces(db: Db, who: string): Promise<Map<string, string>> {
  const { rows: columns } = await sql<{ t: string; c: string }>`
    select table_name as t, column_name as c from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')`.execute(db)
  const places = new Map<string, string>()
  for (const { t, c } of columns) {
    const { rows } = await sql<{ word: string }>`
      select (regexp_matches(${sql.ref(c)}::text, ${`${who}-[a-z_]+-[a-z_]+`}, 'g'))[1] as word
      from ${sql.table(t)}`.execute(db)
    for (const { word } of rows) places.set(word, `${t}.${c}`)
  }
  return places
}

/** Secrets of sign-in: whoever read them could come in. */
const secret = /password_hash|token_hash|code_hash|request_hash|passkey_id|sign_in_step-detail/
const sealed = (who: Who) =>
  ['person-nik', 'person_past-nik', 'import_row-nik', 'import_row-kk', 'change_request-asked'].map(
    (place) => canary(who, place),
  )

describe('what leaves with a person', () => {
  it('is decided for every table with personal data', () => {
    const recorded = processingRecords().activities.flatMap(({ tables }) => tables)
    const exported = exportParts.map(({ table }) => table)
    expect([...exported, ...Object.keys(notExported)].sort()).toEqual([...recorded].sort())
  })

  it.each(engines)('is all that stands of her in the store, on %s', (engine) =>
    withDatabase(engine, async (db) => {
      await addAll(db)
      for (const who of ['P', 'Q'] as const) {
        const text = JSON.stringify(await exportPerson(db, testSecrets, ids[who]))
        const own = await findPlaces(db, who)
        const ours = await findPlaces(db, 'F')
        expect(own.size).toBeGreaterThan(35)
        const missing = [...own, ...ours]
          .filter(([word]) => !secret.test(word) && !text.includes(word))
          // What Q said in evidence of the family is told to Q by her own row.
          .filter(([word]) => word !== 'Q-need-evidence_of_family')
        expect(missing).toEqual([])
        for (const word of [...sealed(who), 'F-family-kk']) expect(text).toContain(word)
      }
    }),
  )

  it.each(engines)('has nothing of others, of her own family either, on %s', (engine) =>
    withDatabase(engine, async (db) => {
      await addAll(db)
      for (const [who, others] of [
        ['P', ['Q', 'R', 'G', 'Z']],
        ['Q', ['P', 'R', 'G', 'Z']],
      ] as const) {
        const text = JSON.stringify(await exportPerson(db, testSecrets, ids[who]))
        expect(text.match(new RegExp(`[${others.join('')}]-[a-z_]+(-[a-z_]+)?`, 'g'))).toBeNull()
        for (const other of others) {
          if (other in ids) expect(text).not.toContain(other.toLowerCase().repeat(10))
        }
        expect(text).not.toMatch(secret)
        expect(text).toContain('[orang lain]')
      }
    }),
  )

  it('is one archive of a file for machines and a document for people', () =>
    withDatabase('PGlite', async (db) => {
      await addAll(db)
      const sections = await exportPerson(db, testSecrets, ids.P)
      const at = new Date('2026-07-01T02:00:00Z')
      const zip = exportZip(sections, { at, language: 'id', records: processingRecords() })
      const files = unzipSync(zip)
      expect(Object.keys(files)).toEqual(['data.json', 'data.html'])
      const html = strFromU8(files['data.html'] ?? new Uint8Array())
      expect(html).toContain('Siapa yang melihat, kapan dan untuk apa')
      expect(html).toContain('<td>NIK</td><td>P-person-nik</td>')
      expect(JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()))).toMatchObject({
        data: { person: [{ name: 'P-person-name' }], totp: [{}] },
      })
    }))

  it('refuses a person who is not there', () =>
    withDatabase('PGlite', async (db) => {
      await expect(exportPerson(db, testSecrets, 'aaaaaaaaaa')).rejects.toMatchObject({
        code: 'person-not-found',
      })
    }))
})

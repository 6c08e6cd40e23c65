import { sql } from 'kysely'
import { type Db, insertMany } from '#platform/db'
import type { Secrets } from '#platform/secrets'

/** An invented person, and what else is sealed with them. */
export interface SealedPerson {
  readonly nik: string
  readonly kk: string
  readonly text: string
}

export function somePeople(count: number, from = 0): SealedPerson[] {
  return Array.from({ length: count }, (_, no) => ({
    nik: `62710145${String(10_000_000 + from + no).slice(-8)}`,
    kk: `62710312${String(10_000_000 + from + no).slice(-8)}`,
    text: `catatan ${from + no} é`,
  }))
}

/** Writes people with what is sealed about them, in tables of each shape of key. */
export async function sealPeople(
  db: Db,
  secrets: Secrets,
  people: readonly SealedPerson[],
  from = 0,
): Promise<void> {
  await sql`
    insert into list_sheet (sheet_no, file, sheet, kind, title, detail)
    values (0, 'a.csv', 'a', 'dtsen', 'A', '{}') on conflict do nothing`.execute(db)
  await sql`
    insert into organisation (organisation_id, name, kind) values ('segel', 'Segel', 'agency')
    on conflict do nothing`.execute(db)
  await insertMany(
    db,
    'family',
    ['family_id', 'list_count', 'member_count', 'kk_cipher', 'kk_hmac', 'detail'],
    people.map(({ kk }, no) => ({
      family_id: `f${from + no}`,
      list_count: 1,
      member_count: 1,
      kk_cipher: secrets.seal(kk),
      kk_hmac: secrets.hmacOf(kk),
      detail: {},
    })),
  )
  await insertMany(
    db,
    'person',
    ['person_id', 'family_id', 'status', 'nik_cipher', 'nik_hmac', 'detail'],
    people.map(({ nik }, no) => ({
      person_id: `p${from + no}`,
      family_id: `f${from + no}`,
      status: 'active' as const,
      nik_cipher: secrets.seal(nik),
      nik_hmac: no % 5 === 4 ? null : secrets.hmacOf(nik),
      detail: {},
    })),
  )
  await insertMany(
    db,
    'import_row',
    ['row_no', 'sheet_no', 'row', 'fields', 'nik_cipher', 'nik_hmac', 'kk_cipher', 'kk_hmac'],
    people.map(({ nik, kk }, no) => ({
      row_no: from + no,
      sheet_no: 0,
      row: from + no,
      fields: {},
      nik_cipher: no % 3 === 0 ? null : secrets.seal(nik),
      nik_hmac: no % 3 === 0 ? null : secrets.hmacOf(nik),
      kk_cipher: secrets.seal(kk),
      kk_hmac: secrets.hmacOf(kk),
    })),
  )
  for (const [no, { text }] of people.slice(0, 20).entries()) {
    const id = `segel-${from + no}`
    await db
      .insertInto('account')
      .values({
        account_id: id,
        organisation_id: 'segel',
        user_name: id,
        display_name: id,
        password_hash: null,
      })
      .execute()
    await db
      .insertInto('totp')
      .values({ account_id: id, secret_cipher: secrets.seal(text), confirmed_at: null })
      .execute()
    await db
      .insertInto('expected_link')
      .values({ provider_id: 'sso', claim_hmac: secrets.textHmacOf('claim', text), account_id: id })
      .execute()
    await db
      .insertInto('intake_file')
      .values({
        file_id: id,
        name: id,
        size_bytes: 1,
        content_hmac: secrets.textHmacOf('file', text),
      })
      .execute()
    await db
      .insertInto('intake_part')
      .values([
        { file_id: id, part_no: 0, content_cipher: secrets.sealBytes(Buffer.from(text)) },
        { file_id: id, part_no: 1, content_cipher: secrets.sealBytes(new Uint8Array(0)) },
      ])
      .execute()
  }
}

/** What of it does not open to what was sealed, or is not found by what it is searched by. */
export async function findLostPeople(
  db: Db,
  secrets: Secrets,
  people: readonly SealedPerson[],
  from = 0,
): Promise<string[]> {
  const lost: string[] = []
  const check = (name: string, isThere: boolean) => {
    if (!isThere) lost.push(name)
  }
  const opens = (cipher: Uint8Array | null | undefined, text: string) =>
    cipher ? secrets.unseal(cipher) === text : false
  for (const [no, { nik, kk, text }] of people.entries()) {
    const personId = `p${from + no}`
    const person = await db
      .selectFrom('person')
      .select(['nik_cipher', 'nik_hmac'])
      .where('person_id', '=', personId)
      .executeTakeFirst()
    check(`${personId} nik`, opens(person?.nik_cipher, nik))
    const found = await db
      .selectFrom('person')
      .select('person_id')
      .where('nik_hmac', 'in', secrets.hmacsOf(nik))
      .execute()
    const expected = no % 5 === 4 ? [] : [personId]
    check(`${personId} search`, String(found.map((row) => row.person_id)) === String(expected))
    const family = await db
      .selectFrom('family')
      .select('kk_cipher')
      .where('kk_hmac', 'in', secrets.hmacsOf(kk))
      .executeTakeFirst()
    check(`${personId} kk`, opens(family?.kk_cipher, kk))
    const row = await db
      .selectFrom('import_row')
      .select(['nik_cipher', 'kk_cipher'])
      .where('row_no', '=', from + no)
      .executeTakeFirst()
    check(`${personId} row`, opens(row?.kk_cipher, kk))
    check(
      `${personId} row nik`,
      no % 3 === 0 ? row?.nik_cipher === null : opens(row?.nik_cipher, nik),
    )
    if (no >= 20) continue
    const id = `segel-${from + no}`
    const totp = await db
      .selectFrom('totp')
      .innerJoin('expected_link', 'expected_link.account_id', 'totp.account_id')
      .select('secret_cipher')
      .where('claim_hmac', 'in', secrets.textHmacsOf('claim', text))
      .executeTakeFirst()
    check(`${id} totp`, opens(totp?.secret_cipher, text))
    const parts = await db
      .selectFrom('intake_part')
      .innerJoin('intake_file', 'intake_file.file_id', 'intake_part.file_id')
      .select('content_cipher')
      .where('content_hmac', 'in', secrets.textHmacsOf('file', text))
      .orderBy('part_no')
      .execute()
    const content = parts.map((part) => secrets.unseal(part.content_cipher))
    check(`${id} file`, String(content) === String([text, '']))
  }
  return lost
}

import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Instant } from '#platform/tables'

/**
 * Takes out of the store what tells who these persons are. What was given to them stays in the
 * ledger under their key, which names nobody any more; a family of which nobody is left goes too.
 *
 * It is the one writer of other modules' tables: the end of a retention crosses all of them, as the
 * row policies do. Their keys are remembered, because the next reading of the lists brings them back.
 */
export async function erasePersons(
  db: Db,
  personIds: readonly string[],
  { rule, at }: { readonly rule: string; readonly at: Instant },
): Promise<void> {
  if (personIds.length === 0) return
  await sql`
    insert into erased_person (person_id, rule, erased_at)
    select person_id, ${rule}::text, ${at}::timestamptz from unnest(${[...personIds]}::text[]) as p (person_id)
    on conflict do nothing`.execute(db)
  await blankPersons(db, personIds)
}

/** Erases again whoever was erased before; call it after the lists were read anew. */
export async function eraseAgain(db: Db): Promise<void> {
  const rows = await db
    .selectFrom('erased_person as e')
    .innerJoin('person as p', 'p.person_id', 'e.person_id')
    .select('e.person_id')
    .where((eb) => eb.or([eb('p.name', 'is not', null), eb('p.nik_cipher', 'is not', null)]))
    .execute()
  // Whose id was joined into another is there under that one.
  const joined = await db
    .selectFrom('erased_person as e')
    .innerJoin('subject_alias as a', 'a.subject_id', 'e.person_id')
    .innerJoin('person as p', 'p.person_id', 'a.present_id')
    .select('p.person_id')
    .where('a.recorded_to', 'is', null)
    .execute()
  await blankPersons(db, [...new Set([...rows, ...joined].map(({ person_id }) => person_id))])
}

async function blankPersons(db: Db, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const ids = [...personIds]
  // Words that name the person go first, while the name is still known.
  await sql`
    update decision d set reason_id = replace(reason_id, p.name, '…'), reason_en = replace(reason_en, p.name, '…')
    from person p
    where p.person_id = any(${ids}::text[]) and p.name <> '' and d.family_id = p.family_id`.execute(
    db,
  )
  await sql`
    update finding set value = '' from list_sheet s join import_row r using (sheet_no)
    where r.person_id = any(${ids}::text[])
      and finding.file = s.file and finding.sheet = s.sheet and finding.row = r.row`.execute(db)
  for (const lines of ['family_line', 'family_line_part']) {
    await sql`
      update ${sql.table(lines)} l set head_name = '' from family f
      where f.family_id = l.family_id and f.head_person_id = any(${ids}::text[])`.execute(db)
  }
  await sql`
    update import_row set fields = '{}', nik_cipher = null, nik_hmac = null, kk_cipher = null, kk_hmac = null
    where person_id = any(${ids}::text[])`.execute(db)
  await sql`
    update person set name = null, search_name = '', birth_date = null, birth_precision = null,
      nik_cipher = null, nik_hmac = null, detail = '{}'
    where person_id = any(${ids}::text[])`.execute(db)
  await sql`update family set head_name = null where head_person_id = any(${ids}::text[])`.execute(
    db,
  )
  await sql`
    delete from review_pair
    where left_person_id = any(${ids}::text[]) or right_person_id = any(${ids}::text[])`.execute(db)
  await sql`
    delete from pair_judgement j using import_row r join list_sheet s using (sheet_no)
    where r.person_id = any(${ids}::text[])
      and jsonb_build_object('file', s.file, 'sheet', s.sheet, 'row', r.row) in (j.left_ref, j.right_ref)`.execute(
    db,
  )
  await sql`delete from pair_question where person_ids && ${ids}::text[]`.execute(db)
  await sql`
    delete from group_member_change m
    where m.person_id = any(${ids}::text[]) or exists (
      select 1 from subject_alias a
      where a.subject_id = m.person_id and a.present_id = any(${ids}::text[]) and a.recorded_to is null)`.execute(
    db,
  )
  await sql`delete from value_origin where subject_id = any(${ids}::text[])`.execute(db)
  await blankPast(db, ids)
  await sql`
    delete from dukcapil_check c using person_quality q
    where q.person_id = any(${ids}::text[]) and c.identity_hmac = q.identity_hmac`.execute(db)
  for (const table of ['person_quality', 'quality_finding']) {
    await sql`delete from ${sql.table(table)} where person_id = any(${ids}::text[])`.execute(db)
  }
  await forgetNeeds(db, sql`n.person_id = any(${ids}::text[])`)
  await sql`delete from question where person_id = any(${ids}::text[])`.execute(db)
  await sql`delete from decision where person_id = any(${ids}::text[])`.execute(db)
  await blankEmptyFamilies(db, ids)
}

/** What stood of the persons on past days. */
async function blankPast(db: Db, ids: readonly string[]): Promise<void> {
  await sql`
    update row_past set fields = '{}', nik_cipher = null, nik_hmac = null, kk_cipher = null, kk_hmac = null
    where version_no in (select version_no from person_past where person_id = any(${ids}::text[]))`.execute(
    db,
  )
  await sql`
    update person_past set name = null, birth_date = null, birth_precision = null, nik_cipher = null,
      nik_hmac = null, detail = '{}', origins = '[]'
    where person_id = any(${ids}::text[])`.execute(db)
  await sql`
    update family_past set head_name = null where head_person_id = any(${ids}::text[])`.execute(db)
}

/** Families of these persons of whom every member is erased. */
async function blankEmptyFamilies(db: Db, personIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ family_id: string }>`
    select distinct family_id from person p
    where person_id = any(${[...personIds]}::text[]) and not exists (
      select 1 from person other
      where other.family_id = p.family_id
        and not exists (select 1 from erased_person e where e.person_id = other.person_id))`.execute(
    db,
  )
  const ids = rows.map(({ family_id }) => family_id)
  if (ids.length === 0) return
  await sql`
    update family set head_name = null, address = null, rt = null, rw = null, latitude = null,
      longitude = null, kk_cipher = null, kk_hmac = null, detail = '{}'
    where family_id = any(${ids}::text[])`.execute(db)
  await sql`
    update family_past set head_name = null, address = null, rt = null, rw = null, latitude = null,
      longitude = null, kk_cipher = null, kk_hmac = null, detail = '{}', origins = '[]'
    where family_id = any(${ids}::text[])`.execute(db)
  await sql`
    update import_row set fields = '{}', kk_cipher = null, kk_hmac = null
    where family_id = any(${ids}::text[])`.execute(db)
  for (const lines of ['family_line', 'family_line_part']) {
    await sql`
      update ${sql.table(lines)} set head_name = '', rt = null
      where family_id = any(${ids}::text[])`.execute(db)
  }
  await sql`delete from value_origin where subject_id = any(${ids}::text[])`.execute(db)
  for (const table of ['dwelling_family', 'dwelling_stay']) {
    await sql`delete from ${sql.table(table)} where family_id = any(${ids}::text[])`.execute(db)
  }
  await sql`delete from quality_finding where family_id = any(${ids}::text[])`.execute(db)
  await forgetNeeds(db, sql`n.family_id = any(${ids}::text[])`)
  await sql`delete from question where family_id = any(${ids}::text[])`.execute(db)
  await sql`delete from decision where family_id = any(${ids}::text[])`.execute(db)
}

async function forgetNeeds(db: Db, condition: ReturnType<typeof sql>): Promise<void> {
  for (const table of ['allocation_line', 'unserved']) {
    await sql`
      delete from ${sql.table(table)} t using need n
      where n.need_id = t.need_id and ${condition}`.execute(db)
  }
  await sql`delete from need n where ${condition}`.execute(db)
}

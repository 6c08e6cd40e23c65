import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { publicKey } from '#platform/keys'
import type { Secrets } from '#platform/secrets'
import { ListMapping } from './columns/list-mapping.ts'
import type { CellMend } from './files/mend-sheet.ts'
import { maskId } from './mask-id.ts'

/** A file as it was handed over, before anything was read in it. */
export interface HandedFile {
  readonly name: string
  readonly content: Uint8Array
  /** Null where it was read from a folder by whoever keeps the server. */
  readonly organisationId: string | null
  readonly receivedBy: string | null
  /** Paper of hand-over (BAST): number, day, and what the data may be used for. */
  readonly paperNumber?: string
  readonly paperDate?: string
  readonly purpose?: string
  /** Id of the file that this one puts right. */
  readonly replaces?: string
}

/** Bytes kept in one row. */
const partBytes = 1_000_000

/** Keeps a file as it came, sealed; its id. A name that is taken gets a number. */
export async function keepFile(db: Db, secrets: Secrets, file: HandedFile): Promise<string> {
  const fileId = publicKey(`file ${randomUUID()}`)
  await db
    .insertInto('intake_file')
    .values({
      file_id: fileId,
      name: await freeName(db, maskId(file.name)),
      organisation_id: file.organisationId,
      received_by: file.receivedBy,
      size_bytes: file.content.length,
      content_hmac: contentHmac(secrets, file.content),
      paper_number: file.paperNumber ?? null,
      paper_date: file.paperDate ?? null,
      purpose: file.purpose ?? null,
      replaces: file.replaces ?? null,
      fault_code: null,
      accept_no: null,
    })
    .execute()
  for (let no = 0, from = 0; from < file.content.length; no++, from += partBytes) {
    const part = file.content.subarray(from, from + partBytes)
    await db
      .insertInto('intake_part')
      .values({ file_id: fileId, part_no: no, content_cipher: secrets.sealBytes(part) })
      .execute()
  }
  return fileId
}

/** A keyed hash by which the same content is known again. */
export function contentHmac(secrets: Secrets, content: Uint8Array): Uint8Array {
  return secrets.textHmacOf(...contentText(content))
}

/** That, and as it stands where the file came under an earlier key. */
export function contentHmacs(secrets: Secrets, content: Uint8Array): Uint8Array[] {
  return secrets.textHmacsOf(...contentText(content))
}

function contentText(content: Uint8Array): [purpose: string, text: string] {
  return ['intake file', Buffer.from(content).toString('latin1')]
}

/** A kept file with this content, one that counts before others; undefined where there is none. */
export async function findKeptByContent(
  db: Db,
  hmacs: readonly Uint8Array[],
): Promise<{ readonly fileId: string; readonly name: string; readonly state: string } | undefined> {
  return db
    .selectFrom('intake_file')
    .select(['file_id as fileId', 'name', 'state'])
    .where('content_hmac', 'in', hmacs)
    .orderBy(sql`state = 'accepted'`, 'desc')
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function freeName(db: Db, name: string): Promise<string> {
  const end = name.lastIndexOf('.')
  const [stem, ending] = end > 0 ? [name.slice(0, end), name.slice(end)] : [name, '']
  for (let no = 1; ; no++) {
    const tried = no === 1 ? name : `${stem} (${no})${ending}`
    const taken = await db
      .selectFrom('intake_file')
      .select('file_id')
      .where('name', '=', tried)
      .executeTakeFirst()
    if (!taken) return tried
  }
}

/** The bytes of a kept file as they came. */
export async function loadKept(db: Db, secrets: Secrets, fileId: string): Promise<Uint8Array> {
  const parts = await db
    .selectFrom('intake_part')
    .select('content_cipher')
    .where('file_id', '=', fileId)
    .orderBy('part_no')
    .execute()
  return Buffer.concat(parts.map(({ content_cipher }) => secrets.unsealBytes(content_cipher)))
}

/** Lets a file count from now on. Its place among the lists is given once and kept. */
export async function acceptFile(db: Db, fileId: string, acceptedBy: string | null): Promise<void> {
  // Two acceptances at once must not take one number.
  await sql`select pg_advisory_xact_lock(hashtext('betang accept'))`.execute(db)
  await sql`
    update intake_file set state = 'accepted',
      accept_no = coalesce(accept_no, (select coalesce(max(accept_no), 0) + 1 from intake_file))
    where file_id = ${fileId}`.execute(db)
  await db
    .insertInto('intake_acceptance')
    .values({
      file_id: fileId,
      accepted_by: acceptedBy,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
    })
    .execute()
}

/** Takes an accepted file back; false where it does not count. */
export async function withdrawFile(
  db: Db,
  fileId: string,
  by: { readonly accountId: string | null; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('intake_acceptance')
    .set({
      withdrawn_at: sql`now()`,
      withdrawn_by: by.accountId,
      withdrawn_reason: by.reason,
    })
    .where('file_id', '=', fileId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await db
    .updateTable('intake_file')
    .set({ state: 'withdrawn' })
    .where('file_id', '=', fileId)
    .execute()
  return true
}

/** An accepted file with what people put right in it. */
export interface AcceptedFile {
  readonly fileId: string
  readonly name: string
  readonly isOfFolder: boolean
  readonly contentHmac: Uint8Array
  readonly mends: readonly CellMend[]
  /** What officers said of its sheets. */
  readonly mappings: readonly ListMapping[]
}

/** The files that make the register, in the order in which they were first accepted. */
export async function findAcceptedFiles(db: Db, secrets: Secrets): Promise<AcceptedFile[]> {
  const files = await db
    .selectFrom('intake_file')
    .select(['file_id', 'name', 'organisation_id', 'content_hmac'])
    .where('state', '=', 'accepted')
    .orderBy('accept_no')
    .execute()
  const mends = await db
    .selectFrom('cell_mend as m')
    .innerJoin('intake_file as f', 'f.file_id', 'm.file_id')
    .innerJoin('intake_sheet as s', (join) =>
      join.onRef('s.file_id', '=', 'm.file_id').onRef('s.sheet_place', '=', 'm.sheet_place'),
    )
    .select(['m.file_id', 's.sheet', 'm.row', 'm.column_no', 'm.value_cipher'])
    .where('f.state', '=', 'accepted')
    .where('m.ended_at', 'is', null)
    .orderBy('m.mend_no')
    .execute()
  const mapped = await db
    .selectFrom('intake_sheet as s')
    .innerJoin('intake_file as f', 'f.file_id', 's.file_id')
    .select(['s.file_id', 's.sheet', 's.mapping'])
    .where('f.state', '=', 'accepted')
    .where('s.mapping', 'is not', null)
    .orderBy('s.sheet_place')
    .execute()
  return files.map(({ file_id, name, organisation_id, content_hmac }) => ({
    fileId: file_id,
    name,
    isOfFolder: organisation_id === null,
    contentHmac: secrets.renewHmac(content_hmac),
    mends: mends
      .filter((mend) => mend.file_id === file_id)
      .map(({ sheet, row, column_no, value_cipher }) => ({
        sheet,
        row,
        column: column_no,
        value: secrets.unseal(value_cipher),
      })),
    mappings: mapped
      .filter((one) => one.file_id === file_id)
      .map(({ sheet, mapping }) => ({ ...ListMapping.parse(mapping), sheet })),
  }))
}

/** What of the files the register is made from; changes with every acceptance and mend. */
export async function findFilesStamp(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ',
      (select concat(max(acceptance_no), ' ', count(withdrawn_at)) from intake_acceptance),
      (select concat(max(m.mend_no), ' ', count(m.ended_at))
       from cell_mend m join intake_file f using (file_id) where f.state = 'accepted'),
      (select md5(string_agg(s.mapping::text, ' ' order by s.file_id, s.sheet_place))
       from intake_sheet s join intake_file f using (file_id)
       where f.state = 'accepted' and s.mapping is not null)) as stamp`.execute(db)
  return rows[0]?.stamp ?? ''
}

import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import { type FileFaultCode, fileFault } from '../files/file-fault.ts'
import { sniffFile } from '../files/sniff-file.ts'
import { contentHmacs, type HandedFile, keepFile } from '../kept-files.ts'

const faultByForm: Readonly<Record<string, FileFaultCode>> = {
  empty: 'file-empty',
  pdf: 'file-is-pdf',
  binary: 'file-is-not-a-list',
}
const mostNameLetters = 200

/**
 * Keeps a file that an office hands over; its id.
 *
 * @param mayTell whether whoever asks may know of a file of this organisation.
 * @throws AppError `intake-file-refused` when its first bytes show that it is no list,
 * `intake-content-known` when the same bytes came before and this puts nothing right.
 */
export async function receiveFile(
  tx: Db,
  secrets: Secrets,
  file: HandedFile,
  mayTell: (organisationId: string | null) => boolean,
): Promise<string> {
  const fault = faultByForm[sniffFile(file.content)]
  if (fault) {
    const { code, hintId, hintEn } = fileFault('', fault)
    throw new AppError('intake-file-refused', { code, hintId, hintEn })
  }
  // Two of one name or content at once are received one after the other.
  await sql`select pg_advisory_xact_lock(hashtext('betang receive'))`.execute(tx)
  if (file.replaces === undefined) {
    const known = await tx
      .selectFrom('intake_file')
      .select(['file_id', 'received_at', 'organisation_id'])
      .where('content_hmac', 'in', contentHmacs(secrets, file.content))
      .orderBy('received_at', 'desc')
      .execute()
    const same = known.find(({ organisation_id }) => mayTell(organisation_id))
    if (same) {
      throw new AppError('intake-content-known', {
        fileId: same.file_id,
        day: same.received_at.slice(0, 10),
      })
    }
  }
  return keepFile(tx, secrets, file)
}

/**
 * The name of a file as its sender wrote it, percent-encoded in a header, without folders before it.
 *
 * @throws AppError `request-invalid`.
 */
export function readFileName(header: string): string {
  const name = decodeHeader('x-file-name', header)
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  if (name === '' || name.length > mostNameLetters) throw unfit('x-file-name')
  return name
}

/** @throws AppError `request-invalid` for what is no percent-encoded text. */
export function decodeHeader(name: string, value: string): string {
  try {
    const text = decodeURIComponent(value)
    if (!text.includes('\0')) return text
  } catch {
    // said below
  }
  throw unfit(name)
}

function unfit(path: string): AppError {
  return new AppError('request-invalid', {
    fields: [{ path, message: 'not percent-encoded text' }],
  })
}

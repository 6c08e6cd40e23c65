import { z } from 'zod'
import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { maskId } from '../mask-id.ts'
import type { RowFields } from '../schema.ts'
import { findReading } from './file-reading.ts'
import type { DifferenceLine, FileDifference } from './schema.ts'

/** Fields that every new list of a programme says anew; a change of them alone is none. */
const ofTheList: ReadonlySet<string> = new Set([
  'aidDate',
  'surveyDate',
  'ageYears',
  'aidText',
  'aidStatusText',
  'birthPrecision',
])
const Fields: z.ZodType<RowFields> = z.looseObject({})

interface ComparedRow {
  readonly sheetPlace: number
  readonly row: number
  readonly rowKey: string
  readonly nikKey: string | null
  readonly personKey: string | null
  readonly cipher: Uint8Array
}

/** What a file says otherwise than the accepted one before it, line by line. */
export interface Compared {
  readonly against: FileDifference['against']
  readonly new: readonly DifferenceLine[]
  readonly gone: readonly DifferenceLine[]
  readonly changed: readonly DifferenceLine[]
  /** Members of the health insurance for the poor who are out. */
  readonly inactive: readonly DifferenceLine[]
  readonly same: number
}

/**
 * Compares a file with the last accepted one of the same office and kind: who is new, who is gone and
 * what changed, by NIK, or else by name and day of birth. Numbers are masked. `db` is a viewer's.
 */
export async function compareWithLast(db: Db, secrets: Secrets, fileId: string): Promise<Compared> {
  const against = await findFileBefore(db, fileId)
  const mine = await loadRows(db, secrets, fileId)
  const theirs = against ? await loadRows(db, secrets, against.fileId) : []
  const lines = lineMaker(secrets)
  const findMatch = matchFinder(theirs)
  const met = new Set<ComparedRow>()
  const fresh: DifferenceLine[] = []
  const changed: DifferenceLine[] = []
  let same = 0
  for (const row of against ? mine : []) {
    const match = findMatch(row)
    if (!match) {
      fresh.push(lines.toLine(row))
      continue
    }
    met.add(match.row)
    const line = match.row.rowKey === row.rowKey ? undefined : lines.toChange(match.row, row)
    if (line) changed.push({ ...line, by: match.by })
    else same++
  }
  return {
    against,
    new: fresh,
    gone: theirs.filter((row) => !met.has(row)).map(lines.toLine),
    changed,
    inactive: mine.filter(lines.isInactive).map(lines.toLine),
    same,
  }
}

/** The file that counts and was accepted before this one, of the same office, with a list in common. */
async function findFileBefore(db: Db, fileId: string): Promise<FileDifference['against']> {
  const file = await db
    .selectFrom('intake_file')
    .select(['organisation_id', 'accept_no', 'reading', 'replaces'])
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  if (!file) return null
  const others = await db
    .selectFrom('intake_file as f')
    .innerJoin('intake_acceptance as a', 'a.file_id', 'f.file_id')
    .select(['f.file_id', 'f.name', 'f.reading', 'f.accept_no', 'a.accepted_at'])
    .where('f.file_id', '<>', fileId)
    .where('a.withdrawn_at', 'is', null)
    .where('f.organisation_id', 'is not distinct from', file.organisation_id)
    .orderBy('f.accept_no', 'desc')
    .execute()
  const lists = findReading(file.reading)?.lists ?? []
  const before = others.find(
    ({ accept_no, reading }) =>
      (file.accept_no === null || (accept_no ?? 0) < file.accept_no) &&
      findReading(reading)?.lists.some((list) => lists.includes(list)),
  )
  return before
    ? { fileId: before.file_id, name: before.name, acceptedAt: before.accepted_at }
    : null
}

async function loadRows(db: Db, secrets: Secrets, fileId: string): Promise<ComparedRow[]> {
  const rows = await db
    .selectFrom('intake_row')
    .select(['sheet_place', 'row', 'row_hmac', 'nik_hmac', 'person_hmac', 'fields_cipher'])
    .where('file_id', '=', fileId)
    .orderBy('sheet_place')
    .orderBy('row')
    .execute()
  return rows.map((row) => ({
    sheetPlace: row.sheet_place,
    row: row.row,
    rowKey: keyOf(secrets.renewHmac(row.row_hmac)),
    nikKey: row.nik_hmac === null ? null : keyOf(secrets.renewHmac(row.nik_hmac)),
    personKey: row.person_hmac === null ? null : keyOf(secrets.renewHmac(row.person_hmac)),
    cipher: row.fields_cipher,
  }))
}

function keyOf(hmac: Uint8Array): string {
  return Buffer.from(hmac).toString('base64')
}

type By = 'nik' | 'name-and-birth'

/** Two NIK are two persons, whatever their names; a name decides only where one of them has none. */
function matchFinder(rows: readonly ComparedRow[]) {
  const byNik = new Map<string, ComparedRow>()
  const byPerson = new Map<string, ComparedRow>()
  for (const row of rows) {
    if (row.nikKey !== null && !byNik.has(row.nikKey)) byNik.set(row.nikKey, row)
    if (row.personKey !== null && !byPerson.has(row.personKey)) byPerson.set(row.personKey, row)
  }
  return ({ nikKey, personKey }: ComparedRow): { row: ComparedRow; by: By } | undefined => {
    const withNik = nikKey === null ? undefined : byNik.get(nikKey)
    if (withNik) return { row: withNik, by: 'nik' }
    const withName = personKey === null ? undefined : byPerson.get(personKey)
    if (!withName || (withName.nikKey !== null && nikKey !== null)) return undefined
    return { row: withName, by: 'name-and-birth' }
  }
}

function lineMaker(secrets: Secrets) {
  const fieldsOf = ({ cipher }: ComparedRow) => Fields.parse(JSON.parse(secrets.unseal(cipher)))
  const toLine = (row: ComparedRow): DifferenceLine => {
    const { name, nik, nikPrefix, nikAsWritten, kk, kkPrefix, ward } = fieldsOf(row)
    return {
      name: maskId(name ?? ''),
      nik: maskId(nik ?? nikPrefix ?? nikAsWritten ?? ''),
      kk: maskId(kk ?? kkPrefix ?? ''),
      ward: ward ?? null,
      sheetPlace: row.sheetPlace,
      row: row.row,
      by: null,
      changes: [],
    }
  }
  return {
    toLine,
    toChange(before: ComparedRow, after: ComparedRow): DifferenceLine | undefined {
      const changes = changesOf(fieldsOf(before), fieldsOf(after))
      return changes.length === 0 ? undefined : { ...toLine(after), changes }
    },
    isInactive: (row: ComparedRow) => fieldsOf(row).jknStatus === 'inactive',
  }
}

function changesOf(before: RowFields, after: RowFields): DifferenceLine['changes'] {
  const earlier = new Map<string, unknown>(Object.entries(before))
  const later = new Map<string, unknown>(Object.entries(after))
  const fields = [...new Set([...earlier.keys(), ...later.keys()])].toSorted()
  return fields
    .filter((field) => !ofTheList.has(field))
    .map((field) => ({
      field,
      before: sayValue(earlier.get(field)),
      after: sayValue(later.get(field)),
    }))
    .filter(({ before: was, after: is }) => was !== is)
    .map(({ field, before: was, after: is }) => ({
      field,
      before: was === null ? null : maskId(was),
      after: is === null ? null : maskId(is),
    }))
}

function sayValue(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** How often each field changed, most often first. */
export function countChangedFields({ changed }: Compared): FileDifference['changedFields'] {
  const counts = new Map<string, number>()
  for (const { changes } of changed) {
    for (const { field } of changes) counts.set(field, (counts.get(field) ?? 0) + 1)
  }
  return [...counts]
    .map(([field, rows]) => ({ field, rows }))
    .toSorted((left, right) => right.rows - left.rows || (left.field < right.field ? -1 : 1))
}

/** One page of the difference. */
export function toDifferencePage(
  compared: Compared,
  kind: 'new' | 'gone' | 'changed' | 'inactive',
  { after, count }: { readonly after: number; readonly count: number },
): FileDifference {
  const lines = compared[kind]
  return {
    against: compared.against,
    counts: {
      new: compared.new.length,
      gone: compared.gone.length,
      changed: compared.changed.length,
      same: compared.same,
      inactive: compared.inactive.length,
    },
    changedFields: countChangedFields(compared),
    lines: lines.slice(after, after + count),
    nextAfter: after + count < lines.length ? after + count : null,
  }
}

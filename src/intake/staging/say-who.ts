import type { Db } from '#platform/db'
import type { IntakeFile, IntakeFileLine, IntakeFilesPage, MappingLine } from './schema.ts'

/** Names of people and of offices by their keys. */
interface Names {
  readonly people: ReadonlyMap<string, string>
  readonly offices: ReadonlyMap<string, string>
}
interface Deed {
  readonly at: string
  readonly by: string | null
}

/** A page of files with names in place of keys. */
export async function namePage(db: Db, page: IntakeFilesPage): Promise<IntakeFilesPage> {
  const names = await findNames(db, page.files.flatMap(deedsOf))
  return {
    ...page,
    files: page.files.map((line) => nameLine(line, names)),
    late: page.late.map((late) => ({
      ...late,
      organisationName: names.offices.get(late.organisationId) ?? late.organisationId,
    })),
  }
}

/** One file with names in place of keys. */
export async function nameFile(db: Db, file: IntakeFile): Promise<IntakeFile> {
  const past = file.acceptances.flatMap(({ accepted, withdrawn }) => [accepted, withdrawn])
  const names = await findNames(db, [...deedsOf(file), ...past])
  return {
    ...file,
    ...nameLine(file, names),
    acceptances: file.acceptances.map((one) => ({
      ...one,
      accepted: nameDeed(one.accepted, names),
      withdrawn: one.withdrawn && nameDeed(one.withdrawn, names),
    })),
  }
}

/** Versions of a mapping with names in place of keys. */
export async function nameVersions(
  db: Db,
  versions: readonly MappingLine[],
): Promise<MappingLine[]> {
  const names = await findNames(
    db,
    versions.map(({ made }) => made),
  )
  return versions.map((one) => ({ ...one, made: nameDeed(one.made, names) }))
}

function nameLine(line: IntakeFileLine, names: Names): IntakeFileLine {
  return {
    ...line,
    organisationName: names.offices.get(line.organisationId ?? '') ?? null,
    received: nameDeed(line.received, names),
    accepted: line.accepted && nameDeed(line.accepted, names),
  }
}

function deedsOf({ received, accepted }: IntakeFileLine): (Deed | null)[] {
  return [received, accepted]
}

async function findNames(db: Db, deeds: readonly (Deed | null)[]): Promise<Names> {
  const ids = [...new Set(deeds.flatMap((deed) => deed?.by ?? []))]
  const people = await db
    .selectFrom('account')
    .select(['account_id', 'display_name'])
    .where(({ eb, fn, val }) => eb('account_id', '=', fn.any(val(ids))))
    .execute()
  const offices = await db.selectFrom('organisation').select(['organisation_id', 'name']).execute()
  return {
    people: new Map(people.map(({ account_id, display_name }) => [account_id, display_name])),
    offices: new Map(offices.map(({ organisation_id, name }) => [organisation_id, name])),
  }
}

function nameDeed({ at, by }: Deed, names: Names): { at: string; by: string | null } {
  return { at, by: by === null ? null : (names.people.get(by) ?? null) }
}

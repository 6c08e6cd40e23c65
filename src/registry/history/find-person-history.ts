import { maskId } from '#intake'
import type { RowRef } from '#intake/schema'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import type { Instant } from '#platform/tables'
import { endOfDay, findFamilyAsOf, toPeriod } from './find-history.ts'
import { findPersonVersions, findVersions } from './find-versions.ts'
import { findPresentId } from './known-family.ts'
import { membershipPeriods } from './membership-periods.ts'
import type { PersonHistory } from './person-answers.ts'
import type { KnownFamilyRecord, KnownPerson } from './schema.ts'

interface Asked {
  readonly knownOn?: IsoDate | undefined
  readonly validOn?: IsoDate | undefined
}

/**
 * What became of a person: names, numbers and families from run to run. An id that was joined into
 * another leads to the person who has its rows now.
 *
 * @throws AppError `person-not-found` where the viewer of `db` may see no such person.
 */
export async function findPersonHistory(
  db: Db,
  secrets: Secrets,
  askedId: string,
  { knownOn, validOn }: Asked,
): Promise<PersonHistory> {
  const personId = (await findPresentId(db, askedId)) ?? askedId
  const all = await findPersonVersions(db, secrets, personId)
  if (all.length === 0) throw new AppError('person-not-found', { personId: askedId })
  const at = knownOn === undefined ? undefined : endOfDay(knownOn)
  const versions = knownBy(all, at)
  const families = new Map<string, readonly KnownFamilyRecord[]>()
  for (const familyId of new Set(versions.map((version) => version.familyId))) {
    const known = await findVersions(db, secrets, familyId)
    families.set(familyId, knownBy(known.families, at))
  }
  const standing = versions.find(({ recordedTo }) => recordedTo === null)
  const family =
    standing && (await findFamilyAsOf(db, secrets, standing.familyId, { knownOn, validOn }))
  return {
    personId,
    mergedInto: personId === askedId ? null : personId,
    knownOn: knownOn ?? null,
    validOn: validOn ?? null,
    familyId: standing?.familyId ?? null,
    record: family?.members.find((member) => member.personId === personId) ?? null,
    names: namesOf(versions),
    identifiers: identifiersOf(versions, families),
    memberships: membershipsOf(versions, families),
    mergedFrom: await findMergedFrom(db, personId, at),
  }
}

type Recorded = Pick<KnownPerson, 'recordedFrom' | 'recordedTo'>

/** What had been recorded by a moment, oldest first; what ended later still stood then. */
function knownBy<Line extends Recorded>(lines: readonly Line[], at: Instant | undefined): Line[] {
  return lines
    .filter(({ recordedFrom }) => at === undefined || recordedFrom <= at)
    .map((line) => {
      const isEnded = line.recordedTo !== null && (at === undefined || line.recordedTo <= at)
      return isEnded ? line : { ...line, recordedTo: null }
    })
    .sort((left, right) => (left.recordedFrom < right.recordedFrom ? -1 : 1))
}

/** Lines that say the same without a gap between them as one; the latest first. */
function joinSame<Line extends Recorded>(
  lines: readonly Line[],
  sameOf: (line: Line) => unknown,
): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const isSame =
      last?.recordedTo === line.recordedFrom &&
      JSON.stringify(sameOf(last)) === JSON.stringify(sameOf(line))
    if (isSame) joined[joined.length - 1] = { ...last, recordedTo: line.recordedTo }
    else joined.push(line)
  }
  return joined.toReversed()
}

function namesOf(versions: readonly KnownPerson[]): PersonHistory['names'] {
  const named = versions.flatMap(({ fields: { name }, recordedFrom, recordedTo }) =>
    name === undefined ? [] : [{ name, recordedFrom, recordedTo }],
  )
  return joinSame(named, ({ name }) => name)
}

type Families = ReadonlyMap<string, readonly KnownFamilyRecord[]>

/** The records of a person's family while a version of the person held, with the time of both. */
function familiesDuring(person: KnownPerson, families: Families) {
  return (families.get(person.familyId) ?? []).flatMap((family) => {
    const from = laterOf(person.recordedFrom, family.recordedFrom)
    const to = earlierOf(person.recordedTo, family.recordedTo)
    return to !== null && to <= from ? [] : [{ family, recordedFrom: from, recordedTo: to }]
  })
}

const laterOf = (one: Instant, other: Instant) => (one > other ? one : other)
const earlierOf = (one: Instant | null, other: Instant | null) =>
  one === null ? other : other === null || one < other ? one : other

interface NumberLine extends Recorded {
  readonly type: 'nik' | 'kk'
  readonly digits: string
  readonly isWhole: boolean
}

function identifiersOf(
  versions: readonly KnownPerson[],
  families: Families,
): PersonHistory['identifiers'] {
  const sources = new Map<string, RowRef[]>()
  const told: NumberLine[] = []
  for (const { rows, recordedFrom, recordedTo } of versions) {
    for (const { ref, fields } of rows) {
      const { nik, nikPrefix, kk, kkPrefix } = fields
      for (const line of [numberOf('nik', nik, nikPrefix), numberOf('kk', kk, kkPrefix)]) {
        if (!line) continue
        told.push({ ...line, recordedFrom, recordedTo })
        const key = `${line.type} ${line.digits}`
        const known = sources.get(key) ?? []
        if (!known.some((other) => JSON.stringify(other) === JSON.stringify(ref))) known.push(ref)
        sources.set(key, known)
      }
    }
  }
  const stood = versions.flatMap((version) => [
    ...linesOf('nik', version.fields.nik, version.fields.nikPrefix, version),
    ...familiesDuring(version, families).flatMap(({ family, ...recorded }) =>
      linesOf('kk', family.fields.kk, family.fields.kkPrefix, recorded),
    ),
  ])
  const standing = new Set(stood.map(({ type, digits }) => `${type} ${digits}`))
  const others = told.filter(({ type, digits }) => !standing.has(`${type} ${digits}`))
  const toLine = (status: 'stood' | 'other') => (line: NumberLine) => ({
    type: line.type,
    value: maskId(line.digits),
    status:
      status === 'other'
        ? status
        : line.recordedTo === null
          ? ('current' as const)
          : ('former' as const),
    isWhole: line.isWhole,
    sources: sources.get(`${line.type} ${line.digits}`) ?? [],
    recordedFrom: line.recordedFrom,
    recordedTo: line.recordedTo,
  })
  return [...eachNumber(stood).map(toLine('stood')), ...eachNumber(others).map(toLine('other'))]
}

function linesOf(
  type: 'nik' | 'kk',
  whole: string | undefined,
  part: string | undefined,
  { recordedFrom, recordedTo }: Recorded,
): NumberLine[] {
  const line = numberOf(type, whole, part)
  return line ? [{ ...line, recordedFrom, recordedTo }] : []
}

function numberOf(type: 'nik' | 'kk', whole: string | undefined, part: string | undefined) {
  const digits = whole ?? part
  return digits === undefined ? undefined : { type, digits, isWhole: whole !== undefined }
}

/** The times of each number, NIK before KK; of one number the latest first. */
function eachNumber(lines: readonly NumberLine[]): NumberLine[] {
  const byNumber = Map.groupBy(lines, ({ type, digits }) => `${type} ${digits}`)
  return [...byNumber.values()]
    .flatMap((own) => joinSame(withoutRepeats(own), ({ digits }) => digits))
    .sort((left, right) =>
      left.type === right.type
        ? Number(right.recordedFrom > left.recordedFrom) -
          Number(right.recordedFrom < left.recordedFrom)
        : left.type === 'nik'
          ? -1
          : 1,
    )
}

/** Several rows of one version say a number at one time. */
function withoutRepeats(lines: readonly NumberLine[]): NumberLine[] {
  return lines.filter(
    (line, place) =>
      lines.findIndex(({ recordedFrom }) => recordedFrom === line.recordedFrom) === place,
  )
}

function membershipsOf(
  versions: readonly KnownPerson[],
  families: Families,
): PersonHistory['memberships'] {
  const lines = versions.map((version) => {
    const { familyId, fields, rows, recordedFrom, recordedTo } = version
    const during = familiesDuring(version, families).at(-1)
    return {
      familyId,
      headName: during?.family.fields.headName ?? null,
      relation: fields.relation ?? null,
      periods: membershipPeriods(rows.map((row) => row.fields)).map(toPeriod),
      recordedFrom,
      recordedTo,
    }
  })
  return joinSame(lines, ({ familyId, relation, periods }) => [familyId, relation, periods])
}

async function findMergedFrom(
  db: Db,
  personId: string,
  at: Instant | undefined,
): Promise<PersonHistory['mergedFrom']> {
  const rows = await db
    .selectFrom('subject_alias')
    .select([
      'subject_id as personId',
      'recorded_from as recordedFrom',
      'recorded_to as recordedTo',
    ])
    .where('present_id', '=', personId)
    .where('kind', '=', 'person')
    .execute()
  return knownBy(rows, at).sort((left, right) => (left.personId < right.personId ? -1 : 1))
}

import { sql } from 'kysely'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import type { Instant } from '#platform/tables'
import { regionName } from '#territory'
import { byHandFile } from '../changes.ts'
import type { FamilyAsOf, FamilyHistory } from './answers.ts'
import { findVersions } from './find-versions.ts'
import { findFamilyKnownAt, findPresentId } from './known-family.ts'
import { membershipPeriods } from './membership-periods.ts'
import type { KnownFamily, KnownPerson } from './schema.ts'
import { type TimelineStep, timelineOf } from './timeline.ts'
import { toldValues, valueText } from './told-values.ts'
import { type Day, familyValidOn } from './valid-family.ts'

/** More steps than a page can tell; the latest are told. */
const mostSteps = 200
/** A moment after every version. */
export const present: Instant = '9999-12-31T00:00:00.000Z'

/**
 * What became of a family from run to run, as far as the viewer of `db` may see it.
 *
 * @throws AppError `family-not-found`.
 */
export async function findFamilyHistory(
  db: Db,
  secrets: Secrets,
  familyId: string,
): Promise<FamilyHistory> {
  const mergedInto = await findSuccessor(db, familyId)
  const steps = timelineOf(await findVersions(db, secrets, familyId))
  const [last] = steps.slice(-1)
  if (!last) throw new AppError('family-not-found', { familyId })
  const decisions = await findDecisions(db, familyId)
  const aliases = await findAliases(db, familyId)
  return {
    familyId,
    mergedInto,
    headName: (last.now ?? last.before)?.fields.headName ?? null,
    steps: steps
      .slice(-mostSteps)
      .toReversed()
      .map((step) => ({
        ...toStep(step),
        decisions: decisions.flatMap(({ inForceAt, endedAt, ...decision }) => [
          ...(isWithin(inForceAt, step) ? [{ ...decision, isTakenBack: false }] : []),
          ...(isWithin(endedAt, step) ? [{ ...decision, isTakenBack: true }] : []),
        ]),
        mergedFrom: aliases.flatMap(({ id, from }) => (from === step.at ? id : [])),
        partedTo: aliases.flatMap(({ id, to }) => (to === step.at ? id : [])),
      })),
  }
}

function isWithin(moment: Instant | null, { at, after }: TimelineStep): boolean {
  return moment !== null && moment <= at && (after === undefined || moment > after)
}

function toStep({ at, before, now, joined, left, fields, rows }: TimelineStep) {
  const nameOf = new Map(now?.persons.map((person) => [person.personId, named(person)]))
  const byList = Map.groupBy(
    rows.filter(({ ref }) => ref.file !== byHandFile),
    ({ ref, title }) => JSON.stringify([ref.file, title]),
  )
  const isFirst = before === undefined
  return {
    at,
    kind:
      now === undefined ? ('gone' as const) : isFirst ? ('first' as const) : ('changed' as const),
    lists: [...byList.values()].flatMap((own) => {
      const [row] = own
      if (!row) return []
      const rowsAdded = own.filter(({ isAdded }) => isAdded).length
      const { title, provider, ref } = row
      return [{ file: ref.file, title, provider, rowsAdded, rowsRemoved: own.length - rowsAdded }]
    }),
    // Who was there from the first, or went with the whole family, neither joined nor left it.
    joined: isFirst ? [] : joined.map(named),
    left: now === undefined ? [] : left.map(named),
    changes: fields.map(({ subjectId, field, from, to }) => ({
      person: nameOf.get(subjectId) ?? null,
      field,
      from: valueText(field, from),
      to: valueText(field, to),
    })),
  }
}

function named({ personId, fields }: KnownPerson) {
  return { personId, name: fields.name ?? null }
}

/**
 * A family as it was known at the end of one day and, where a second is given, as it was on that one.
 *
 * @param now moment of asking, where no day is given on which it was known.
 * @throws AppError `family-not-found` where the viewer of `db` may see no such family.
 */
export async function findFamilyAsOf(
  db: Db,
  secrets: Secrets,
  familyId: string,
  {
    knownOn,
    validOn,
  }: { readonly knownOn?: IsoDate | undefined; readonly validOn?: IsoDate | undefined },
): Promise<FamilyAsOf> {
  const mergedInto = await findSuccessor(db, familyId)
  const at = knownOn === undefined ? present : endOfDay(knownOn)
  const known =
    (await findFamilyKnownAt(db, secrets, familyId, at)) ??
    (mergedInto === null ? undefined : await findFamilyKnownAt(db, secrets, mergedInto, at))
  if (!known && !(await isEverSeen(db, secrets, mergedInto ?? familyId))) {
    throw new AppError('family-not-found', { familyId })
  }
  const asked = {
    familyId: known?.familyId ?? familyId,
    mergedInto,
    knownOn: knownOn ?? null,
    validOn: validOn ?? null,
    isKnown: known !== undefined,
  }
  if (!known) return { ...asked, ...nothing }
  if (validOn === undefined) return { ...asked, ...tellKnown(known) }
  return { ...asked, ...(await tellValid(db, known, validOn)) }
}

const nothing = { headName: null, values: [], members: [], absent: [], dwellings: [], rows: [] }

function tellKnown(known: KnownFamily) {
  return {
    headName: known.fields.headName ?? null,
    values: toldValues(known.fields, known.origins),
    members: known.persons.map((person) => ({
      ...named(person),
      relation: person.fields.relation ?? null,
      status: person.status,
      statusDate: person.statusDate,
      periods: membershipPeriods(person.rows.map(({ fields }) => fields)).map(toPeriod),
      values: toldValues(person.fields, person.origins),
    })),
    absent: [],
    dwellings: [],
    rows: known.persons.flatMap(({ rows }) =>
      rows.map(({ ref, title }) => ({ ...ref, title, on: null, isCounted: true })),
    ),
  }
}

async function tellValid(db: Db, known: KnownFamily, validOn: IsoDate) {
  const valid = familyValidOn(known, await findDay(db, validOn))
  const nameOf = new Map(
    known.persons.map(({ personId, fields }) => [personId, fields.name ?? null]),
  )
  return {
    headName: valid.fields.headName ?? null,
    values: toldValues(valid.fields, valid.origins),
    members: valid.persons.map(({ personId, fields, status, statusDate, periods, origins }) => ({
      personId,
      name: fields.name ?? nameOf.get(personId) ?? null,
      relation: fields.relation ?? null,
      status,
      statusDate,
      periods: periods.map(toPeriod),
      values: toldValues(fields, origins),
    })),
    absent: valid.absent.map(({ personId, reason }) => ({
      personId,
      name: nameOf.get(personId) ?? null,
      reason,
    })),
    dwellings: valid.dwellings.map(({ ward, from, to, ref }) => ({
      wardName: regionName(ward) ?? ward,
      from,
      to: to ?? null,
      source: ref,
    })),
    rows: valid.rows.map(({ ref, title, on, isCounted }) => ({ ...ref, title, on, isCounted })),
  }
}

export function toPeriod({ from, to, end }: ReturnType<typeof membershipPeriods>[number]) {
  return { from: from ?? null, to: to ?? null, end: end ?? null }
}

/** The present id of a family that is no more; null where the id stands itself or leads nowhere. */
async function findSuccessor(db: Db, familyId: string): Promise<string | null> {
  const standing = await db
    .selectFrom('family')
    .select('family_id')
    .where('family_id', '=', familyId)
    .executeTakeFirst()
  return standing ? null : ((await findPresentId(db, familyId)) ?? null)
}

async function isEverSeen(db: Db, secrets: Secrets, familyId: string): Promise<boolean> {
  return (await findVersions(db, secrets, familyId)).families.length > 0
}

/** The last moment of a day where this computer stands. */
export function endOfDay(day: IsoDate): Instant {
  return new Date(`${day}T23:59:59.999`).toISOString()
}

async function findAliases(db: Db, familyId: string) {
  const rows = await db
    .selectFrom('subject_alias')
    .select(['subject_id as id', 'recorded_from as from', 'recorded_to as to'])
    .where('present_id', '=', familyId)
    .execute()
  return rows
}

/** Decisions that touched a family, or one that was joined into it. */
async function findDecisions(db: Db, familyId: string) {
  const { rows } = await sql<{
    changeNo: number
    kind: FamilyHistory['steps'][number]['decisions'][number]['kind']
    field: string | null
    organisation: string
    reason: string
    inForceAt: Instant | null
    endedAt: Instant | null
  }>`
    select change_no as "changeNo", kind, field, o.name as organisation, reason,
      in_force_at as "inForceAt", ended_at as "endedAt"
    from register_change join organisation_name o using (organisation_id)
    where in_force_at is not null and family_ids && array(
      select ${familyId}::text union select subject_id from subject_alias where present_id = ${familyId})
    order by change_no`.execute(db)
  return rows
}

/** A day of the world with what the store knows of the days of its lists and changes. */
export async function findDay(db: Db, validOn: IsoDate): Promise<Day> {
  const days = await findDaysOfChanges(db)
  return {
    validOn,
    listDay: (await findListDay(db)) ?? validOn,
    dayOfChange: (changeNo) => days.get(changeNo),
  }
}

/** Days from which what officers wrote holds. */
async function findDaysOfChanges(db: Db): Promise<ReadonlyMap<number, IsoDate>> {
  const { rows } = await sql<{ change_no: number; day: IsoDate }>`
    select change_no, in_force_at::date as day from register_change
    where kind in ('value', 'added') and in_force_at is not null`.execute(db)
  return new Map(rows.map(({ change_no, day }) => [change_no, day]))
}

async function findListDay(db: Db): Promise<IsoDate | undefined> {
  const row = await db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', 'run-day')
    .executeTakeFirst()
  return typeof row?.value === 'string' ? row.value : undefined
}

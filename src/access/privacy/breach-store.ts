import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { ByWhom } from './handle-request.ts'
import { rights } from './privacy-files.ts'
import { Breach, type NewBreach, type NewBreachStep } from './schema.ts'
import { dueAt, readTerm } from './term-clock.ts'

/** Breaches with their logs: the open ones by the end of their term, then the closed ones. */
export async function findBreaches(db: Db, now: Date): Promise<Breach[]> {
  const rows = await db
    .selectFrom('breach')
    .selectAll()
    .orderBy((eb) => eb('closed_at', 'is not', null))
    .orderBy('due_at')
    .orderBy('breach_no')
    .limit(200)
    .execute()
  return toBreaches(db, rows, now)
}

/** @throws AppError `breach-not-found`. */
export async function getBreach(db: Db, breachNo: number, now: Date): Promise<Breach> {
  const rows = await db.selectFrom('breach').selectAll().where('breach_no', '=', breachNo).execute()
  const [breach] = await toBreaches(db, rows, now)
  if (!breach) throw new AppError('breach-not-found', { breachNo })
  return breach
}

type BreachRow = Awaited<ReturnType<typeof getRow>>

async function getRow(db: Db, breachNo: number) {
  const row = await db
    .selectFrom('breach')
    .selectAll()
    .where('breach_no', '=', breachNo)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('breach-not-found', { breachNo })
  return row
}

async function toBreaches(db: Db, rows: readonly BreachRow[], now: Date): Promise<Breach[]> {
  if (rows.length === 0) return []
  const steps = await db
    .selectFrom('breach_step as s')
    .leftJoin('audit_actor as a', 'a.account_id', 's.account_id')
    .select(['s.breach_no', 's.at', 's.what', 's.note', 's.account_id', 'a.display_name'])
    .where(
      's.breach_no',
      'in',
      rows.map(({ breach_no }) => breach_no),
    )
    .orderBy('s.step_no')
    .execute()
  return rows.map((row) => {
    const { article } = rights().breach
    // Once both have been told the clock has done its work.
    const toldAt =
      row.subjects_told_at && row.authority_told_at
        ? [row.subjects_told_at, row.authority_told_at].sort().at(-1)
        : undefined
    return Breach.parse({
      breachNo: row.breach_no,
      title: row.title,
      knownAt: row.known_at,
      revealed: row.revealed,
      dataClasses: row.data_classes,
      happened: row.happened,
      handling: row.handling,
      recovery: row.recovery,
      subjectCount: row.subject_count,
      clock: readTerm(
        {
          receivedAt: row.known_at,
          dueAt: row.due_at,
          closedAt: toldAt ?? row.closed_at,
          termArticle: article,
        },
        now,
      ),
      subjectsToldAt: row.subjects_told_at,
      authorityToldAt: row.authority_told_at,
      publicToldAt: row.public_told_at,
      closedAt: row.closed_at,
      steps: steps
        .filter(({ breach_no }) => breach_no === row.breach_no)
        .map(({ at, what, note, display_name, account_id }) => ({
          at,
          what,
          note,
          by: display_name ?? account_id,
        })),
    })
  })
}

/**
 * Writes a breach down and starts its clock; returns its number.
 *
 * @throws AppError `received-in-future`.
 */
export async function insertBreach(db: Db, breach: NewBreach, who: ByWhom): Promise<number> {
  if (Date.parse(breach.knownAt) > Date.parse(who.at)) throw new AppError('received-in-future', {})
  const { breach_no: breachNo } = await db
    .insertInto('breach')
    .values({
      title: breach.title,
      known_at: breach.knownAt,
      due_at: dueAt(breach.knownAt, rights().breach.termHours),
      revealed: breach.revealed,
      data_classes: breach.dataClasses,
      happened: breach.happened,
      handling: breach.handling,
      recovery: breach.recovery,
      subject_count: breach.subjectCount,
      entered_by: who.accountId,
    })
    .returning('breach_no')
    .executeTakeFirstOrThrow()
  await insertStep(db, breachNo, who, 'entered', breach.title)
  return breachNo
}

/** Writes what is known by now over what was known before; the log says that it was amended. */
export async function amendBreach(
  db: Db,
  breachNo: number,
  breach: Omit<NewBreach, 'knownAt'>,
  who: ByWhom,
): Promise<void> {
  const row = await getRow(db, breachNo)
  if (row.closed_at !== null) throw new AppError('breach-step-refused', { what: 'amended' })
  await db
    .updateTable('breach')
    .set({
      title: breach.title,
      revealed: breach.revealed,
      data_classes: breach.dataClasses,
      happened: breach.happened,
      handling: breach.handling,
      recovery: breach.recovery,
      subject_count: breach.subjectCount,
    })
    .where('breach_no', '=', breachNo)
    .execute()
  await insertStep(db, breachNo, who, 'amended', breach.title)
}

const columnOf = {
  'subjects-told': 'subjects_told_at',
  'authority-told': 'authority_told_at',
  'public-told': 'public_told_at',
  closed: 'closed_at',
} as const

/**
 * Notes that somebody was told, or that the breach is closed, which needs both to have been told.
 *
 * @throws AppError `breach-not-found`, `breach-step-refused`.
 */
export async function takeBreachStep(
  db: Db,
  breachNo: number,
  { what, note }: NewBreachStep,
  who: ByWhom,
): Promise<void> {
  const row = await getRow(db, breachNo)
  const isTold = row.subjects_told_at !== null && row.authority_told_at !== null
  if (row.closed_at !== null || row[columnOf[what]] !== null || (what === 'closed' && !isTold)) {
    throw new AppError('breach-step-refused', { what })
  }
  await db
    .updateTable('breach')
    .set({ [columnOf[what]]: who.at })
    .where('breach_no', '=', breachNo)
    .execute()
  await insertStep(db, breachNo, who, what, note)
}

async function insertStep(
  db: Db,
  breachNo: number,
  { accountId, at }: ByWhom,
  what: string,
  note: string,
): Promise<void> {
  await db
    .insertInto('breach_step')
    .values({ breach_no: breachNo, at, account_id: accountId, what, note })
    .execute()
}

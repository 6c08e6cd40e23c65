import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db'
import { fromCursor, toCursor } from '#platform/http'
import type { AuditFilter, AuditLine, AuditPage } from './schema.ts'

const pageSize = 50

interface EventRow extends Omit<AuditLine, 'fields'> {
  readonly fields: readonly string[]
}

/**
 * A page of events, newest first. A person brings the family's events along, a family its members'.
 *
 * @param db of a viewer who may read the trail; anybody else finds nothing.
 * @param timeZone in which the days of the filter begin.
 * @throws AppError `cursor-invalid`.
 */
export async function findEvents(
  db: Db,
  filter: AuditFilter,
  timeZone: string,
): Promise<AuditPage> {
  const { rows } = await sql<EventRow>`
    select e.event_id as "eventId", e.at, e.account_id as "accountId", a.user_name as "userName",
      a.display_name as "actorName", a.organisation_name as "organisationName", e.role, e.action,
      e.purpose, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.fields, e.reason,
      e.request_id as "requestId", e.detail, s.seq
    from (
      select * from audit_event
      where ${sql.join(await conditions(db, filter, timeZone), sql` and `)}
      order by event_id desc
      limit ${pageSize + 1}
    ) as e
    left join audit_actor a on a.account_id = e.account_id
    left join audit_seal s on s.event_id = e.event_id
    order by e.event_id desc`.execute(db)
  const lines = rows.slice(0, pageSize).map((row) => ({ ...row, fields: [...row.fields] }))
  const last = rows.length > pageSize ? lines.at(-1) : undefined
  return { lines, nextCursor: last ? toCursor([last.eventId]) : null }
}

async function conditions(
  db: Db,
  { subjectId, actor, action, from, to, cursor }: AuditFilter,
  timeZone: string,
): Promise<RawBuilder<unknown>[]> {
  const found = [sql`true`]
  if (subjectId !== undefined) {
    found.push(sql`subject_id = any(${await findKin(db, subjectId)}::text[])`)
  }
  if (actor !== undefined) {
    const accountIds = await findAccountIds(db, actor)
    // Nobody has signed in yet while signing in: the event names the account that was tried.
    found.push(sql`(account_id = any(${accountIds}::text[])
      or (account_id is null and subject_id = any(${accountIds}::text[])))`)
  }
  if (action !== undefined) found.push(sql`action = ${action}`)
  if (from !== undefined) {
    found.push(sql`at >= ${from}::date::timestamp at time zone ${timeZone}`)
  }
  if (to !== undefined) {
    found.push(sql`at < (${to}::date + 1)::timestamp at time zone ${timeZone}`)
  }
  if (cursor !== undefined) found.push(sql`event_id < ${fromCursor(cursor, 1)[0]}::bigint`)
  return found
}

async function findKin(db: Db, subjectId: string): Promise<string[]> {
  const { rows } = await sql<{ subject_id: string }>`
    select subject_id from audit_kin(${subjectId})`.execute(db)
  return rows.map(({ subject_id }) => subject_id)
}

async function findAccountIds(db: Db, actor: string): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_actor')
    .select('account_id')
    .where((eb) => eb.or([eb('account_id', '=', actor), eb('user_name', '=', actor.toLowerCase())]))
    .execute()
  return rows.map(({ account_id }) => account_id)
}

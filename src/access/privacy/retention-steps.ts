import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Instant } from '#platform/tables'
import { erasePersons } from './erase-persons.ts'
import type { RetentionCode } from './schema.ts'

/** One batch of a rule: what is due before `dueBefore`, at most `limit`. */
export interface Batch {
  readonly dueBefore: Instant
  readonly at: Instant
  readonly limit: number
}

/** How one rule finds what is due, and what it does to it. */
interface RetentionStep {
  readonly countDue: (db: Db, dueBefore: Instant) => Promise<number>
  /** Rows that were dealt with; 0 when none is left. */
  readonly apply: (db: Db, batch: Batch) => Promise<number>
}

/** A rule whose rows go whole: the columns of its key, and the moment from which its period counts. */
function deletion(table: string, key: string, countedFrom: string): RetentionStep {
  const isDue = (before: Instant) =>
    sql`${sql.ref(countedFrom)} is not null and ${sql.ref(countedFrom)} < ${before}::timestamptz`
  return {
    countDue: (db, before) => count(db, sql`${sql.table(table)} where ${isDue(before)}`),
    apply: async (db, { dueBefore, limit }) => {
      const result = await sql`
        delete from ${sql.table(table)} where (${sql.raw(key)}) in (
          select ${sql.raw(key)} from ${sql.table(table)} where ${isDue(dueBefore)} limit ${limit})`.execute(
        db,
      )
      return Number(result.numAffectedRows ?? 0)
    },
  }
}

/** A rule that ends in persons being erased. */
function erasure(
  rule: RetentionCode,
  due: (before: Instant) => ReturnType<typeof sql>,
): RetentionStep {
  const remaining = (before: Instant) => sql`person p where (${due(before)})
    and not exists (select 1 from erased_person e where e.person_id = p.person_id)`
  return {
    countDue: (db, before) => count(db, remaining(before)),
    apply: async (db, { dueBefore, at, limit }) => {
      const { rows } = await sql<{ person_id: string }>`
        select p.person_id from ${remaining(dueBefore)} order by p.person_id limit ${limit}`.execute(
        db,
      )
      const ids = rows.map(({ person_id }) => person_id)
      await erasePersons(db, ids, { rule, at })
      return ids.length
    },
  }
}

async function count(db: Db, from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${from}`.execute(db)
  return rows[0]?.n ?? 0
}

const closedAccounts = (before: Instant) => sql`account
  where disabled_at < ${before}::timestamptz and user_name <> account_id`
const closedRequests = (before: Instant) => sql`subject_request
  where closed_at < ${before}::timestamptz and anonymised_at is null`

/** Complete by type: a rule of `privacy/retention.yaml` that does something does it here. */
export const retentionSteps: Readonly<Record<RetentionCode, RetentionStep>> = {
  'ended-sessions': deletion('session', 'token_hash', 'expires_at'),
  'sign-in-steps': deletion('sign_in_step', 'token_hash', 'expires_at'),
  'repeat-keys': deletion('idempotency_key', 'account_id, key', 'at'),
  'finished-jobs': deletion('job', 'job_id', 'finished_at'),
  'closed-breaches': deletion('breach', 'breach_no', 'closed_at'),
  'closed-accounts': {
    countDue: (db, before) => count(db, closedAccounts(before)),
    apply: async (db, { dueBefore, limit }) => {
      const { rows } = await sql<{ account_id: string }>`
        select account_id from ${closedAccounts(dueBefore)} order by account_id limit ${limit}`.execute(
        db,
      )
      const ids = rows.map(({ account_id }) => account_id)
      for (const table of [
        'session',
        'totp',
        'recovery_code',
        'passkey',
        'account_link',
        'expected_link',
        'sign_in_step',
        'api_key',
      ]) {
        await sql`delete from ${sql.table(table)} where account_id = any(${ids}::text[])`.execute(
          db,
        )
      }
      // The key stays, so that the trail still tells one actor from another.
      await sql`
        update account set user_name = account_id, display_name = account_id, person_id = null,
          password_hash = case when kind = 'person' then '-' end
        where account_id = any(${ids}::text[])`.execute(db)
      return ids.length
    },
  },
  'gone-persons': erasure(
    'gone-persons',
    (before) => sql`p.status <> 'active' and p.status_date < (${before}::timestamptz)::date`,
  ),
  'asked-deletion': erasure(
    'asked-deletion',
    (before) => sql`exists (
      select 1 from subject_request s
      where (s.person_id = p.person_id or exists (
          select 1 from subject_alias a
          where a.subject_id = s.person_id and a.present_id = p.person_id and a.recorded_to is null))
        and s.kind = 'deletion' and s.state = 'done'
        and s.closed_at <= ${before}::timestamptz)`,
  ),
  'closed-requests': {
    countDue: (db, before) => count(db, closedRequests(before)),
    apply: async (db, { dueBefore, at, limit }) => {
      const { rows } = await sql<{ request_no: number }>`
        select request_no from ${closedRequests(dueBefore)} order by request_no limit ${limit}`.execute(
        db,
      )
      const nos = rows.map(({ request_no }) => request_no)
      await sql`delete from change_request where request_no = any(${nos}::bigint[])`.execute(db)
      await sql`
        update subject_request_step set note = '…' where request_no = any(${nos}::bigint[])`.execute(
        db,
      )
      await sql`
        update subject_mark set ended_reason = '…'
        where ended_at is not null and request_no = any(${nos}::bigint[])`.execute(db)
      await sql`
        update subject_request set asker_name = '…', contact = '', wish = '…', guardian_relation = null,
          guardian_proof = null, guardian_person_id = null, anonymised_at = ${at}::timestamptz
        where request_no = any(${nos}::bigint[])`.execute(db)
      return nos.length
    },
  },
}

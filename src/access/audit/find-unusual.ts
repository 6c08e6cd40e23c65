import { sql } from 'kysely'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import type { UnusualPattern } from './schema.ts'
import { unusualLimits } from './unusual-limits.ts'

const patternsShown = 200

/**
 * What stands out since a day, newest first.
 *
 * @param db of a viewer who may read the trail; anybody else finds nothing.
 */
export async function findUnusual(
  db: Db,
  since: IsoDate,
  timeZone: string,
): Promise<UnusualPattern[]> {
  const { rows } = await sql<UnusualPattern>`
    with event as materialized (
      select account_id, action, subject_id, at, at at time zone ${timeZone} as local_at
      from audit_event
      where at >= ${since}::date::timestamp at time zone ${timeZone}
        and account_id is not null and subject_kind in ('person', 'family')
    ),
    look as (select * from event where action <> 'refused'),
    ${manyLooks},
    ${nightLooks},
    ${ownFamilyLooks},
    ${refusedLooks}
    select p.kind, p.account_id as "accountId", a.user_name as "userName",
      a.display_name as "actorName", a.organisation_name as "organisationName",
      p.first_at as "firstAt", p.last_at as "lastAt", p.subjects::integer as subjects,
      p.usual::integer as usual
    from (
      select * from many_looks
      union all select * from night_looks
      union all select * from own_family_looks
      union all select * from refused_looks
    ) as p
    left join audit_actor a on a.account_id = p.account_id
    order by p.last_at desc, p.kind, p.account_id
    limit ${patternsShown}`.execute(db)
  return rows
}

const {
  openedAnHour,
  listedAnHour,
  timesUsual,
  hoursOfHabit,
  refusedADay,
  nightFromHour,
  nightToHour,
  subjectsANight,
  ownFamilyADay,
} = unusualLimits

/** Hours with far more different subjects than the account's own median hour. */
const manyLooks = sql`
  hour_of_work as (
    select account_id, action = 'read' as is_opened, min(at) as first_at, max(at) as last_at,
      count(distinct subject_id) as subjects
    from look group by account_id, action = 'read', date_trunc('hour', local_at)
  ),
  habit as (
    select account_id, is_opened,
      percentile_disc(0.5) within group (order by subjects) as median
    from hour_of_work group by account_id, is_opened having count(*) >= ${hoursOfHabit}
  ),
  many_looks as (
    select case when h.is_opened then 'many-opened' else 'many-listed' end as kind, h.account_id,
      h.first_at, h.last_at, h.subjects, habit.median as usual
    from hour_of_work h left join habit using (account_id, is_opened)
    where h.subjects >= case when h.is_opened then ${openedAnHour}::integer else ${listedAnHour}::integer end
      and h.subjects >= coalesce(${timesUsual} * habit.median, 0)
  )`

/** A night counts to the day on which it began. */
const nightLooks = sql`
  night_looks as (
    select 'at-night' as kind, account_id, min(at) as first_at, max(at) as last_at,
      count(distinct subject_id) as subjects, null::bigint as usual
    from look
    where extract(hour from local_at) >= ${nightFromHour} or extract(hour from local_at) < ${nightToHour}
    group by account_id, (local_at - interval '12 hours')::date
    having count(distinct subject_id) >= ${subjectsANight}
  )`

const ownFamilyLooks = sql`
  own_family_looks as (
    select 'own-family' as kind, l.account_id, min(l.at) as first_at, max(l.at) as last_at,
      count(distinct l.subject_id) as subjects, null::bigint as usual
    from look l join audit_own_family() own using (account_id, subject_id)
    group by l.account_id, l.local_at::date
    having count(distinct l.subject_id) >= ${ownFamilyADay}
  )`

/** A refused key that exists belongs to a family outside the territory or the organisation. */
const refusedLooks = sql`
  refused_looks as (
    select 'out-of-territory' as kind, account_id, min(at) as first_at, max(at) as last_at,
      count(distinct subject_id) as subjects, null::bigint as usual
    from event
    where action = 'refused' and audit_is_known(subject_id)
    group by account_id, local_at::date
    having count(distinct subject_id) >= ${refusedADay}
  )`

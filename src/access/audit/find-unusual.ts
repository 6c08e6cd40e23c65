import { sql } from 'kysely'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import type { UnusualPattern } from './schema.ts'
import { unusualLimits } from './unusual-limits.ts'

const patternsShown = 200

/**
 * What stands out since a day, newest first.
 *
 * The counts of `audit_hour` are never below the number of different persons and families, so they say
 * which hours to read; only events of those hours are. Hours begin with those of UTC, as in every zone
 * of Indonesia. What entered the trail in the last second is not counted yet.
 *
 * @param db of a viewer who may read the trail; anybody else finds nothing.
 */
export async function findUnusual(
  db: Db,
  since: IsoDate,
  timeZone: string,
): Promise<UnusualPattern[]> {
  const { rows } = await sql<UnusualPattern>`
    with period as (
      select ${since}::date::timestamp at time zone ${timeZone} as begin_at, ${timeZone}::text as zone
    ),
    counted as materialized (
      select h.*, h.hour at time zone p.zone as local_hour
      from audit_hour h, period p where h.hour >= p.begin_at
    ),
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

const isLook = sql`e.action <> 'refused' and e.subject_kind in ('person', 'family')`

/** Events that were counted in the hour `h`; `offset 0` has them looked up by index, hour after hour. */
const eventsOfHour = sql`
  select e.at, e.subject_id from audit_event e
  where e.account_id = h.account_id and e.event_id between h.first_event_id and h.last_event_id
    and date_trunc('hour', e.at, 'UTC') = h.hour
    and (e.action = 'read') = h.is_opened and ${isLook}
  offset 0`

const manyAnHour = sql`
  case when h.is_opened then ${openedAnHour}::integer else ${listedAnHour}::integer end`

/**
 * Hours with far more different subjects than the account's own median hour. The habit is worked out
 * for accounts with such an hour alone.
 */
const manyLooks = sql`
  busy as (select distinct account_id, is_opened from counted h where h.looks >= ${manyAnHour}),
  hour_of_work as materialized (
    select h.account_id, h.is_opened, h.first_at, h.last_at, s.subjects
    from counted h join busy using (account_id, is_opened)
    cross join lateral (
      select count(distinct subject_id) as subjects from (${eventsOfHour}) as looks
    ) as s
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
    where h.subjects >= ${manyAnHour} and h.subjects >= coalesce(${timesUsual} * habit.median, 0)
  )`

/** A night counts to the day on which it began. */
const nightLooks = sql`
  night_hour as (
    select *, (local_hour - interval '12 hours')::date as night,
      sum(looks) over (partition by account_id, (local_hour - interval '12 hours')::date) as night_sum
    from counted
    where extract(hour from local_hour) >= ${nightFromHour}
      or extract(hour from local_hour) < ${nightToHour}
  ),
  night_looks as (
    select 'at-night' as kind, h.account_id, min(s.at) as first_at, max(s.at) as last_at,
      count(distinct s.subject_id) as subjects, null::bigint as usual
    from night_hour h cross join lateral (${eventsOfHour}) as s
    where h.night_sum >= ${subjectsANight}
    group by h.account_id, h.night
    having count(distinct s.subject_id) >= ${subjectsANight}
  )`

const ownFamilyLooks = sql`
  own_family_looks as (
    select 'own-family' as kind, own.account_id, min(s.at) as first_at, max(s.at) as last_at,
      count(distinct own.subject_id) as subjects, null::bigint as usual
    from period p cross join audit_own_family() own
    cross join lateral (
      select e.at from audit_event e
      where e.subject_id = own.subject_id and e.account_id = own.account_id
        and ${isLook}
      offset 0
    ) as s
    where s.at >= p.begin_at
    group by own.account_id, (s.at at time zone p.zone)::date
    having count(distinct own.subject_id) >= ${ownFamilyADay}
  )`

/** A refused key that exists belongs to a family outside the territory or the organisation. */
const refusedLooks = sql`
  refused_looks as (
    select 'out-of-territory' as kind, e.account_id, min(e.at) as first_at, max(e.at) as last_at,
      count(distinct e.subject_id) as subjects, null::bigint as usual
    from audit_event e, period p
    where e.action = 'refused' and e.at >= p.begin_at and e.account_id is not null
      and e.subject_kind in ('person', 'family') and audit_is_known(e.subject_id)
    group by e.account_id, (e.at at time zone p.zone)::date
    having count(distinct e.subject_id) >= ${refusedADay}
  )`

import { sql } from 'kysely'
import { z } from 'zod'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { fromCursor, toCursor } from '#platform/http'
import { regionName } from '#territory'
import {
  GroupKind,
  type GroupMember,
  GroupRole,
  type GroupsPage,
  type GroupsQuery,
  type GroupView,
  type PersonGroup,
} from './schema.ts'

const pageSize = 50

/** Groups as their changes in force leave them on a day; a group that was taken back never was. */
const standingOn = (on: IsoDate) => sql`
  select g.change_no, g.group_id, g.kind, g.ward, g.address, g.since, g.name as first_name,
    coalesce((
      select r.name from group_change r
      where r.group_id = g.group_id and r.kind = 'renamed' and r.undone_at is null
        and r.valid_from <= ${on}::date
      order by r.valid_from desc, r.change_no desc limit 1), g.name) as name,
    x.valid_from as closed_on, x.reason as closed_reason, g.organisation_id
  from community_group g
  left join group_change x on x.group_id = g.group_id and x.kind = 'closed' and x.undone_at is null
  where g.undone_at is null`

/** Times of members as the changes in force leave them; the end of the group ends them too. */
const memberships = sql`
  select j.change_no, j.group_id, j.role, j.valid_from as "from",
    least(l.valid_from, x.valid_from) as "to",
    case when a.subject_id is null then j.person_id else a.present_id end as person_id
  from group_member_change j
  left join group_member_change l on l.joined_no = j.change_no and l.undone_at is null
  left join group_change x on x.group_id = j.group_id and x.kind = 'closed' and x.undone_at is null
  left join subject_alias a on a.subject_id = j.person_id and a.recorded_to is null
  where j.kind = 'joined' and j.undone_at is null`

const LineRow = z.object({
  group_id: z.string(),
  kind: GroupKind,
  name: z.string(),
  ward: z.string(),
  since: z.string(),
  closed_on: z.string().nullable(),
})

function toLine(row: z.infer<typeof LineRow>) {
  return {
    groupId: row.group_id,
    kind: row.kind,
    name: row.name,
    ward: row.ward,
    wardName: regionName(row.ward),
    since: row.since,
    closedOn: row.closed_on,
  }
}

/**
 * Groups that the viewer of `scoped` may see as they stand on a day, by name.
 *
 * @throws AppError `cursor-invalid`.
 */
export async function findGroups(
  scoped: Db,
  { q, kind, ward, state, cursor }: GroupsQuery,
  on: IsoDate,
): Promise<GroupsPage> {
  const [name, groupId] = cursor === undefined ? [null, null] : fromCursor(cursor, 2)
  const words = `%${(q ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const isClosed = sql`coalesce(g.closed_on <= ${on}::date, false)`
  const wanted = sql`lower(g.name) like ${words}
    and (${kind ?? null}::text is null or g.kind = ${kind ?? null})
    and (${ward ?? null}::text is null or g.ward = ${ward ?? null})
    and ${state === 'closed' ? isClosed : sql`not ${isClosed}`}`
  const { rows } = await sql`
    select g.*, (
      select count(*)::integer from (${memberships}) m
      where m.group_id = g.group_id and m."from" <= ${on}::date
        and coalesce(m."to" > ${on}::date, true)) as member_count
    from (${standingOn(on)}) g
    where ${wanted} and (${name}::text is null or (lower(g.name), g.group_id) > (${name}, ${groupId}))
    order by lower(g.name), g.group_id limit ${pageSize + 1}`.execute(scoped)
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from (${standingOn(on)}) g where ${wanted}`.execute(scoped)
  const found = z.array(LineRow.extend({ member_count: z.int() })).parse(rows)
  const groups = found
    .slice(0, pageSize)
    .map((row) => ({ ...toLine(row), memberCount: row.member_count }))
  const last = found.length > pageSize ? groups.at(-1) : undefined
  return {
    groups,
    total: counted.rows[0]?.total ?? 0,
    nextCursor: last ? toCursor([last.name.toLowerCase(), last.groupId]) : null,
  }
}

const GroupRow = LineRow.extend({
  address: z.string().nullable(),
  closed_reason: z.string().nullable(),
  organisation_id: z.string(),
})

/** A group as it is kept, before it is told to anybody. */
export interface StandingGroup extends z.infer<typeof GroupRow> {}

/** @throws AppError `group-not-found` where the viewer of `scoped` sees none of that key. */
export async function getStandingGroup(
  scoped: Db,
  groupId: string,
  on: IsoDate,
): Promise<StandingGroup> {
  const { rows } = await sql`
    select * from (${standingOn(on)}) g where g.group_id = ${groupId}`.execute(scoped)
  const [row] = z.array(GroupRow).parse(rows)
  if (!row) throw new AppError('group-not-found', { groupId })
  return row
}

/** @throws AppError `group-change-not-found` where the viewer of `scoped` sees none of that number. */
export async function getGroupOfChange(scoped: Db, changeNo: number): Promise<string> {
  const { rows } = await sql<{ group_id: string }>`
    select g.group_id from community_group g
    where g.undone_at is null and (g.change_no = ${changeNo}
      or exists (select 1 from group_change c
        where c.group_id = g.group_id and c.change_no = ${changeNo})
      or exists (select 1 from group_member_change m
        where m.group_id = g.group_id and m.change_no = ${changeNo}))`.execute(scoped)
  const [row] = rows
  if (!row) throw new AppError('group-change-not-found', {})
  return row.group_id
}

const MemberRow = z.object({
  change_no: z.int(),
  person_id: z.string().nullable(),
  family_id: z.string().nullable(),
  name: z.string().nullable(),
  role: GroupRole,
  from: z.string(),
  to: z.string().nullable(),
})

/** Everybody who was ever in a group, as far as the viewer may see them: chair first, then by joining. */
export async function findGroupMembers(scoped: Db, groupId: string): Promise<GroupMember[]> {
  const { rows } = await sql`
    select m.change_no, m.person_id, p.family_id, p.name, m.role, m."from", m."to"
    from (${memberships}) m left join person p on p.person_id = m.person_id
    where m.group_id = ${groupId}
    order by array_position(array['chair', 'secretary', 'treasurer', 'member'], m.role), m."from",
      m.change_no`.execute(scoped)
  return z
    .array(MemberRow)
    .parse(rows)
    .map(({ change_no, person_id, family_id, ...row }) => ({
      ...row,
      changeNo: change_no,
      personId: person_id,
      familyId: family_id,
    }))
}

/**
 * One group on a day, as it is told to an account.
 *
 * @throws AppError `group-not-found`.
 */
export async function getGroup(
  scoped: Db,
  groupId: string,
  { on, accountId }: { readonly on: IsoDate; readonly accountId: string },
): Promise<GroupView> {
  const group = await getStandingGroup(scoped, groupId, on)
  const members = await findGroupMembers(scoped, groupId)
  return {
    ...toLine(group),
    address: group.address,
    closedReason: group.closed_reason,
    on,
    isThere: group.since <= on && (group.closed_on === null || group.closed_on > on),
    members: members.filter(({ from, to }) => from <= on && (to === null || to > on)),
    past: members.filter(({ to }) => to !== null && to <= on).sort(latestFirst),
    changes: await findChanges(scoped, groupId, accountId),
  }
}

const latestFirst = (one: { to: string | null }, other: { to: string | null }) =>
  (other.to ?? '').localeCompare(one.to ?? '')

const ChangeRow = z.object({
  change_no: z.int(),
  kind: z.enum(['created', 'renamed', 'closed', 'joined', 'left']),
  on: z.string(),
  name: z.string().nullable(),
  role: GroupRole.nullable(),
  reason: z.string().nullable(),
  person_name: z.string().nullable(),
  organisation: z.string(),
  made_by: z.string(),
  made_at: z.string(),
  undone_at: z.string().nullable(),
  is_rested_on: z.boolean(),
})

async function findChanges(
  scoped: Db,
  groupId: string,
  accountId: string,
): Promise<GroupView['changes']> {
  const { rows } = await sql`
    select c.*, o.name as organisation, p.name as person_name
    from (
      select change_no, 'created' as kind, since as "on", name, null as role, null as reason,
        null as person_id, organisation_id, made_by, made_at, undone_at,
        exists (select 1 from group_change r where r.group_id = g.group_id and r.undone_at is null)
          or exists (select 1 from group_member_change m
            where m.group_id = g.group_id and m.undone_at is null) as is_rested_on
      from community_group g where group_id = ${groupId}
      union all
      select change_no, kind, valid_from, name, null, reason, null, organisation_id, made_by, made_at, undone_at, false
      from group_change where group_id = ${groupId}
      union all
      select m.change_no, m.kind, m.valid_from, null, coalesce(m.role, j.role), null, m.person_id,
        m.organisation_id, m.made_by, m.made_at, m.undone_at,
        exists (select 1 from group_member_change l
          where l.joined_no = m.change_no and l.undone_at is null)
      from group_member_change m left join group_member_change j on j.change_no = m.joined_no
      where m.group_id = ${groupId}
    ) c
    join organisation_name o using (organisation_id)
    left join subject_alias a on a.subject_id = c.person_id and a.recorded_to is null
    left join person p on p.person_id = coalesce(a.present_id, c.person_id)
    order by c.change_no desc`.execute(scoped)
  return z
    .array(ChangeRow)
    .parse(rows)
    .map((row) => ({
      changeNo: row.change_no,
      kind: row.kind,
      on: row.on,
      name: row.name,
      role: row.role,
      reason: row.reason,
      personName: row.person_name,
      organisation: row.organisation,
      isOwn: row.made_by === accountId,
      madeAt: row.made_at,
      undoneAt: row.undone_at,
      isRestedOn: row.is_rested_on,
    }))
}

/** Groups of a person, as far as the viewer may see the person: present ones first, then the latest. */
export async function findPersonGroups(
  scoped: Db,
  personId: string,
  on: IsoDate,
): Promise<PersonGroup[]> {
  const { rows } = await sql`
    select m.change_no, m.role, m."from", m."to", g.group_id, g.name, g.kind, g.ward
    from (${memberships}) m join (${standingOn(on)}) g on g.group_id = m.group_id
    where m.person_id = ${personId}
    order by m."to" desc nulls first, m."from" desc, m.change_no`.execute(scoped)
  const Row = MemberRow.pick({ change_no: true, role: true, from: true, to: true }).extend({
    group_id: z.string(),
    name: z.string(),
    kind: GroupKind,
    ward: z.string(),
  })
  return z
    .array(Row)
    .parse(rows)
    .map(({ change_no, group_id, ward, ...row }) => ({
      ...row,
      changeNo: change_no,
      groupId: group_id,
      wardName: regionName(ward),
    }))
}

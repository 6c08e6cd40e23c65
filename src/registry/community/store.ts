import { sql } from 'kysely'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { StandingGroup } from './find-groups.ts'
import type { GroupMember, GroupView, NewGroup, NewGroupChange } from './schema.ts'

/** Whose change it is. */
export interface Author {
  readonly organisationId: string
  readonly accountId: string
}

/** Keeps a group; nothing is checked here. */
export async function insertGroup(
  tx: Db,
  groupId: string,
  { name, kind, ward, address, since }: NewGroup,
  { organisationId, accountId }: Author,
): Promise<void> {
  await tx
    .insertInto('community_group')
    .values({
      group_id: groupId,
      kind,
      name,
      ward,
      address: address === undefined || address === '' ? null : address,
      since,
      organisation_id: organisationId,
      made_by: accountId,
      undone_by: null,
      undone_at: null,
    })
    .execute()
}

/** Locks a group until the transaction ends, before it is read and changed. */
export async function lockGroup(tx: Db, groupId: string): Promise<void> {
  await sql`select 1 from community_group where group_id = ${groupId} for update`.execute(tx)
}

/** A group at the moment of a change. */
export interface Present {
  readonly group: StandingGroup
  /** All times of its members, whoever may see them. */
  readonly members: readonly GroupMember[]
  readonly today: IsoDate
}

/**
 * Refuses what cannot be.
 *
 * @throws AppError `group-closed`, `group-day-refused`, `group-member-twice`, `group-member-unknown`.
 */
export function refuseUnfit(change: NewGroupChange, { group, members, today }: Present): void {
  const { kind, on } = change
  if (group.closed_on !== null) throw new AppError('group-closed', {})
  if (on > today) throw new AppError('group-day-refused', { unfit: 'in-future' })
  if (on < group.since) throw new AppError('group-day-refused', { unfit: 'before-group' })
  if (kind === 'closed' && members.some(({ from, to }) => from >= on || (to ?? '') > on))
    throw new AppError('group-day-refused', { unfit: 'before-members' })
  if (kind === 'joined') refuseTwice(members, change.personId, on)
  if (kind === 'left') {
    const ended = members.find(({ changeNo }) => changeNo === change.changeNo)
    if (!ended || ended.to !== null) throw new AppError('group-member-unknown', {})
    if (on <= ended.from) throw new AppError('group-day-refused', { unfit: 'before-joining' })
  }
}

/** Nobody is in a group twice at one time. @throws AppError `group-member-twice`. */
function refuseTwice(members: readonly GroupMember[], personId: string, from: IsoDate): void {
  const isTwice = members.some(
    (member) => member.personId === personId && (member.to === null || member.to > from),
  )
  if (isTwice) throw new AppError('group-member-twice', {})
}

/** Keeps a change that was found fit. */
export async function insertGroupChange(
  tx: Db,
  groupId: string,
  change: NewGroupChange,
  { organisationId, accountId }: Author,
): Promise<void> {
  const common = {
    group_id: groupId,
    valid_from: change.on,
    organisation_id: organisationId,
    made_by: accountId,
    undone_by: null,
    undone_at: null,
  }
  if (change.kind === 'renamed' || change.kind === 'closed') {
    await tx
      .insertInto('group_change')
      .values({
        ...common,
        kind: change.kind,
        name: change.kind === 'renamed' ? change.name : null,
        reason: change.kind === 'closed' ? change.reason : null,
      })
      .execute()
    return
  }
  await tx
    .insertInto('group_member_change')
    .values({
      ...common,
      kind: change.kind,
      person_id:
        change.kind === 'joined'
          ? change.personId
          : sql<string>`(select j.person_id from group_member_change j where j.change_no = ${change.changeNo})`,
      role: change.kind === 'joined' ? change.role : null,
      joined_no: change.kind === 'left' ? change.changeNo : null,
    })
    .execute()
}

/** Takes a change back. */
export async function undoGroupChange(tx: Db, changeNo: number, accountId: string): Promise<void> {
  for (const table of ['community_group', 'group_change', 'group_member_change'] as const) {
    await tx
      .updateTable(table)
      .set({ undone_by: accountId, undone_at: sql<string>`now()` })
      .where('change_no', '=', changeNo)
      .where('undone_at', 'is', null)
      .execute()
  }
}

/** Whether other changes in force, whoever may see them, rest on this one. */
export async function isRestedOn(
  tx: Db,
  groupId: string,
  { changeNo, kind }: Pick<GroupView['changes'][number], 'changeNo' | 'kind'>,
): Promise<boolean> {
  if (kind !== 'created' && kind !== 'joined') return false
  const { rows } = await sql<{ rests: boolean }>`
    select exists (
        select 1 from group_member_change m
        where m.group_id = ${groupId} and m.undone_at is null
          and (${kind} = 'created' or m.joined_no = ${changeNo}))
      or (${kind} = 'created' and exists (
        select 1 from group_change c where c.group_id = ${groupId} and c.undone_at is null)) as rests`.execute(
    tx,
  )
  return rows[0]?.rests ?? false
}

/** Nobody is in a group twice once an end was taken back. @throws AppError `group-member-twice`. */
export function refuseOverlap(members: readonly GroupMember[], joinedNo: number): void {
  const open = members.find(({ changeNo }) => changeNo === joinedNo)
  const isTwice = members.some(
    (other) =>
      other.changeNo !== joinedNo &&
      other.personId === open?.personId &&
      open.personId !== null &&
      (other.to === null || other.to > open.from),
  )
  if (isTwice) throw new AppError('group-member-twice', {})
}

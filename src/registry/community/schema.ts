import { z } from 'zod'

/**
 * Kinds of groups of residents: a joint business of poor families (KUBE), farmers (Poktan), women
 * farmers (KWT), fishers, circles of prayer, neighbourhood groups of women, the young.
 */
export const groupKinds = [
  'kube',
  'farmers',
  'women-farmers',
  'fishers',
  'prayer-circle',
  'faith',
  'dasawisma',
  'youth',
  'other',
] as const
export const GroupKind = z.enum(groupKinds)
export type GroupKind = z.infer<typeof GroupKind>

export const groupRoles = ['chair', 'secretary', 'treasurer', 'member'] as const
export const GroupRole = z.enum(groupRoles)
export type GroupRole = z.infer<typeof GroupRole>

const Key = z.string().regex(/^[a-z0-9]{10}$/)
const Ward = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
const Name = z.string().trim().min(3).max(120)

export const GroupKey = z.object({ groupId: Key })
export const GroupChangeKey = z.object({
  changeNo: z.coerce.number().int().min(1).max(2_147_483_647),
})

/** A day on which the group is looked at; today where none is named. */
export const GroupDay = z.object({ on: z.iso.date().optional() })

export const GroupsQuery = z.object({
  /** Part of the name. */
  q: z.string().trim().max(100).optional(),
  kind: GroupKind.optional(),
  ward: Ward.optional(),
  /** Those that were closed instead of those that are there. */
  state: z.enum(['open', 'closed']).default('open'),
  cursor: z.string().max(300).optional(),
})
export type GroupsQuery = z.infer<typeof GroupsQuery>

export const NewGroup = z.strictObject({
  name: Name,
  kind: GroupKind,
  ward: Ward,
  address: z.string().trim().max(300).optional(),
  /** First day of the group. */
  since: z.iso.date(),
})
export type NewGroup = z.infer<typeof NewGroup>

/** What becomes of a group; `on` is the first day on which it holds. */
export const NewGroupChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('renamed'), name: Name, on: z.iso.date() }),
  z.strictObject({
    kind: z.literal('closed'),
    reason: z.string().trim().min(3).max(500),
    on: z.iso.date(),
  }),
  z.strictObject({
    kind: z.literal('joined'),
    personId: Key,
    role: GroupRole,
    on: z.iso.date(),
  }),
  /** Ends a membership: `changeNo` is that of the joining, `on` the first day without it. */
  z.strictObject({
    kind: z.literal('left'),
    changeNo: z.int().min(1).max(2_147_483_647),
    on: z.iso.date(),
  }),
])
export type NewGroupChange = z.infer<typeof NewGroupChange>

const Line = z.object({
  groupId: Key,
  name: z.string(),
  kind: GroupKind,
  ward: Ward,
  wardName: z.string(),
  since: z.iso.date(),
  /** First day on which the group was no more; null while it stands. */
  closedOn: z.iso.date().nullable(),
})

export const GroupsPage = z.object({
  /** By name; members are those whom the asker may see. */
  groups: z.array(Line.extend({ memberCount: z.int() })),
  total: z.int(),
  nextCursor: z.string().nullable(),
})
export type GroupsPage = z.infer<typeof GroupsPage>

/** A time in which somebody belongs to a group. */
const Membership = z.object({
  /** The number of the joining. */
  changeNo: z.int(),
  role: GroupRole,
  from: z.iso.date(),
  to: z.iso.date().nullable(),
})

export const GroupMember = Membership.extend({
  /** The person as the register calls it now; null where no list that counts has the person any more. */
  personId: Key.nullable(),
  familyId: Key.nullable(),
  name: z.string().nullable(),
})
export type GroupMember = z.infer<typeof GroupMember>

export const GroupView = Line.extend({
  address: z.string().nullable(),
  closedReason: z.string().nullable(),
  /** The day that is shown; names, members and past members are those of this day. */
  on: z.iso.date(),
  /** False before the first day of the group and from its last on. */
  isThere: z.boolean(),
  members: z.array(GroupMember),
  past: z.array(GroupMember),
  /** Everything that was written down, the latest first, what was taken back among it. */
  changes: z.array(
    z.object({
      changeNo: z.int(),
      kind: z.enum(['created', 'renamed', 'closed', 'joined', 'left']),
      on: z.iso.date(),
      name: z.string().nullable(),
      role: GroupRole.nullable(),
      reason: z.string().nullable(),
      /** Who joined or left. */
      personName: z.string().nullable(),
      organisation: z.string(),
      /** Written by who asks. */
      isOwn: z.boolean(),
      madeAt: z.string(),
      undoneAt: z.string().nullable(),
      /** Other changes in force rest on it: it is not taken back before them. */
      isRestedOn: z.boolean(),
    }),
  ),
})
export type GroupView = z.infer<typeof GroupView>

/** A group to which a person belongs or belonged, the present ones first. */
export const PersonGroup = Membership.extend({
  groupId: Key,
  name: z.string(),
  kind: GroupKind,
  wardName: z.string(),
})
export type PersonGroup = z.infer<typeof PersonGroup>

import { z } from 'zod'

/** Classes of data; the last four are specific personal data of law 27/2022, article 4(2). */
export const dataClasses = [
  'general',
  'family',
  'health',
  'disability',
  'children',
  'finances',
] as const
export const DataClass = z.enum(dataClasses)
export type DataClass = z.infer<typeof DataClass>

/** What a person is here for. One grant of a role is used at a time, and says where and on what. */
export const roles = [
  'secretariat',
  'agency-officer',
  'district-officer',
  'ward-officer',
  'puskesos-officer',
  'field-worker',
  'plan-approver',
  'payment-approver',
  'payment-reconciler',
  'partner',
  'auditor',
  'data-protection-officer',
  'administrator',
  'citizen',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/**
 * Roles that a system may act under: it reads for an office or a giver. It approves nothing, lets
 * nobody in, and is no citizen.
 */
export const serviceRoles = [
  'secretariat',
  'agency-officer',
  'district-officer',
  'ward-officer',
  'puskesos-officer',
  'partner',
  'auditor',
] as const satisfies readonly Role[]

export function isServiceRole(role: string): boolean {
  const names: readonly string[] = serviceRoles
  return names.includes(role)
}

/** What can be done; every route names one. */
export const actions = [
  'manage-own-account',
  'read-reference',
  'read-picture',
  'read-families',
  'export-families',
  'read-allocation',
  'read-offers',
  'read-lists',
  'review-pairs',
  'answer-pair-questions',
  'import-lists',
  'propose-changes',
  'decide-changes',
  'read-reports',
  'read-lists-job',
  'start-lists-job',
  'manage-people',
  'read-audit',
  'manage-subject-requests',
  'make-own-request',
  'manage-settings',
] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

/** What everyone who works with families may do. */
const officer = [
  'manage-own-account',
  'read-reference',
  'read-picture',
  'read-families',
  'read-allocation',
  'read-offers',
  'read-lists',
  'propose-changes',
] as const satisfies readonly Action[]

/** Plain permissions, the whole of them: what is not listed is refused. */
export const permissions: Readonly<Record<Role, readonly Action[]>> = {
  secretariat: [
    ...officer,
    'review-pairs',
    'export-families',
    'import-lists',
    'decide-changes',
    'read-reports',
    'read-lists-job',
    'start-lists-job',
  ],
  'agency-officer': [
    ...officer,
    'review-pairs',
    'export-families',
    'import-lists',
    'decide-changes',
    'read-reports',
  ],
  'district-officer': [...officer, 'review-pairs'],
  // Who knows the people is asked about a pair, and does not judge it.
  'ward-officer': [...officer, 'answer-pair-questions'],
  'puskesos-officer': [...officer, 'answer-pair-questions'],
  'field-worker': ['manage-own-account', 'read-reference', 'read-families', 'propose-changes'],
  'plan-approver': [
    'manage-own-account',
    'read-reference',
    'read-picture',
    'read-allocation',
    'read-offers',
    'read-reports',
  ],
  'payment-approver': ['manage-own-account', 'read-reference', 'read-allocation', 'read-offers'],
  'payment-reconciler': ['manage-own-account', 'read-reference', 'read-allocation', 'read-offers'],
  // A giver sees its own offers and what became of them, never a family.
  partner: ['manage-own-account', 'read-reference', 'read-offers'],
  auditor: [
    'manage-own-account',
    'read-reference',
    'read-picture',
    'read-families',
    'export-families',
    'read-allocation',
    'read-offers',
    'read-lists',
    'read-reports',
    'read-audit',
  ],
  'data-protection-officer': [
    'manage-own-account',
    'read-reference',
    'read-audit',
    'manage-subject-requests',
  ],
  // Runs the system and lets people in; sees nobody's data.
  administrator: ['manage-own-account', 'read-reference', 'manage-people', 'manage-settings'],
  citizen: ['manage-own-account', 'read-reference', 'make-own-request'],
}

/** Roles that one person must not hold at the same time, and why. */
export const incompatibleRoles: readonly {
  readonly roles: readonly [Role, Role]
  readonly id: string
  readonly en: string
}[] = [
  {
    roles: ['secretariat', 'plan-approver'],
    id: 'Yang mengusulkan rencana tidak menyetujuinya.',
    en: 'Who proposes a plan does not approve it.',
  },
  {
    roles: ['agency-officer', 'payment-approver'],
    id: 'Yang menyusun daftar bayar tidak menyetujuinya.',
    en: 'Who makes a payment list does not approve it.',
  },
  {
    roles: ['payment-approver', 'payment-reconciler'],
    id: 'Yang menyetujui daftar bayar tidak mencocokkannya.',
    en: 'Who approves a payment list does not reconcile it.',
  },
  {
    roles: ['administrator', 'auditor'],
    id: 'Yang mengatur sistem tidak memeriksanya.',
    en: 'Who runs the system does not audit it.',
  },
  {
    roles: ['administrator', 'data-protection-officer'],
    id: 'Yang mengatur sistem tidak mengawasi pelindungan datanya.',
    en: 'Who runs the system does not watch over its data protection.',
  },
]

/** Classes that a role works with where a grant does not narrow them. */
export const usualClasses: Readonly<Record<Role, readonly DataClass[]>> = {
  secretariat: dataClasses,
  'agency-officer': ['general', 'family'],
  'district-officer': dataClasses,
  'ward-officer': dataClasses,
  'puskesos-officer': dataClasses,
  'field-worker': ['general', 'family', 'children'],
  'plan-approver': dataClasses,
  'payment-approver': ['general', 'family', 'finances'],
  'payment-reconciler': ['general', 'family', 'finances'],
  partner: ['general'],
  auditor: dataClasses,
  'data-protection-officer': ['general'],
  administrator: ['general'],
  citizen: ['general'],
}

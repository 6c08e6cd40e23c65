import type { Viewer } from '#platform/scoped-db'
import { type Action, type DataClass, permissions, Role } from './roles.ts'

/** What an action is done to, as far as it is known. */
export interface Resource {
  /** Kemendagri code; null where no list says. */
  readonly ward?: string | null
  readonly district?: string | null
  /** Organisations that have to do with it. */
  readonly organisationIds?: readonly string[]
  readonly dataClasses?: readonly DataClass[]
}

export type Refusal = 'action' | 'territory' | 'organisation' | 'data-class'
export type Answer =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly why: Refusal }

/**
 * Whether `viewer` may do `action` to `resource`, and if not, what stands against it.
 *
 * The same rule as the row policies of `migrations/0008_scope.sql`, for answers with reasons and
 * for indexes in memory; the database decides on rows.
 */
export function can(viewer: Viewer, action: Action, resource: Resource = {}): Answer {
  if (!permits(viewer.role, action)) return { isAllowed: false, why: 'action' }
  if ('ward' in resource && !seesPlace(viewer, resource)) {
    return { isAllowed: false, why: 'territory' }
  }
  if (resource.organisationIds && !seesOrganisation(viewer, resource.organisationIds)) {
    return { isAllowed: false, why: 'organisation' }
  }
  const held = resource.dataClasses ?? []
  if (held.some((dataClass) => !viewer.dataClasses.includes(dataClass))) {
    return { isAllowed: false, why: 'data-class' }
  }
  return { isAllowed: true }
}

/** Whether a role carries an action; an unknown role carries none. */
export function permits(role: string, action: Action): boolean {
  const known = Role.safeParse(role)
  return known.success && permissions[known.data].includes(action)
}

function seesPlace({ regions }: Viewer, { ward, district }: Resource): boolean {
  if (regions === null) return true
  if (ward && regions.includes(ward)) return true
  const inDistrict = ward ? ward.slice(0, 8) : district
  return inDistrict != null && regions.includes(inDistrict)
}

function seesOrganisation(viewer: Viewer, organisationIds: readonly string[]): boolean {
  return !viewer.isOwnOrganisation || organisationIds.includes(viewer.organisationId)
}
